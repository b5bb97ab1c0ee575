using Xemelios.Checks.Moteur;

namespace Xemelios.Checks.Regles;

/// <summary>RI-05, RI-08 and RI-09: primes that have a ceiling by grade.</summary>
internal static class ReglesDesPlafonds
{
    private const string Rifseep = "Décret n° 2014-513 du 20 mai 2014 (RIFSEEP) ; loi n° 84-53 du 26 janvier 1984, article 88";

    // What the year holds is brought to twelve months by the months in which the agent is paid.
    [Regle("RI-05", "PFR hors de son champ ou au-delà du plafond", GraviteDeRegle.Anomalie, "Loi n° 2010-751 du 5 juillet 2010, articles 38 et 40 ; décret n° 2008-1533 du 22 décembre 2008 ; arrêtés du 22 décembre 2008 et du 9 février 2011",
        "Prime de fonctions et de résultats de {annee} : {paye€} en {mois} mois, soit {annualise€} par an pour un plafond de {plafond€}, à un agent de catégorie {categorie}.",
        Portee = PorteeDeRegle.Periode, Doute = "Prime remplacée par le RIFSEEP ; plafonds à temps complet, réduits pour un agent logé.")]
    [Seuil("tolerance", "1.00", "Dépassement admis sur l'année, en euros")]
    public static string Pfr() => """
        WITH annees AS (
            SELECT b.periode // 100 AS annee, count(DISTINCT b.periode) AS mois, sum(r.montant)::DECIMAL(14,2) AS paye, arg_max(b.bulletin, (b.periode, b.empreinte, b.ordre)) FILTER (r.montant > 0) AS bulletin,
                   arg_max(r.lignes, (b.periode, b.empreinte, b.ordre)) FILTER (r.montant > 0) AS lignes, bool_and(b.fonctionnaire) FILTER (r.montant > 0) AS fonctionnaire,
                   max(b.categorie) FILTER (r.montant > 0) AS categorie, max(upper(strip_accents(b.grade))) FILTER (r.montant > 0) AS grade
            FROM bulletin_suivi b LEFT JOIN regime_suivi r ON r.bulletin = b.bulletin AND r.regime = 'PFR' AND NOT r.retenue
            WHERE b.qui IN (SELECT qui FROM versement_suivi WHERE regime = 'PFR') GROUP BY b.qui, annee HAVING sum(r.montant) > 0),
        plafonds AS (
            SELECT *, au_centime(quotient(paye * 12, mois)) AS annualise,
                   CASE WHEN regexp_matches(grade, 'ADMINISTRAT(EUR|RICE) GENERAL') THEN 58800 WHEN regexp_matches(grade, 'ADMINISTRAT(EUR|RICE) .*HORS CLASSE') THEN 55200
                        WHEN regexp_matches(grade, 'ADMINISTRAT(EUR|RICE)') THEN 49800 WHEN regexp_matches(grade, '^DIRECT|ATTACHEE? .*PRINCIPAL') THEN 25800
                        WHEN regexp_matches(grade, 'ATTACHE|SECRETAIRE DE MAIRIE') THEN 20100 END::DECIMAL(14,2) AS plafond
            FROM annees),
        juges AS (SELECT *, annualise > plafond + $tolerance AS depasse FROM plafonds)
        SELECT bulletin, lignes, annee::VARCHAR AS annee, paye, mois, annualise, plafond, categorie, paye - CASE WHEN depasse THEN au_centime(quotient(plafond * mois, 12)) ELSE 0 END AS montant,
               CASE WHEN fonctionnaire IS NULL THEN 'statut absent' WHEN categorie IS NULL THEN 'catégorie du grade inconnue' ELSE 'grade sans plafond connu' END AS motif,
               categorie = 'A' AND NOT coalesce(depasse, false) AS presomption, NOT fonctionnaire OR categorie <> 'A' OR depasse AS constat
        FROM juges
        """;

    // The group of functions is not in the file: the highest ceiling that the grade may have is the one that is surely passed.
    [Regle("RI-08", "IFSE hors de son champ ou au-delà du plafond", GraviteDeRegle.Anomalie, Rifseep,
        "IFSE de {paye€} dans le mois pour un plafond mensuel de {plafond€}, versée à un agent de statut {statut}.",
        Doute = "Contractuels : selon la délibération ; plafond du groupe le plus élevé du grade ; versements qui ne sont pas mensuels.")]
    [Seuil("tolerance", "1.00", "Dépassement mensuel admis, en euros")]
    public static string Ifse() => $"""
        WITH {PrimeReservee.Loges("paye")},
        payes AS (
            SELECT b.bulletin, r.courant AS paye, r.lignes, lower(replace(b.statut, '_', ' ')) AS statut, b.q, coalesce(b.elu OR b.statut IN ('AUTRE_STATUT', 'EMPLOI_AIDE'), false) AS exclu,
                   au_centime(quotient(max(p.plafond), 12) * b.q_partiel) AS plafond
            FROM regime_paye r JOIN bulletin_paye b ON b.bulletin = r.bulletin LEFT JOIN loges g ON g.bulletin = b.bulletin
            LEFT JOIN fourni_plafonds p ON upper(p.regime) = 'IFSE' AND upper(p.grade) = upper(trim(b.grade)) AND (p.loge = 'oui') = (g.bulletin IS NOT NULL)
            WHERE r.regime = 'IFSE' AND NOT r.retenue AND r.courant > 0 GROUP BY b.bulletin, r.courant, r.lignes, b.statut, b.q, b.q_partiel, b.elu),
        juges AS (SELECT *, paye > plafond + $tolerance AS depasse FROM payes)
        SELECT bulletin, paye, plafond, lignes, statut, paye - CASE WHEN depasse THEN plafond ELSE 0 END AS montant, NOT coalesce(depasse, false) AS presomption,
               CASE WHEN q IS NULL THEN 'quotité absente' ELSE 'plafond du grade non fourni' END AS motif, CASE WHEN exclu THEN true ELSE depasse END AS constat
        FROM juges
        """;

    [Regle("RI-09", "CIA hors de son champ, au-delà du plafond ou versé trop souvent", GraviteDeRegle.Anomalie, Rifseep + " ; décret n° 2014-513, article 4 (versement annuel, en une ou deux fractions)",
        "CIA de {annee} : {paye€} en {mois} mois pour un plafond annuel de {plafond€}, versé à un agent de statut {statut}.",
        Portee = PorteeDeRegle.Periode, Doute = "Contractuels : selon la délibération ; plafond du groupe le plus élevé du grade.")]
    [Seuil("fractions", "2", "Nombre de mois de versement dans l'année au-delà duquel le complément est à expliquer")]
    [Seuil("tolerance", "1.00", "Dépassement admis sur l'année, en euros")]
    public static string Cia() => $"""
        WITH {PrimeReservee.Loges("suivi")},
        annees AS (
            SELECT b.periode // 100 AS annee, count(DISTINCT b.periode) AS mois, sum(r.montant)::DECIMAL(14,2) AS paye, arg_max(b.bulletin, (b.periode, b.empreinte, b.ordre)) AS bulletin,
                   arg_max(r.lignes, (b.periode, b.empreinte, b.ordre)) AS lignes, max(upper(trim(b.grade))) AS grade, bool_or(g.bulletin IS NOT NULL) AS loge,
                   coalesce(bool_or(b.elu OR b.statut IN ('AUTRE_STATUT', 'EMPLOI_AIDE')), false) AS exclu, max(lower(replace(b.statut, '_', ' '))) AS statut
            FROM regime_suivi r JOIN bulletin_suivi b ON b.bulletin = r.bulletin LEFT JOIN loges g ON g.bulletin = b.bulletin
            WHERE r.regime = 'CIA' AND NOT r.retenue AND r.montant > 0 GROUP BY b.qui, b.periode // 100),
        plafonds AS (SELECT upper(grade) AS grade, loge = 'oui' AS loge, max(plafond)::DECIMAL(14,2) AS plafond FROM fourni_plafonds WHERE upper(regime) = 'CIA' GROUP BY ALL),
        juges AS (
            SELECT a.*, p.plafond, a.paye > p.plafond + $tolerance AS depasse FROM annees a
            LEFT JOIN plafonds p ON p.grade = a.grade AND p.loge = a.loge)
        SELECT bulletin, annee::VARCHAR AS annee, mois, paye, plafond, lignes, statut, CASE WHEN depasse THEN paye - plafond WHEN exclu THEN paye END AS montant, NOT coalesce(depasse, false) AS presomption,
               'plafond du grade non fourni' AS motif, CASE WHEN exclu OR mois > $fractions THEN true ELSE depasse END AS constat
        FROM juges
        """;
}
