using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Xemelios.EndToEnd.Tests.Ecrans;

[Collection(PayeCollection.Nom)]
public sealed class RapprochementTests(PayeImportee xemelios)
{
    private const string Mars = $"/etats/{PayeImportee.Commune}/00/2026-03/rapprochement?train=";

    [Fact]
    public async Task LeRapprochementDitLEcartEnUnePhraseEtLeFiltreTientDansLAdresse()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller(Mars);

        await Expect(fenetre.Page.Locator("#resume")).ToContainTextAsync("3 volumes, 300 bulletins, ");
        await Expect(fenetre.Page.Locator("#resume")).ToContainTextAsync("1 écart de 12,34\u00A0€ (64118).");
        await fenetre.PhotographierLargeEtEtroit("rapprochement");
        await fenetre.Page.Locator("#ecarts-seulement").ClickAsync();

        await Expect(fenetre.Page.Locator("#nature-64118")).ToContainTextAsync("82\u202F734,45\u00A0€");
        await Expect(fenetre.Page.Locator("tr[id^=nature-]")).ToHaveCountAsync(1);
        Assert.Contains("ecarts=1", fenetre.Page.Url, StringComparison.Ordinal);
        Assert.Empty(fenetre.Erreurs);
    }

    [Fact]
    public async Task LaNatureEnEcartMeneASesBulletinsPuisALaLigneJaune()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller(Mars);
        await fenetre.Page.Locator("#nature-64118 .lien-montant").First.ClickAsync();

        await Expect(fenetre.Page.Locator("#total-trouve")).ToHaveTextAsync("82\u202F722,11\u00A0€");
        await fenetre.Page.Locator("tbody th a").First.ClickAsync();

        await Expect(fenetre.Titre).ToContainTextAsync("Bulletin de ");
        await Expect(fenetre.Page.Locator(".feuille-lignes .ligne-cherchee")).ToHaveCountAsync(1);
        await Expect(fenetre.Page.Locator(".detail .ligne-cherchee")).ToContainTextAsync("64118");
        await Expect(fenetre.Page.Locator("#retour-a-la-liste")).ToContainTextAsync("1 sur ");
        await fenetre.PhotographierLargeEtEtroit("bulletin-ligne-cherchee");
        Assert.Empty(fenetre.Erreurs);
    }

    [Fact]
    public async Task LaRepartitionSigneeDeLHopitalMontreSesRetenuesAPart()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller($"/etats/{PayeImportee.Hopital}/00/2026-03/rapprochement");

        await Expect(fenetre.Page.Locator("#resume")).ToContainTextAsync("aucun écart");
        await Expect(fenetre.Page.Locator("#convention-signee")).ToBeVisibleAsync();
        await Expect(fenetre.Page.GetByRole(AriaRole.Columnheader, new() { Name = "Retenues écrites" })).ToBeVisibleAsync();
        await fenetre.PhotographierLargeEtEtroit("rapprochement-signe");
        Assert.Empty(fenetre.Erreurs);
    }
}
