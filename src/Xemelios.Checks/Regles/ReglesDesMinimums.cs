using Xemelios.Checks.Moteur;

namespace Xemelios.Checks.Regles;

/// <summary>MIN and RESP: a floor and a ceiling whose legal side is to be confirmed.</summary>
internal static class ReglesDesMinimums
{
    // 151.67 hours written for who works less than full time is what the software fills in: nothing can be told of it.
    [Regle("MIN-01", "Rémunération horaire inférieure au SMIC", GraviteDeRegle.Anomalie, "Code du travail, article L. 3231-2 ; décret n° 91-769 du 2 août 1991 (indemnité différentielle)",
        "Brut de {brut€} pour {heures} heures : {manque€} de moins que le SMIC horaire de {smic€}.", Eteinte = true,
        Doute = "Agents sans indice ; éléments qui comptent dans la comparaison au SMIC.")]
    [Seuil("tolerance", "1.00", "Écart admis sur le mois, en euros")]
    public static string Smic() => """
        WITH payes AS (
            SELECT b.bulletin, b.brut, b.heures_total AS heures, p.smic_heure AS smic, au_centime(b.heures_total * p.smic_heure) AS du, abs(b.heures_total - p.heures_mois) < 0.1 AND coalesce(b.q < 1, true) AS par_defaut
            FROM bulletin_paye b JOIN parametre p ON p.periode = b.periode
            WHERE b.indice IS NULL AND b.brut > 0 AND NOT b.elu AND NOT b.assistante AND NOT b.apprenti)
        SELECT bulletin, brut, heures, smic, du - brut AS manque, (brut - du)::DECIMAL(14,2) AS montant, CASE WHEN par_defaut THEN 'heures remplies par défaut' ELSE 'heures absentes' END AS motif,
               CASE WHEN par_defaut THEN NULL WHEN heures > 0 THEN brut < du - $tolerance END AS constat
        FROM payes
        """;

    [Regle("RESP-01", "Prime de responsabilité au-delà du plafond", GraviteDeRegle.Anomalie, "Décret n° 88-631 du 6 mai 1988 relatif à l'attribution d'une prime de responsabilité à certains emplois administratifs de direction",
        "Prime de responsabilité de {paye€} pour un plafond de {plafond€} sur un traitement de {traitement€}.", Eteinte = true,
        Doute = "Taux de 15 % et emplois de direction qui y ouvrent droit.")]
    [Seuil("taux", "15.00", "Part maximale du traitement, en pour cent")]
    [Seuil("tolerance", "1.00", "Dépassement admis, en euros")]
    public static string Responsabilite() => """
        WITH payes AS (
            SELECT b.bulletin, r.courant AS paye, r.lignes, b.traitement, au_centime(b.traitement * 0.01 * $taux) AS plafond
            FROM regime_paye r JOIN bulletin_paye b ON b.bulletin = r.bulletin WHERE r.regime = 'RESPONSABILITE' AND NOT r.retenue AND r.courant > 0)
        SELECT bulletin, paye, lignes, traitement, plafond, (paye - plafond)::DECIMAL(14,2) AS montant, 'traitement absent' AS motif, CASE WHEN traitement > 0 THEN paye > plafond + $tolerance END AS constat
        FROM payes
        """;
}
