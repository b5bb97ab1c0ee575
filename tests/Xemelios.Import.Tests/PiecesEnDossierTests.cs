using Xemelios.Samples;

namespace Xemelios.Import.Tests;

public class PiecesEnDossierTests
{
    [Fact]
    public void UnDossierPjDejaDecompresseGardeLaCollectiviteDeSesPieces()
    {
        using var dossier = new DossierDEssai();
        dossier.Poser("PJ/21990001600011/arrete.pdf", PdfWriter.Ecrire("ARRÊTÉ", ["pièce fictive"]));
        dossier.Poser("seule.pdf", PdfWriter.Ecrire("DÉLIBÉRATION", ["pièce fictive"]));
        dossier.Importer();
        Assert.Equal(
            [["arrete.pdf", "21990001600011"], ["seule.pdf", null]],
            dossier.Lire("SELECT nom, siret FROM piece ORDER BY nom"));
    }

    [Fact]
    public void UnOriginalPerduNEmpechePasDeReconstruireLesAutres()
    {
        using var dossier = new DossierDEssai();
        dossier.Poser("a.pdf", PdfWriter.Ecrire("A", ["pièce fictive"]));
        dossier.Poser("b.pdf", PdfWriter.Ecrire("B", ["pièce fictive"]));
        var perdu = dossier.Importer().Fichiers[0].Empreinte!;
        File.Delete(Path.Combine(dossier.Donnees, "originaux", perdu[..2], perdu[2..4], perdu));
        var rapport = dossier.Reconstruire();
        Assert.Equal((1, 1), (rapport.Totaux.Rejetes, rapport.Totaux.Importes));
        Assert.Equal("REC-0020", rapport.Fichiers[0].Anomalies[0].Code);
    }
}
