using System.Text.Json.Nodes;

namespace Xemelios.Cli.Tests.Contrat;

/// <summary><c>echantillon</c>: the same seed and the same data give the same bulletins, and the strata are the whole état.</summary>
public sealed class EchantillonTests(JeuImporte jeu) : IClassFixture<JeuImporte>
{
    private static readonly string[] Mars = ["echantillon", "--siret", "21990001600011", "--mois", "2026-03"];

    [Theory]
    [InlineData("attributs", "--taille", "20")]
    [InlineData("unites-monetaires", "--taux", "5,5")]
    [InlineData("stratifie", "--taille", "20", "--strates", "statut")]
    public void LaMemeGraineTireLesMemesBulletins(string methode, params string[] options)
    {
        string[] demande = [.. Mars, "--methode", methode, "--graine", "42", .. options];
        var premier = Commande.Sur(jeu.Dossier.Entrepot, demande);
        var etat = Commande.Sur(jeu.Dossier.Entrepot, "etats", "--siret", "21990001600011", "--mois", "2026-03").Json.AsArray();

        Assert.Equal((0, premier.Sortie), (premier.Code, Commande.Sur(jeu.Dossier.Entrepot, demande).Sortie));
        Assert.NotEqual(premier.Sortie, Commande.Sur(jeu.Dossier.Entrepot, [.. Mars, "--methode", methode, "--graine", "43", .. options]).Sortie);
        Assert.Empty(FormeJson.Ecarts("""
            {"siret":"texte","budget":"texte?","mois":"texte","train":"texte?","graine":"texte","methode":"attributs|unites-monetaires|stratifie","regle":"texte",
             "population":{"bulletins":"entier","montant":"montant","empreinte":"empreinte"},
             "strates":[{"sorte":"toujours|seuil|certaine|sondee|hors_tirage","nom":"texte","bulletins":"entier","montant":"montant","tires":"entier"}],
             "bulletins":[{"rang":"entier","volume":"empreinte","ordre":"entier","matricule":"texte?","montant":"montant","sorte":"toujours|seuil|certaine|sondee","strate":"texte"}],
             "sources":[{"nom":"texte","empreinte":"empreinte"}]}
            """, premier.Json));
        Assert.Equal(etat.Sum(e => (int)e!["bulletins"]!), (int)premier.Json["population"]!["bulletins"]!);
        Assert.Equal(etat.Sum(e => Montant(e!["brut"]!)), premier.Json["strates"]!.AsArray().Sum(s => Montant(s!["montant"]!)));
        Assert.Equal(premier.Json["strates"]!.AsArray().Sum(s => (int)s!["tires"]!), premier.Json["bulletins"]!.AsArray().Count);
    }

    [Fact]
    public void CeQuiEstToujoursVuEstDitAvecSaRaison()
    {
        var tire = Commande.Sur(jeu.Dossier.Entrepot, [.. Mars, "--methode", "attributs", "--taille", "3", "--graine", "1", "--critere", "categorie=Indemnite", "--seuil", "1200,50", "--toujours", "tous_evenements"]).Json;

        Assert.Contains("tous à partir de 1", (string)tire["regle"]!, StringComparison.Ordinal);
        Assert.Equal(3, tire["bulletins"]!.AsArray().Count(b => (string)b!["sorte"]! == "sondee"));
        Assert.All(tire["bulletins"]!.AsArray().Where(b => (string)b!["sorte"]! == "seuil"), b => Assert.True(Math.Abs(Montant(b!["montant"]!)) >= 1200.50m));
        Assert.Contains(tire["bulletins"]!.AsArray(), b => (string)b!["sorte"]! == "toujours");
    }

    [Fact]
    public void SansGraineIlEnEstTireUneQuiRefaitLeTirage()
    {
        string[] demande = [.. Mars, "--methode", "attributs", "--taille", "5"];
        var tire = Commande.Sur(jeu.Dossier.Entrepot, demande);

        Assert.Equal(tire.Sortie, Commande.Sur(jeu.Dossier.Entrepot, [.. demande, "--graine", (string)tire.Json["graine"]!]).Sortie);
    }

    [Theory]
    [InlineData("--methode", "hasard", "--taille", "5")]
    [InlineData("--methode", "attributs")]
    [InlineData("--methode", "attributs", "--taille", "0")]
    [InlineData("--methode", "attributs", "--taille", "5", "--taux", "5")]
    [InlineData("--methode", "attributs", "--taux", "101")]
    [InlineData("--methode", "attributs", "--taille", "5", "--graine", "-1")]
    [InlineData("--methode", "attributs", "--taille", "5", "--seuil", "0")]
    [InlineData("--methode", "stratifie", "--taille", "5")]
    [InlineData("--methode", "attributs", "--taille", "5", "--strates", "statut")]
    public async Task UneDemandeFausseRend25(params string[] options) =>
        Assert.Equal(25, (await Commande.ExecuterAsync([.. Mars, .. options, "--donnees", jeu.Dossier.Depot])).Code);

    [Fact]
    public void LaFeuilleSEcritEnPdfEtEnCsv()
    {
        string[] demande = [.. Mars, "--methode", "unites-monetaires", "--taille", "10", "--graine", "42"];
        var (pdf, csv) = (Path.Combine(jeu.Dossier.Depot, "feuille.pdf"), Path.Combine(jeu.Dossier.Depot, "feuille.csv"));

        Assert.Equal(0, Commande.Sur(jeu.Dossier.Entrepot, [.. demande, "--format", "pdf", "-o", pdf]).Code);
        Assert.Equal(0, Commande.Sur(jeu.Dossier.Entrepot, [.. demande, "-o", csv]).Code);
        Assert.StartsWith("%PDF-", File.ReadAllText(pdf), StringComparison.Ordinal);
        var lignes = File.ReadAllText(csv);
        Assert.All(Commande.Sur(jeu.Dossier.Entrepot, demande).Json["bulletins"]!.AsArray(), b => Assert.Contains((string)b!["volume"]!, lignes, StringComparison.Ordinal));
    }

    [Fact]
    public void UnMoisQuiNExistePasEstRefuse() =>
        Assert.Equal(10, Commande.Sur(jeu.Dossier.Entrepot, "echantillon", "--siret", "21990001600011", "--mois", "2030-01", "--methode", "attributs", "--taille", "5").Code);

    private static decimal Montant(JsonNode montant) => decimal.Parse((string)montant!, System.Globalization.CultureInfo.InvariantCulture);
}
