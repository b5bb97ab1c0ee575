namespace Xemelios.Checks.Regles;

/// <summary>A regime of primes that its text keeps for some: fonctionnaires, of some categories, of some grades or indices.</summary>
internal static class PrimeReservee
{
    public const string Dit = "{prime} de {montant€} versée à un agent de statut {statut}, catégorie {categorie}, indice majoré {indice} : prime {raison}.";

    /// <summary>What category, grade or index forbids is on the face of the bulletin; what the status alone forbids is a presumption.</summary>
    /// <param name="categories">Between quotes, with commas; null: any.</param>
    /// <param name="critere">True of a beneficiary whom the text leaves out; <c>mots</c> are his grade and job in capitals.</param>
    public static string Sql(string regime, string? categories, string raison = "réservée à d''autres catégories", string critere = "false", string hors = "", string inconnu = "indice absent") => $"""
        WITH payes AS (
            SELECT b.bulletin, r.courant AS montant, r.lignes, b.fonctionnaire, b.categorie, b.indice, lower(replace(b.statut, '_', ' ')) AS statut,
                   upper(strip_accents(nullif(trim(b.grade), '') || ' ' || coalesce(b.emploi, ''))) AS mots
            FROM regime_paye r JOIN bulletin_paye b ON b.bulletin = r.bulletin WHERE r.regime = '{regime}' AND NOT r.retenue AND r.courant > 0),
        juges AS (SELECT *, {(categories is null ? "false" : $"categorie NOT IN ({categories})")} AS hors_categorie, {critere} AS hors_critere FROM payes)
        SELECT bulletin, montant, lignes, statut, categorie, indice, '{regime}' AS prime,
               CASE WHEN hors_categorie THEN '{raison}' WHEN hors_critere THEN '{hors}' ELSE 'réservée aux fonctionnaires' END AS raison,
               NOT coalesce(hors_categorie OR hors_critere, false) AS presomption,
               CASE WHEN fonctionnaire IS NULL THEN 'statut absent' WHEN categorie IS NULL THEN 'catégorie du grade inconnue' ELSE '{inconnu}' END AS motif,
               NOT fonctionnaire OR hors_categorie OR hors_critere AS constat
        FROM juges
        """;

    /// <summary>The bulletins whose agent is housed by his post: the employer's list says so, or a line of the pay.</summary>
    public static string Loges(string quand) => $"""
        loges AS (
            SELECT b.bulletin FROM bulletin_{quand} b JOIN fourni_logements l ON l.matricule = b.matricule
            WHERE coalesce(l.debut <= dernier_jour(b.periode), true) AND coalesce(l.fin >= premier_jour(b.periode), true)
            UNION SELECT bulletin FROM regime_{quand} WHERE regime = 'LOGEMENT' AND NOT retenue)
        """;
}
