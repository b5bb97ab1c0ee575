namespace Xemelios.Checks.Parametres;

/// <summary>Values that <c>parametres-legaux.json</c> does not hold yet, or ends too early, with the text that sets each.</summary>
internal static class ValeursCompletees
{
    private const string Employeurs = "Décret n° 2025-86 du 30 janvier 2025 : trois points de plus chaque année jusqu'en 2028";

    public static IReadOnlyDictionary<string, IReadOnlyList<ValeurLegale>> Toutes { get; } = new Dictionary<string, IReadOnlyList<ValeurLegale>>(StringComparer.Ordinal)
    {
        ["cnracl_employeur"] = [new(new(2026, 1, 1), 0.3765m, Employeurs), new(new(2027, 1, 1), 0.4065m, Employeurs), new(new(2028, 1, 1), 0.4365m, Employeurs)],
        ["maladie_employeur"] = [new(new(2025, 1, 1), 0.0988m, "Décret n° 2024-49 du 30 janvier 2024 : 8,88 % pour la seule année 2024")],
    };
}
