using System.Text.Json.Nodes;
using Xemelios.Import.Tests;

namespace Xemelios.Cli.Tests.Conformite;

/// <summary>The four états of <c>data-samples</c> against the figures published beside them.</summary>
public sealed class JeuDEssaiTests
{
    [Fact]
    public async Task LesQuatreEtatsDuJeuDEssaiOntLesChiffresPublies()
    {
        using var essai = new DossierDEssai();
        var rapport = Commande.Sur(essai.Entrepot, ["importer", .. JeuDEssai.Livraisons]);
        Assert.Equal(0, rapport.Code);
        var attendus = JsonNode.Parse(await File.ReadAllTextAsync(JeuDEssai.Chemin("attendu.json")))!.AsArray();
        Assert.Equal(4, attendus.Count);
        foreach (var attendu in attendus)
            Assert.Empty(new ReponsesDuDossier(essai.Entrepot).ComparerUn(attendu!.AsObject()));
        Assert.Equal(4, Commande.Sur(essai.Entrepot, "etats").Json.AsArray().Count);
    }

    [Fact]
    public void MarsDeLaCommuneMontreLEcartPlanteEtSesPieces()
    {
        using var essai = new DossierDEssai();
        Commande.Sur(essai.Entrepot, "importer", JeuDEssai.Chemin("commune"));
        string[] mars = ["--siret", "21990001600011", "--mois", "2026-03"];
        var rapprochement = (Commande.Sur(essai.Entrepot, ["rapprocher", .. mars])).Json;
        var ecart = Assert.Single(rapprochement["lignes"]!.AsArray(), l => (string)l!["ecart_mandat"]! != "0.00")!;
        Assert.Equal(("64118", "12.34", "ecart"), ((string)ecart["nature"]!, (string)ecart["ecart_mandat"]!, (string)ecart["statut"]!));
        var pieces = (Commande.Sur(essai.Entrepot, ["justificatifs", .. mars])).Json;
        Assert.Equal((18, 16, 2, 1), ((int)pieces["references"]!, (int)pieces["presentes"]!, (int)pieces["manquantes"]!, (int)pieces["orphelines"]!));
        var heures = (Commande.Sur(essai.Entrepot, ["heures-supplementaires", .. mars])).Json;
        Assert.Equal((30, "316.00"), (heures["agents"]!.AsArray().Count, (string)heures["totaux"]!["heures_declarees"]!));
    }
}
