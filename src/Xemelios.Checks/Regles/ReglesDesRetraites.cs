using Xemelios.Checks.Moteur;

namespace Xemelios.Checks.Regles;

/// <summary>RET: the fund that an agent's status leads to.</summary>
internal static class ReglesDesRetraites
{
    private const string Cnracl = "Décret n° 2003-1306 du 26 décembre 2003 relatif au régime de retraite des fonctionnaires affiliés à la CNRACL";

    [Regle("RET-01", "Cotisation CNRACL d'un agent non affiliable", GraviteDeRegle.Anomalie, Cnracl,
        "Cotisations CNRACL d'un agent {de} : {part_agent€} retenus à l'agent, {employeur€} à la charge de l'employeur.",
        Doute = "Fonctionnaires détachés, qui gardent leur caisse.")]
    public static string CnraclIndue() => """
        WITH verse AS (
            SELECT bulletin, sum(courant)::DECIMAL(14,2) AS montant, sum(courant - employeur)::DECIMAL(14,2) AS part_agent, sum(employeur)::DECIMAL(14,2) AS employeur, flatten(list(lignes)) AS lignes
            FROM regime_paye WHERE retenue AND regime IN ('CNRACL', 'CNRACL_NBI', 'CNRACL_SUPPLEMENT') GROUP BY bulletin)
        SELECT v.bulletin, v.montant, v.part_agent, v.employeur, list_sort(v.lignes) AS lignes, CASE WHEN b.elu THEN 'élu' ELSE 'de statut ' || lower(replace(b.statut, '_', ' ')) END AS de,
               'statut absent' AS motif, b.elu OR b.statut IN ('NON_TITULAIRE', 'AUTRE_STATUT', 'EMPLOI_AIDE') AS constat
        FROM verse v JOIN bulletin_paye b ON b.bulletin = v.bulletin WHERE v.montant > 0
        """;

    // 151.67 hours written for who works less than full time is what the software fills in: the quotité is then believed.
    [Regle("RET-02", "Cotisation IRCANTEC d'un titulaire affiliable à la CNRACL", GraviteDeRegle.Anomalie, "Décret n° 91-298 du 20 mars 1991 (28 heures par semaine) ; décret n° 70-1277 du 23 décembre 1970 (IRCANTEC)",
        "Cotisations IRCANTEC d'un agent {de} qui travaille {combien} : {part_agent€} retenus à l'agent, {employeur€} à la charge de l'employeur.",
        Doute = "Emplois fonctionnels pourvus par contrat ; durée de l'emploi, que le fichier ne distingue pas du temps partiel.")]
    [Seuil("heures", "122", "Heures par mois au-delà desquelles un titulaire relève de la CNRACL (28 heures par semaine font 121,33)")]
    [Seuil("quotite", "0.80", "Quotité à partir de laquelle il en relève, quand les heures manquent")]
    public static string IrcantecIndue() => """
        WITH verse AS (
            SELECT bulletin, sum(courant)::DECIMAL(14,2) AS montant, sum(courant - employeur)::DECIMAL(14,2) AS part_agent, sum(employeur)::DECIMAL(14,2) AS employeur, flatten(list(lignes)) AS lignes
            FROM regime_paye WHERE retenue AND regime IN ('IRCANTEC', 'IRCANTEC_B') GROUP BY bulletin),
        duree AS (
            SELECT v.*, b.statut, b.q, CASE WHEN b.heures_total > 0 AND (b.q = 1 OR abs(b.heures_total - p.heures_mois) >= 0.1) THEN b.heures_total END AS heures
            FROM verse v JOIN bulletin_paye b ON b.bulletin = v.bulletin JOIN parametre p ON p.periode = b.periode
            WHERE v.montant > 0 AND b.statut IN ('TITULAIRE', 'EMPLOI_FONC') AND NOT b.elu)
        SELECT bulletin, montant, part_agent, employeur, list_sort(lignes) AS lignes, lower(replace(statut, '_', ' ')) AS de,
               CASE WHEN heures IS NULL THEN 'à ' || round(q * 100)::INTEGER || ' %' ELSE replace(round(heures, 2)::VARCHAR, '.', ',') || ' heures par mois' END AS combien,
               'heures et quotité absentes' AS motif, coalesce(heures > $heures, q >= $quotite) AS constat
        FROM duree
        """;

    [Regle("RET-07", "Agent sans caisse de retraite, ou à deux", GraviteDeRegle.AVerifier, Cnracl + " ; décret n° 70-1277 du 23 décembre 1970 (IRCANTEC)",
        "Agent payé {brut€} bruts dans le mois et {quoi}.",
        Doute = "Changement de statut en cours de mois ; apprentis et contrats aidés, non examinés.")]
    public static string Caisse() => """
        WITH verse AS (
            SELECT bulletin, bool_or(regime IN ('CNRACL', 'CNRACL_NBI')) AS cnracl, bool_or(regime IN ('IRCANTEC', 'IRCANTEC_B')) AS ircantec, true AS caisse, flatten(list(lignes)) AS lignes
            FROM regime_paye WHERE retenue AND regime IN ('CNRACL', 'CNRACL_NBI', 'IRCANTEC', 'IRCANTEC_B', 'PENSION_CIVILE', 'AGIRC_ARRCO') GROUP BY bulletin),
        agent AS (
            SELECT arg_max(b.bulletin, (b.empreinte, b.ordre)) AS bulletin, sum(b.brut)::DECIMAL(14,2) AS brut, sum(b.lignes_de_cotisation) + count(*) FILTER (b.deductions <> 0) AS charges,
                   coalesce(bool_or(v.cnracl), false) AS cnracl, coalesce(bool_or(v.ircantec), false) AS ircantec, coalesce(bool_or(v.caisse), false) AS caisse,
                   coalesce(bool_or(b.statut = 'EMPLOI_AIDE' OR b.apprenti), false) AS ailleurs
            FROM bulletin_paye b LEFT JOIN verse v ON v.bulletin = b.bulletin GROUP BY b.qui)
        SELECT a.bulletin, a.brut, v.lignes, CASE WHEN a.caisse THEN 'cotisant à la fois à la CNRACL et à l''IRCANTEC' ELSE 'ne cotisant à aucune caisse de retraite' END AS quoi,
               'aucune ligne de cotisation ni de retenue' AS motif, CASE WHEN a.cnracl AND a.ircantec THEN true WHEN a.caisse THEN false WHEN a.charges > 0 THEN true END AS constat
        FROM agent a LEFT JOIN verse v ON v.bulletin = a.bulletin WHERE a.brut > 0 AND NOT a.ailleurs
        """;
}
