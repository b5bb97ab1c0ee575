using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Xemelios.EndToEnd.Tests.Ecrans;

/// <summary>A comptable visas an écart and bulletins by the keyboard, sees what is left, and opens the report.</summary>
public sealed class ControleTests(PayeImportee xemelios) : IClassFixture<PayeImportee>
{
    private const string Mars = $"/etats/{PayeImportee.Commune}/00/2026-03/rapprochement?train=";

    [Fact]
    public async Task DeLEcartViseAuRapportASigner()
    {
        await using var fenetre = await xemelios.OuvrirFenetre(1280, 900);
        var page = fenetre.Page;
        await fenetre.Aller(Mars);
        await page.Locator("#nature-64118 td a[href*=viser]").ClickAsync();
        await Expect(page.Locator("#viser-sur")).ToHaveValueAsync("nature-64118");
        await page.Locator("#viser-note").FillAsync("Mandat à réduire de 12,34 €");
        await page.GetByRole(AriaRole.Button, new() { Name = "À régulariser" }).ClickAsync();
        await Expect(page.Locator("#nature-64118")).ToContainTextAsync("À régulariser");
        await Expect(page.Locator("#controle")).ToContainTextAsync("Mandat à réduire de 12,34 €");
        await fenetre.PhotographierLargeEtEtroit("controle-de-l-etat");

        await ViserDeuxBulletinsAuClavier(fenetre);

        await fenetre.Aller("/reste-a-voir");
        await Expect(page.GetByRole(AriaRole.Table)).ToContainTextAsync("Mandat à réduire de 12,34 €");
        await fenetre.PhotographierLargeEtEtroit("reste-a-voir");
        await page.GetByRole(AriaRole.Link, new() { Name = "À régulariser (1)" }).ClickAsync();
        await Expect(page.Locator("#nombre")).ToHaveTextAsync("1 chose à voir.");
        await page.Locator("tbody th a").ClickAsync();
        await page.Locator("#rapport-de-controle").ClickAsync();
        await Expect(fenetre.Titre).ToContainTextAsync("Rapport de contrôle");
        await Expect(page.GetByRole(AriaRole.Table, new() { Name = "Rapprochement par nature" })).ToContainTextAsync("82\u202F734,45\u00A0€");
        await fenetre.PhotographierLargeEtEtroit("rapport-de-controle");
        Assert.Empty(fenetre.Erreurs);
    }

    private static async Task ViserDeuxBulletinsAuClavier(Fenetre fenetre)
    {
        var page = fenetre.Page;
        await fenetre.Aller($"/bulletins?siret={PayeImportee.Commune}&mois=2026-03");
        await Expect(page.GetByRole(AriaRole.Columnheader, new() { Name = "Visa" })).ToBeVisibleAsync();
        await page.Locator("tbody th a").First.ClickAsync();
        for (var i = 0; i < 2; i++)
        {
            await Expect(page.Locator("#controle")).ToContainTextAsync("Personne n'a visé ce bulletin.");
            await page.Keyboard.PressAsync("v");
            await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Viser conforme" })).ToBeFocusedAsync();
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.Locator("#controle")).ToContainTextAsync("conforme, par");
            if (i == 0) await fenetre.PhotographierLargeEtEtroit("controle-du-bulletin");
            await page.Locator("body").PressAsync("s");
        }
    }
}
