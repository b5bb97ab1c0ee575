using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Checks.Parametres;

/// <summary>The legal parameters of pay by date, from the file beside this one, and what was corrected since.</summary>
public sealed class ParametresLegaux
{
    // Rates of the base come from products of floating numbers (0.041999999999999996): none has more decimals than these.
    private const int Decimales = 6;

    private static readonly Lazy<ParametresLegaux> DuProgramme = new(Lire);

    private readonly Dictionary<string, ParametreLegal> _parNom;

    private ParametresLegaux(IReadOnlyList<ParametreLegal> tous, string empreinte)
    {
        (Tous, Empreinte) = (tous, empreinte);
        _parNom = tous.ToDictionary(p => p.Nom, StringComparer.Ordinal);
    }

    /// <summary>Those of the program.</summary>
    public static ParametresLegaux Fournis => DuProgramme.Value;

    /// <summary>The last month that the base of the program knows of: later values are those of then.</summary>
    public static MoisDePaye ConnusAu { get; } = new(2026, 7);

    /// <summary>By name.</summary>
    public IReadOnlyList<ParametreLegal> Tous { get; }

    /// <summary>SHA-256 of what they say: two runs with the same one had the same parameters.</summary>
    public string Empreinte { get; }

    public ParametreLegal this[string nom] => _parNom[nom];

    private static ParametresLegaux Lire()
    {
        using var flux = typeof(ParametresLegaux).Assembly.GetManifestResourceStream("parametres-legaux.json")!;
        using var octets = new MemoryStream();
        flux.CopyTo(octets);
        using var document = JsonDocument.Parse(octets.ToArray());
        var entrees = document.RootElement.GetProperty("parameters");
        return new ParametresLegaux(
            [.. NomsDesParametres.Tous.OrderBy(n => n.Key, StringComparer.Ordinal).Select(n => Un(n.Key, n.Value, entrees))],
            Convert.ToHexStringLower(SHA256.HashData(octets.ToArray())));
    }

    private static ParametreLegal Un(string nom, (string Cle, int Tranche) source, JsonElement entrees)
    {
        var entree = entrees.GetProperty(source.Cle);
        var valeurs = entree.TryGetProperty("values", out var datees)
            ? datees.EnumerateArray().Select(v => new ValeurLegale(
                Jour(v.GetProperty("from").GetString()!), Nombre(v.GetProperty("value")), v.TryGetProperty("ref", out var texte) ? texte.GetString() : null))
            : entree.GetProperty("brackets")[source.Tranche].GetProperty("rate").EnumerateObject().Select(t => new ValeurLegale(Jour(t.Name), Nombre(t.Value), null));
        return new ParametreLegal(nom, source.Cle, entree.GetProperty("description").GetString()!, [.. valeurs.OrderBy(v => v.Du)]);
    }

    private static decimal? Nombre(JsonElement valeur) => valeur.ValueKind == JsonValueKind.Null ? null : Math.Round(valeur.GetDecimal(), Decimales);

    private static DateOnly Jour(string texte) => DateOnly.ParseExact(texte, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
