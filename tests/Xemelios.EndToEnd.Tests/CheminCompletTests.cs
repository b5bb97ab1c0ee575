using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Xemelios.EndToEnd.Tests;

/// <summary>The month of a comptable from one end to the other, in one browser window, on a folder that is empty at first.</summary>
public sealed class CheminCompletTests(CheminCompletTests.DossierVide xemelios) : IClassFixture<CheminCompletTests.DossierVide>
{
    [Fact]
    public async Task DesFichiersDeposesALArreteOuvertACoteDuBulletin()
    {
        await using var fenetre = await xemelios.OuvrirFenetre(1280, 900);
        var page = fenetre.Page;

        await ImporterLeMois(fenetre);
        await VoirLEcart(fenetre);

        // The nature of the écart, then one of its bulletins that references a piece.
        await page.Locator("#nature-64118 .lien-montant").First.ClickAsync();
        await Expect(page.Locator("#total-trouve")).ToHaveTextAsync("82\u202F722,11\u00A0€");
        var bulletins = page.Url;
        await fenetre.Aller(new Uri(page.Url).PathAndQuery + "&avec_pj=oui");
        await page.Locator("tbody th a").First.ClickAsync();
        await Expect(page.Locator(".feuille-lignes .ligne-cherchee")).ToHaveCountAsync(1);

        await page.Locator("#justificatifs a[aria-expanded=false]").First.ClickAsync();
        await Expect(page.Locator("visionneuse-pdf output")).ToHaveTextAsync("Page 1 sur 1");
        await fenetre.Photographier("chemin-bulletin-et-arrete");

        await Revenir(page, page.Locator("visionneuse-pdf"), visible: false);
        await Revenir(page, page.Locator("#total-trouve"), visible: true);
        await page.GoBackAsync(new() { WaitUntil = WaitUntilState.Commit });
        await Expect(page).ToHaveURLAsync(bulletins);
        await Revenir(page, page.Locator("#resume"), visible: true);
        Assert.Empty(fenetre.Erreurs);
    }

    private static async Task ImporterLeMois(Fenetre fenetre)
    {
        await fenetre.Aller("/import");
        await fenetre.Page.Locator("input[type=file]:not([webkitdirectory])").SetInputFilesAsync(Directory.GetFiles(DonneesDEssai.Chemin("commune/2026-03")));
        await Expect(fenetre.Page.Locator(".chiffres")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Expect(fenetre.Page.Locator(".chiffres")).ToContainTextAsync("300");
    }

    private static async Task VoirLEcart(Fenetre fenetre)
    {
        await fenetre.Aller("/");
        await Expect(fenetre.Page.GetByRole(AriaRole.Table)).ToContainTextAsync("2 pièces manquantes");
        await fenetre.Photographier("chemin-accueil");
        await fenetre.Page.GetByRole(AriaRole.Table).GetByRole(AriaRole.Link, new() { Name = "Écart" }).ClickAsync();
        await Expect(fenetre.Page.Locator("#resume")).ToContainTextAsync("3 volumes, 300 bulletins, 13 natures conformes, 1 écart de 12,34\u00A0€ (64118).");
        await fenetre.Photographier("chemin-rapprochement");
    }

    private static async Task Revenir(IPage page, ILocator repere, bool visible)
    {
        await page.GoBackAsync(new() { WaitUntil = WaitUntilState.Commit });
        await Expect(repere).ToHaveCountAsync(visible ? 1 : 0);
    }

    /// <summary>An application of its own: what other tests import must not show here.</summary>
    public sealed class DossierVide : XemeliosEnMarche;
}
