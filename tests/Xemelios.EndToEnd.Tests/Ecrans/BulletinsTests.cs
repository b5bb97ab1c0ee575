using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Xemelios.EndToEnd.Tests.Ecrans;

[Collection(PayeCollection.Nom)]
public sealed class BulletinsTests(PayeImportee xemelios)
{
    [Fact]
    public async Task LaRechercheSeRelitEnPhraseEtUneCroixRetireUnFiltre()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller("/bulletins");
        await Expect(fenetre.Page.Locator("#nombre")).ToHaveTextAsync("732 enregistrements trouvés");
        await fenetre.Page.Locator("#recherche [name=mois]").SelectOptionAsync("2026-03");
        await fenetre.Page.Locator("#recherche [name=train]").SelectOptionAsync("ELUS");
        await fenetre.Page.GetByRole(AriaRole.Button, new() { Name = "Rechercher" }).ClickAsync();

        await Expect(fenetre.Page.Locator("#nombre")).ToHaveTextAsync("12 enregistrements trouvés");
        await Expect(fenetre.Page.Locator("#phrase")).ToContainTextAsync("de mars 2026");
        await Expect(fenetre.Page.Locator("tfoot")).ToContainTextAsync("8\u202F262,84\u00A0€");
        await fenetre.Page.GetByRole(AriaRole.Link, new() { Name = "Retirer le filtre : du train ELUS" }).ClickAsync();

        await Expect(fenetre.Page.Locator("#nombre")).ToHaveTextAsync("432 enregistrements trouvés");
        await fenetre.PhotographierLargeEtEtroit("bulletins");
        Assert.Empty(fenetre.Erreurs);
    }

    [Fact]
    public async Task LeTriEtLaPageTiennentDansLAdresseEtLesTotauxPortentSurToutLeResultat()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller($"/bulletins?siret={PayeImportee.Commune}&mois=2026-03&train=-&taille=50");
        await Expect(fenetre.Page.Locator("tbody tr")).ToHaveCountAsync(50);
        await fenetre.Page.GetByRole(AriaRole.Link, new() { Name = "Brut", Exact = true }).ClickAsync();
        await Expect(fenetre.Page.Locator("th[aria-sort=ascending]")).ToContainTextAsync("Brut");
        await fenetre.Page.GetByRole(AriaRole.Link, new() { Name = "Page suivante" }).ClickAsync();

        await Expect(fenetre.Page.Locator(".pagination-barre")).ToContainTextAsync("51 à 100 sur 300");
        Assert.Contains("tri=brut", fenetre.Page.Url, StringComparison.Ordinal);
        await Expect(fenetre.Page.Locator("tfoot")).ToContainTextAsync("719\u202F332,15\u00A0€");
        Assert.Empty(fenetre.Erreurs);
    }

    [Fact]
    public async Task UnCritereQuiNeSeLitPasEstDit()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller("/bulletins?brut_min=beaucoup");

        await Expect(fenetre.Page.Locator("#refus")).ToContainTextAsync("Brut minimum");
        Assert.Empty(fenetre.Erreurs);
    }
}
