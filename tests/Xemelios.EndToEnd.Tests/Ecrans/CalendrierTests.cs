using static Microsoft.Playwright.Assertions;

namespace Xemelios.EndToEnd.Tests.Ecrans;

[Collection(PayeCollection.Nom)]
public sealed class CalendrierTests(PayeImportee xemelios)
{
    [Fact]
    public async Task LeCalendrierMontreCeQuiManqueEtYMene()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller("/");
        await fenetre.Page.Keyboard.PressAsync("g");
        await fenetre.Page.Keyboard.PressAsync("d");
        await Expect(fenetre.Titre).ToHaveTextAsync("Calendrier de l'année 2026");

        // 300 bulletins in February and in March for the commune, élus apart, and the hospital: four états, three that lack nothing.
        await Expect(fenetre.Page.Locator(".resume")).ToHaveTextAsync("4 états reçus, 3 complets, 0 mois manquant.");
        await Expect(fenetre.Page.Locator("tbody tr")).ToHaveCountAsync(3);
        await fenetre.PhotographierLargeEtEtroit("calendrier");
        await fenetre.Page.GetByText("! pièces 16 sur 18").ClickAsync();

        await Expect(fenetre.Page.Locator("tbody tr")).ToHaveCountAsync(2);
        await fenetre.Page.GoBackAsync();
        await fenetre.Page.GetByText("≠ rappr. écart").ClickAsync();
        await Expect(fenetre.Page.Locator("#nature-64118")).ToBeVisibleAsync();
        Assert.Empty(fenetre.Erreurs);
    }
}
