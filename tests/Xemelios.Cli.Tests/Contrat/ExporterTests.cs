using System.Globalization;
using Xemelios.Store;
using Xemelios.Store.Gestion;

namespace Xemelios.Cli.Tests.Contrat;

/// <summary><c>exporter</c>: ready-made exports of lines, saved configurations, and what is refused.</summary>
public sealed class ExporterTests(DossierImporte dossier) : IClassFixture<DossierImporte>
{
    [Fact]
    public async Task LesLignesDUneCategorieAuDelaDUnMontantSontCellesDeLaRecherche()
    {
        var export = await Executer("exporter", "categorie", "--mois", "2026-03", "--categorie", "Traitement principal", "--montant", ">=1000", "--json");
        var recherche = await Executer("lignes", "--mois", "2026-03", "--critere", "categorie=TraitBrut et montant>=1000", "--json");

        Assert.Equal("Export par catégorie", (string?)export.Json["titre"]);
        Assert.Equal((int)recherche.Json["total"]!, export.Json["lignes"]!.AsArray().Count);
        Assert.Equal((string?)recherche.Json["totaux"]!["montant"], (string?)export.Json["totaux"]!["montant"]);
        Assert.All(export.Json["lignes"]!.AsArray(), l => Assert.True(decimal.Parse((string)l!["montant"]!, CultureInfo.InvariantCulture) >= 1000));
    }

    [Fact]
    public async Task UneConfigurationEnregistreeSExporteDansChaqueFormat()
    {
        using (var entrepot = Entrepot.Ouvrir(dossier.Donnees))
            entrepot.Exports.Ajouter(new ConfigurationDExport("PAYE", "La paye", "claire", DateTimeOffset.UnixEpoch, "Bulletins", ["matricule", "net", "lignes_de_paye.code", "lignes_de_paye.montant", "points_nbi.valeur"]));

        var json = await Executer("exporter", "paye", "--mois", "2026-03", "--critere", "indice>=0", "--json");
        var liste = await Executer("exporter", "--json");

        Assert.Equal("PAYE", (string?)Assert.Single(liste.Json.AsArray())!["code"]);
        Assert.Equal("La paye", (string?)json.Json["titre"]);
        var lignes = json.Json["lignes"]!.AsArray().Sum(b => b!["lignes_de_paye"]!.AsArray().Count);
        Assert.True(lignes > json.Json["lignes"]!.AsArray().Count);
        foreach (var format in (string[])["csv", "xlsx", "parquet", "json"])
        {
            var fichier = dossier.Fichier($"paye.{format}");
            var resultat = await Executer("exporter", "PAYE", "--mois", "2026-03", "--critere", "indice>=0", "--format", format, "-o", fichier);
            Assert.Equal((0, ""), (resultat.Code, resultat.Sortie));
            Assert.True(new FileInfo(fichier).Length > 500);
        }

        Assert.Equal(lignes, (await File.ReadAllLinesAsync(dossier.Fichier("paye.csv"))).Count(l => l.Contains(";Lignes de paye;", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(10, "exporter", "INCONNUE", "-o", "x.csv")]
    [InlineData(10, "exporter", "lignes", "--montant", "cent", "-o", "x.csv")]
    [InlineData(25, "exporter", "lignes")]
    [InlineData(25, "exporter", "-o", "x.csv")]
    [InlineData(25, "exporter", "PAYE", "--montant", ">1", "-o", "x.csv")]
    public async Task CeQuiNeSExportePasEstRefuseEnFrancais(int code, params string[] commande)
    {
        var resultat = await Executer(commande);

        Assert.Equal((code, ""), (resultat.Code, resultat.Sortie));
        Assert.NotEqual("", resultat.Messages);
    }

    private Task<Resultat> Executer(params string[] arguments) => Commande.ExecuterAsync([.. arguments, "--donnees", dossier.Donnees]);
}
