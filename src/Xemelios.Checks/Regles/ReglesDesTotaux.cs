using Xemelios.Checks.Moteur;
using static Xemelios.Checks.Regles.ReglesDesFichiers;

namespace Xemelios.Checks.Regles;

/// <summary>QUAL: the totals of a bulletin against its lines, and lines against their factors.</summary>
internal static class ReglesDesTotaux
{
    [Regle("QUAL-03", "Bulletin payé sans ligne", GraviteDeRegle.Anomalie, Convention, "Le bulletin paye {brut€} de brut et {a_payer€} à payer, sans aucune ligne.")]
    public static string SansLigne() => """
        SELECT bulletin, brut, net_a_payer AS a_payer, coalesce(nullif(brut, 0), net_a_payer) AS montant, lignes = 0 AS constat
        FROM bulletin_paye WHERE brut <> 0 OR net_a_payer <> 0
        """;

    // Which identity a software keeps is seen on its file: with the advantages in kind in the gross, or without.
    [Regle("QUAL-14", "Brut différent de la somme des lignes", GraviteDeRegle.Anomalie, Convention,
        "Les lignes de brut font {somme€}, le bulletin dit {brut€}.")]
    [Seuil("tolerance", "0.50", "Écart admis, en euros")]
    public static string Brut() => """
        WITH somme AS (
            SELECT bulletin, contenu, brut, traitement + residence + famille + indemnites + divers + rappels AS sans, nature
            FROM bulletin_paye WHERE lignes > 0),
        choix AS (
            SELECT contenu, count(*) FILTER (abs(sans + nature - brut) <= $tolerance) > count(*) FILTER (abs(sans - brut) <= $tolerance) AS avec_nature
            FROM somme GROUP BY contenu),
        lu AS (SELECT s.bulletin, s.brut, CASE WHEN c.avec_nature THEN s.sans + s.nature ELSE s.sans END AS somme FROM somme s JOIN choix c ON c.contenu = s.contenu)
        SELECT bulletin, brut, somme, (somme - brut)::DECIMAL(14,2) AS montant, abs(somme - brut) > $tolerance AS constat, 'brut absent' AS motif FROM lu
        """;

    [Regle("QUAL-15", "Brut de l'année différent de la somme des lignes", GraviteDeRegle.Anomalie, Convention,
        "Sur {annee}, les lignes de brut font {somme€} et les bulletins {brut€}.", Portee = PorteeDeRegle.Periode)]
    [Seuil("tolerance", "1.00", "Écart admis, en euros")]
    public static string BrutDeLAnnee() => """
        WITH annee AS (
            SELECT arg_max(bulletin, (periode, empreinte, ordre)) AS bulletin, budget || train AS cle, (periode // 100)::VARCHAR AS annee, sum(brut)::DECIMAL(18,2) AS brut, count(*) FILTER (brut IS NULL) AS sans_brut,
                   sum(traitement + residence + famille + indemnites + divers + rappels)::DECIMAL(18,2) AS somme
            FROM bulletin_suivi WHERE lignes > 0 GROUP BY budget, train, periode // 100)
        SELECT bulletin, cle || annee AS cle, annee, brut, somme, (somme - brut)::DECIMAL(14,2) AS montant,
               CASE WHEN sans_brut = 0 THEN abs(somme - brut) > $tolerance END AS constat, 'brut absent de bulletins' AS motif FROM annee
        """;

    [Regle("QUAL-25", "Net différent du brut moins les retenues", GraviteDeRegle.Anomalie, Convention,
        "Brut moins déductions et retenues : {somme€} ; le bulletin dit {net€}.")]
    [Seuil("tolerance", "0.05", "Écart admis, en euros")]
    public static string Net() => """
        WITH somme AS (
            SELECT bulletin, contenu, net, traitement + residence + famille + indemnites + divers + rappels - deductions - retenues AS sans, nature
            FROM bulletin_paye WHERE lignes > 0),
        choix AS (
            SELECT contenu, count(*) FILTER (abs(sans + nature - net) <= $tolerance) > count(*) FILTER (abs(sans - net) <= $tolerance) AS avec_nature
            FROM somme GROUP BY contenu),
        lu AS (SELECT s.bulletin, s.net, CASE WHEN c.avec_nature THEN s.sans + s.nature ELSE s.sans END AS somme FROM somme s JOIN choix c ON c.contenu = s.contenu)
        SELECT bulletin, net, somme, (net - somme)::DECIMAL(14,2) AS montant, abs(somme - net) > $tolerance AS constat, 'net absent' AS motif FROM lu
        """;

    // Editors swap Base and NbUnite: the reading of a rubrique is the one that most of its lines keep.
    [Regle("QUAL-26", "Montant différent de base × taux", GraviteDeRegle.AVerifier, Convention,
        "Rubrique {code} : montant {montant_ecrit€}, au lieu de {attendu€} selon le calcul que la rubrique suit d'ordinaire ({lecture}).")]
    [Seuil("lignes_minimum", "20", "Lignes de la rubrique au-dessous desquelles rien n'est dit")]
    [Seuil("majorite", "90", "Part des lignes qui doivent suivre le même calcul, en pour cent")]
    [Seuil("tolerance", "0.05", "Écart admis, en euros")]
    public static string Calcul() => """
        WITH calcul AS (
            SELECT l.bulletin, l.position, l.contenu, l.rubrique, l.code, l.montant, l.base * l.taux * 0.01 AS pour_cent, l.base * l.taux AS produit, l.unites * l.taux AS unites, l.base * l.unites AS quantite
            FROM ligne_payee l WHERE l.categorie NOT IN (7, 11) AND l.montant <> 0),
        tenu AS (
            SELECT contenu, rubrique, count(coalesce(pour_cent, unites, quantite)) AS lignes, count(*) FILTER (abs(montant - pour_cent) <= $tolerance) AS a, count(*) FILTER (abs(montant - produit) <= $tolerance) AS b,
                   count(*) FILTER (abs(montant - unites) <= $tolerance) AS c, count(*) FILTER (abs(montant - quantite) <= $tolerance) AS d
            FROM calcul GROUP BY contenu, rubrique),
        lecture AS (
            SELECT contenu, rubrique, greatest(a, b, c, d) AS suivi,
                   CASE greatest(a, b, c, d) WHEN a THEN 'base × taux / 100' WHEN b THEN 'base × taux' WHEN c THEN 'nombre × taux' ELSE 'base × nombre' END AS lecture
            FROM tenu WHERE lignes >= $lignes_minimum AND greatest(a, b, c, d) * 100 >= lignes * $majorite),
        lu AS (
            SELECT k.bulletin, k.position, k.code, k.montant, t.lecture,
                   CASE t.lecture WHEN 'base × taux / 100' THEN k.pour_cent WHEN 'base × taux' THEN k.produit WHEN 'nombre × taux' THEN k.unites ELSE k.quantite END AS attendu
            FROM calcul k JOIN lecture t ON t.contenu = k.contenu AND t.rubrique = k.rubrique),
        juge AS (SELECT *, abs(montant - attendu) > $tolerance AS constat FROM lu)
        SELECT bulletin, position::VARCHAR AS cle, [position::BIGINT] AS lignes, code, montant AS montant_ecrit, au_centime(attendu) AS attendu, lecture,
               (montant - au_centime(attendu))::DECIMAL(14,2) AS montant, constat, NULL AS motif, 1 AS poids
        FROM juge WHERE constat
        UNION ALL BY NAME SELECT NULL AS bulletin, constat, 'base, taux ou nombre absent' AS motif, count(*) AS poids FROM juge WHERE constat IS NOT TRUE GROUP BY constat
        """;

    [Regle("QUAL-27", "Cotisation différente de base × taux", GraviteDeRegle.Anomalie, Convention,
        "Cotisation {code} ({caisse}) : {montant_ecrit€} sur une base de {base€} au taux de {taux}, au lieu de {attendu€}.")]
    [Seuil("tolerance", "0.05", "Écart admis, en euros")]
    public static string Cotisation() => """
        WITH lu AS (
            SELECT l.bulletin, l.position, l.code, l.caisse, l.montant, l.base, l.taux, abs(l.base * l.taux * 0.01) AS pour_cent, abs(l.base * l.taux) AS fraction
            FROM ligne_payee l WHERE l.categorie IN (7, 11) AND l.caisse IS NOT NULL AND l.montant <> 0),
        calcul AS (SELECT *, CASE WHEN abs(abs(montant) - pour_cent) <= abs(abs(montant) - fraction) THEN pour_cent ELSE fraction END AS attendu FROM lu),
        juge AS (SELECT *, CASE WHEN base <> 0 AND taux <> 0 THEN abs(abs(montant) - attendu) > $tolerance END AS constat FROM calcul)
        SELECT bulletin, position::VARCHAR AS cle, [position::BIGINT] AS lignes, code, caisse, base, taux, montant AS montant_ecrit, au_centime(attendu) AS attendu,
               (abs(montant) - au_centime(attendu))::DECIMAL(14,2) AS montant, constat, NULL AS motif, 1 AS poids
        FROM juge WHERE constat
        UNION ALL BY NAME SELECT NULL AS bulletin, constat, 'base ou taux absent' AS motif, count(*) AS poids FROM juge WHERE constat IS NOT TRUE GROUP BY constat
        """;

    [Regle("QUAL-33", "Net négatif", GraviteDeRegle.Anomalie, Convention, "Le net est de {net€} et le net à payer de {a_payer€}.")]
    public static string NetNegatif() => """
        SELECT bulletin, net, net_a_payer AS a_payer, least(net, net_a_payer)::DECIMAL(14,2) AS montant, net < 0 OR net_a_payer < 0 AS constat, 'net absent' AS motif FROM bulletin_paye
        """;

    [Regle("QUAL-35", "Net à payer différent du net", GraviteDeRegle.Information, Convention,
        "Net {net€}, net à payer {a_payer€} ; les acomptes font {acomptes€}.")]
    public static string NetAPayer() => """
        SELECT bulletin, net, net_a_payer AS a_payer, acomptes, (net_a_payer - net)::DECIMAL(14,2) AS montant, net <> net_a_payer AS constat, 'net absent' AS motif FROM bulletin_paye
        """;

    // Which deductions lower taxable pay is known when the file keeps the identity on nearly all its bulletins.
    [Regle("QUAL-36", "Net imposable incohérent", GraviteDeRegle.AVerifier, Convention,
        "Net imposable {imposable€}, brut {brut€} ; brut moins les déductions qui l'abaissent : {attendu€}.")]
    [Seuil("majorite", "90", "Part des bulletins du fichier qui doivent suivre le calcul, en pour cent")]
    [Seuil("tolerance", "1.00", "Écart admis, en euros")]
    public static string Imposable() => """
        WITH non_deduit AS (SELECT r.bulletin, sum(r.montant) AS montant FROM regime_paye r WHERE r.regime IN ('CSG_IMPOSABLE', 'CRDS', 'CSG_CRDS') GROUP BY r.bulletin),
        calcul AS (
            SELECT b.bulletin, b.contenu, b.imposable, b.brut, b.nature, b.brut - b.deductions + coalesce(n.montant, 0) AS attendu
            FROM bulletin_paye b LEFT JOIN non_deduit n ON n.bulletin = b.bulletin WHERE b.brut > 0),
        suivi AS (SELECT contenu, count(*) FILTER (abs(imposable - attendu) <= $tolerance) * 100 >= count(*) * $majorite AS tenu FROM calcul GROUP BY contenu)
        SELECT c.bulletin, c.imposable, c.brut, c.attendu, (c.imposable - c.attendu)::DECIMAL(14,2) AS montant, 'net imposable absent' AS motif,
               c.imposable > c.brut + c.nature OR (s.tenu AND abs(c.imposable - c.attendu) > $tolerance) AS constat
        FROM calcul c JOIN suivi s ON s.contenu = c.contenu
        """;

    [Regle("QUAL-38", "Répartition budgétaire incomplète", GraviteDeRegle.Anomalie, Convention,
        "La répartition entre budgets fait {parts_taux} en taux et {parts_montant€} en montants, pour un brut de {brut€}.")]
    [Seuil("tolerance", "0.05", "Écart admis, en euros")]
    public static string Budgets() => """
        SELECT bulletin, parts_taux, parts_montant, brut, (parts_montant - brut)::DECIMAL(14,2) AS montant, 'ni taux ni montant' AS motif,
               CASE WHEN coalesce(nullif(parts_taux, 0), nullif(parts_montant, 0)) IS NOT NULL
                    THEN coalesce(nullif(parts_taux, 0) NOT IN (1, 100), false) OR coalesce(abs(nullif(parts_montant, 0) - brut) > $tolerance, false) END AS constat
        FROM bulletin_paye WHERE parts > 0
        """;
}
