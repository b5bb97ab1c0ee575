using Xemelios.Checks.Moteur;

namespace Xemelios.Checks.Regles;

/// <summary>VAC: vacations, and what vacataires are paid beside them.</summary>
internal static class ReglesDesVacations
{
    [Regle("VAC-01", "Vacation payée à un fonctionnaire", GraviteDeRegle.AVerifier, "Code général de la fonction publique, cumul d'activités",
        "Vacations de {paye€} versées à un agent au statut {statut} : l'autorisation de cumul est à demander.", Doute = "Régime du cumul d'activités.")]
    public static string Fonctionnaire() => """
        SELECT b.bulletin, r.montant AS paye, b.statut, r.montant, r.lignes, 'statut absent' AS motif, b.statut IN ('TITULAIRE', 'STAGIAIRE') AS constat
        FROM regime_paye r JOIN bulletin_paye b ON b.bulletin = r.bulletin
        WHERE r.regime = 'VACATION' AND r.montant <> 0
        """;

    [Regle("VAC-02", "Vacataire percevant des indemnités", GraviteDeRegle.AVerifier, "Code général de la fonction publique, agents recrutés pour un acte déterminé",
        "Indemnités de {paye€} versées à un vacataire, hors vacations.", Doute = "Indemnités ouvertes aux vacataires.")]
    public static string Indemnites() => """
        WITH indemnite AS (
            SELECT bulletin, sum(montant)::DECIMAL(14,2) AS paye, list(position::BIGINT ORDER BY position) AS lignes
            FROM ligne_payee WHERE categorie = 5 AND montant <> 0 AND regime IS DISTINCT FROM 'VACATION' GROUP BY bulletin)
        SELECT b.bulletin, i.paye, i.paye AS montant, i.lignes, 'statut absent' AS motif, CASE WHEN b.statut IS NOT NULL THEN i.bulletin IS NOT NULL END AS constat
        FROM bulletin_paye b LEFT JOIN indemnite i ON i.bulletin = b.bulletin
        WHERE b.vacataire AND b.fonctionnaire IS NOT TRUE
        """;

    [Regle("VAC-03", "Vacataire percevant supplément familial ou indemnité de résidence", GraviteDeRegle.Anomalie, "Décret n° 85-1148 du 24 octobre 1985",
        "Supplément familial et indemnité de résidence de {paye€} versés à un vacataire.", Doute = "Droits des vacataires, à relire à la source.")]
    public static string SupplementOuResidence() => """
        WITH accessoire AS (
            SELECT bulletin, sum(montant)::DECIMAL(14,2) AS paye, list_sort(flatten(list(lignes))) AS lignes
            FROM regime_paye WHERE regime IN ('IR', 'SFT') AND montant <> 0 GROUP BY bulletin)
        SELECT b.bulletin, a.paye, a.paye AS montant, a.lignes, 'statut absent' AS motif, CASE WHEN b.statut IS NOT NULL THEN a.bulletin IS NOT NULL END AS constat
        FROM bulletin_paye b LEFT JOIN accessoire a ON a.bulletin = b.bulletin
        WHERE b.vacataire AND b.fonctionnaire IS NOT TRUE
        """;
}
