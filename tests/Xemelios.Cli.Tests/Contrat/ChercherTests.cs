using System.Text.Json.Nodes;

namespace Xemelios.Cli.Tests.Contrat;

/// <summary>The search of agents and pieces, on the samples.</summary>
public sealed class ChercherTests(JeuImporte jeu) : IClassFixture<JeuImporte>
{
    [Fact]
    public void Chercher_ALesClesDuContrat()
    {
        var reponse = Chercher("passereau aïcha");
        var ecarts = FormeJson.Ecarts("""
            {"total":"entier","duree_ms":"entier","resultats":[{"sorte":"agent|piece","matricule":"texte?","nom":"texte?","prenom":"texte?",
              "siret":"texte?","bulletins":"entier","dernier_mois":"texte?","extrait":"texte?"}]}
            """, reponse);
        Assert.Empty(ecarts);
        Assert.Equal(1, (int)reponse["total"]!);
        var trouve = reponse["resultats"]![0]!;
        Assert.Equal(("agent", "000001", 2, "2026-03"),
            ((string)trouve["sorte"]!, (string)trouve["matricule"]!, (int)trouve["bulletins"]!, (string)trouve["dernier_mois"]!));
    }

    [Theory]
    [InlineData("PASSEREAU AICHA")]
    [InlineData("aïcha passereau")]
    [InlineData("passereau aic")]
    [InlineData("paserau aicha", 0)]
    [InlineData("pasereau aicha")]
    [InlineData("\"passereau aïcha\"")]
    [InlineData("\"passere aïcha\"", 0)]
    [InlineData("000001")]
    public void LesAccentsLaCasseLOrdreLePrefixeEtUneFauteNEmpechentPasDeTrouver(string texte, int attendus = 1) =>
        Assert.Equal(attendus, Chercher(texte)["resultats"]!.AsArray().Count(r => (string?)r!["matricule"] == "000001" && (string?)r["siret"] == "21990001600011"));

    [Fact]
    public void LesMotsDUnePieceLaFontTrouver()
    {
        var pieces = Chercher("arrêté attribution")["resultats"]!.AsArray().Where(r => (string)r!["sorte"]! == "piece").ToList();
        Assert.NotEmpty(pieces);
        Assert.All(pieces, p => Assert.Contains("ARRÊTÉ", (string)p!["extrait"]!, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void LeMoisLEmployeurEtLaLimiteBornentLesReponses()
    {
        Assert.Equal(1, (int)Chercher("passereau aïcha", "--mois", "2026-02")["resultats"]![0]!["bulletins"]!);
        Assert.Equal(0, (int)Chercher("passereau aïcha", "--siret", "26990001500018")["total"]!);
        var borne = Chercher("titulaire a", "--limite", "3");
        Assert.InRange(borne["resultats"]!.AsArray().Count, 0, 3);
        Assert.True((int)borne["total"]! >= borne["resultats"]!.AsArray().Count);
    }

    private JsonNode Chercher(string texte, params string[] options) =>
        Commande.Sur(jeu.Dossier.Entrepot, ["chercher", texte, .. options]).Json;
}
