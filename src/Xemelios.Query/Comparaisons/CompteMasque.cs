namespace Xemelios.Query.Comparaisons;

/// <summary>An account as it may be shown: its last four signs.</summary>
public static class CompteMasque
{
    private const int SignesMontres = 4;

    /// <summary>Each account of a list between " / "; null when there is none.</summary>
    public static string? De(string? comptes) => string.IsNullOrWhiteSpace(comptes)
        ? null
        : string.Join(" / ", comptes.Split(" / ").Select(c => "…" + (c.Length <= SignesMontres ? c : c[^SignesMontres..])));
}
