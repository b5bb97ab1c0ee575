using Xemelios.Checks.Moteur;

namespace Xemelios.Checks.Regles;

/// <summary>IR: the residence allowance.</summary>
internal static class ReglesDeResidence
{
    private const string Decret = "Décret n° 85-1148 du 24 octobre 1985, article 9";

    [Regle("IR-01", "Indemnité de résidence différente du taux de la zone", GraviteDeRegle.Anomalie, Decret,
        "Indemnité de résidence payée {paye€}, due {du€} : zone {zone} au taux de {taux%}, indice majoré {indice}, NBI {nbi}, quotité {quotite} %.",
        Doute = "Assiette (place de la NBI) et classement des communes par zone, donné par l'employeur.")]
    [Seuil("tolerance", "1.00", "Écart admis, en euros")]
    public static string Zone() => """
        WITH zone AS (
            SELECT b.bulletin, b.residence_du_mois AS paye, b.indice, coalesce(b.nbi, 0) AS nbi, b.quotite, b.q, b.q_partiel, b.mois_incomplet, z.zone,
                   CASE z.zone WHEN '1' THEN p.ir_zone1 WHEN '2' THEN p.ir_zone2 WHEN '3' THEN p.ir_zone3 END AS taux,
                   quotient(greatest(b.indice + coalesce(b.nbi, 0), p.ir_plancher) * p.point, 12) AS assiette
            FROM bulletin_paye b JOIN parametre p ON p.periode = b.periode LEFT JOIN fourni_zones z ON z.siret = coalesce(b.etablissement, b.siret)
            WHERE b.indice IS NOT NULL AND b.indiciaire <> 0 AND NOT b.elu AND NOT b.vacataire AND NOT b.assistante),
        dus AS (SELECT z.*, au_centime(z.assiette * z.taux * z.q) AS du_q, au_centime(z.assiette * z.taux * z.q_partiel) AS du_partiel FROM zone z),
        compares AS (SELECT d.*, plus_proche(d.paye, d.du_q, d.du_partiel) AS du FROM dus d)
        SELECT c.bulletin, c.paye, c.du, c.zone, c.taux, c.indice, c.nbi, c.quotite, r.lignes, (c.paye - c.du)::DECIMAL(14,2) AS montant,
               CASE WHEN c.zone IS NULL THEN 'zone de l’établissement non fournie' WHEN c.q IS NULL THEN 'quotité absente'
                    ELSE 'mois incomplet : événement, période ou reprise au bulletin' END AS motif,
               CASE WHEN abs(c.paye - c.du) <= $tolerance THEN false WHEN c.mois_incomplet AND c.paye < c.du THEN NULL ELSE c.du IS NOT NULL OR NULL END AS constat
        FROM compares c LEFT JOIN regime_paye r ON r.bulletin = c.bulletin AND r.regime = 'IR'
        """;

    // When the most frequent rate of a place is no legal rate, its zone is in doubt, not each of its agents: one finding for the place.
    [Regle("IR-02", "Taux apparent d'indemnité de résidence hors zone", GraviteDeRegle.AVerifier, Decret,
        "Indemnité de résidence payée {paye€} sur {assiette€}, soit {taux%} ; le taux le plus fréquent de l'établissement est {modal%}, les taux légaux {zone1%}, {zone2%} et {zone3%}.")]
    [Seuil("tolerance", "1.00", "Écart admis avec le taux le plus fréquent, en euros")]
    public static string TauxApparent() => """
        WITH paye AS (
            SELECT b.bulletin, coalesce(b.etablissement, b.siret) AS lieu, b.residence_du_mois AS paye, p.ir_zone1, p.ir_zone2, p.ir_zone3,
                   au_centime(greatest(b.indiciaire + coalesce(n.courant, 0), quotient(p.ir_plancher * p.point, 12) * b.q)) AS assiette
            FROM bulletin_paye b JOIN parametre p ON p.periode = b.periode LEFT JOIN regime_paye n ON n.bulletin = b.bulletin AND n.regime = 'NBI'
            WHERE b.indice IS NOT NULL AND b.indiciaire > 0 AND NOT b.elu AND NOT b.vacataire AND NOT b.assistante),
        taux AS (SELECT p.*, round(rapport(p.paye, p.assiette), 3) AS taux, row_number() OVER (PARTITION BY p.lieu ORDER BY p.bulletin) AS rang FROM paye p),
        mode AS (SELECT lieu, taux AS modal FROM taux GROUP BY lieu, taux QUALIFY row_number() OVER (PARTITION BY lieu ORDER BY count(*) DESC, taux) = 1),
        juges AS (SELECT t.*, m.modal, m.modal IN (t.ir_zone1, t.ir_zone2, t.ir_zone3) AS legal FROM taux t JOIN mode m ON m.lieu = t.lieu)
        SELECT j.bulletin, j.paye, j.assiette, j.taux, j.modal, j.ir_zone1 AS zone1, j.ir_zone2 AS zone2, j.ir_zone3 AS zone3, r.lignes,
               CASE WHEN j.legal THEN j.paye - au_centime(j.assiette * j.modal) END::DECIMAL(14,2) AS montant,
               NOT j.legal OR abs(j.paye - au_centime(j.assiette * j.modal)) > $tolerance AS constat
        FROM juges j LEFT JOIN regime_paye r ON r.bulletin = j.bulletin AND r.regime = 'IR'
        WHERE j.legal OR j.rang = 1
        """;
}
