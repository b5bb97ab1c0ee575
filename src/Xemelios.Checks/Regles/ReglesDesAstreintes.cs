using Xemelios.Checks.Moteur;

namespace Xemelios.Checks.Regles;

/// <summary>AST: standby duty and what may not be paid beside it.</summary>
internal static class ReglesDesAstreintes
{
    [Regle("AST-01", "Astreinte et NBI de responsabilité supérieure", GraviteDeRegle.Anomalie,
        "Décrets n° 2001-1274 du 27 décembre 2001 et n° 2001-1367 du 28 décembre 2001 ; décret n° 2005-542 du 19 mai 2005 (astreintes)",
        "Astreinte de {paye€} versée le même mois qu'une NBI de {points} points dans un emploi de direction ({direction}).",
        Doute = "Incompatibilité à relire à la source ; emploi de direction et catégorie proposés d'après leurs mots s'ils ne sont pas fournis.")]
    public static string EtNbiDeDirection() => """
        WITH agent AS (
            SELECT b.bulletin, b.direction, b.categorie, max(b.nbi) OVER (PARTITION BY b.qui) AS points FROM bulletin_paye b)
        SELECT a.bulletin, r.courant AS paye, a.points, a.direction, r.courant AS montant, r.lignes, 'catégorie inconnue' AS motif,
               CASE WHEN coalesce(a.points, 0) = 0 THEN false ELSE a.categorie = 'A' END AS constat
        FROM regime_paye r JOIN agent a ON a.bulletin = r.bulletin
        WHERE r.regime = 'ASTREINTE' AND r.courant <> 0 AND a.direction IS NOT NULL
        """;

    // Both are taken at the month they relate to, so that a rappel paid beside an astreinte of another month is no finding.
    [Regle("AST-02", "Astreinte et IHTS le même mois", GraviteDeRegle.AVerifier, "Décret n° 2005-542 du 19 mai 2005, article 3 (astreintes) ; décret n° 2002-60 du 14 janvier 2002 (IHTS)",
        "Astreinte de {astreinte€} et IHTS de {heures€} au titre du même mois ; sur l'année {astreinte_an€} et {heures_an€}.", Portee = PorteeDeRegle.Periode,
        Doute = "Régulier si l'intervention n'a pas été compensée autrement.")]
    public static string EtHeuresSupplementaires() => """
        WITH verses AS (
            SELECT qui, mois, coalesce(sum(montant) FILTER (regime = 'ASTREINTE'), 0)::DECIMAL(14,2) AS astreinte, coalesce(sum(montant) FILTER (regime = 'IHTS'), 0)::DECIMAL(14,2) AS heures,
                   bool_or(regime = 'IHTS' AND (mois = mois_fin) IS NOT TRUE) AS flou, max(bulletin) AS payeur, arg_max(bulletin, bulletin) FILTER (mois = periode) AS bulletin
            FROM versement_suivi WHERE regime IN ('ASTREINTE', 'IHTS') GROUP BY ALL),
        preuves AS (SELECT bulletin, list_sort(flatten(list(lignes))) AS lignes FROM versement_suivi WHERE regime IN ('ASTREINTE', 'IHTS') AND mois = periode GROUP BY bulletin),
        annuels AS (SELECT v.*, sum(v.astreinte) OVER annee AS astreinte_an, sum(v.heures) OVER annee AS heures_an FROM verses v WINDOW annee AS (PARTITION BY v.qui, v.mois // 100))
        SELECT coalesce(a.bulletin, a.payeur) AS bulletin, a.astreinte, a.heures, a.astreinte_an, a.heures_an, a.heures AS montant, p.lignes, a.mois AS cle,
               CASE WHEN a.mois IS NULL THEN 'rappel d’astreinte sans période' ELSE 'rappel d’IHTS sur plusieurs mois' END AS motif,
               CASE WHEN a.mois IS NOT NULL AND NOT a.flou THEN a.heures <> 0 END AS constat
        FROM annuels a LEFT JOIN preuves p ON p.bulletin = a.bulletin
        WHERE a.astreinte <> 0
        """;
}
