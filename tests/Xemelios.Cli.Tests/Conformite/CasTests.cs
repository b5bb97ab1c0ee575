using System.Text.Json.Nodes;
using Xemelios.Domain.Constats;
using Xemelios.Import.Tests;

namespace Xemelios.Cli.Tests.Conformite;

/// <summary>Walks <c>data-samples/cas</c>: a case is a folder of files and an <c>attendu.json</c>; adding one adds no code. Those of rules are read by Xemelios.Checks.Tests.</summary>
public sealed class CasTests
{
    public static TheoryData<string> Codes => [.. Directory.GetDirectories(JeuDEssai.Chemin("cas")).Select(d => Path.GetFileName(d)!).Where(d => !d.StartsWith("regle-", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task LeCasDonneLesReponsesAttendues(string code)
    {
        var dossier = JeuDEssai.Chemin("cas", code);
        var attendu = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(dossier, "attendu.json")))!.AsObject();
        using var essai = new DossierDEssai();
        var fichiers = Directory.GetFiles(dossier, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) != "attendu.json");
        var rapport = Commande.Sur(essai.Entrepot, ["importer", .. fichiers]);
        var ecarts = new List<string>();
        if (attendu["etats"] is JsonArray { Count: 0 } && rapport.Code != 10)
            ecarts.Add($"un fichier refusé doit donner le code 10, pas {rapport.Code}");
        Anomalies(attendu, rapport.Json, ecarts);
        ecarts.AddRange(new ReponsesDuDossier(essai.Entrepot).Comparer(attendu));
        Assert.True(ecarts.Count == 0, $"{attendu["description"]}\n{string.Join('\n', ecarts)}\n{rapport.Sortie}");
    }

    /// <summary>D07 in a case is D7 in the catalogue.</summary>
    private static void Anomalies(JsonObject attendu, JsonNode rapport, List<string> ecarts)
    {
        if (attendu["anomalies"] is not JsonArray attendues)
            return;
        var dites = rapport["fichiers"]!.AsArray().SelectMany(f => f!["anomalies"]!.AsArray())
            .Select(a => CatalogueDesAnomalies.Tous[(string)a!["code"]!].Defaut).OfType<string>().ToHashSet();
        ecarts.AddRange(attendues.Select(a => $"D{((string)a!)[1..].TrimStart('0')}").Where(d => !dites.Contains(d))
            .Select(d => $"le défaut {d} n'est pas dit (dits : {string.Join(", ", dites)})"));
    }
}
