using Xemelios.Domain.Paye;

namespace Xemelios.Import.Tests;

public class ImportDesFichiersOfficielsTests
{
    [Theory]
    [InlineData("PayeCeplExemple042005_schema_1.2b.xhl", 303)]
    [InlineData("PayeCeplExemple082011_schema_1.4.xhl", 301)]
    public void LesFichiersOfficielsSontImportesEnEntier(string nom, int bulletins)
    {
        if (FichiersOfficiels.Chemin(nom) is not { } chemin)
            return;
        using var dossier = new DossierDEssai();
        var rapport = dossier.Importer(chemin);
        var fichier = Assert.Single(rapport.Fichiers);
        Assert.Equal(("XHL", Etats.Importe, bulletins), (fichier.Type, fichier.Etat, fichier.Bulletins));

        var attendu = FichiersOfficiels.CompterParCategorie(chemin);
        var lu = dossier.Lire("SELECT r.categorie, count(*), sum(l.montant) FROM ligne l JOIN modele_de_ligne m ON m.id = l.modele JOIN rubrique r ON r.id = m.rubrique GROUP BY 1 ORDER BY 1")
            .ToDictionary(l => ((CategorieDeLigne)Convert.ToByte(l[0])).ToString(), l => (Lignes: Convert.ToInt32(l[1]), Centimes: (long)((decimal)l[2]! * 100)));
        Assert.Equal(attendu, new SortedDictionary<string, (int, long)>(lu, StringComparer.Ordinal));
        Assert.Equal(attendu.Values.Sum(a => a.Lignes), fichier.Lignes);
        Assert.Equal((long)bulletins, Convert.ToInt64(dossier.Lire("SELECT count(*) FROM bulletin")[0][0]));
    }

    [Fact]
    public void ImporterDeNouveauNImporteRien()
    {
        if (FichiersOfficiels.Chemin("PayeCeplExemple082011_schema_1.4.xhl") is not { } chemin)
            return;
        using var dossier = new DossierDEssai();
        dossier.Importer(chemin);
        var rapport = dossier.Importer(chemin);
        Assert.Equal((0, 1, 0), (rapport.Totaux.Importes, rapport.Totaux.DejaImportes, rapport.Totaux.Bulletins));
        Assert.Equal(301L, Convert.ToInt64(dossier.Lire("SELECT count(*) FROM bulletin")[0][0]));
    }
}
