using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Xemelios.Benchmarks.Rapports;

/// <summary>What a file of <c>results</c> holds: the figures of one benchmark, where and when they were taken.</summary>
/// <param name="Modifie">The sources differ from the commit.</param>
/// <param name="Publication">The folder of <c>artifacts</c> whose program was measured; null when the benchmark measures its own process.</param>
/// <param name="Chiffres">What the README shows.</param>
/// <param name="Details">Figures that only this benchmark has: profile, curve…</param>
public sealed partial record ResultatDeBanc(
    string Banc, DateTimeOffset Date, string Commit, bool Modifie, string? Publication, Machine Machine, IReadOnlyDictionary<string, long> Parametres,
    IReadOnlyList<Chiffre> Chiffres, IReadOnlyList<Mesure> Mesures, JsonNode? Details = null)
{
    private static readonly JsonSerializerOptions Forme = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static ResultatDeBanc Lire(string fichier) => JsonSerializer.Deserialize<ResultatDeBanc>(File.ReadAllText(fichier), Forme)!;

    /// <summary>Figures of one list stand on one line.</summary>
    public void Ecrire(string fichier) =>
        File.WriteAllText(fichier, ListeDeNombres().Replace(JsonSerializer.Serialize(this, Forme), liste => Blancs().Replace(liste.Value, " ")) + "\n");

    [GeneratedRegex(@"\[[\s\d.,E+-]+\]", RegexOptions.None, 10_000)]
    private static partial Regex ListeDeNombres();

    [GeneratedRegex(@"\s+", RegexOptions.None, 10_000)]
    private static partial Regex Blancs();
}

/// <summary>The machine of a measure; never its name.</summary>
public sealed record Machine(int Coeurs, string Processeur, long MemoireMio, string Systeme, string DotNet);

/// <summary>A figure for readers, in words, beside the bar that it is to hold.</summary>
/// <param name="Tenue">Null where there is no bar.</param>
public sealed record Chiffre(string Nom, string Valeur, string? Barre = null, bool? Tenue = null);

/// <summary>One thing measured several times.</summary>
/// <param name="Ou">Where it ran: a cold process, the process of the benchmark…</param>
/// <param name="Secondes">Wall time of each run.</param>
/// <param name="Rapport">Median of the product over the median of this one; null for the product itself.</param>
public sealed record Mesure(string Nom, string Ou, double Mediane, double? Centile95, double? Rapport, IReadOnlyList<double> Secondes)
{
    /// <summary>User and system seconds of all threads in each run; over the wall time, the cores that were kept busy.</summary>
    public IReadOnlyList<double>? Processeur { get; init; }

    /// <summary>Largest resident memory of the process in each run, its own only.</summary>
    public IReadOnlyList<double>? MemoireMio { get; init; }
}
