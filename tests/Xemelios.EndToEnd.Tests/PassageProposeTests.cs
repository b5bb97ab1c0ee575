using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Xemelios.EndToEnd.Tests;

/// <summary>A table is proposed for an employer whose files give no nature, and confirmed.</summary>
[Collection(ApplicationCollection.Nom)]
public sealed class PassageProposeTests(XemeliosEnMarche xemelios)
{
    private const string Employeur = "21990008100015";

    [Fact]
    public async Task LaPropositionSeConfirmeEtGardeSonHistorique()
    {
        await DonneesDEssai.Importer(xemelios.Adresse, "cas/sans-natures");
        await using var fenetre = await xemelios.OuvrirFenetre(1280, 800);
        await fenetre.Aller($"/passage/{Employeur}");
        await fenetre.Page.GetByRole(AriaRole.Link, new() { Name = "Chercher la table" }).ClickAsync();
        await Expect(fenetre.Page.Locator("#proposition")).ToContainTextAsync("100,00 %");
        await fenetre.PhotographierLargeEtEtroit("passage-propose");
        await fenetre.Page.GetByLabel("Confirmé par").FillAsync("Anne Petit");
        await fenetre.Page.GetByRole(AriaRole.Button, new() { Name = "Tout confirmer" }).ClickAsync();
        await Expect(fenetre.Page.Locator(".chiffres")).ToBeVisibleAsync();

        await fenetre.Aller($"/passage/{Employeur}?proposer=1");

        await Expect(fenetre.Page.Locator("#proposition")).ToContainTextAsync("la table en vigueur : 100,00 %");
        await Expect(fenetre.Page.GetByRole(AriaRole.Table, new() { Name = "Tables reçues, la dernière d'abord" })).ToContainTextAsync("Anne Petit");
        Assert.Empty(fenetre.Erreurs);
    }
}
