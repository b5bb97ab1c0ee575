using System.Globalization;
using System.Text.Json.Nodes;

namespace Xemelios.Cli.Tests.Contrat;

/// <summary>The command <c>comparer</c> on the samples: every key of the contract, and sums that hold.</summary>
public sealed class ComparerTests(JeuImporte jeu) : IClassFixture<JeuImporte>
{
    private static readonly string[] MarsEtFevrier = ["comparer", "--siret", "21990001600011", "--mois", "2026-03", "--avec", "2026-02"];

    [Fact]
    public void Comparer_ALesClesDuContrat() => Assert.Empty(FormeJson.Ecarts("""
        {"entrants":[{"matricule":"texte","nom":"texte","prenom":"texte","brut":"montant","net":"montant",
            "justificatifs_presents":"entier","justificatifs_manquants":"entier"}],
         "sortants":[{"matricule":"texte"}],
         "variations":[{"matricule":"texte","champ":"grade|echelon|indice|nbi|quotite|service|rib|statut|emploi|brut|net","avant":"texte?","apres":"texte?"}],
         "lignes":[{"matricule":"texte","categorie":"texte","code":"texte?","libelle":"texte?","avant":"montant?","apres":"montant?"}],
         "totaux":{"agents_avant":"entier","agents_apres":"entier","brut_avant":"montant","brut_apres":"montant","net_avant":"montant","net_apres":"montant"}}
        """, Demander(MarsEtFevrier)));

    [Fact]
    public void Comparer_DonneLeBrutDesDeuxMois()
    {
        var totaux = Demander(MarsEtFevrier)["totaux"]!;
        foreach (var (mois, cle) in new[] { ("2026-02", "brut_avant"), ("2026-03", "brut_apres") })
        {
            var etats = Demander("etats", "--siret", "21990001600011", "--mois", mois).AsArray();
            Assert.Equal(etats.Sum(e => Lire(e!["brut"])), Lire(totaux[cle]));
        }
    }

    [Fact]
    public void Comparer_UnBudgetSeul()
    {
        var etat = Demander("etats", "--siret", "21990001600011", "--mois", "2026-03", "--budget", "00").AsArray();
        Assert.Equal(etat.Sum(e => Lire(e!["brut"])), Lire(Demander([.. MarsEtFevrier, "--budget", "00"])["totaux"]!["brut_apres"]));
    }

    [Fact]
    public void Comparer_UnMoisSansPayeEstRefuse()
    {
        var resultat = Commande.Sur(jeu.Dossier.Entrepot, ["comparer", "--siret", "21990001600011", "--mois", "2026-03", "--avec", "2020-01"]);
        Assert.Equal(10, resultat.Code);
        Assert.Contains("Aucun état", resultat.Messages, StringComparison.Ordinal);
    }

    private JsonNode Demander(params string[] arguments)
    {
        var resultat = Commande.Sur(jeu.Dossier.Entrepot, arguments);
        Assert.Equal((0, ""), (resultat.Code, resultat.Messages));
        return resultat.Json;
    }

    private static decimal Lire(JsonNode? montant) => decimal.Parse((string)montant!, CultureInfo.InvariantCulture);
}
