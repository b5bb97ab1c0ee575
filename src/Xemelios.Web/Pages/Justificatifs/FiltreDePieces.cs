using Xemelios.Query.Justificatifs;

namespace Xemelios.Web.Pages.Justificatifs;

/// <summary>Which pieces of a month are shown.</summary>
public static class FiltreDePieces
{
    /// <param name="statut">presente, manquante or orpheline; all without it.</param>
    /// <param name="mots">Words of a name, an identifier or a matricule.</param>
    public static IReadOnlyList<PieceDuMois> Montrees(JustificatifsDuMois mois, string? statut, string? mots) => [.. mois.Pieces
        .Where(p => statut is null || string.Equals(p.Statut.ToString(), statut, StringComparison.OrdinalIgnoreCase))
        .Where(p => string.IsNullOrWhiteSpace(mots)
            || p.Bulletins.Prepend(p.Nom).Prepend(p.IdUnique).Any(t => t?.Contains(mots.Trim(), StringComparison.OrdinalIgnoreCase) == true))];
}
