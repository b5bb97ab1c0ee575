using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xemelios.Domain.Habilitations;
using static Microsoft.Playwright.Assertions;

namespace Xemelios.EndToEnd.Tests.TousLesEcrans;

/// <summary>Every screen, in both themes and at three sizes: what a machine can find wrong for those who see, hear or move otherwise.</summary>
[Collection(DemonstrationCollection.Nom)]
public sealed partial class AccessibiliteTests(DemonstrationEnMarche demonstration)
{
    /// <summary>A laptop, a large screen, the laptop at 200 % (half as many points, each twice as large), and the 320 points that a telephone or a zoom of 400 % leaves.</summary>
    private static readonly (string Nom, int Largeur, int Hauteur)[] Tailles = [("1280", 1280, 800), ("1920", 1920, 1080), ("zoom", 640, 400), ("etroit", 320, 640)];

    /// <summary>With <c>XEMELIOS_CAPTURES=1</c>, each screen is kept as pictures under <c>artifacts/captures/ecrans</c>.</summary>
    private static readonly bool Garde = Environment.GetEnvironmentVariable("XEMELIOS_CAPTURES") == "1";

    /// <summary>What holds is not told element by element: on long tables that took most of the time.</summary>
    private static readonly HashSet<ResultType> Fautives = [ResultType.Violations];

    /// <summary>With <c>XEMELIOS_ECRANS=accueil,import</c>, only these.</summary>
    private static readonly HashSet<string> Seuls = [.. (Environment.GetEnvironmentVariable("XEMELIOS_ECRANS") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)];

    [Fact]
    public void ChaqueEcranEstVisite() =>
        Assert.Empty(EcransVisites.Routes.Except(EcransVisites.Toutes(demonstration).Select(v => v.Route), StringComparer.Ordinal));

    [Fact]
    public async Task ChaqueEcranTientDansLesDeuxThemesAToutesLesTaillesEtSansFaute()
    {
        List<string> fautes = [];
        foreach (var visites in EcransVisites.Toutes(demonstration).Where(v => Seuls.Count == 0 || Seuls.Contains(v.Nom)).GroupBy(v => v.Profil))
        {
            await using var fenetre = await demonstration.OuvrirFenetre(visites.Key);
            // A colour in the middle of its change is nobody's.
            await fenetre.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
            foreach (var visite in visites)
            {
                await fenetre.Page.SetViewportSizeAsync(Tailles[0].Largeur, Tailles[0].Hauteur);
                var reponse = await fenetre.Aller(visite.Adresse);
                if (!reponse!.Ok && visite.Nom is not ("introuvable" or "erreur"))
                    fautes.Add($"{visite.Nom} : réponse {reponse.Status}");
                fautes.AddRange((await Fautes(fenetre.Page, visite)).Select(faute => $"{visite.Nom} : {faute}"));
            }
        }

        Assert.True(fautes.Count == 0, string.Join('\n', fautes));
    }

    [Fact]
    public async Task OnTraverseLesEcransAuClavierSansPiege()
    {
        await using var fenetre = await demonstration.OuvrirFenetre(Profil.Comptable);
        var clavier = fenetre.Page.Keyboard;
        var visites = EcransVisites.Toutes(demonstration).Where(v => v.Nom is "accueil" or "import" or "piece" or "bulletin" or "configuration-d-export" or "etat-liquidatif");
        foreach (var visite in visites)
        {
            await fenetre.Aller(visite.Adresse);
            await fenetre.AttendreLeCircuit();
            await fenetre.Page.Locator(".marque-du-site").FocusAsync();
            await clavier.PressAsync("Shift+Tab");
            Assert.Equal("Aller au contenu", await fenetre.Page.EvaluateAsync<string>("document.activeElement.innerText"));
            // Each step goes on in the order of the page, until the last link of all: nothing holds the focus, nothing is jumped over.
            // Counted first: the end of a work may be announced meanwhile, behind whoever is walking.
            var attendus = await fenetre.Page.EvaluateAsync<int>(Atteignables);
            var pas = 0;
            for (var rang = -1; !await fenetre.Page.EvaluateAsync<bool>("document.activeElement.matches('footer a[href=\"/aide/raccourcis\"]')"); pas++)
            {
                Assert.True(pas < 1500, $"{visite.Nom} retient le focus.");
                await clavier.PressAsync("Tab");
                var suivant = await fenetre.Page.EvaluateAsync<int>("[...document.querySelectorAll('*')].indexOf(document.activeElement)");
                Assert.True(suivant > rang, $"{visite.Nom} : le focus remonte de {rang} à {suivant}.");
                rang = suivant;
            }

            Assert.True(pas >= attendus, $"{visite.Nom} : {pas} arrêts pour {attendus} éléments.");
        }

        await fenetre.Aller("/");
        await fenetre.Page.Locator(".lien-evitement").FocusAsync();
        await clavier.PressAsync("Enter");
        await Expect(fenetre.Page.Locator("main")).ToBeFocusedAsync();
        await clavier.PressAsync("Tab");
        Assert.True(await fenetre.Page.EvaluateAsync<bool>("document.querySelector('main').contains(document.activeElement)"));
    }

    [Fact]
    public async Task LaFinDUneSessionSAnnonceEtSeRepousse()
    {
        await using var fenetre = await demonstration.OuvrirFenetre(Profil.Comptable);
        await fenetre.Page.Clock.InstallAsync();
        await fenetre.Aller("/bulletins");
        var avis = fenetre.Page.Locator("fin-de-session .avis");
        await fenetre.Page.Clock.FastForwardAsync(12 * 60 * 1000);
        await Expect(avis).ToBeHiddenAsync();
        await fenetre.Page.Clock.FastForwardAsync(65 * 1000);
        await Expect(avis).ToContainTextAsync("se ferme dans 2 minutes");
        await fenetre.Photographier("fin-de-session");

        await fenetre.Page.Keyboard.PressAsync("Enter");
        await Expect(avis).ToBeHiddenAsync();
        await fenetre.Page.Clock.FastForwardAsync(13 * 60 * 1000 + 1000);
        await Expect(avis).ToContainTextAsync("se ferme dans 2 minutes");
        await fenetre.Page.Clock.FastForwardAsync(2 * 60 * 1000 + 1000);
        await Expect(avis).ToContainTextAsync("Votre session est fermée");
    }

    [Fact]
    public async Task LesRaccourcisDUneToucheSeDesactivent()
    {
        await using var fenetre = await demonstration.OuvrirFenetre(Profil.Comptable);
        await fenetre.Aller("/bulletins");
        await fenetre.AttendreLeCircuit();
        await fenetre.Page.Keyboard.PressAsync("Control+k");
        await fenetre.Page.Keyboard.TypeAsync("sans raccourci");
        await fenetre.Page.Keyboard.PressAsync("Enter");
        await Expect(fenetre.Page.Locator("html")).ToHaveAttributeAsync("data-touches", "non");
        await fenetre.AttendreLeCircuit();

        await fenetre.Page.Keyboard.PressAsync("?");
        await fenetre.Page.Keyboard.PressAsync("/");
        await Expect(fenetre.Page.Locator("#raccourcis")).ToBeHiddenAsync();
        await Expect(fenetre.Page.Locator("#chercher")).Not.ToBeFocusedAsync();
        await fenetre.Page.Keyboard.PressAsync("Control+k");
        await Expect(fenetre.Page.Locator("#palette")).ToBeVisibleAsync();
    }

    private static async Task<IReadOnlyList<string>> Fautes(IPage page, Visite visite)
    {
        List<string> fautes = [];
        foreach (var theme in (string[])["light", "dark"])
        {
            await page.EvaluateAsync("theme => document.documentElement.dataset.theme = theme", theme);
            await page.Locator($"html[data-bs-theme={theme}]").WaitForAsync();
            // The theme changes colours alone: the second look is at what colours decide.
            var axe = await page.RunAxe(theme == "light" ? new AxeRunOptions { ResultTypes = Fautives } : new AxeRunOptions { ResultTypes = Fautives, RunOnly = RunOnlyOptions.Rules("color-contrast", "link-in-text-block") });
            fautes.AddRange(axe.Violations.SelectMany(v => v.Nodes.Select(n => $"{theme} {v.Id} {n.Target} {Court(n.Html)} {v.Help}")));
            if (Garde && theme == "dark")
                await Photographier(page, visite.Nom + "-sombre");
        }

        await page.EvaluateAsync("() => document.documentElement.dataset.theme = 'light'");
        fautes.AddRange(await page.EvaluateAsync<string[]>(Structure));
        foreach (var (nom, largeur, hauteur) in Tailles)
        {
            await page.SetViewportSizeAsync(largeur, hauteur);
            await page.EvaluateAsync(UneImage);
            fautes.AddRange((await page.EvaluateAsync<string[]>(Depassements)).Select(d => $"{nom} {d}"));
            if (Garde)
                await Photographier(page, $"{visite.Nom}-{nom}");
        }

        await page.SetViewportSizeAsync(Tailles[0].Largeur, Tailles[0].Hauteur);
        await page.EvaluateAsync(TexteEspace);
        await page.EvaluateAsync(UneImage);
        fautes.AddRange((await page.EvaluateAsync<string[]>(Depassements)).Select(d => $"texte espacé {d}"));
        fautes.AddRange(Anglais().Matches(await page.Locator("body").InnerTextAsync()).Select(m => "anglais " + m.Value).Distinct(StringComparer.Ordinal));
        return fautes;
    }

    private static Task Photographier(IPage page, string nom) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(Fenetre.Racine(), "artifacts", "captures", "ecrans", nom + ".png"), FullPage = true });

    private static string Court(string html) => html.Length <= 120 ? html : html[..120];

    /// <summary>The page may not be wider than its window; a text may not be cut by its box without a way to scroll to it or a title that says it all.</summary>
    private const string Depassements = """
        () => {
          const fautes = [];
          const racine = document.documentElement;
          if (racine.scrollWidth > innerWidth) {
            const fautif = [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest(".table-responsive > *, .visually-hidden")).at(-1);
            fautes.push(`la page est large de ${racine.scrollWidth} points : ${fautif?.tagName} ${fautif?.className}`);
          }
          for (const element of document.querySelectorAll("main *, header *, footer *")) {
            if (!element.checkVisibility({ visibilityProperty: true }) || element.closest(".visually-hidden, .visually-hidden-focusable, .textLayer, svg, canvas, input, select, textarea, [title]")) continue;
            const style = getComputedStyle(element);
            const coupe = (bord, axe) => (style[bord] === "hidden" || style[bord] === "clip") && element[`scroll${axe}`] > element[`client${axe}`] + 1 && element[`client${axe}`] > 0;
            if (element.innerText?.trim() && (coupe("overflowX", "Width") || coupe("overflowY", "Height"))) fautes.push(`coupé : ${element.tagName} ${element.className} « ${element.innerText.slice(0, 60)} »`);
          }
          return fautes;
        }
        """;

    /// <summary>Lets the page draw, and its scripts answer to what it has become.</summary>
    private const string UneImage = "() => new Promise(fait => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(fait))))";

    /// <summary>What a reader of the code of the page relies on: title, language, headings, tables, new windows, focus that shows, no style of its own.</summary>
    private const string Structure = """
        () => {
          const fautes = [];
          const exiger = (vrai, faute) => { if (!vrai) fautes.push("structure : " + faute); };
          exiger(document.doctype?.name === "html" && document.compatMode === "CSS1Compat", "type de document");
          exiger(document.documentElement.lang === "fr", "langue");
          exiger(/^\S.* – Xemelios Next$/.test(document.title), `titre « ${document.title} »`);
          exiger(document.querySelectorAll("h1").length === 1, "un seul h1");
          exiger(!document.querySelector("main [style]:not([style=''], visionneuse-pdf *, canvas, courbes-agent *), font, center, b:empty"), "présentation dans le code");
          for (const table of document.querySelectorAll("table")) {
            exiger(table.caption?.textContent.trim() || table.closest("[aria-hidden=true]"), `tableau sans légende ${table.className}`);
            exiger([...table.querySelectorAll("th")].every(th => th.scope), `en-tête sans portée : ${table.caption?.innerText}`);
            exiger(table.querySelector("th[scope=col], th[scope=row]"), `tableau sans en-tête : ${table.caption?.innerText}`);
          }
          for (const lien of document.querySelectorAll("a[target=_blank]")) exiger(/nouvel onglet/.test(lien.textContent + lien.title), `nouvelle fenêtre non dite : ${lien.textContent}`);
          exiger(!document.querySelector("[tabindex]:not([tabindex='0'], [tabindex='-1'])"), "ordre de tabulation forcé");
          const vus = new Set();
          for (const element of document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")) {
            const sorte = element.tagName + element.className + (element.type ?? "");
            if (vus.has(sorte) || element.disabled || !element.checkVisibility({ visibilityProperty: true }) || element.closest("label.btn")) continue;
            vus.add(sorte);
            const style = getComputedStyle(element);
            const avant = style.outlineStyle + style.boxShadow + style.borderColor;
            element.focus({ focusVisible: true, preventScroll: true });
            exiger(document.activeElement !== element || style.outlineStyle + style.boxShadow + style.borderColor !== avant, `focus invisible : ${sorte}`);
            element.blur();
          }
          return fautes;
        }
        """;

    /// <summary>What a mouse can act on, but for the second and later choices of one radio group.</summary>
    private const string Atteignables = """
        [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")]
          .filter(e => !e.disabled && e.checkVisibility({ visibilityProperty: true }) && e.tabIndex >= 0 && e.type !== "radio").length - 1
        """;

    /// <summary>Lines, letters and words as far apart as WCAG 1.4.12 asks; a sheet of its own, which the policy of the page allows.</summary>
    private const string TexteEspace = """
        () => {
          const feuille = new CSSStyleSheet();
          feuille.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }");
          document.adoptedStyleSheets = [feuille];
        }
        """;

    [GeneratedRegex(@"\b(the|and|with|loading|error|page not found|submit|cancel|next page|previous|search|sign in|no data|undefined|NaN)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Anglais();
}
