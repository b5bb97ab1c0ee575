using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Xemelios.EndToEnd.Tests.Ecrans;

/// <summary>A piece is read where one works: its text can be selected, searched and marked.</summary>
[Collection(TachesCollection.Nom)]
public sealed class VisionneuseTests(PayeImportee xemelios)
{
    [Fact]
    public async Task UnMotCherchePartoutEstMarqueDansLaPieceQuOnOuvre()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        var page = fenetre.Page;
        await fenetre.Aller("/recherche?q=échelon");
        await page.GetByRole(AriaRole.Table, new() { Name = "Pièces justificatives" }).GetByRole(AriaRole.Link).First.ClickAsync();

        await Expect(page.Locator("visionneuse-pdf output")).ToContainTextAsync("Page 1 sur");
        await Expect(page.Locator(".textLayer .highlight").First).ToBeVisibleAsync();
        Assert.Contains("chelon", await page.Locator(".textLayer .highlight").First.TextContentAsync(), StringComparison.OrdinalIgnoreCase);
        await Expect(page.Locator("[data-trouves]")).ToContainTextAsync("1 sur");
        await fenetre.Photographier("piece-mots-marques");

        await page.GetByLabel("Mots à trouver dans le document").FillAsync("introuvable ici");
        await page.GetByLabel("Mots à trouver dans le document").PressAsync("Enter");
        await Expect(page.Locator("[data-trouves]")).ToHaveTextAsync("Aucun passage");
        Assert.Empty(fenetre.Erreurs);
    }

    [Fact]
    public async Task LeTexteSeSelectionneEtLaPageSAgranditTourneEtSeChoisitParSaVignette()
    {
        await using var fenetre = await xemelios.OuvrirFenetre(1600, 900);
        var page = fenetre.Page;
        await fenetre.Aller("/recherche?q=échelon");
        await page.GetByRole(AriaRole.Table, new() { Name = "Pièces justificatives" }).GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(page.Locator(".textLayer span").First).ToBeAttachedAsync();

        var texte = await page.EvaluateAsync<string>("() => { getSelection().selectAllChildren(document.querySelector('.textLayer')); return getSelection().toString(); }");
        Assert.Contains("chelon", texte, StringComparison.OrdinalIgnoreCase);
        var feuille = page.Locator(".pdfViewer .page").First;
        var avant = (await feuille.BoundingBoxAsync())!;
        await page.GetByRole(AriaRole.Button, new() { Name = "Agrandir" }).ClickAsync();
        await Expect(page.Locator("visionneuse-pdf output")).ToContainTextAsync("Page 1");
        await fenetre.Attendre($"document.querySelector('.pdfViewer .page').getBoundingClientRect().width > {avant.Width.ToString(System.Globalization.CultureInfo.InvariantCulture)} + 1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Largeur" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Tourner" }).ClickAsync();
        await fenetre.Attendre("(() => { const b = document.querySelector('.pdfViewer .page').getBoundingClientRect(); return b.width > b.height; })()");

        await page.GetByText("Vignettes des pages").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Aller à la page 1" })).ToBeVisibleAsync();
        await fenetre.Photographier("piece-vignettes");
        Assert.Equal("Page 1", await feuille.GetAttributeAsync("aria-label"));
        Assert.Empty(fenetre.Erreurs);
    }
}
