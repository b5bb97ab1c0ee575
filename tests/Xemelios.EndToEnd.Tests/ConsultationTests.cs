using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Xemelios.EndToEnd.Tests;

[Collection(ApplicationCollection.Nom)]
public sealed partial class ConsultationTests(XemeliosEnMarche xemelios)
{
    private const string Commune = "21990001600011";

    [Theory]
    [InlineData("telephone", 400)]
    [InlineData("portable", 1280)]
    public async Task LAccueilMontreLesEtatsEtMeneALaRecherche(string ecran, int largeur)
    {
        await using var fenetre = await Ouvrir(largeur);
        await fenetre.Aller("/");
        await Expect(fenetre.Page.Locator(".case-de-mois").First).ToContainTextAsync("bulletins");
        await VerifierEtPhotographier(fenetre, $"accueil-donnees-{ecran}");

        await fenetre.Page.GetByRole(AriaRole.Searchbox).FillAsync("000123");
        await fenetre.Page.GetByRole(AriaRole.Button, new() { Name = "Rechercher" }).ClickAsync();
        await Expect(fenetre.Titre).ToHaveTextAsync("Recherche");

        await Expect(fenetre.Page.GetByRole(AriaRole.Table).First).ToContainTextAsync("000123");
        await VerifierEtPhotographier(fenetre, $"recherche-{ecran}");
        Assert.Empty(fenetre.Erreurs);
    }

    [Theory]
    [InlineData("telephone", 400)]
    [InlineData("portable", 1280)]
    public async Task LesJustificatifsMenentALaPieceEtLaPieceASesBulletins(string ecran, int largeur)
    {
        await using var fenetre = await Ouvrir(largeur);
        await fenetre.Aller("/justificatifs");
        await fenetre.Page.GetByRole(AriaRole.Link, new() { Name = "mars 2026" }).First.ClickAsync();
        await Expect(fenetre.Titre).ToHaveTextAsync("Justificatifs de mars 2026");
        await Expect(fenetre.Page.GetByText("Manquantes : 2")).ToBeVisibleAsync();
        await Expect(fenetre.Page.GetByText("Orphelines : 1")).ToBeVisibleAsync();
        await VerifierEtPhotographier(fenetre, $"justificatifs-{ecran}");
        await fenetre.Page.GetByText("Manquantes : 2").ClickAsync();
        await Expect(fenetre.Page.Locator("tbody tr")).ToHaveCountAsync(2);

        await fenetre.Page.GetByText("Présentes").ClickAsync();
        await Expect(fenetre.Page.GetByRole(AriaRole.Table)).Not.ToContainTextAsync("Manquante");
        await fenetre.Page.Locator("tbody th a").First.ClickAsync();
        await Expect(fenetre.Page.Locator("visionneuse-pdf output")).ToContainTextAsync("Page 1 sur");
        await VerifierEtPhotographier(fenetre, $"piece-{ecran}");
        Assert.Empty(fenetre.Erreurs);
    }

    [Theory]
    [InlineData("telephone", 400)]
    [InlineData("portable", 1280)]
    public async Task LesMandatsDisentLeurLienAvecLaPaye(string ecran, int largeur)
    {
        await using var fenetre = await Ouvrir(largeur);
        await fenetre.Aller("/mandats");
        await fenetre.Page.Locator("tbody a").First.ClickAsync();
        await Expect(fenetre.Titre).ToContainTextAsync("Mandats de l'exercice 2026");
        await Expect(fenetre.Page.GetByRole(AriaRole.Table).First).ToContainTextAsync("Cite l'état de paye en pièce jointe");
        await VerifierEtPhotographier(fenetre, $"mandats-{ecran}");
        Assert.Empty(fenetre.Erreurs);
    }

    [Theory]
    [InlineData("telephone", 400)]
    [InlineData("portable", 1280)]
    public async Task LaTableDePassageSeSaisitEtEntreEnVigueur(string ecran, int largeur)
    {
        await using var fenetre = await Ouvrir(largeur);
        await fenetre.Aller($"/passage/{Commune}");
        await fenetre.Page.Locator("#texte").FillAsync("TraitBrut;9990;;64111;;2026-01;");
        await VerifierEtPhotographier(fenetre, $"passage-{ecran}");
        await fenetre.Page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer la table" }).ClickAsync();

        await Expect(fenetre.Page.Locator(".chiffres")).ToBeVisibleAsync();
        await fenetre.Aller($"/passage/{Commune}");
        await Expect(fenetre.Page.GetByRole(AriaRole.Table).First).ToContainTextAsync("9990");
        Assert.Empty(fenetre.Erreurs);
    }

    [Theory]
    [InlineData("telephone", 400)]
    [InlineData("portable", 1280)]
    public async Task LaSourceMontreLeFichierAutourDUnOctet(string ecran, int largeur)
    {
        await using var fenetre = await Ouvrir(largeur);
        var fichier = Directory.GetFiles(DonneesDEssai.Chemin("commune/2026-03"), "*-01.xhl").Single();
        var empreinte = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync(fichier)));

        await fenetre.Aller($"/sources/{empreinte}?octet=5000");

        await Expect(fenetre.Page.Locator("pre mark")).ToHaveCountAsync(1);
        await VerifierEtPhotographier(fenetre, $"source-{ecran}");
        Assert.Empty(fenetre.Erreurs);
    }

    [Fact]
    public async Task UneLigneDePayeMeneASaPlaceDansLeFichier()
    {
        await using var fenetre = await Ouvrir(1280);
        var fichier = Directory.GetFiles(DonneesDEssai.Chemin("commune/2026-03"), "*-01.xhl").Single();
        var octets = await File.ReadAllBytesAsync(fichier);
        var texte = System.Text.Encoding.Latin1.GetString(octets);
        var bulletin = texte.IndexOf("<PayeIndivMensuel", texte.IndexOf("</PayeIndivMensuel>", StringComparison.Ordinal), StringComparison.Ordinal);
        var ligne = LigneDePaye().Matches(texte[bulletin..])[2];

        await fenetre.Aller($"/sources/{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(octets))}?octet={bulletin}&ligne=3");

        await Expect(fenetre.Page.Locator("pre mark")).ToContainTextAsync(ligne.Value);
        await Expect(fenetre.Page.Locator(".precision")).ToContainTextAsync(Web.Components.FormatFrancais.Entier(bulletin + ligne.Index));
        Assert.Empty(fenetre.Erreurs);
    }

    [GeneratedRegex("<(TraitBrut|IndemResid|SupFam|AvantageNature|Indemnite|RemDivers|Deduction|Acompte|Rappel|Retenue|Cotisation)>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LigneDePaye();

    private async Task<Fenetre> Ouvrir(int largeur)
    {
        await DonneesDEssai.Importer(xemelios.Adresse, "commune");
        return await xemelios.OuvrirFenetre(largeur, 800);
    }

    private static async Task VerifierEtPhotographier(Fenetre fenetre, string nom)
    {
        await fenetre.Photographier(nom);
        var tient = await fenetre.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth");
        Assert.True(tient, "La page déborde en largeur.");
    }
}
