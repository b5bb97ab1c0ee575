using System.Globalization;
using System.Text;

namespace Xemelios.Import.Tests;

/// <summary>What lines repeat is written once, and nothing is lost when they repeat nothing.</summary>
public sealed class ModelesDeLigneTests
{
    private const int Lignes = 25_000;

    [Fact]
    public void UnTauxParLigneNeFaitPasUnModeleParLigne()
    {
        using var dossier = new DossierDEssai();
        dossier.Poser("taux.xhl", Encoding.UTF8.GetBytes(Fichier(rang => rang + 1)));
        var rapport = dossier.Importer();
        Assert.Equal(Lignes, Assert.Single(rapport.Fichiers).Lignes);
        var modeles = Convert.ToInt32(dossier.Lire("SELECT count(*) FROM modele_de_ligne")[0][0], CultureInfo.InvariantCulture);
        Assert.InRange(modeles, 1_000, 21_000);
        Assert.Equal(25_000L, dossier.Lire("SELECT count(DISTINCT taux) FROM ligne_de_paye")[0][0]);
        Assert.Equal(0L, dossier.Lire("SELECT count(*) FROM ligne_de_paye WHERE taux * 10000 IS DISTINCT FROM montant_ecrit * 100")[0][0]);
    }

    [Fact]
    public void DeuxMoisPareilsOntLesMemesModeles()
    {
        using var dossier = new DossierDEssai();
        dossier.Poser("mars.xhl", Encoding.UTF8.GetBytes(Fichier(rang => rang % 90)));
        dossier.Poser("avril.xhl", Encoding.UTF8.GetBytes(Fichier(rang => rang % 90).Replace("<Mois V=\"03\"/>", "<Mois V=\"04\"/>", StringComparison.Ordinal)));
        dossier.Importer();
        Assert.Equal(90L, dossier.Lire("SELECT count(*) FROM modele_de_ligne")[0][0]);
        Assert.Equal(2L * Lignes, dossier.Lire("SELECT count(*) FROM ligne_de_paye")[0][0]);
        Assert.Equal(1L, dossier.Lire("SELECT count(DISTINCT somme) FROM (SELECT periode, sum(taux * position) AS somme FROM ligne_de_paye GROUP BY periode)")[0][0]);
    }

    /// <summary>One bulletin whose lines have the rates (in ten-thousandths) that are asked, and as many cents.</summary>
    private static string Fichier(Func<int, int> taux)
    {
        var texte = new StringBuilder("""
            <?xml version="1.0" encoding="UTF-8"?><DocumentPaye xmlns="http://www.minefi.gouv.fr/cp/helios/pes_v2/paye_1_1"><Annee V="2026"/><Mois V="03"/>
            <Budget><Code V="01"/></Budget><Employeur><Nom V="Commune"/><Siret V="21990001200019"/></Employeur><DonneesIndiv><PayeIndivMensuel>
            <Agent><Nom V="ESSAI"/><Matricule V="1"/></Agent><Remuneration>
            """);
        for (var rang = 0; rang < Lignes; rang++)
        {
            texte.Append(CultureInfo.InvariantCulture, $"<Indemnite><Libelle V=\"IFSE\"/><Code V=\"2000\"/><Taux V=\"{taux(rang) / 10_000m}\"/><Mt V=\"{taux(rang) / 100m}\"/></Indemnite>");
        }

        return texte.Append("</Remuneration></PayeIndivMensuel></DonneesIndiv></DocumentPaye>").ToString();
    }
}
