using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Xemelios.EndToEnd.Tests;

/// <summary>The frame of every page, by the keyboard alone.</summary>
[Collection(TachesCollection.Nom)]
public sealed class CadreEtClavierTests(PayeImportee xemelios)
{
    private const string Commune = "21990001600011";
    private const string Etat = $"/etats/{Commune}/00/2026-03";

    [Fact]
    public async Task RetrouverUnAgentEnTapantSonNomDansLeDesordreEtAvecUneFaute()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        var clavier = fenetre.Page.Keyboard;
        await fenetre.Aller("/bulletins?siret=" + Commune);
        await fenetre.AttendreLeCircuit();
        var (nom, prenom) = await PremierAgent(fenetre);

        await clavier.PressAsync("/");
        await Expect(fenetre.Page.Locator("#chercher")).ToBeFocusedAsync();
        // First name first, no accent, one letter for another.
        await clavier.TypeAsync($"{prenom} {nom[..^1]}x", new() { Delay = 5 });
        var agents = fenetre.Page.GetByRole(AriaRole.Group, new() { Name = "Agents" });
        await Expect(agents.GetByRole(AriaRole.Option).First).ToContainTextAsync($"{nom} {prenom}");
        await fenetre.Photographier("recherche-rapide");
        await clavier.PressAsync("ArrowDown");
        await Expect(agents.GetByRole(AriaRole.Option).First).ToHaveAttributeAsync("aria-selected", "true");
        await clavier.PressAsync("Enter");

        await Expect(fenetre.Titre).ToContainTextAsync(nom);
        await Expect(fenetre.Page.Locator("#propositions")).ToBeHiddenAsync();
        Assert.Empty(fenetre.Erreurs);
    }

    [Fact]
    public async Task AllerDUnEcranALAutreEnGardantLaCollectiviteLeBudgetEtLeMois()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        var clavier = fenetre.Page.Keyboard;
        await fenetre.Aller(Etat);
        await fenetre.AttendreLeCircuit();

        await Touches(clavier, "g", "r");
        await Expect(fenetre.Page).ToHaveURLAsync(new Uri(xemelios.Adresse, Etat + "/rapprochement").ToString());
        await Touches(clavier, "g", "b");
        await Expect(fenetre.Titre).ToHaveTextAsync("Bulletins");
        await Expect(fenetre.Page.Locator(".cadre select[name=mois]")).ToHaveValueAsync("2026-03");
        await Touches(clavier, "g", "j");
        await Expect(fenetre.Page).ToHaveURLAsync(new Uri(xemelios.Adresse, $"/justificatifs/{Commune}/2026-03?budget=00").ToString());
        await Expect(fenetre.Titre).ToContainTextAsync("Justificatifs");
        await clavier.PressAsync("Alt+Shift+ArrowLeft");
        await Expect(fenetre.Page).ToHaveURLAsync(new Uri(xemelios.Adresse, $"/justificatifs/{Commune}/2026-02?budget=00").ToString());

        await fenetre.Page.Locator(".cadre select[name=mois]").SelectOptionAsync("2026-03");
        await fenetre.Page.GetByRole(AriaRole.Button, new() { Name = "Y aller" }).ClickAsync();
        await Expect(fenetre.Page).ToHaveURLAsync(new Uri(xemelios.Adresse, $"/justificatifs/{Commune}/2026-03?budget=00").ToString());
        Assert.Empty(fenetre.Erreurs);
    }

    [Fact]
    public async Task ParcourirUneListeBulletinApresBulletin()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        var clavier = fenetre.Page.Keyboard;
        await fenetre.Aller($"/bulletins?siret={Commune}&mois=2026-03");
        await fenetre.AttendreLeCircuit();
        await fenetre.Page.Locator("tbody a").First.FocusAsync();
        await clavier.PressAsync("Enter");
        await Expect(fenetre.Titre).ToContainTextAsync("Bulletin de paye");
        var premier = await fenetre.Titre.TextContentAsync();

        await clavier.PressAsync("Control+ArrowRight");
        await Expect(fenetre.Page.Locator("#retour-a-la-liste")).ToContainTextAsync("2 sur");
        await clavier.PressAsync("Control+ArrowLeft");
        await Expect(fenetre.Page.Locator("#retour-a-la-liste")).ToContainTextAsync("1 sur");
        await Expect(fenetre.Titre).ToHaveTextAsync(premier!);
        await Expect(fenetre.Page.Locator(".cadre select[name=siret]")).ToHaveValueAsync(Commune);
        Assert.Empty(fenetre.Erreurs);
    }

    [Fact]
    public async Task LesRaccourcisSeLisentEtLesCommandesSeTrouventParLeurNom()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        var clavier = fenetre.Page.Keyboard;
        await fenetre.Aller(Etat);
        await fenetre.AttendreLeCircuit();

        await clavier.PressAsync("?");
        var raccourcis = fenetre.Page.Locator("#raccourcis");
        await Expect(raccourcis).ToBeVisibleAsync();
        await Expect(raccourcis.GetByText("Mois précédent")).ToBeVisibleAsync();
        await Expect(raccourcis.GetByText("Enregistrement suivant")).ToBeHiddenAsync();
        await fenetre.Photographier("raccourcis");
        await clavier.PressAsync("Escape");
        await Expect(raccourcis).ToBeHiddenAsync();

        await clavier.PressAsync("Control+k");
        await clavier.TypeAsync("sombre");
        await fenetre.Photographier("palette");
        await clavier.PressAsync("Enter");
        await Expect(fenetre.Page.Locator("html")).ToHaveAttributeAsync("data-bs-theme", "dark");
        await Expect(fenetre.Page).ToHaveURLAsync(new Uri(xemelios.Adresse, Etat).ToString());
        await fenetre.AttendreLeCircuit();
        await fenetre.Photographier("etat-sombre");
        await clavier.PressAsync("Control+k");
        await clavier.TypeAsync("masquer noms");
        await clavier.PressAsync("Enter");
        await Expect(fenetre.Page.Locator("html")).ToHaveAttributeAsync("data-incognito", "oui");
        Assert.Equal("Xemelios Next", await fenetre.Page.TitleAsync());
        Assert.StartsWith("blur", await fenetre.Page.Locator("main td").First.EvaluateAsync<string>("e => getComputedStyle(e).filter"), StringComparison.Ordinal);
        await fenetre.Photographier("etat-incognito");
        Assert.Empty(fenetre.Erreurs);
    }

    [Fact]
    public async Task GarderUnePageEnOngletEtYRevenir()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        var clavier = fenetre.Page.Keyboard;
        await fenetre.Aller(Etat);
        await fenetre.AttendreLeCircuit();
        await clavier.PressAsync("o");
        await Touches(clavier, "g", "m");
        await Expect(fenetre.Titre).ToContainTextAsync("Mandats");
        await clavier.PressAsync("o");
        await Expect(fenetre.Page.Locator("onglets-gardes li")).ToHaveCountAsync(2);
        await fenetre.Photographier("onglets");

        await clavier.PressAsync("1");
        await Expect(fenetre.Page).ToHaveURLAsync(new Uri(xemelios.Adresse, Etat).ToString());
        await Expect(fenetre.Page.Locator("onglets-gardes a[aria-current]")).ToHaveCountAsync(1);
        await fenetre.Page.Locator("onglets-gardes button[data-retirer]").First.ClickAsync();
        await Expect(fenetre.Page.Locator("onglets-gardes li")).ToHaveCountAsync(1);
        Assert.Empty(fenetre.Erreurs);
    }

    private static async Task Touches(IKeyboard clavier, params string[] touches)
    {
        foreach (var touche in touches)
            await clavier.PressAsync(touche);
    }

    private static async Task<(string Nom, string Prenom)> PremierAgent(Fenetre fenetre)
    {
        var rangee = fenetre.Page.Locator("tbody tr").First;
        var liens = await rangee.Locator("td, th").AllTextContentsAsync();
        return (liens[2].Trim(), liens[3].Trim());
    }
}
