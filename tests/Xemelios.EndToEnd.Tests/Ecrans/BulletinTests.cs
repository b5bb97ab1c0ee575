using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Xemelios.EndToEnd.Tests.Ecrans;

[Collection(PayeCollection.Nom)]
public sealed class BulletinTests(PayeImportee xemelios)
{
    private const string Liste = $"/bulletins?siret={PayeImportee.Commune}&mois=2026-03&train=-&avec_pj=oui";

    [Fact]
    public async Task LeBulletinSuitLaListeEtRevientAElle()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller(Liste);
        await fenetre.Page.Locator("tbody th a").First.ClickAsync();
        await Expect(fenetre.Page.Locator(".feuille-titre")).ToContainTextAsync("BULLETIN DE PAYE");
        var premier = await fenetre.Titre.InnerTextAsync();
        await fenetre.PhotographierLargeEtEtroit("bulletin");
        await fenetre.Page.SetViewportSizeAsync(1280, 800);
        await fenetre.Page.GetByRole(AriaRole.Link, new() { Name = "Suivant ›" }).ClickAsync();

        await Expect(fenetre.Page.Locator("#retour-a-la-liste")).ToContainTextAsync("2 sur ");
        await Expect(fenetre.Titre).Not.ToHaveTextAsync(premier);
        await fenetre.Page.Locator("#retour-a-la-liste").ClickAsync();
        await Expect(fenetre.Page.Locator("#phrase")).ToContainTextAsync("avec des pièces justificatives");
        Assert.Empty(fenetre.Erreurs);
    }

    [Fact]
    public async Task EchapFermeLaPieceEtLeBulletinReste()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller(Liste);
        await fenetre.Page.Locator("tbody th a").First.ClickAsync();
        await fenetre.Page.Locator("#justificatifs a[aria-expanded=false]").First.ClickAsync();
        await Expect(fenetre.Page.Locator("visionneuse-pdf output")).ToHaveTextAsync("Page 1 sur 1");

        await fenetre.Page.Keyboard.PressAsync("Escape");

        await Expect(fenetre.Page.Locator("visionneuse-pdf")).ToHaveCountAsync(0);
        await Expect(fenetre.Page.Locator(".feuille-titre")).ToBeVisibleAsync();
        Assert.Empty(fenetre.Erreurs);
    }

    [Fact]
    public async Task LaPieceSOuvreACoteDuBulletinEtLeRetourLaReferme()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller(Liste);
        await fenetre.Page.Locator("tbody th a").First.ClickAsync();
        await fenetre.Page.Locator("#justificatifs a[aria-expanded=false]").First.ClickAsync();

        await Expect(fenetre.Page.Locator("visionneuse-pdf output")).ToHaveTextAsync("Page 1 sur 1");
        await Expect(fenetre.Page.Locator(".feuille-titre")).ToBeVisibleAsync();
        await Expect(fenetre.Page.Locator("#retour-a-la-liste")).ToHaveTextAsync("1 sur 33 de la liste");
        await fenetre.PhotographierLargeEtEtroit("bulletin-et-piece");
        await fenetre.Page.GoBackAsync(new() { WaitUntil = WaitUntilState.Commit });

        await Expect(fenetre.Page.Locator("visionneuse-pdf")).ToHaveCountAsync(0);
        await Expect(fenetre.Page.Locator(".feuille-titre")).ToBeVisibleAsync();
        Assert.Empty(fenetre.Erreurs);
    }

    [Fact]
    public async Task LeBulletinSImprimeSeulSurUnePageA4()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller(Liste);
        await fenetre.Page.Locator("tbody th a").First.ClickAsync();
        await Expect(fenetre.Page.Locator(".feuille")).ToBeVisibleAsync();
        await fenetre.Page.EmulateMediaAsync(new() { Media = Media.Print });

        await Expect(fenetre.Page.Locator(".a-cote")).ToBeHiddenAsync();
        await Expect(fenetre.Titre).ToBeHiddenAsync();
        var pdf = Encoding.Latin1.GetString(await fenetre.Page.PdfAsync(new() { PreferCSSPageSize = true }));
        Assert.Single(Regex.Matches(pdf, @"/Type\s*/Page\b(?!s)", RegexOptions.None, TimeSpan.FromSeconds(5)));
        Assert.Empty(fenetre.Erreurs);
    }

    [Fact]
    public async Task TousLesBulletinsDeLAgentSontAUnClic()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller($"/bulletins?siret={PayeImportee.Commune}&mois=2026-03&matricule=000012");
        await fenetre.Page.Locator("tbody th a").First.ClickAsync();
        await fenetre.Page.GetByRole(AriaRole.Link, new() { Name = "‹ Mois précédent de l'agent" }).ClickAsync();
        await Expect(fenetre.Titre).ToContainTextAsync("février 2026");
        await fenetre.Page.Locator("#bulletins-de-l-agent").ClickAsync();

        await Expect(fenetre.Page.Locator("#nombre")).ToHaveTextAsync("2 enregistrements trouvés");
        Assert.Empty(fenetre.Erreurs);
    }

    [Fact]
    public async Task UnBulletinQuiNExistePasRepond404()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();

        var reponse = await fenetre.Aller($"/bulletins/{new string('0', 64)}/1");

        Assert.Equal((int)HttpStatusCode.NotFound, reponse!.Status);
    }
}
