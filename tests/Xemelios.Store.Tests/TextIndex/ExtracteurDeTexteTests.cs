using System.Runtime.Versioning;
using Xemelios.Store.TextIndex;

namespace Xemelios.Store.Tests.TextIndex;

/// <summary>Needs pdftotext (package poppler-utils).</summary>
public sealed class ExtracteurDeTexteTests : IDisposable
{
    private readonly DossierDEssai dossier = new();

    [Fact]
    public void Extraction_DonneLeTexteDeChaquePage()
    {
        var extracteur = new ExtracteurDeTexte(dossier.Chemin);
        Assert.True(extracteur.EstPresent, "pdftotext manque : installez poppler-utils.");
        using var pdf = PdfDEssai.Avec("Arrêté de prime", "", "à l'été 2026");
        var texte = extracteur.Extraire(pdf, CancellationToken.None);
        Assert.Null(texte.Raison);
        Assert.Equal(["Arrêté de prime", "", "à l'été 2026"], texte.Pages.Select(page => page.Trim()));
        Assert.Empty(Directory.EnumerateFileSystemEntries(dossier.Chemin));
    }

    [Fact]
    public void Texte_DUnPdfEstTrouveParLaRecherche()
    {
        using var pdf = PdfDEssai.Avec("Page de garde", "Arrêté de Mme Exemple");
        using var essai = new IndexDEssai();
        var texte = new ExtracteurDeTexte(dossier.Chemin).Extraire(pdf, CancellationToken.None);
        essai.Index.Ajouter(texte.EnDocuments("abc"));
        var page = Assert.Single(essai.Pages("arrete exem"));
        Assert.Equal(("abc", 2, "«Arrêté» de Mme «Exemple»"), (page.Empreinte, page.Page, page.Extrait));
    }

    [Theory]
    [InlineData("ceci n'est pas un PDF")]
    [InlineData("")]
    [InlineData("%PDF-1.7\n%%EOF")]
    public void Extraction_RefuseCeQuiNEstPasUnPdf(string contenu)
    {
        using var flux = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(contenu));
        var texte = new ExtracteurDeTexte(dossier.Chemin).Extraire(flux, CancellationToken.None);
        Assert.Equal(RaisonSansTexte.Refuse, texte.Raison);
        Assert.Equal([new DocumentDePiece("abc", 1, "")], texte.EnDocuments("abc"));
    }

    [Fact]
    public void Extraction_SansProgrammeLaisseLaPieceARelire()
    {
        var extracteur = new ExtracteurDeTexte(dossier.Chemin, programme: "pdftotext-qui-n-existe-pas");
        using var pdf = PdfDEssai.Avec("texte");
        var texte = extracteur.Extraire(pdf, CancellationToken.None);
        Assert.False(extracteur.EstPresent);
        Assert.Equal(RaisonSansTexte.ProgrammeAbsent, texte.Raison);
        Assert.Empty(texte.EnDocuments("abc"));
    }

    [Fact]
    public void Extraction_SArreteQuandIlYATropDeTexte()
    {
        var limites = LimitesDExtraction.ParDefaut with { Octets = 50 };
        using var pdf = PdfDEssai.Avec(new string('a', 60));
        Assert.Equal(RaisonSansTexte.TropVolumineux, new ExtracteurDeTexte(dossier.Chemin, limites).Extraire(pdf, CancellationToken.None).Raison);
    }

    [Fact]
    [SupportedOSPlatform("linux")]
    public void Extraction_TueUnProgrammeTropLent()
    {
        var limites = LimitesDExtraction.ParDefaut with { Duree = TimeSpan.FromMilliseconds(200) };
        using var pdf = PdfDEssai.Avec("texte");
        var texte = new ExtracteurDeTexte(dossier.Chemin, limites, Script("exec sleep 600")).Extraire(pdf, CancellationToken.None);
        Assert.Equal(RaisonSansTexte.TropLong, texte.Raison);
        Assert.Single(Directory.EnumerateFileSystemEntries(dossier.Chemin));
    }

    [Fact]
    [SupportedOSPlatform("linux")]
    public void Extraction_BorneLaMemoireDuProgramme()
    {
        var limites = LimitesDExtraction.ParDefaut with { Memoire = 64L << 20 };
        using var pdf = PdfDEssai.Avec("texte");
        var texte = new ExtracteurDeTexte(dossier.Chemin, limites, Script("ulimit -v")).Extraire(pdf, CancellationToken.None);
        Assert.Equal("65536", texte.Pages.Single().Trim());
    }

    [Fact]
    [SupportedOSPlatform("linux")]
    public void Extraction_SAnnule()
    {
        using var annulation = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        using var pdf = PdfDEssai.Avec("texte");
        var extracteur = new ExtracteurDeTexte(dossier.Chemin, programme: Script("exec sleep 600"));
        Assert.Throws<OperationCanceledException>(() => extracteur.Extraire(pdf, annulation.Token));
    }

    public void Dispose() => dossier.Dispose();

    [SupportedOSPlatform("linux")]
    private string Script(string commande)
    {
        var chemin = dossier.Fichier("programme");
        File.WriteAllText(chemin, $"#!/bin/sh\n{commande}\n");
        File.SetUnixFileMode(chemin, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
        return chemin;
    }
}
