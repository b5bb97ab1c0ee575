using System.Globalization;
using Xemelios.Import.Tests;

namespace Xemelios.Cli.Tests.Contrat;

/// <summary>The official files through the command line, against sums counted in their text without any XML reader.</summary>
public sealed class FichiersOfficielsTests
{
    [Theory]
    [InlineData("PayeCeplExemple042005_schema_1.2b.xhl", "2005-04", 303)]
    [InlineData("PayeCeplExemple082011_schema_1.4.xhl", "2011-08", 301)]
    public void LEtatLiquidatifParCategorieEstLaSommeDesLignesDuFichier(string nom, string mois, int bulletins)
    {
        if (FichiersOfficiels.Chemin(nom) is not { } chemin)
            return;
        using var dossier = new DossierDEssai();
        dossier.Importer(chemin);
        var reponse = Commande.Sur(dossier.Entrepot, "etat-liquidatif", "--siret", "99999999900017", "--mois", mois, "--par", "categorie").Json;
        Assert.Equal(bulletins, (int)reponse["etat"]!["bulletins"]!);

        var lues = reponse["lignes"]!.AsArray().ToDictionary(l => (string)l!["cle"]!, l => ((int)l!["lignes"]!, Centimes(l!)));
        var attendues = FichiersOfficiels.CompterParCategorie(chemin).ToDictionary(a => a.Key, a => (a.Value.Lignes, a.Value.Centimes));
        Assert.Equal(attendues, lues);
    }

    /// <summary>A category has its amount in one column only.</summary>
    private static long Centimes(System.Text.Json.Nodes.JsonNode ligne) =>
        ((string[])["brut", "retenues", "cotisations_patronales", "autres"])
        .Sum(colonne => (long)(decimal.Parse((string)ligne[colonne]!, CultureInfo.InvariantCulture) * 100));
}
