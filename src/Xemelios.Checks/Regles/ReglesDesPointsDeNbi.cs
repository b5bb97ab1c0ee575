using Xemelios.Checks.Moteur;

namespace Xemelios.Checks.Regles;

/// <summary>NBI: who has points, and how many.</summary>
internal static class ReglesDesPointsDeNbi
{
    private const string Loi = "Loi n° 91-73 du 18 janvier 1991, article 27";
    private const string Territoriale = "Décrets n° 2006-779 et n° 2006-780 du 3 juillet 2006 (fonction publique territoriale)";
    private const string Direction = "Décrets n° 2001-1274 du 27 décembre 2001 et n° 2001-1367 du 28 décembre 2001 (emplois de direction)";

    [Regle("NBI-01", "NBI versée à un agent sans statut éligible", GraviteDeRegle.Anomalie, Loi,
        "NBI de {points} point(s), {paye€} payés, pour le statut {statut}.",
        Doute = "Contractuels ; emplois fonctionnels, admis ici, à confirmer.")]
    public static string Statut() => """
        SELECT b.bulletin, coalesce(b.nbi, 0) AS points, r.montant AS paye, b.statut, r.montant, r.lignes,
               CASE WHEN b.statut IS NULL THEN 'statut absent' ELSE 'rappel seul : statut du mois rappelé inconnu' END AS motif,
               CASE WHEN b.fonctionnaire THEN false WHEN b.statut IS NULL OR coalesce(b.nbi, 0) = 0 AND r.courant = 0 THEN NULL ELSE true END AS constat
        FROM bulletin_paye b LEFT JOIN regime_paye r ON r.bulletin = b.bulletin AND r.regime = 'NBI'
        WHERE b.nbi > 0 OR r.montant <> 0
        """;

    [Regle("NBI-02", "Points de NBI non entiers", GraviteDeRegle.AVerifier, Loi,
        "NBI de {points} point(s) : le nombre n'est pas entier, le logiciel a pu déjà l'ajuster à la quotité.")]
    public static string Decimales() => """
        SELECT bulletin, nbi AS points, nbi_decimales > 0 AS constat
        FROM bulletin_paye WHERE nbi > 0
        """;

    // Two bulletins of one agent in the month repeat his points: the one that says most of them is judged.
    [Regle("NBI-06", "NBI au-delà du plafond de la catégorie", GraviteDeRegle.AVerifier, Territoriale,
        "NBI de {points} points pour un plafond de {plafond} en catégorie {categorie} : {montant€} au-delà dans le mois.",
        Doute = "Plafonds par catégorie ; catégorie proposée d'après le grade si elle n'est pas fournie.")]
    [Seuil("plafond_a", "50", "Points au plus, catégorie A")]
    [Seuil("plafond_b", "30", "Points au plus, catégorie B")]
    [Seuil("plafond_c", "20", "Points au plus, catégorie C")]
    public static string PlafondDeCategorie() => """
        WITH points AS (
            SELECT b.*, p.point, CASE b.categorie WHEN 'A' THEN $plafond_a WHEN 'B' THEN $plafond_b WHEN 'C' THEN $plafond_c END AS plafond
            FROM bulletin_paye b JOIN parametre p ON p.periode = b.periode
            WHERE b.nbi > 0 AND b.direction IS NULL QUALIFY row_number() OVER (PARTITION BY b.qui ORDER BY b.nbi DESC, b.bulletin) = 1)
        SELECT bulletin, nbi AS points, plafond, categorie, au_centime(quotient((nbi - plafond) * point, 12) * q_partiel) AS montant, 'catégorie inconnue' AS motif,
               CASE WHEN nbi <= $plafond_c THEN false ELSE nbi > plafond END AS constat
        FROM points
        """;

    [Regle("NBI-07", "NBI de direction au-delà du plafond", GraviteDeRegle.AVerifier, Direction,
        "NBI de {points} points pour un plafond de {plafond} dans un emploi de direction ({direction}) : {montant€} au-delà dans le mois.",
        Doute = "Plafonds selon la taille de la collectivité ; emploi reconnu d'après ses mots s'il n'est pas fourni.")]
    [Seuil("plafond_dga", "80", "Points au plus, directeur général adjoint")]
    [Seuil("plafond_dgs", "120", "Points au plus, directeur général des services")]
    public static string PlafondDeDirection() => """
        WITH points AS (
            SELECT b.*, p.point, CASE b.direction WHEN 'DGA' THEN $plafond_dga WHEN 'DGS' THEN $plafond_dgs END AS plafond
            FROM bulletin_paye b JOIN parametre p ON p.periode = b.periode
            WHERE b.nbi > 0 AND b.direction IS NOT NULL QUALIFY row_number() OVER (PARTITION BY b.qui ORDER BY b.nbi DESC, b.bulletin) = 1)
        SELECT bulletin, nbi AS points, plafond, direction, au_centime(quotient((nbi - plafond) * point, 12) * q_partiel) AS montant, nbi > plafond AS constat
        FROM points
        """;
}
