namespace Xemelios.Query.EtatsLiquidatifs;

/// <summary>How the bulletins of several budgets are split, in whole cents.</summary>
/// <remarks>The share of a budget is the amount × its weight ÷ all weights, rounded to the nearest cent; what the rounding leaves is carried
/// by the first budget of the bulletin. Lines are split by the rounding of their running sum within the bulletin, so that the shares of the
/// lines add up to the share of the bulletin, whatever the rows they are put in.</remarks>
internal static class PartagesBudgetaires
{
    /// <summary>Relation <c>part</c>: one row for each bulletin and budget; a bulletin without répartition has none, and neither has one
    /// whose weights cancel out.</summary>
    /// <remarks>Weights are rates, whatever their unit (fractions of 1, or percents: defect D40), or amounts. Where a bulletin has both,
    /// an amount stands for its share of the gross.</remarks>
    public static string Parts(string contenus) => $"""
        poids_lu AS (
            SELECT r.bulletin, upper(regexp_replace(coalesce(r.code_budget, ''), '\s', '', 'g')) AS budget, r.rang, r.taux, r.montant,
                   coalesce(p.brut, p.brut_lignes, 0) AS brut,
                   bool_or(r.taux IS NOT NULL) OVER lu AND bool_or(r.taux IS NULL AND r.montant IS NOT NULL) OVER lu AS mixte,
                   max(r.taux) OVER lu <= 1.02 AS en_fractions
            FROM repartition_budget r JOIN paye_individuelle p ON p.id = r.bulletin
            WHERE p.contenu IN ({contenus}) WINDOW lu AS (PARTITION BY r.bulletin)),
        poids AS (
            SELECT bulletin, budget, min(rang) AS rang, sum(CASE
                       WHEN NOT mixte THEN coalesce(taux, montant, 0) * 10000
                       WHEN taux IS NULL THEN coalesce(montant, 0) * 1000000
                       ELSE taux * brut * CASE WHEN en_fractions THEN 1000000 ELSE 10000 END END)::HUGEINT AS poids
            FROM poids_lu GROUP BY bulletin, budget),
        part AS (
            SELECT bulletin, budget, poids, sum(poids) OVER du_bulletin::HUGEINT AS total, count(*) OVER du_bulletin AS parts,
                   row_number() OVER (PARTITION BY bulletin ORDER BY rang) = 1 AS premier
            FROM poids WINDOW du_bulletin AS (PARTITION BY bulletin) QUALIFY sum(poids) OVER du_bulletin <> 0)
        """;

    /// <summary>The rounded share of a number of cents, by the columns <c>poids</c> and <c>total</c> of <c>part</c>.</summary>
    public static string Arrondi(string centimes) =>
        $"(sign({centimes}) * sign(poids) * sign(total) * ((2 * abs({centimes}::HUGEINT * poids) + abs(total)) // (2 * abs(total))))";

    /// <summary>A number of cents as an amount, exactly.</summary>
    public static string EnEuros(string centimes) => $"(({centimes})::DECIMAL(36,0) * 0.01)::DECIMAL(38,2)";
}
