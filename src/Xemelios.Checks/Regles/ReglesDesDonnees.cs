using Xemelios.Checks.Moteur;
using static Xemelios.Checks.Regles.ReglesDesFichiers;

namespace Xemelios.Checks.Regles;

/// <summary>QUAL: what a bulletin says of work and dates.</summary>
internal static class ReglesDesDonnees
{
    [Regle("QUAL-04", "Plusieurs NBI", GraviteDeRegle.Information, Convention, "Le bulletin porte {nbi_nombre} nouvelles bonifications ; leur somme, {nbi} points, est retenue.")]
    public static string NbiMultiple() => """
        SELECT bulletin, nbi_nombre, nbi, nbi_nombre > 1 AS constat FROM bulletin_paye WHERE nbi_nombre > 0
        """;

    [Regle("QUAL-11", "Paye avec des heures nulles", GraviteDeRegle.AVerifier, Convention, "Aucune heure n'est déclarée pour un brut de {brut€} et un net de {net€}.")]
    public static string SansHeures() => """
        SELECT bulletin, brut, net, heures_total = 0 AS constat, 'heures absentes' AS motif FROM bulletin_paye WHERE NOT elu AND (brut <> 0 OR net <> 0)
        """;

    // The content is compared only where the heads are alike; several contracts of a month are paid differently.
    [Regle("QUAL-16", "Bulletins en double", GraviteDeRegle.Anomalie, Convention, "{sorte} d'un autre bulletin du mois : mêmes nom, matricule, brut ({brut€}) et net à payer.")]
    public static string Doubles() => """
        WITH tete AS (
            SELECT bulletin, brut, count(*) OVER meme AS fois, row_number() OVER (meme ORDER BY empreinte, ordre) AS rang, min(bulletin) OVER meme AS premier
            FROM bulletin_paye WHERE brut <> 0 OR net_a_payer <> 0
            WINDOW meme AS (PARTITION BY nom, prenom, matricule, brut, net_a_payer)),
        contenu AS (
            SELECT l.bulletin, count(*) AS nombre, sum(hash(l.rubrique, l.base, l.taux, l.unites, l.montant, l.mois)::HUGEINT) AS somme
            FROM ligne_payee l JOIN tete t ON t.bulletin = l.bulletin AND t.fois > 1 GROUP BY l.bulletin)
        SELECT t.bulletin, t.rang::VARCHAR AS cle, t.brut, t.brut::DECIMAL(14,2) AS montant, t.rang > 1 AS constat,
               CASE WHEN c.somme = p.somme AND c.nombre = p.nombre THEN 'Copie exacte' ELSE 'Double probable' END AS sorte
        FROM tete t LEFT JOIN contenu c ON c.bulletin = t.bulletin LEFT JOIN contenu p ON p.bulletin = t.premier
        """;

    [Regle("QUAL-17", "Lignes en double", GraviteDeRegle.AVerifier, Convention, "La rubrique {code} est écrite {fois} fois à l'identique, pour {montant_ecrit€} chaque fois.")]
    public static string LignesEnDouble() => """
        WITH double AS (
            SELECT l.bulletin, l.rubrique, min(l.code) AS code, l.montant, count(*) AS fois, list(l.position::BIGINT ORDER BY l.position) AS lignes
            FROM ligne_payee l JOIN (SELECT bulletin, rubrique FROM ligne_payee GROUP BY bulletin, rubrique HAVING count(*) > 1) d
                 ON d.bulletin = l.bulletin AND d.rubrique = l.rubrique
            WHERE l.montant <> 0 GROUP BY l.bulletin, l.rubrique, l.montant, l.base, l.taux, l.unites, l.mois HAVING count(*) > 1)
        SELECT b.bulletin, d.lignes, d.rubrique::VARCHAR || '/' || d.montant AS cle, d.code, d.fois, d.montant AS montant_ecrit, (d.montant * (d.fois - 1))::DECIMAL(14,2) AS montant, d.bulletin IS NOT NULL AS constat
        FROM bulletin_paye b LEFT JOIN double d ON d.bulletin = b.bulletin WHERE b.lignes > 1
        """;

    [Regle("QUAL-23", "Événement sans code reconnaissable", GraviteDeRegle.Information, Convention, "Événement de rang {rang} : {faute}.")]
    public static string Evenements() => """
        SELECT bulletin, rang::VARCHAR AS cle, rang, CASE WHEN nullif(code, '') IS NULL THEN 'son code est vide' ELSE 'un texte tient lieu de code' END AS faute,
               nullif(code, '') IS NULL OR contains(code, ' ') AS constat
        FROM evenement_paye
        """;

    [Regle("QUAL-32", "Bulletin sans cotisation patronale", GraviteDeRegle.AVerifier, Convention, "Aucune cotisation patronale pour un brut de {brut€}.")]
    public static string SansCotisation() => """
        SELECT bulletin, brut, lignes_de_cotisation = 0 AS constat
        FROM bulletin_paye WHERE brut > 0 AND NOT elu AND NOT regexp_matches(upper(strip_accents(concat_ws(' ', emploi, grade))), '\bAPPRENTI|\bSTAGIAIRE (ECOLE|GRATIF)|\bGRATIFIC')
        """;

    [Regle("QUAL-34", "Plusieurs bulletins le même mois", GraviteDeRegle.Information, Convention, "L'agent a {fois} bulletins dans le mois.")]
    public static string PlusieursBulletins() => """
        WITH fois AS (SELECT bulletin, count(*) OVER agent AS fois, row_number() OVER (agent ORDER BY empreinte, ordre) AS rang FROM bulletin_paye WHERE matricule IS NOT NULL WINDOW agent AS (PARTITION BY matricule))
        SELECT bulletin, fois, fois > 1 AS constat FROM fois WHERE rang = 1
        """;

    [Regle("QUAL-40", "Dates incohérentes", GraviteDeRegle.AVerifier, Convention, "Dates à revoir : {faute}.")]
    [Seuil("jours", "62", "Jours après le premier du mois au-delà desquels un paiement étonne")]
    public static string Dates() => """
        WITH futur AS (SELECT DISTINCT l.bulletin FROM ligne_payee l JOIN fichier_paye f ON f.contenu = l.contenu WHERE l.mois > f.periode),
        lu AS (
            SELECT b.bulletin, b.debut > dernier_jour(b.periode) OR b.fin < premier_jour(b.periode) AS periode_fausse,
                   b.date_paiement < premier_jour(b.periode) OR date_diff('day', premier_jour(b.periode), b.date_paiement) > $jours AS paiement_faux, f.bulletin IS NOT NULL AS ligne_fausse
            FROM bulletin_paye b LEFT JOIN futur f ON f.bulletin = b.bulletin)
        SELECT bulletin, coalesce(periode_fausse, false) OR coalesce(paiement_faux, false) OR ligne_fausse AS constat,
               concat_ws(' ; ', CASE WHEN periode_fausse THEN 'la période du bulletin n''a aucun jour du mois' END, CASE WHEN paiement_faux THEN 'le jour du paiement est loin du mois' END,
                         CASE WHEN ligne_fausse THEN 'une ligne porte sur un mois à venir' END) AS faute
        FROM lu
        """;

    [Regle("QUAL-45", "Valeurs hors bornes", GraviteDeRegle.AVerifier, Convention, "Quotité {quotite} %, {heures_total} heures, {heures_sup} heures supplémentaires, indice {indice}, {enfants} enfants : une valeur sort des bornes d'usage.")]
    [Seuil("enfants", "15", "Nombre d'enfants le plus grand")]
    [Seuil("heures", "250", "Heures du mois les plus nombreuses")]
    [Seuil("heures_sup", "100", "Heures supplémentaires du mois les plus nombreuses")]
    [Seuil("indice", "1600", "Indice majoré le plus haut")]
    [Seuil("quotite", "100", "Quotité la plus grande, en pour cent")]
    public static string Bornes() => """
        SELECT bulletin, quotite, heures_total, heures_sup, indice, enfants,
               coalesce(quotite > $quotite, false) OR coalesce(heures_total > $heures, false) OR coalesce(indice > $indice, false)
               OR coalesce(heures_sup > $heures_sup, false) OR coalesce(enfants > $enfants, false) AS constat
        FROM bulletin_paye
        """;
}
