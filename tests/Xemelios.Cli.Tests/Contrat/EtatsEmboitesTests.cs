using System.Globalization;
using System.Text.Json.Nodes;

namespace Xemelios.Cli.Tests.Contrat;

/// <summary>The axes and chains of <c>etat-liquidatif --par</c> on the samples.</summary>
public sealed class EtatsEmboitesTests(JeuImporte jeu) : IClassFixture<JeuImporte>
{
    [Theory]
    [InlineData("budget", "00")]
    [InlineData("chapitre", "012 65 ")]
    [InlineData("train", "ELUS ")]
    [InlineData("etablissement", "")]
    public void LesNouveauxAxesOntLesMemesCles(string axe, string cles)
    {
        var etat = Demander(axe);

        Assert.Equal(axe, (string?)etat["par"]);
        Assert.Equal(cles, string.Join(' ', etat["lignes"]!.AsArray().Select(l => (string?)l!["cle"])));
        Assert.Equal("1034446.24", (string?)etat["totaux"]!["montant"]);
        Assert.Equal(1_034_446.24m, etat["lignes"]!.AsArray().Sum(l => Montant(l!)));
    }

    [Fact]
    public void UneChaineEmboiteSesLignes()
    {
        var etat = Demander("nature,rubrique,agent");

        Assert.Equal(["nature", "rubrique", "agent"], etat["par"]!.AsArray().Select(p => (string?)p));
        Verifier(etat["lignes"]!.AsArray(), 1, Montant(etat["totaux"]!));
        var ifse = etat["lignes"]!.AsArray().Single(l => (string?)l!["cle"] == "64118")!["enfants"]!.AsArray();
        Assert.Equal("82722.11", ifse.Sum(l => Montant(l!)).ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("inconnu")]
    [InlineData("nature,nature")]
    [InlineData("nature,rubrique,agent,train")]
    public async Task UneChaineFausseEstUneErreurDeSyntaxe(string chaine) =>
        Assert.Equal(CodesDeRetour.Syntaxe, (await Commande.ExecuterAsync(["etat-liquidatif", .. Mars, "--par", chaine])).Code);

    private static readonly string[] Mars = ["--siret", "21990001600011", "--mois", "2026-03"];

    private static decimal Montant(JsonNode ligne) => decimal.Parse((string)ligne["montant"]!, CultureInfo.InvariantCulture);

    private static void Verifier(JsonArray lignes, int niveau, decimal total)
    {
        Assert.Equal(total, lignes.Sum(l => Montant(l!)));
        foreach (var ligne in lignes)
        {
            Assert.Equal(niveau, (int)ligne!["niveau"]!);
            if (niveau < 3)
                Verifier(ligne["enfants"]!.AsArray(), niveau + 1, Montant(ligne));
            else
                Assert.Null(ligne["enfants"]);
        }
    }

    private JsonNode Demander(string par) => Commande.Sur(jeu.Dossier.Entrepot, ["etat-liquidatif", .. Mars, "--par", par]).Json;
}
