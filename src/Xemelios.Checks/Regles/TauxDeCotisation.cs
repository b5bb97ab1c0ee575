namespace Xemelios.Checks.Regles;

/// <summary>Contributions whose rate the law sets: each line against what it is reckoned on, bulletin by bulletin.</summary>
/// <remarks>
/// The rate found is amount ÷ base; without a base, the rate written, read as a percentage or as a fraction, whichever is nearer (xhl-format D52).
/// A line is at fault when its rate is off by more than <c>$tolerance_taux</c> points and its amount by more than <c>$tolerance</c> euros. The comparison
/// multiplies, and divides only where there is a fault to tell: exact divisions are slow over millions of lines.
/// </remarks>
internal static class TauxDeCotisation
{
    /// <summary>The lines that <paramref name="filtre"/> keeps, <paramref name="legal"/> being the rate at the date of the line, from the parameters <c>p</c>.</summary>
    /// <param name="reserve">When true of a line that has a base, nothing is said of it: the rate of then has still to be read at its source.</param>
    public static string Jugees(string filtre, string legal, string reserve = "false") => $"""
        lues AS (
            SELECT l.bulletin, l.position, l.montant, l.assiette, coalesce(l.mois, f.periode) AS du_mois, l.regime, {legal} AS legal, l.taux
            FROM ligne_payee l JOIN fichier_paye f ON f.contenu = l.contenu LEFT JOIN parametre p ON p.periode = coalesce(l.mois, f.periode)
            WHERE {filtre} AND l.montant <> 0),
        lus AS (
            SELECT *, au_centime(assiette * legal) AS du,
                   CASE WHEN assiette IS NULL THEN abs(taux_lu(taux, legal) - legal) * 100 > $tolerance_taux
                        WHEN {reserve} THEN NULL ELSE abs(montant - assiette * legal) > greatest($tolerance, abs(assiette) * 0.01 * $tolerance_taux) END AS fautif
            FROM lues),
        jugees AS (SELECT *, CASE WHEN fautif THEN CASE WHEN assiette IS NULL THEN taux_lu(taux, legal) ELSE part_de(montant, assiette) END END AS trouve FROM lus)
        """;

    /// <summary>One row a bulletin, with the first rate at fault, what was withheld and what was due.</summary>
    public static string ParBulletin(string filtre, string legal, string reserve = "false", string motif = "'taux inconnu à la date de la ligne'") => $"""
        WITH {Jugees(filtre, legal, reserve)}
        SELECT bulletin, (sum(montant) FILTER (fautif))::DECIMAL(14,2) AS paye, (sum(montant - du) FILTER (fautif))::DECIMAL(14,2) AS montant,
               arg_min(trouve, position) FILTER (fautif) AS trouve, arg_min(legal, position) FILTER (fautif) AS legal, arg_min(du_mois, position) FILTER (fautif) AS du_mois,
               list(position::BIGINT ORDER BY position) FILTER (fautif) AS lignes,
               CASE WHEN bool_or(legal IS NULL) THEN 'taux inconnu à la date de la ligne' WHEN bool_or(assiette IS NULL) THEN 'base et taux absents' ELSE {motif} END AS motif,
               {Verdict} AS constat
        FROM jugees GROUP BY bulletin
        """;

    /// <summary>One line at fault is enough; one of which nothing can be told leaves the bulletin untold.</summary>
    public const string Verdict = "CASE WHEN bool_or(fautif) THEN true WHEN bool_or(fautif IS NULL) THEN NULL ELSE false END";
}
