using Xemelios.Checks.Moteur;

namespace Xemelios.Checks.Regles;

/// <summary>NAS: housing by absolute necessity of service, against the list of concessions that the employer gives.</summary>
internal static class ReglesDuLogement
{
    private const string Decret = "Décret n° 2012-752 du 9 mai 2012 portant réforme du régime des concessions de logement";
    private const string Liste = "Concessions de logement : la liste fournie fait foi.";

    [Regle("NAS-01", "Logement déclaré, absent de la paye", GraviteDeRegle.AVerifier, Decret,
        "Logement concédé depuis le {depuis} d'après la liste fournie, aucun avantage de logement dans la paye du mois.", Doute = Liste)]
    public static string AbsentDeLaPaye() => $"""
        {Loges},
        avantage AS (SELECT DISTINCT b.qui FROM regime_paye r JOIN bulletin_paye b ON b.bulletin = r.bulletin WHERE r.regime = 'LOGEMENT' AND r.courant <> 0)
        SELECT min(l.bulletin) AS bulletin, coalesce(strftime(min(l.debut), '%d/%m/%Y'), 'une date inconnue') AS depuis, count(a.qui) = 0 AS constat
        FROM loges l LEFT JOIN avantage a ON a.qui = l.qui
        WHERE l.brut <> 0 GROUP BY l.qui
        """;

    [Regle("NAS-02", "Avantage de logement en paye, absent de la liste", GraviteDeRegle.AVerifier, Decret,
        "Avantage de logement de {paye€} dans la paye du mois, sans concession dans la liste fournie.", Doute = Liste)]
    public static string AbsentDeLaListe() => $"""
        {Loges}
        SELECT b.bulletin, r.courant AS paye, r.courant AS montant, r.lignes, 'liste des logements non fournie' AS motif,
               CASE WHEN EXISTS (FROM fourni_logements) THEN b.bulletin NOT IN (SELECT bulletin FROM loges) END AS constat
        FROM regime_paye r JOIN bulletin_paye b ON b.bulletin = r.bulletin
        WHERE r.regime = 'LOGEMENT' AND r.courant <> 0
        """;

    [Regle("NAS-03", "Logement non typé en avantage en nature", GraviteDeRegle.AVerifier, Decret + " ; schéma XHL 1.4, AvantageNature",
        "Logement payé {paye€} par une ligne qui n'est pas un avantage en nature.", Doute = "Compensation comptable d'un avantage, ou indemnité d'un autre objet.")]
    public static string NonType() => """
        WITH loge AS (
            SELECT bulletin, position, montant, categorie <> 4 AS autre
            FROM ligne_payee WHERE regime = 'LOGEMENT' AND categorie IN (1, 4, 5, 6) AND courante AND montant <> 0)
        SELECT bulletin, (sum(montant) FILTER (autre))::DECIMAL(14,2) AS montant, (sum(montant) FILTER (autre))::DECIMAL(14,2) AS paye,
               list(position::BIGINT ORDER BY position) FILTER (autre) AS lignes, bool_or(autre) AS constat
        FROM loge GROUP BY bulletin
        """;

    [Regle("NAS-04", "Logement et prime incompatible", GraviteDeRegle.Anomalie, Decret + " ; décret n° 2002-63 du 14 janvier 2002 (IFTS)",
        "IFTS de {paye€} versée à un agent logé par nécessité absolue de service d'après la liste fournie.", Doute = "Textes des primes en vigueur à la date de la paye.")]
    public static string PrimeIncompatible() => $"""
        {Loges}
        SELECT b.bulletin, r.courant AS paye, r.courant AS montant, r.lignes, 'liste des logements non fournie' AS motif,
               CASE WHEN EXISTS (FROM fourni_logements) THEN b.bulletin IN (SELECT bulletin FROM loges) END AS constat
        FROM regime_paye r JOIN bulletin_paye b ON b.bulletin = r.bulletin
        WHERE r.regime = 'IFTS' AND r.courant <> 0
        """;

    /// <summary>The bulletins of the agents housed at a day of the month.</summary>
    private const string Loges = """
        WITH loges AS (
            SELECT b.bulletin, b.qui, b.brut, l.debut FROM bulletin_paye b JOIN fourni_logements l ON l.matricule = b.matricule
             AND coalesce(l.debut <= dernier_jour(b.periode), true) AND coalesce(l.fin >= premier_jour(b.periode), true))
        """;
}
