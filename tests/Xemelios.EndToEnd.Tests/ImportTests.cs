using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Xemelios.EndToEnd.Tests;

[Collection(ApplicationCollection.Nom)]
public sealed class ImportTests(XemeliosEnMarche xemelios)
{
    [Fact]
    public async Task DesFichiersChoisisSontEnvoyesImportesEtLeRapportResteASonAdresse()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller("/import");
        await fenetre.Photographier("import-portable");

        await fenetre.Page.Locator("input[type=file]:not([webkitdirectory])").SetInputFilesAsync(Directory.GetFiles(DonneesDEssai.Chemin("commune/2026-03-elus")));
        await Expect(fenetre.Page.Locator(".chiffres")).ToBeVisibleAsync();

        await Expect(fenetre.Page.GetByRole(AriaRole.Table)).ToContainTextAsync("PESALR2_123_00_20260320_03.xml");
        await Expect(fenetre.Page.GetByRole(AriaRole.Link, new() { Name = "train ELUS" })).ToBeVisibleAsync();
        await fenetre.Photographier("import-rapport-portable");
        var rapport = fenetre.Page.Url;
        await fenetre.Aller("/import");
        await Expect(fenetre.Page.GetByRole(AriaRole.Table)).ToContainTextAsync("Terminé");
        await fenetre.Aller(rapport);
        await Expect(fenetre.Page.Locator(".chiffres")).ToBeVisibleAsync();
        Assert.Empty(fenetre.Erreurs);
    }

    [Fact]
    public async Task UnDossierEntierDuPosteEtUnDossierDuServeurSImportent()
    {
        await using var fenetre = await xemelios.OuvrirFenetre(400, 800);
        await fenetre.Aller("/import");
        await fenetre.Photographier("import-telephone");
        await fenetre.Page.Locator("input[webkitdirectory]").SetInputFilesAsync(DonneesDEssai.Chemin("hopital/2026-03"));
        await Expect(fenetre.Page.Locator(".chiffres")).ToBeVisibleAsync();
        await Expect(fenetre.Page.GetByRole(AriaRole.Table)).ToContainTextAsync("2026-03/");
        await fenetre.Photographier("import-rapport-telephone");

        await fenetre.Aller("/import");
        await fenetre.Page.GetByLabel("Chemin du dossier").FillAsync("/nulle/part");
        await fenetre.Page.GetByRole(AriaRole.Button, new() { Name = "Importer ce dossier" }).ClickAsync();
        await Expect(fenetre.Page.GetByText("n'existe pas sur le serveur")).ToBeVisibleAsync();
        await fenetre.Page.GetByLabel("Chemin du dossier").FillAsync(DonneesDEssai.Chemin("hopital/2026-03"));
        await fenetre.Page.GetByRole(AriaRole.Button, new() { Name = "Importer ce dossier" }).ClickAsync();

        await Expect(fenetre.Page.Locator(".chiffres")).ToBeVisibleAsync();
        await Expect(fenetre.Page.GetByRole(AriaRole.Table)).ToContainTextAsync("Déjà importé");
        Assert.Empty(fenetre.Erreurs);
    }
}
