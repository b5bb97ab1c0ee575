using Xemelios.Domain.Habilitations;

namespace Xemelios.Query.Comparaisons;

/// <summary>An account as it may be shown: its last four signs.</summary>
public static class CompteMasque
{
    private const int SignesMontres = 4;

    /// <summary>For this reader: a mask and no sign when he may not see accounts at all.</summary>
    public static string? De(string? comptes, Perimetre perimetre) => perimetre.Montre(DonneesProtegees.CompteBancaire) ? De(comptes) : Masque.De(comptes);

    /// <summary>Each account of a list between " / "; null when there is none.</summary>
    public static string? De(string? comptes) => string.IsNullOrWhiteSpace(comptes)
        ? null
        : string.Join(" / ", comptes.Split(" / ").Select(c => "…" + (c.Length <= SignesMontres ? c : c[^SignesMontres..])));
}
