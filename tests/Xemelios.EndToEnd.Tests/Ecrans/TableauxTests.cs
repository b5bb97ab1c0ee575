namespace Xemelios.EndToEnd.Tests.Ecrans;

/// <summary>The head of a long table stays in sight, whether the table fits in the window or not.</summary>
[Collection(PayeCollection.Nom)]
public sealed class TableauxTests(PayeImportee xemelios)
{
    [Theory]
    [InlineData(1600, true)]
    [InlineData(700, false)]
    public async Task LesEnTetesRestentEnVue(int largeur, bool tient)
    {
        await using var fenetre = await xemelios.OuvrirFenetre(largeur, 700);
        await fenetre.Aller("/");
        await fenetre.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "312 bulletins" }).ClickAsync();
        var cadre = fenetre.Page.Locator(tient ? ".table-responsive.tient" : ".table-responsive.deborde").First;

        await fenetre.Page.Locator("tbody tr").Nth(35).ScrollIntoViewIfNeededAsync();
        var tete = (await cadre.Locator("thead th").First.BoundingBoxAsync())!;
        var haut = tient ? 0 : (await cadre.BoundingBoxAsync())!.Y;
        Assert.InRange(tete.Y - haut, -1, 2);
        Assert.InRange(tete.Y, -1, 700);
        await fenetre.Photographier($"en-tetes-{largeur}");
        Assert.Empty(fenetre.Erreurs);
    }
}
