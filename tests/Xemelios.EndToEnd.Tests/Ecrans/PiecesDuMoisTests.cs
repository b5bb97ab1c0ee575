using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Xemelios.EndToEnd.Tests.Ecrans;

/// <summary>The décompte of overtime and the expected pieces of the samples' March.</summary>
[Collection(PayeCollection.Nom)]
public sealed class PiecesDuMoisTests(PayeImportee xemelios)
{
    [Fact]
    public async Task LeDecompteDesHeuresMeneAuxBulletinsEtSeFiltre()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller($"/justificatifs/{PayeImportee.Commune}/2026-03");
        await fenetre.Page.GetByRole(AriaRole.Link, new() { Name = "Heures supplémentaires" }).ClickAsync();

        await Expect(fenetre.Titre).ToHaveTextAsync("Heures supplémentaires de mars 2026");
        await Expect(fenetre.Page.Locator(".chiffres").First).ToContainTextAsync("316,00");
        await Expect(fenetre.Page.GetByRole(AriaRole.Table, new() { Name = "Décompte par agent, mois et taux" }).Locator("tfoot")).ToContainTextAsync("5\u202F325,21\u00A0€");
        await fenetre.PhotographierLargeEtEtroit("heures-supplementaires");
        await fenetre.Page.Locator("#q").FillAsync("000219");
        await fenetre.Page.GetByRole(AriaRole.Button, new() { Name = "Filtrer" }).ClickAsync();
        await Expect(fenetre.Page.GetByRole(AriaRole.Table, new() { Name = "Décompte par agent, mois et taux" }).Locator("tbody tr")).ToHaveCountAsync(2);
        await fenetre.Page.GetByRole(AriaRole.Link, new() { Name = "Bulletin", Exact = true }).ClickAsync();
        await Expect(fenetre.Page.Locator("body")).ToContainTextAsync("BOURRELAC");
        Assert.Empty(fenetre.Erreurs);
    }

    [Fact]
    public async Task LesJustificatifsAttendusSeFiltrentEtDisentCeQuiManque()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller($"/justificatifs/{PayeImportee.Commune}/2026-03");
        await fenetre.Page.GetByRole(AriaRole.Link, new() { Name = "Justificatifs attendus" }).ClickAsync();

        await Expect(fenetre.Titre).ToHaveTextAsync("Justificatifs attendus de mars 2026");
        await Expect(fenetre.Page.Locator(".resume")).ToContainTextAsync("100 évènements demandent une pièce");
        await fenetre.PhotographierLargeEtEtroit("justificatifs-attendus");
        await fenetre.Page.Locator("#evenement").SelectOptionAsync("depart");
        await fenetre.Page.GetByRole(AriaRole.Button, new() { Name = "Filtrer" }).ClickAsync();
        var liste = fenetre.Page.GetByRole(AriaRole.Table, new() { Name = "Évènements et pièces demandées" });
        await Expect(liste.Locator("tbody tr")).ToHaveCountAsync(2);
        await Expect(liste).ToContainTextAsync("000017");
        Assert.Contains("evenement=depart", fenetre.Page.Url, StringComparison.Ordinal);
        Assert.Empty(fenetre.Erreurs);
    }
}
