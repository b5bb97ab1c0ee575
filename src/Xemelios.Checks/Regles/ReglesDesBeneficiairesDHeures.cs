using Xemelios.Checks.Moteur;

namespace Xemelios.Checks.Regles;

/// <summary>IHTS: who is paid overtime, and at which rate.</summary>
internal static class ReglesDesBeneficiairesDHeures
{
    private const string Decret = "Décret n° 2002-60 du 14 janvier 2002 relatif aux indemnités horaires pour travaux supplémentaires";

    /// <summary>Trades of health and social work, whose category A may draw overtime.</summary>
    private const string MetiersAdmis =
        @"INFIRMI|CADRE (SUPERIEURE? )?DE SANTE|SAGES?[ -]FEMME|PUERICULT|ERGOTHERAP|ORTHOPHON|ORTHOPTI|DIETETIC|PSYCHO|SOCIO[ -]?EDUCATI|\bCESF\b|EDUCAT(EUR|RICE)";

    [Regle("IHTS-05", "IHTS versées à la catégorie A", GraviteDeRegle.Anomalie, Decret + " ; décret n° 2018-731 du 21 août 2018 (catégorie A de la fonction publique hospitalière)",
        "IHTS de {paye€} versées à un agent de catégorie A, hors des métiers de santé et sociaux qui y ont droit.",
        Doute = "Catégorie proposée d'après le grade si elle n'est pas fournie ; liste des métiers admis.")]
    public static string CategorieA() => $"""
        SELECT b.bulletin, r.montant AS paye, r.montant, r.lignes, 'catégorie inconnue' AS motif,
               b.categorie = 'A' AND NOT regexp_matches(upper(strip_accents(concat_ws(' ', b.grade, b.emploi))), '{MetiersAdmis}') AS constat
        FROM regime_paye r JOIN bulletin_paye b ON b.bulletin = r.bulletin
        WHERE r.regime = 'IHTS' AND r.montant <> 0
        """;

    [Regle("IHTS-06", "IHTS versées à des contractuels", GraviteDeRegle.AVerifier, Decret + " ; CGCT, article D. 1617-19, annexe I, rubrique 210224",
        "IHTS de {paye€} versées à un agent au statut {statut} : la délibération doit le prévoir.", Doute = "Portée de la délibération pour les contractuels.")]
    public static string Contractuels() => """
        SELECT b.bulletin, r.montant AS paye, b.statut, r.montant, r.lignes, 'statut absent' AS motif, NOT b.fonctionnaire AS constat
        FROM regime_paye r JOIN bulletin_paye b ON b.bulletin = r.bulletin
        WHERE r.regime = 'IHTS' AND r.montant <> 0
        """;

    // Each line is compared with each legal rate, on a base with the NBI and without; a part-timer's hours may bear no increase.
    // « premiere » marks the rates of the first fourteen hours: beyond, the last line that uses one is at fault.
    [Regle("IHTS-07", "Taux horaire d'IHTS incohérent", GraviteDeRegle.AVerifier, Decret,
        "{heures} heure(s) supplémentaire(s) payée(s) {paye€} : base horaire {base€}, taux légal le plus proche {taux}, soit {du€} ; {premieres} heure(s) du mois au taux des quatorze premières.",
        Doute = "Place de la NBI dans la base, ordre des majorations, temps partiel.")]
    [Seuil("tolerance", "0.01", "Écart admis, en fraction du taux")]
    [Seuil("plein_temps", "0.98", "Quotité à partir de laquelle les heures sont majorées")]
    public static string TauxHoraire() => """
        WITH taux(taux, premiere, partiel) AS (VALUES (1.25, true, false), (1.27, false, false), (2.50, true, false), (2.54, false, false), (2.083333, true, false), (2.116667, false, false),
                                                      (1.00, false, true), (2.00, false, true), (1.666667, false, true)),
        ligne AS (
            SELECT l.bulletin, l.position, l.montant, abs(coalesce(nullif(l.unites, 0), nullif(l.base, 0))) AS heures, b.indice, b.q, p.point,
                   CASE WHEN b.indice IS NOT NULL THEN greatest(b.indice, p.im_min) END * p.point + 12 * b.residence_du_mois AS annuel, coalesce(b.nbi, 0) AS nbi
            FROM ligne_payee l JOIN bulletin_paye b ON b.bulletin = l.bulletin JOIN parametre p ON p.periode = b.periode
            WHERE l.regime = 'IHTS' AND l.courante AND l.montant <> 0),
        essais AS (
            SELECT l.*, t.taux, t.premiere, quotient(l.annuel + n.avec * l.nbi * l.point, 1820) AS base
            FROM ligne l CROSS JOIN (VALUES (0), (1)) AS n(avec) JOIN taux t ON NOT t.partiel OR l.q < $plein_temps),
        proches AS (
            SELECT e.*, au_centime(e.taux * e.base * e.heures) AS du FROM essais e
            QUALIFY row_number() OVER (PARTITION BY e.bulletin, e.position ORDER BY abs(abs(e.montant) - e.taux * e.base * e.heures), e.taux, e.base) = 1),
        juges AS (SELECT p.*, abs(abs(p.montant) - p.du) > $tolerance * p.du AS hors_taux FROM proches p),
        cumules AS (
            SELECT j.*, coalesce(sum(j.heures) FILTER (j.premiere AND NOT j.hors_taux) OVER (PARTITION BY j.bulletin), 0) AS premieres,
                   max(j.position) FILTER (j.premiere AND NOT j.hors_taux) OVER (PARTITION BY j.bulletin) AS derniere
            FROM juges j)
        SELECT bulletin, heures, montant AS paye, au_centime(base) AS base, taux, sign(montant) * du AS du, premieres, [position::BIGINT] AS lignes, position AS cle,
               CASE WHEN hors_taux THEN montant - sign(montant) * du END::DECIMAL(14,2) AS montant,
               CASE WHEN heures IS NULL THEN 'heures de la ligne inconnues' WHEN indice IS NULL THEN 'indice absent' ELSE 'quotité absente' END AS motif,
               CASE WHEN hors_taux AND q IS NULL THEN NULL ELSE hors_taux OR premieres > 14 AND coalesce(position = derniere, false) END AS constat
        FROM cumules
        """;
}
