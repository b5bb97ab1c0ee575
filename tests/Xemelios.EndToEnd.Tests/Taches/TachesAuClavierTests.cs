using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Xemelios.EndToEnd.Tests.Taches;

/// <summary>What people come to do, without touching the mouse once. <see cref="CadreEtClavierTests"/> has five more.</summary>
[Collection(TachesCollection.Nom)]
public sealed class TachesAuClavierTests(PayeImportee xemelios)
{
    private const string Mars = $"/etats/{PayeImportee.Commune}/00/2026-03";

    [Fact]
    public async Task RetrouverLArreteQuiJustifieUneRubriqueNouvelle()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller(Mars);
        await fenetre.AttendreLeCircuit();

        await fenetre.TouchesAsync("g", "q");
        await Expect(fenetre.Titre).ToContainTextAsync("Quoi de neuf en mars 2026");
        await fenetre.ValiderAsync(fenetre.Page.Locator("#rubrique-nouvelle").GetByRole(AriaRole.Link, new() { Name = "1 présent" }));
        await Expect(fenetre.Titre).ToContainTextAsync("Bulletin de paye");
        await fenetre.ValiderAsync(fenetre.Page.Locator(".pieces a"));

        await Expect(fenetre.Page.Locator("visionneuse-pdf output")).ToContainTextAsync("Page 1 sur");
        await Expect(fenetre.Page.Locator(".textLayer").First).ToContainTextAsync("ARRÊTÉ");
        await fenetre.Photographier("tache-arrete-d-une-rubrique");
        Assert.Empty(fenetre.Erreurs);
    }

    [Fact]
    public async Task RemonterDUnEcartJusquAuxOctetsDuFichierRecu()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller(Mars + "/rapprochement?train=");
        await fenetre.AttendreLeCircuit();

        await fenetre.ValiderAsync(fenetre.Page.Locator("#nature-64118 .lien-montant"));
        await Expect(fenetre.Page.Locator("#total-trouve")).ToHaveTextAsync("82\u202F722,11\u00A0€");
        await fenetre.ValiderAsync(fenetre.Page.Locator("tbody th a"));
        await Expect(fenetre.Page.Locator(".detail .ligne-cherchee")).ToContainTextAsync("64118");
        await fenetre.ValiderAsync(fenetre.Page.Locator(".detail .ligne-cherchee a[href^='/sources/']"));

        await Expect(fenetre.Page.Locator(".source mark")).ToBeVisibleAsync();
        await fenetre.Photographier("tache-source-d-un-ecart");
        Assert.Empty(fenetre.Erreurs);
    }

    [Fact]
    public async Task TrouverUnMotDansLesPiecesEtLeLireAuClavier()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller("/");
        await fenetre.AttendreLeCircuit();

        await fenetre.TouchesAsync("/");
        await fenetre.Page.Keyboard.TypeAsync("echelon");
        await fenetre.TouchesAsync("Enter");
        await Expect(fenetre.Titre).ToHaveTextAsync("Recherche");
        await fenetre.ValiderAsync(fenetre.Page.GetByRole(AriaRole.Table, new() { Name = "Pièces justificatives" }).GetByRole(AriaRole.Link));
        await Expect(fenetre.Page.Locator(".textLayer .highlight").First).ToBeVisibleAsync();
        var largeur = (await fenetre.Page.Locator(".pdfViewer .page").First.BoundingBoxAsync())!.Width;
        await fenetre.AtteindreAsync(fenetre.Page.GetByRole(AriaRole.Button, new() { Name = "Agrandir" }));
        await fenetre.TouchesAsync("Space");

        await fenetre.Attendre($"document.querySelector('.pdfViewer .page').getBoundingClientRect().width > {largeur.ToString(System.Globalization.CultureInfo.InvariantCulture)} + 1");
        await fenetre.Photographier("tache-mot-dans-une-piece");
        Assert.Empty(fenetre.Erreurs);
    }

    [Fact]
    public async Task ComparerLesDeuxDerniersMoisDUnAgent()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller($"/bulletins?siret={PayeImportee.Commune}&mois=2026-03");
        await fenetre.AttendreLeCircuit();

        await fenetre.ValiderAsync(fenetre.Page.Locator("tbody a"));
        await Expect(fenetre.Titre).ToContainTextAsync("Bulletin de paye");
        await fenetre.ValiderAsync(fenetre.Lien("Voir tous les bulletins de l'agent"));
        await fenetre.ValiderAsync(fenetre.Lien("Comparer les deux derniers mois"));

        await Expect(fenetre.Titre).ToContainTextAsync("février 2026 et mars 2026");
        await Expect(fenetre.Page.GetByRole(AriaRole.Table, new() { Name = "Totaux des lignes, égales comprises" })).ToBeVisibleAsync();
        await fenetre.Photographier("tache-deux-mois");
        Assert.Empty(fenetre.Erreurs);
    }

    [Fact]
    public async Task EmporterLEtatLiquidatifDansUnTableur()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller(Mars);
        await fenetre.AttendreLeCircuit();

        await fenetre.AtteindreAsync(fenetre.Lien("XLSX"));
        var fichier = await fenetre.Page.RunAndWaitForDownloadAsync(() => fenetre.TouchesAsync("Enter"));

        Assert.EndsWith(".xlsx", fichier.SuggestedFilename, StringComparison.Ordinal);
        Assert.True(new FileInfo((await fichier.PathAsync())!).Length > 5_000);
        await Expect(fenetre.Titre).ToContainTextAsync("État liquidatif de mars 2026");
        await fenetre.Photographier("tache-export");
        Assert.Empty(fenetre.Erreurs);
    }

    [Fact]
    public async Task ChercherLesIndicesElevesDUnServiceEtGarderLaRecherche()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        var clavier = fenetre.Page.Keyboard;
        await fenetre.Aller($"/bulletins?siret={PayeImportee.Commune}&mois=2026-03");
        await fenetre.AttendreLeCircuit();

        await fenetre.AtteindreAsync(fenetre.Page.Locator("#criteres > summary"));
        await clavier.PressAsync("Enter");
        await fenetre.ValiderAsync(fenetre.Page.GetByRole(AriaRole.Button, new() { Name = "Écrire les critères en texte" }));
        await fenetre.AtteindreAsync(fenetre.Page.Locator("#criteres-en-texte"), "Shift+Tab");
        await clavier.TypeAsync("indice>=450");
        await fenetre.ValiderAsync(fenetre.Page.GetByRole(AriaRole.Button, new() { Name = "Appliquer ces critères" }));
        await Expect(fenetre.Page.Locator(".phrase")).ToContainTextAsync("450");
        await fenetre.Photographier("tache-recherche-gardee");
        await fenetre.AtteindreAsync(fenetre.Page.Locator("#garder > summary"));
        await clavier.PressAsync("Enter");
        await fenetre.AtteindreAsync(fenetre.Page.Locator("#garder [name=libelle]"));
        await clavier.TypeAsync("Indices élevés");
        await clavier.PressAsync("Enter");

        await Expect(fenetre.Titre).ToHaveTextAsync("Recherches enregistrées");
        await Expect(fenetre.Page.GetByRole(AriaRole.Link, new() { Name = "Indices élevés" }).First).ToBeVisibleAsync();
        Assert.Empty(fenetre.Erreurs);
    }
}
