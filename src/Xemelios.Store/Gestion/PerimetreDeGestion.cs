using System.Text.Json;
using Xemelios.Domain.Habilitations;

namespace Xemelios.Store.Gestion;

/// <summary>The semi-join of a perimeter on tables of gestion.db that have siret, budget and mois, as on the tables of pay.</summary>
/// <remarks>What has no budget or no month is of the whole employer: whoever may see the employer reads it.</remarks>
internal static class PerimetreDeGestion
{
    /// <summary>Binds <c>$permis</c>: see <see cref="EnJson"/>.</summary>
    public const string Condition = """
        ($permis IS NULL OR EXISTS (
            SELECT 1 FROM json_each($permis) p
            WHERE (p.value ->> 'siret' = siret OR (length(p.value ->> 'siret') = 9 AND p.value ->> 'siret' = substr(siret, 1, 9)))
              AND (budget IS NULL OR p.value ->> 'budget' IS NULL OR p.value ->> 'budget' = budget)
              AND (mois IS NULL OR mois BETWEEN p.value ->> 'du' AND p.value ->> 'au')))
        """;

    private const int DernierMois = 999_912;

    /// <summary>The permitted budgets; null for all.</summary>
    public static string? EnJson(Perimetre perimetre) => perimetre.Budgets is not { } permis ? null : JsonSerializer.Serialize(
        permis.Select(p => new { siret = p.Siret, budget = p.Budget, du = p.Du?.Cle ?? 0, au = p.Au?.Cle ?? DernierMois }));
}
