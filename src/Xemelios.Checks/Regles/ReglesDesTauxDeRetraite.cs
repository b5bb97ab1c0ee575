using Xemelios.Checks.Moteur;

namespace Xemelios.Checks.Regles;

/// <summary>RET: the rates and the ceilings of pension contributions.</summary>
internal static class ReglesDesTauxDeRetraite
{
    private const string Dit = "Cotisation calculée au taux de {trouve%} au lieu de {legal%} : {paye€}, écart {montant€}.";
    private const string PointsDeTaux = "Écart de taux admis, en points";
    private const string Euros = "Écart admis sur le montant, en euros";

    [Regle("RET-03", "Taux de la retenue CNRACL de l'agent", GraviteDeRegle.Anomalie, "Décret n° 2003-1306 du 26 décembre 2003, article 3 ; décret n° 2010-1749 du 30 décembre 2010 (taux)", Dit,
        Doute = "Surcotisations et retenues supplémentaires, laissées de côté sur leur libellé ; date d'effet de 2011 pour la NBI.")]
    [Seuil("tolerance", "0.05", Euros)]
    [Seuil("tolerance_taux", "0.01", PointsDeTaux)]
    public static string CnraclAgent() => TauxDeCotisation.ParBulletin(
        "l.categorie IN (7, 10) AND l.regime IN ('CNRACL', 'CNRACL_NBI')", "CASE l.regime WHEN 'CNRACL' THEN p.cnracl_agent ELSE p.cnracl_agent_nbi END");

    // The base of the program ends at 34.65 % for 2025 and the rise of 2026 has to be read at its source: lines still at 34.65 % are left untold.
    [Regle("RET-04", "Taux CNRACL et ATIACL de l'employeur", GraviteDeRegle.Anomalie, "Décret n° 2003-1306 du 26 décembre 2003, article 5 ; décret n° 2025-86 du 30 janvier 2025 (taux de 2025 à 2028)", Dit,
        Doute = "Taux CNRACL depuis janvier 2026 : 37,65 %, à vérifier au décret.")]
    [Seuil("tolerance", "0.05", Euros)]
    [Seuil("tolerance_taux", "0.01", PointsDeTaux)]
    public static string CnraclEmployeur() => TauxDeCotisation.ParBulletin(
        "l.categorie = 11 AND l.regime IN ('CNRACL', 'CNRACL_NBI', 'ATIACL')", "CASE l.regime WHEN 'ATIACL' THEN p.atiacl ELSE p.cnracl_employeur END",
        "du_mois >= 202601 AND abs(montant - assiette * 0.3465) <= abs(assiette) * 0.01 * $tolerance_taux AND regime <> 'ATIACL'", "'taux antérieur à la hausse attendue, qui est à vérifier'");

    // A base of tranche A beyond the ceiling is beyond it whatever the quotité; the part that is due on tranche B is not paid less for that.
    [Regle("RET-05", "Taux et tranches de l'IRCANTEC", GraviteDeRegle.Anomalie, "Décret n° 70-1277 du 23 décembre 1970 ; arrêté du 30 décembre 1970 (assiette et taux)",
        "Cotisation IRCANTEC au taux de {trouve%} pour {legal%}, sur une assiette de {assiette€} pour un plafond de {plafond€} dans la tranche : écart {montant€}.",
        Doute = "Plafond proratisé à temps incomplet et régularisation progressive du plafond : seule une assiette au-delà du plafond entier est relevée.")]
    [Seuil("tolerance", "0.05", Euros)]
    [Seuil("tolerance_plafond", "1.00", "Dépassement de tranche admis, en euros")]
    [Seuil("tolerance_taux", "0.01", PointsDeTaux)]
    public static string Ircantec() => $"""
        WITH {TauxDeCotisation.Jugees(
            "l.regime IN ('IRCANTEC', 'IRCANTEC_B')",
            "CASE WHEN l.categorie = 11 THEN CASE l.regime WHEN 'IRCANTEC' THEN p.ircantec_employeur_a ELSE p.ircantec_employeur_b END WHEN l.regime = 'IRCANTEC' THEN p.ircantec_agent_a ELSE p.ircantec_agent_b END")},
        tranches AS (SELECT j.*, p.plafond_ss * CASE j.regime WHEN 'IRCANTEC' THEN 1 ELSE 7 END AS plafond FROM jugees j LEFT JOIN parametre p ON p.periode = j.du_mois),
        tranchees AS (SELECT * REPLACE (CASE WHEN assiette > plafond + $tolerance_plafond THEN true ELSE fautif END AS fautif, CASE WHEN assiette > plafond + $tolerance_plafond THEN au_centime(plafond * legal) ELSE du END AS du) FROM tranches)
        SELECT bulletin, (sum(montant - du) FILTER (fautif))::DECIMAL(14,2) AS montant, arg_min(coalesce(trouve, part_de(montant, assiette)), position) FILTER (fautif) AS trouve, arg_min(legal, position) FILTER (fautif) AS legal,
               arg_min(assiette, position) FILTER (fautif) AS assiette, arg_min(plafond, position) FILTER (fautif) AS plafond, list(position::BIGINT ORDER BY position) FILTER (fautif) AS lignes,
               CASE WHEN bool_or(legal IS NULL) THEN 'taux inconnu à la date de la ligne' ELSE 'base et taux absents' END AS motif, {TauxDeCotisation.Verdict} AS constat
        FROM tranchees GROUP BY bulletin
        """;

    // The ceiling is that of the year: a base beyond it is told in December, when nothing can bring it back.
    [Regle("RET-06", "Taux et assiette de la retraite additionnelle", GraviteDeRegle.Anomalie, "Décret n° 2004-569 du 18 juin 2004 relatif à la retraite additionnelle de la fonction publique, articles 2 et 3",
        "Retraite additionnelle de {annee} : {paye€} pour {attendu€} au taux légal, sur une assiette de {assiette€} pour un plafond de {plafond€}.",
        Portee = PorteeDeRegle.Periode, Doute = "La garantie individuelle du pouvoir d'achat entre dans l'assiette sans plafond.")]
    [Seuil("tolerance", "0.05", Euros)]
    [Seuil("tolerance_plafond", "1.00", "Dépassement de l'assiette admis sur l'année, en euros")]
    [Seuil("tolerance_taux", "0.01", PointsDeTaux)]
    public static string Additionnelle() => """
        WITH payes AS (
            SELECT b.qui, b.periode, b.bulletin, b.empreinte, b.ordre, b.traitement, r.lignes, r.courant, p.rafp_part, p.rafp_agent + p.rafp_employeur AS taux,
                   r.assiette, r.courant - r.employeur AS agent_paye, au_centime(r.assiette * p.rafp_agent) AS agent_du,
                   r.assiette_employeur, r.employeur AS employeur_paye, au_centime(r.assiette_employeur * p.rafp_employeur) AS employeur_du
            FROM bulletin_suivi b LEFT JOIN regime_suivi r ON r.bulletin = b.bulletin AND r.regime = 'RAFP' JOIN parametre p ON p.periode = b.periode),
        juges AS (
            SELECT *, abs(agent_paye - agent_du) > greatest($tolerance, abs(assiette) * $tolerance_taux * 0.01) AS agent_fautif,
                   abs(employeur_paye - employeur_du) > greatest($tolerance, abs(assiette_employeur) * $tolerance_taux * 0.01) AS employeur_fautif
            FROM payes),
        annees AS (
            SELECT arg_max(bulletin, (periode, empreinte, ordre)) FILTER (courant IS NOT NULL) AS bulletin, arg_max(lignes, (periode, empreinte, ordre)) FILTER (courant IS NOT NULL) AS lignes, (periode // 100)::VARCHAR AS annee, max(periode % 100) AS dernier,
                   sum(courant)::DECIMAL(14,2) AS paye, sum(coalesce(agent_du, agent_paye) + coalesce(employeur_du, employeur_paye))::DECIMAL(14,2) AS attendu, sum(assiette)::DECIMAL(14,2) AS assiette,
                   au_centime(sum(traitement) * max(rafp_part)) AS plafond, max(taux) AS taux, bool_or(agent_fautif OR employeur_fautif) AS taux_fautif,
                   bool_or(courant <> 0 AND assiette IS NULL AND assiette_employeur IS NULL) AS sans_assiette,
                   sum(CASE WHEN agent_fautif THEN agent_paye - agent_du ELSE 0 END + CASE WHEN employeur_fautif THEN employeur_paye - employeur_du ELSE 0 END)::DECIMAL(14,2) AS ecart_de_taux
            FROM juges GROUP BY qui, periode // 100 HAVING bool_or(courant <> 0)),
        jugees AS (SELECT *, coalesce(assiette > plafond + $tolerance_plafond, false) AS depasse FROM annees)
        SELECT bulletin, annee, paye, attendu, assiette, plafond, lignes,
               (ecart_de_taux + CASE WHEN depasse AND dernier = 12 THEN au_centime((assiette - plafond) * taux) ELSE 0 END)::DECIMAL(14,2) AS montant,
               CASE WHEN sans_assiette THEN 'assiette absente' ELSE 'assiette au-delà du plafond avant la fin de l''année' END AS motif,
               CASE WHEN taux_fautif THEN true WHEN depasse THEN dernier = 12 OR NULL WHEN sans_assiette THEN NULL ELSE false END AS constat
        FROM jugees
        """;
}
