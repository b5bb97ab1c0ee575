using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Xemelios.Checks.Moteur;

/// <summary>A threshold of a rule and its value.</summary>
public sealed record Seuil(string Nom, decimal Valeur, string Libelle);

/// <summary>A rule as the engine runs it: what it is called, what it stands on, and the statement that tests it.</summary>
public sealed record RegleDePaye(RegleAttribute Fiche, IReadOnlyList<Seuil> Seuils, string Sql)
{
    public string Code => Fiche.Code;

    /// <summary>First digits of the SHA-256 of all that decides its findings: two runs with the same one applied the same rule.</summary>
    public string Version { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', [Fiche.Code, $"{Fiche.Gravite}", Fiche.Dit, Sql, .. Seuils.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Nom}={s.Valeur}"))]))))[..12];

    /// <summary>Reads a method that bears <see cref="RegleAttribute"/>.</summary>
    public static RegleDePaye De(MethodInfo methode)
    {
        var seuils = methode.GetCustomAttributes<SeuilAttribute>().Select(s => new Seuil(s.Nom, decimal.Parse(s.Valeur, CultureInfo.InvariantCulture), s.Libelle));
        return new RegleDePaye(methode.GetCustomAttribute<RegleAttribute>()!, [.. seuils.OrderBy(s => s.Nom, StringComparer.Ordinal)], (string)methode.Invoke(null, null)!);
    }
}

/// <summary>All the rules of the program, by code.</summary>
public static class CatalogueDesRegles
{
    public static IReadOnlyList<RegleDePaye> Toutes { get; } =
    [
        .. typeof(CatalogueDesRegles).Assembly.GetTypes().SelectMany(t => t.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(m => m.IsDefined(typeof(RegleAttribute))).Select(RegleDePaye.De).OrderBy(r => r.Code, StringComparer.Ordinal),
    ];

    /// <summary>The rules of these codes; all of them when none is named.</summary>
    /// <exception cref="RegleInconnueException">a code is that of no rule.</exception>
    public static IReadOnlyList<RegleDePaye> Choisir(IReadOnlyCollection<string> codes)
    {
        if (codes.Count == 0)
            return Toutes;
        var voulus = codes.Select(c => c.Trim().ToUpperInvariant()).ToHashSet(StringComparer.Ordinal);
        return voulus.FirstOrDefault(c => Toutes.All(r => r.Code != c)) is { } inconnu
            ? throw new RegleInconnueException(inconnu)
            : [.. Toutes.Where(r => voulus.Contains(r.Code))];
    }
}

/// <summary>A rule is asked for that does not exist.</summary>
public sealed class RegleInconnueException(string code)
    : Query.QuestionRefuseeException("CTL-0001", $"La règle « {code} » n'existe pas : rien n'a été contrôlé. « xemelios controler --liste » donne les codes.");
