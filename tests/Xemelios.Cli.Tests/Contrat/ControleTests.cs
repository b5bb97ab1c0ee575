using System.Text.Json.Nodes;

namespace Xemelios.Cli.Tests.Contrat;

/// <summary><c>reste-a-voir</c> and <c>rapport-de-controle</c>: the same figures as <c>rapprocher</c>, and a PDF to sign.</summary>
public sealed class ControleTests(JeuImporte jeu) : IClassFixture<JeuImporte>
{
    private static readonly string[] Mars = ["--siret", "21990001600011", "--mois", "2026-03"];

    [Fact]
    public void ResteAVoirDitLesEtatsSansVisaEtLaNatureEnEcart()
    {
        var reste = Commande.Sur(jeu.Dossier.Entrepot, ["reste-a-voir", .. Mars]);

        Assert.Equal(0, reste.Code);
        var ecart = Assert.Single(Restes(reste.Json), r => (string)r["sorte"]! == "nature_en_ecart");
        Assert.Equal(("64118", "12.34"), ((string)ecart["cible"]!["nature"]!, (string)ecart["ecart"]!));
        Assert.Contains(Restes(reste.Json), r => (string)r["sorte"]! == "etat_sans_visa" && (string)r["cible"]!["mois"]! == "2026-03");
    }

    [Fact]
    public void LeRapportALesChiffresDuRapprochement()
    {
        var rapprochement = Commande.Sur(jeu.Dossier.Entrepot, ["rapprocher", .. Mars]).Json;
        var rapport = Commande.Sur(jeu.Dossier.Entrepot, ["rapport-de-controle", .. Mars]);

        Assert.Equal((0, "Rapport de contrôle – mars 2026"), (rapport.Code, (string)rapport.Json["titre"]!));
        var section = rapport.Json["sections"]!.AsArray().Single(s => (string)s!["titre"]! == "Rapprochement par nature")!;
        Assert.Equal(
            rapprochement["lignes"]!.AsArray().Select(l => ((string)l!["nature"]!, (string)l["recalcule"]!, (string)l["mandate"]!, (string)l["ecart_mandat"]!)),
            section["lignes"]!.AsArray().Select(l => ((string)l!["nature"]!, (string)l["recalcule"]!, (string)l["mandate"]!, (string)l["ecart_mandat"]!)));
    }

    [Fact]
    public void LeRapportSEcritEnPdfEtDansAucunAutreFormat()
    {
        var pdf = Path.Combine(jeu.Dossier.Depot, "rapport.pdf");

        Assert.Equal(0, Commande.Sur(jeu.Dossier.Entrepot, ["rapport-de-controle", .. Mars, "--format", "pdf", "-o", pdf]).Code);
        Assert.StartsWith("%PDF-", File.ReadAllText(pdf), StringComparison.Ordinal);
        Assert.Equal(25, Commande.Sur(jeu.Dossier.Entrepot, ["rapport-de-controle", .. Mars, "--format", "csv", "-o", pdf]).Code);
    }

    private static IEnumerable<JsonNode> Restes(JsonNode json) => json["restes"]!.AsArray().OfType<JsonNode>();
}
