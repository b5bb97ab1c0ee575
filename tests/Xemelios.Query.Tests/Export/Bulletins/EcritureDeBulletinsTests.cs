using Xemelios.Query.Bulletins;
using Xemelios.Query.Export.Bulletins;

namespace Xemelios.Query.Tests.Export.Bulletins;

/// <summary>The printed payslip, read again by pdftotext.</summary>
public sealed class EcritureDeBulletinsTests
{
    [Fact]
    public void LaFeuillePorteTousLesLibellesDuPapierDansLeurOrdre()
    {
        using var pdf = Lire(BulletinsDEssai.Complet());
        var texte = pdf.Texte.Replace('\n', ' ');
        var place = 0;

        foreach (var libelle in (string[])
            [
                "Commune d'Exemple", "1 place de la Mairie", "99001 Villexemple", "No APE: 8411Z", "SIRET: 21990001200019", "URSSAF : URS 99", "MATRICULE : 000112",
                "Nbre Heures : 151,67", "Nbre Heures Sup : 14,50", "Qualification : Agent d'accueil", "Nomenclature statutaire : RS12 Filière administrative", "NIR : 2900199001001",
                "PÉRIODE DU 01/03/2026 AU 31/03/2026", "BULLETIN DE PAYE", "mars 2026", "Mme D'ÉTÉ-MARTIN née Durand Zoé", "3 rue de l'Église", "Bât. B", "99000 Exempleville",
                "CAT", "G.R.", "ECH.", "INDICE", "NBI", "SF", "TX", "Service", "Titulaire", "Adjoint administratif", "07", "390", "10 + 5", "2", "80", "État civil",
                "CHARGES PATRONALES", "RUBRIQUE DE PAYE", "LIBELLÉ", "NOMBRE OU BASE", "TAUX", "GAINS", "RETENUES", "TAUX", "MONTANT",
                "1000", "Traitement indiciaire", "390,00", "1 850,10", "2000", "IFSE (R) (01/01/2026 - 28/02/2026)", "16,83", "506,02",
                "7000", "CNRACL", "11,10", "205,35", "31,65", "580,93", "Votre échelon change au 1er avril 2026", "8000", "URSSAF <maladie>", "9,88", "182,04", "Prime nulle",
                "MODE DE REGLEMENT", "Mise en paiement le 27/03/2026", "BDFEFRPP FR7630001007941234567890185 Banque d'Exemple Mme Martin", "NET A PAYER", "1 875,11 €",
                "NET", "NET IMPOSABLE", "BRUT", "1 890,34 €", "1 928,77 €", "2 356,12 €", "CUMUL BRUT", "CUMUL NET IMPOSABLE", "CUMUL BASE S.S.", "7 068,36 €", "5 786,31 €", "6 500,01 €",
                "Evènements", "Libellé", "Description", "Avancement", "Passage au 7e échelon",
                "Répartition budgétaire", "Code Budget", "Libellé", "Taux", "Montant", "00", "Budget principal", "60,00 %", "1 413,67", "01", "Eau", "40,00 %", "942,45",
                BulletinsDEssai.Volume,
            ])
        {
            var trouve = texte.IndexOf(libelle, place, StringComparison.Ordinal);
            Assert.True(trouve >= 0, $"« {libelle} » manque après « {texte[Math.Max(0, place - 60)..place]} »");
            place = trouve + libelle.Length;
        }

        Assert.Contains("Page 1 / 1", texte, StringComparison.Ordinal);
        Assert.DoesNotContain("Prime nulle 0,00", texte, StringComparison.Ordinal);
    }

    [Fact]
    public void CeQueLeFichierNeDitPasEstNonRenseigne()
    {
        using var pdf = Lire(BulletinsDEssai.Vide());

        foreach (var libelle in (string[])["No APE:", "NIR :", "MATRICULE :", "Mise en paiement le"])
            Assert.Contains($"{libelle} Non renseigné.", pdf.Texte, StringComparison.Ordinal);
    }

    [Fact]
    public void UnLotAUnSignetParAgentEtSesPagesSeSuivent()
    {
        using var pdf = new PdfLu(flux => EcritureDeBulletins.Ecrire(
            Enumerable.Range(10, 40).Select(i => BulletinsDEssai.Complet(i, $"AGENT{i}")), "Lot de mars", DateTimeOffset.UnixEpoch, flux));
        var pages = pdf.Texte.Split('\f')[..^1];

        Assert.Equal(40, pages.Length);
        for (var i = 0; i < pages.Length; i++)
        {
            Assert.Contains($"AGENT{i + 10}", pages[i], StringComparison.Ordinal);
            Assert.Contains($"Page {i + 1} / 40", pages[i], StringComparison.Ordinal);
        }

        Assert.Equal(Enumerable.Range(10, 40).Select(i => $"AGENT{i} Zoé (0001{i}), mars 2026"), pdf.Signets());
    }

    [Fact]
    public void UnLongBulletinContinueSurUneAutrePageSansRienPerdre()
    {
        var bulletin = BulletinsDEssai.Complet();
        var modele = bulletin.Lignes[0];
        bulletin = bulletin with { Lignes = [.. Enumerable.Range(1, 120).Select(i => modele with { Code = $"R{i:000}", Libelle = $"Rubrique n° {i} <é>", Position = i })] };

        using var pdf = Lire(bulletin);

        Assert.True(pdf.Pages >= 3);
        Assert.Equal(Enumerable.Range(1, 120).Select(i => $"R{i:000}"), pdf.Texte.Split('\n').Where(l => l.StartsWith('R') && l.Length > 3 && char.IsAsciiDigit(l[1])).Select(l => l[..4]));
        Assert.Contains("(suite)", pdf.Texte.Split('\f')[1], StringComparison.Ordinal);
    }

    [Fact]
    public void UnBulletinHostileSImprime()
    {
        var hostile = string.Concat(Enumerable.Repeat("a\u0000\u202E\n<script> 😀 العربية ", 60));
        using var pdf = Lire(BulletinsDEssai.Complet() with { Nom = hostile, Grade = hostile, Emploi = hostile });

        Assert.Contains("NET A PAYER", pdf.Texte, StringComparison.Ordinal);
    }

    [Fact]
    public void SansBulletinIlNYAPasDeDocument() =>
        Assert.Throws<ArgumentException>(() => EcritureDeBulletins.Ecrire([], "Rien", DateTimeOffset.UnixEpoch, Stream.Null));

    private static PdfLu Lire(BulletinDetaille bulletin) => new(flux => EcritureDeBulletins.Ecrire([bulletin], "Bulletin", DateTimeOffset.UnixEpoch, flux));
}
