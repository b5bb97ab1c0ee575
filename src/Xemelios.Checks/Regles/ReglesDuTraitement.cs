using Xemelios.Checks.Moteur;

namespace Xemelios.Checks.Regles;

/// <summary>TRT: the pay that the index gives.</summary>
internal static class ReglesDuTraitement
{
    private const string Decret = "Décret n° 85-1148 du 24 octobre 1985 relatif à la rémunération des personnels civils et militaires de l'État et des collectivités territoriales";

    // Index pay is what category 1 holds less the NBI that has a line of its own in it; some software adds the NBI to the line of the index.
    // Less than a whole month is accepted when the bulletin gives a reason: an entry, an exit or another event, or a line that takes some back.
    [Regle("TRT-01", "Traitement différent de l'indice × point × quotité", GraviteDeRegle.Anomalie, Decret,
        "Traitement payé {paye€}, dû {du€} : indice majoré {indice}, quotité {quotite} %, valeur annuelle du point {point€}.",
        Doute = "Mois incomplets et demi-traitements : reconnus à un événement, une période ou une ligne négative du bulletin.")]
    [Seuil("tolerance", "1.00", "Écart admis, en euros")]
    public static string Traitement() => """
        WITH a_part AS (
            SELECT l.bulletin, sum(l.montant) AS montant FROM ligne_payee l JOIN fichier_paye f ON f.contenu = l.contenu
            WHERE l.categorie = 1 AND (l.regime = 'NBI' OR l.mois <> f.periode) GROUP BY l.bulletin),
        traite AS (
            SELECT b.*, p.point, greatest(b.indice, p.im_min) AS retenu, b.traitement - coalesce(a.montant, 0) AS paye, CASE WHEN r.bulletin IS NULL THEN coalesce(b.nbi, 0) ELSE 0 END AS nbi_logee
            FROM bulletin_paye b JOIN parametre p ON p.periode = b.periode LEFT JOIN a_part a ON a.bulletin = b.bulletin LEFT JOIN regime_paye r ON r.bulletin = b.bulletin AND r.regime = 'NBI'
            WHERE b.indice IS NOT NULL AND b.traitement <> 0 AND NOT b.elu AND NOT b.vacataire AND NOT b.assistante),
        admis AS (
            SELECT t.*, [au_centime(quotient(t.retenu * t.point, 12) * t.q), au_centime(quotient(t.retenu * t.point, 12) * t.q_partiel),
                         au_centime(quotient((t.retenu + t.nbi_logee) * t.point, 12) * t.q), au_centime(quotient((t.retenu + t.nbi_logee) * t.point, 12) * t.q_partiel)] AS dus,
                   t.evenements > 0 OR t.traitements_negatifs > 0 OR t.debut > premier_jour(t.periode) OR t.fin < dernier_jour(t.periode) AS mois_incomplet
            FROM traite t),
        compares AS (SELECT a.*, list_reduce(a.dus, lambda x, y: CASE WHEN abs(a.paye - x) <= abs(a.paye - y) THEN x ELSE y END) AS du FROM admis a)
        SELECT bulletin, paye, du, indice, quotite, point, (paye - du)::DECIMAL(14,2) AS montant,
               CASE WHEN q IS NULL THEN 'quotité absente' WHEN mois_incomplet THEN 'mois incomplet : événement, période ou reprise au bulletin' END AS motif,
               CASE WHEN abs(paye - du) <= $tolerance THEN false WHEN mois_incomplet AND paye < du THEN NULL ELSE du IS NOT NULL OR NULL END AS constat
        FROM compares
        """;

    [Regle("TRT-02", "Indice inférieur au minimum de traitement", GraviteDeRegle.Anomalie, Decret + ", article 8",
        "Traitement payé {paye€} sur l'indice majoré {indice}, inférieur au minimum {im_min} : {manque€} de moins que le minimum.",
        Doute = "Agents à temps complet seulement.")]
    [Seuil("tolerance", "1.00", "Écart admis, en euros")]
    public static string Minimum() => """
        SELECT b.bulletin, b.traitement AS paye, b.indice, p.im_min::INTEGER AS im_min, au_centime(quotient(p.im_min * p.point, 12)) - b.traitement AS manque,
               (b.traitement - au_centime(quotient(p.im_min * p.point, 12)))::DECIMAL(14,2) AS montant,
               b.traitement < au_centime(quotient(p.im_min * p.point, 12)) - $tolerance AS constat
        FROM bulletin_paye b JOIN parametre p ON p.periode = b.periode
        WHERE b.indice < p.im_min AND b.q = 1 AND b.traitement > 0 AND b.evenements = 0 AND b.traitements_negatifs = 0
          AND NOT b.elu AND NOT b.vacataire AND NOT b.assistante
        """;
}
