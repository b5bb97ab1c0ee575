using Xemelios.Checks.Moteur;

namespace Xemelios.Checks.Regles;

/// <summary>NBI: what its points are paid.</summary>
internal static class ReglesDuMontantDeNbi
{
    private const string Loi = "Loi n° 91-73 du 18 janvier 1991, article 27";
    private const string Partiel = "Ajustement de la NBI au temps partiel et au temps non complet : la quotité et la quotité payée du temps partiel sont admises.";

    // A month is brought to full time by the quotité that comes nearest the point: 80 % is a part-timer paid 6/7 or a post of 28 hours.
    [Regle("NBI-03", "Valeur apparente du point de NBI", GraviteDeRegle.Anomalie, Loi,
        "Point de NBI payé {apparent€} en moyenne sur {mois} mois de {an}, pour une valeur de {moyen€} : écart {niveau}.", Portee = PorteeDeRegle.Periode, Doute = Partiel)]
    [Seuil("ecart", "0.15", "Écart signalé, en euros par point")]
    [Seuil("ecart_fort", "0.30", "Écart fort, en euros par point")]
    public static string PointApparent() => """
        WITH dotes AS (
            SELECT qui, periode, max(bulletin) AS bulletin, max(nbi) AS points, max(q) AS q, max(q_partiel) AS q_partiel, bool_or(mois_incomplet) AS incomplet
            FROM bulletin_suivi WHERE nbi > 0 GROUP BY ALL),
        verses AS (SELECT qui, mois, sum(montant) AS paye FROM versement_suivi WHERE regime = 'NBI' AND mois // 100 = mois_fin // 100 GROUP BY ALL),
        flous AS (SELECT DISTINCT qui, periode // 100 AS an FROM versement_suivi WHERE regime = 'NBI' AND (mois // 100 = mois_fin // 100) IS NOT TRUE),
        mensuels AS (
            SELECT d.*, v.paye, quotient(d.points * p.point, 12) AS plein, rapport(v.paye, d.q) AS par_q, rapport(v.paye, d.q_partiel) AS par_partiel
            FROM dotes d JOIN verses v ON v.qui = d.qui AND v.mois = d.periode JOIN parametre p ON p.periode = d.periode),
        choisis AS (SELECT m.*, plus_proche(m.plein, m.par_q, m.par_partiel) AS paye_plein, plus_proche(m.paye, m.plein * m.q, m.plein * m.q_partiel) AS du FROM mensuels m),
        annuels AS (
            SELECT c.qui, c.periode // 100 AS an, count(*) AS mois, arg_max(c.bulletin, c.periode) AS bulletin, bool_or(c.q IS NULL) AS sans_quotite, bool_or(c.incomplet) AS incomplet,
                   sum(c.points) AS points, sum(c.paye_plein) AS paye_plein, sum(c.plein) AS du_plein, au_centime(sum(c.paye - c.du)) AS montant
            FROM choisis c GROUP BY ALL),
        points AS (SELECT a.*, rapport(a.paye_plein, a.points) AS apparent, rapport(a.du_plein, a.points) AS moyen FROM annuels a)
        SELECT p.bulletin, p.an, p.mois, p.apparent, p.moyen, p.montant, CASE WHEN abs(p.apparent - p.moyen) > $ecart_fort THEN 'fort' ELSE 'modéré' END AS niveau,
               CASE WHEN f.qui IS NOT NULL THEN 'rappel de NBI sans période, ou sur deux années' WHEN p.sans_quotite THEN 'quotité absente' ELSE 'mois incomplet dans l’année' END AS motif,
               CASE WHEN f.qui IS NOT NULL OR p.sans_quotite OR p.incomplet AND p.apparent < p.moyen - $ecart THEN NULL ELSE abs(p.apparent - p.moyen) > $ecart END AS constat
        FROM points p LEFT JOIN flous f ON f.qui = p.qui AND f.an = p.an
        """;

    [Regle("NBI-04", "NBI mensuelle supérieure au dû", GraviteDeRegle.Anomalie, Loi,
        "NBI payée {paye€}, due {du€} pour {points} point(s) : quotité {quotite} %, valeur annuelle du point {point€}.", Doute = Partiel)]
    [Seuil("tolerance", "1.00", "Écart admis, en euros par point")]
    public static string TropPayee() => $"""
        {Payee}
        SELECT bulletin, paye, du_partiel AS du, nbi AS points, quotite, point, preuves AS lignes, (paye - du_partiel)::DECIMAL(14,2) AS montant,
               CASE WHEN bulletins > 1 THEN 'NBI payée par plusieurs bulletins du mois' ELSE 'quotité absente' END AS motif,
               CASE WHEN bulletins = 1 THEN paye - du_partiel > $tolerance * nbi * q_partiel END AS constat
        FROM payee
        """;

    [Regle("NBI-05", "NBI mal ajustée à la quotité", GraviteDeRegle.Anomalie, Loi,
        "NBI payée {paye€}, due {du€} pour {points} point(s) à la quotité de {quotite} %.", Doute = Partiel)]
    [Seuil("tolerance", "2.00", "Écart admis, en euros")]
    public static string Ajustee() => $"""
        {Payee},
        compares AS (SELECT p.*, plus_proche(p.paye, au_centime(quotient(p.nbi * p.point, 12) * p.q), p.du_partiel) AS du FROM payee p)
        SELECT bulletin, paye, du, nbi AS points, quotite, preuves AS lignes, (paye - du)::DECIMAL(14,2) AS montant,
               CASE WHEN bulletins > 1 THEN 'NBI payée par plusieurs bulletins du mois' WHEN q IS NULL THEN 'quotité absente'
                    ELSE 'mois incomplet : événement, période ou reprise au bulletin' END AS motif,
               CASE WHEN bulletins > 1 THEN NULL WHEN abs(paye - du) <= $tolerance THEN false WHEN mois_incomplet AND paye < du THEN NULL ELSE du IS NOT NULL OR NULL END AS constat
        FROM compares
        """;

    // Some software pays the points in the line of the index pay: that is no missing payment.
    [Regle("NBI-08", "Points de NBI sans paiement, ou paiement sans points", GraviteDeRegle.AVerifier, Loi,
        "{points} point(s) de NBI au bulletin, {paye€} payés pour le mois, rappels compris.", Portee = PorteeDeRegle.Periode)]
    [Seuil("tolerance", "1.00", "Écart admis, en euros, pour reconnaître la NBI dans le traitement")]
    public static string PointsSansPaiement() => """
        WITH concernes AS (SELECT qui FROM bulletin_suivi WHERE nbi > 0 UNION SELECT qui FROM versement_suivi WHERE regime = 'NBI' AND courante),
        mensuels AS (
            SELECT qui, periode, arg_max(bulletin, indiciaire) AS bulletin, max(nbi) AS points, max(nbi) > 0 AS dote, max(indice) AS indice, max(q) AS q, max(q_partiel) AS q_partiel, sum(indiciaire) AS traitement
            FROM bulletin_suivi WHERE qui IN (FROM concernes) GROUP BY ALL),
        verses AS (
            SELECT m.qui, m.periode, sum(v.montant)::DECIMAL(14,2) AS paye, bool_or(v.courante) AS courante, arg_max(v.bulletin, v.bulletin) FILTER (v.courante) AS bulletin,
                   arg_max(v.lignes, v.bulletin) FILTER (v.courante) AS lignes
            FROM mensuels m JOIN versement_suivi v ON v.qui = m.qui AND v.regime = 'NBI' AND m.periode BETWEEN v.mois AND v.mois_fin GROUP BY ALL),
        flous AS (SELECT DISTINCT qui FROM versement_suivi WHERE regime = 'NBI' AND mois IS NULL),
        loges AS (
            SELECT m.qui, m.periode, quotient((greatest(m.indice, p.im_min) + m.points) * p.point, 12) AS plein FROM mensuels m JOIN parametre p ON p.periode = m.periode WHERE m.indice IS NOT NULL)
        SELECT coalesce(v.bulletin, m.bulletin) AS bulletin, m.points, coalesce(v.paye, 0) AS paye, v.lignes,
               CASE WHEN m.dote THEN -au_centime(quotient(m.points * p.point, 12) * m.q_partiel) ELSE v.paye END AS montant,
               CASE WHEN m.points IS NULL THEN 'NBI absente du bulletin' ELSE 'rappel de NBI sans période' END AS motif,
               CASE WHEN m.dote AND (v.qui IS NOT NULL OR abs(m.traitement - au_centime(plus_proche(m.traitement, l.plein * m.q, l.plein * m.q_partiel))) <= $tolerance * m.q) THEN false WHEN m.dote IS NULL OR m.dote AND f.qui IS NOT NULL THEN NULL ELSE true END AS constat
        FROM mensuels m JOIN parametre p ON p.periode = m.periode LEFT JOIN verses v ON v.qui = m.qui AND v.periode = m.periode LEFT JOIN flous f ON f.qui = m.qui
         LEFT JOIN loges l ON l.qui = m.qui AND l.periode = m.periode
        WHERE m.dote AND m.traitement > 0 OR v.courante
        """;

    /// <summary>The NBI of the month of agents who have points: rappels and lines of another month are apart.</summary>
    private const string Payee = """
        WITH payee AS (
            SELECT b.*, r.courant AS paye, r.lignes AS preuves, p.point, count(*) OVER (PARTITION BY b.qui) AS bulletins,
                   au_centime(quotient(b.nbi * p.point, 12) * b.q_partiel) AS du_partiel
            FROM regime_paye r JOIN bulletin_paye b ON b.bulletin = r.bulletin JOIN parametre p ON p.periode = b.periode
            WHERE r.regime = 'NBI' AND r.courant <> 0 AND b.nbi > 0)
        """;
}
