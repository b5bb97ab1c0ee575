using Xemelios.Checks.Moteur;

namespace Xemelios.Checks.Regles;

/// <summary>SFT: the family supplement. What the other parent draws is not in the file.</summary>
internal static class ReglesDuSupplementFamilial
{
    private const string Decret = "Décret n° 85-1148 du 24 octobre 1985, article 10";

    [Regle("SFT-01", "Supplément familial versé sans enfant déclaré", GraviteDeRegle.Anomalie, Decret + " et suivants",
        "Supplément familial de traitement payé {paye€} dans un bulletin qui déclare {enfants} enfant.")]
    public static string SansEnfant() => """
        SELECT b.bulletin, r.courant AS paye, b.enfants, r.courant AS montant, r.lignes, 'nombre d’enfants absent' AS motif, b.enfants = 0 AS constat
        FROM regime_paye r JOIN bulletin_paye b ON b.bulletin = r.bulletin
        WHERE r.regime = 'SFT' AND r.courant > 0
        """;

    // A part-time agent never gets less than the amount of the floor index at full time; an agent whose post is not full time gets his share:
    // the file does not tell the two apart, so that the share alone is no finding.
    [Regle("SFT-02", "Supplément familial différent du montant liquidé", GraviteDeRegle.Anomalie, Decret + " bis",
        "Supplément familial de traitement payé {paye€}, dû {du€} pour {enfants} enfant(s) : indice retenu {retenu}, quotité {quotite} %.",
        Doute = "Divorce, garde alternée, temps non complet et contractuels.")]
    [Seuil("tolerance", "1.00", "Écart admis, en euros")]
    public static string Montant() => """
        WITH verse AS (
            SELECT b.bulletin, b.enfants, b.quotite, b.q, b.q_partiel, b.mois_incomplet, r.courant AS paye, r.lignes, p.point, p.sft_plancher, count(*) OVER (PARTITION BY b.qui) AS bulletins,
                   CASE WHEN regexp_matches(upper(b.echelon), '^(HE|HORS)') THEN p.sft_plafond WHEN b.indice IS NULL THEN p.sft_plancher
                        ELSE least(greatest(b.indice + coalesce(b.nbi, 0), p.sft_plancher), p.sft_plafond) END AS retenu,
                   CASE WHEN b.enfants = 2 THEN p.sft_part2 ELSE p.sft_part3 + (b.enfants - 3) * p.sft_part_plus END AS part,
                   CASE WHEN b.enfants = 1 THEN p.sft_fixe1 ELSE p.sft_fixe2 + (b.enfants - 2) * p.sft_fixe_plus END AS fixe
            FROM regime_paye r JOIN bulletin_paye b ON b.bulletin = r.bulletin JOIN parametre p ON p.periode = b.periode
            WHERE r.regime = 'SFT' AND r.courant <> 0 AND (b.enfants = 0) IS NOT TRUE AND NOT b.elu AND NOT b.vacataire AND NOT b.assistante),
        pleins AS (SELECT v.*, quotient(v.retenu * v.point, 12) * v.part + v.fixe AS plein, quotient(v.sft_plancher * v.point, 12) * v.part + v.fixe AS minimum FROM verse v),
        dus AS (
            SELECT p.*, CASE WHEN p.enfants = 1 THEN p.fixe WHEN p.q IS NOT NULL AND p.enfants <= 15 THEN au_centime(greatest(p.plein * p.q_partiel, p.minimum)) END AS du,
                   au_centime(p.plein * p.q) AS prorata
            FROM pleins p)
        SELECT bulletin, paye, du, enfants, retenu, quotite, lignes, (paye - du)::DECIMAL(14,2) AS montant,
               CASE WHEN enfants IS NULL THEN 'nombre d’enfants absent' WHEN bulletins > 1 THEN 'supplément versé par plusieurs bulletins du mois' WHEN enfants > 15 THEN 'plus d’enfants que le barème n’en compte'
                    WHEN q IS NULL THEN 'quotité absente' WHEN mois_incomplet AND paye < du THEN 'mois incomplet : événement, période ou reprise au bulletin'
                    ELSE 'payé au prorata, sans le minimum du temps partiel : temps partiel ou non complet' END AS motif,
               CASE WHEN bulletins > 1 THEN NULL WHEN abs(paye - du) <= $tolerance THEN false WHEN mois_incomplet AND paye < du THEN NULL
                    WHEN enfants > 1 AND abs(paye - prorata) <= $tolerance THEN NULL ELSE du IS NOT NULL OR NULL END AS constat
        FROM dus
        """;

    [Regle("SFT-03", "Enfants déclarés sans supplément familial", GraviteDeRegle.Information, Decret,
        "{enfants} enfant(s) déclaré(s), aucun supplément familial de traitement dans le mois : l'autre parent peut le percevoir.")]
    public static string SansSupplement() => """
        SELECT min(b.bulletin) AS bulletin, max(b.enfants) AS enfants,
               CASE WHEN max(b.enfants) IS NULL THEN 'nombre d’enfants absent' ELSE 'statut absent' END AS motif,
               CASE WHEN count(r.bulletin) > 0 THEN false WHEN max(b.enfants) IS NULL OR bool_or(b.statut IS NULL) THEN NULL ELSE true END AS constat
        FROM bulletin_paye b LEFT JOIN regime_paye r ON r.bulletin = b.bulletin AND r.regime = 'SFT'
        WHERE (b.statut IS NULL OR b.fonctionnaire OR b.statut = 'NON_TITULAIRE' AND b.indice IS NOT NULL)
          AND b.indiciaire > 0 AND NOT b.elu AND NOT b.vacataire AND NOT b.assistante
        GROUP BY b.qui HAVING (max(b.enfants) = 0) IS NOT TRUE
        """;
}
