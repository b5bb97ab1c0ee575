using Xemelios.Checks.Moteur;

namespace Xemelios.Checks.Regles;

/// <summary>COT: contributions other than those of pensions.</summary>
internal static class ReglesDesCotisations
{
    private const string Csg = "Code de la sécurité sociale, articles L. 136-1 à L. 136-8 (CSG) ; ordonnance n° 96-50 du 24 janvier 1996, articles 14 et 19 (CRDS)";

    // « CSG » alone is the part that is not deductible where the bulletin has another line for the deductible part, and all of it elsewhere.
    private const string Legal = """
        CASE l.regime WHEN 'CSG_DEDUCTIBLE' THEN p.csg_deductible WHEN 'CSG_IMPOSABLE' THEN p.csg_imposable WHEN 'CSG_CRDS' THEN p.csg_imposable + p.crds WHEN 'CRDS' THEN p.crds
                      ELSE CASE WHEN l.bulletin IN (SELECT bulletin FROM regime_paye WHERE regime IN ('CSG_DEDUCTIBLE', 'CSG_REMPLACEMENT')) THEN p.csg_imposable ELSE p.csg END END
        """;

    // The base is judged where the lines account for the gross: pay abated up to four ceilings, against the base of one line of CSG. Whether refunds of
    // expenses are in it depends on what they refund: with them and without them are both admitted.
    [Regle("COT-01", "CSG et CRDS : taux et assiette", GraviteDeRegle.Anomalie, Csg,
        "CSG ou CRDS au taux de {trouve%} pour {legal%}, sur une assiette de {assiette€} pour {assiette_due€} : écart {montant€}.",
        Doute = "Assiette : remboursements de frais reconnus à leur libellé, participations et éléments exonérés de l'employeur non connus.")]
    [Seuil("tolerance", "0.05", "Écart admis sur le montant, en euros")]
    [Seuil("tolerance_assiette", "1.00", "Écart admis sur l'assiette, en euros")]
    [Seuil("tolerance_taux", "0.01", "Écart de taux admis, en points")]
    public static string CsgEtCrds() => $"""
        WITH {TauxDeCotisation.Jugees(
            "l.categorie IN (7, 10) AND l.regime IN ('CSG_DEDUCTIBLE', 'CSG_IMPOSABLE', 'CSG_CRDS', 'CSG', 'CRDS')", Legal)},
        bulletins AS (
            SELECT bulletin, (sum(montant - du) FILTER (fautif))::DECIMAL(14,2) AS ecart, {TauxDeCotisation.Verdict} AS constat, bool_or(legal IS NULL) AS sans_taux, arg_min(trouve, position) FILTER (fautif) AS trouve,
                   arg_min(legal, position) FILTER (fautif) AS legal, sum(montant) FILTER (regime = 'CSG_DEDUCTIBLE') AS deductible, max(legal) FILTER (regime = 'CSG_DEDUCTIBLE') AS taux_deductible, sum(montant) AS montant,
                   CASE WHEN count(*) FILTER (regime = 'CSG_DEDUCTIBLE') = 1 THEN sum(assiette) FILTER (regime = 'CSG_DEDUCTIBLE') END AS assiette, sum(legal) AS somme_des_taux,
                   list(position::BIGINT ORDER BY position) AS lignes
            FROM jugees GROUP BY bulletin),
        bruts AS (
            SELECT b.bulletin, b.periode, CASE WHEN abs(b.total - b.brut) <= 0.50 THEN b.total END AS brut, coalesce(f.montant, 0) AS frais
            FROM (SELECT bulletin, periode, brut, traitement + residence + famille + nature + indemnites + divers + rappels AS total FROM bulletin_paye) b
            LEFT JOIN regime_paye f ON f.bulletin = b.bulletin AND f.regime = 'FRAIS' AND NOT f.retenue),
        dues AS (
            SELECT c.*, CASE WHEN h.bulletin IS NULL AND b.brut IS NOT NULL THEN abattu(b.brut, p.csg_abattement, 4 * p.plafond_ss) END AS haute,
                   abattu(b.brut - b.frais, p.csg_abattement, 4 * p.plafond_ss) AS basse
            FROM bulletins c JOIN bruts b ON b.bulletin = c.bulletin JOIN parametre p ON p.periode = b.periode
            LEFT JOIN regime_paye h ON h.bulletin = c.bulletin AND h.regime = 'CSG_HEURES_SUP'),
        juges AS (
            SELECT *, CASE WHEN assiette > haute THEN haute ELSE basse END AS assiette_due,
                   coalesce(assiette > haute + $tolerance_assiette OR assiette < basse - $tolerance_assiette AND haute IS NOT NULL, false) AS assiette_fautive
            FROM dues)
        SELECT bulletin, CASE WHEN assiette_fautive THEN coalesce(trouve, part_de(deductible, assiette)) ELSE trouve END AS trouve, coalesce(legal, taux_deductible) AS legal, assiette, assiette_due, lignes,
               CASE WHEN assiette_fautive THEN montant - au_centime(assiette_due * somme_des_taux) ELSE ecart END::DECIMAL(14,2) AS montant,
               CASE WHEN sans_taux THEN 'taux inconnu à la date de la ligne' ELSE 'base et taux absents' END AS motif, constat OR assiette_fautive AS constat
        FROM juges
        """;

    [Regle("COT-02", "Taux de la cotisation maladie de l'employeur (agents CNRACL)", GraviteDeRegle.Anomalie, "Code de la sécurité sociale, article D. 712-38 ; décret n° 2024-49 du 30 janvier 2024",
        "Cotisation maladie calculée au taux de {trouve%} au lieu de {legal%} : {paye€}, écart {montant€}.",
        Doute = "Taux depuis 2025 : 9,88 %, à vérifier au décret.")]
    [Seuil("tolerance", "0.05", "Écart admis sur le montant, en euros")]
    [Seuil("tolerance_taux", "0.01", "Écart de taux admis, en points")]
    public static string Maladie() => TauxDeCotisation.ParBulletin(
        "l.categorie = 11 AND l.regime = 'MALADIE' AND l.bulletin IN (SELECT bulletin FROM regime_paye WHERE regime = 'CNRACL')", "p.maladie_employeur");

    [Regle("COT-03", "Fonds pour l'emploi hospitalier hors hôpital", GraviteDeRegle.AVerifier, "Loi n° 94-628 du 25 juillet 1994, article 14 (fonds pour l'emploi hospitalier)",
        "Contribution au fonds pour l'emploi hospitalier de {montant€} d'un employeur dont le code APE n'est ni d'un hôpital ni d'un hébergement médico-social.")]
    public static string EmploiHospitalier() => """
        SELECT r.bulletin, r.montant, r.lignes, 'code APE absent' AS motif, NOT b.fph AS constat
        FROM regime_paye r JOIN bulletin_paye b ON b.bulletin = r.bulletin WHERE r.regime = 'FEH' AND r.montant > 0
        """;

    [Regle("COT-04", "Cotisation supprimée", GraviteDeRegle.Anomalie, "Loi n° 2017-1837 du 30 décembre 2017, article 112 (contribution de solidarité) ; décrets de fin de la cessation progressive d'activité et de la cotisation maladie des agents",
        "{quoi} de {montant€} au titre d'un mois où la cotisation n'existe plus.",
        Doute = "Régime local d'Alsace-Moselle, laissé de côté sur son libellé.")]
    public static string Supprimee() => """
        WITH lignes AS (
            SELECT l.bulletin, l.position, l.montant, l.regime, p.periode IS NULL AS inconnu,
                   CASE l.regime WHEN 'SOLIDARITE' THEN p.solidarite WHEN 'FCCPA' THEN p.fccpa ELSE p.maladie_agent END IS NULL AS supprimee
            FROM ligne_payee l JOIN fichier_paye f ON f.contenu = l.contenu LEFT JOIN parametre p ON p.periode = coalesce(l.mois, f.periode)
            WHERE l.montant > 0 AND (l.regime IN ('SOLIDARITE', 'FCCPA')
               OR l.regime = 'MALADIE' AND l.categorie IN (7, 10) AND l.bulletin IN (SELECT bulletin FROM regime_paye WHERE regime = 'CNRACL')))
        SELECT bulletin, (sum(montant) FILTER (supprimee))::DECIMAL(14,2) AS montant, list(position::BIGINT ORDER BY position) FILTER (supprimee) AS lignes,
               CASE arg_min(regime, position) FILTER (supprimee) WHEN 'SOLIDARITE' THEN 'Contribution exceptionnelle de solidarité' WHEN 'FCCPA' THEN 'Cotisation au fonds de la cessation progressive d''activité'
                    ELSE 'Cotisation maladie de l''agent' END AS quoi,
               'cotisation antérieure aux paramètres connus' AS motif, CASE WHEN bool_or(supprimee AND NOT inconnu) THEN true WHEN bool_or(inconnu) THEN NULL ELSE false END AS constat
        FROM lignes GROUP BY bulletin
        """;
}
