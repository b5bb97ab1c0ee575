using Xemelios.Checks.Moteur;

namespace Xemelios.Checks.Regles;

/// <summary>QUAL: what the files of a month say of themselves as a whole.</summary>
internal static class ReglesDesFichiers
{
    internal const string Convention = "Schéma XHL 1.4 et convention cadre nationale de dématérialisation : une donnée est due dès lors que le logiciel de paye la détient";

    [Regle("QUAL-01", "Fichier non conforme au format", GraviteDeRegle.Anomalie, Convention,
        "L'écart au format {code} se présente {nombre} fois dans le fichier, la première à la ligne {ligne_xml}.", Portee = PorteeDeRegle.Fichier)]
    public static string NonConforme() => """
        SELECT f.contenu AS fichier, a.code AS cle, a.code, a.nombre, a.ligne_xml, a.contenu IS NOT NULL AS constat
        FROM fichier_paye f LEFT JOIN anomalie_paye a ON a.contenu = f.contenu AND a.gravite >= 1
        """;

    [Regle("QUAL-05", "Rappel sans période", GraviteDeRegle.AVerifier, Convention,
        "{sans} rappels sur {nombre} n'ont pas de période, pour {montant€} : ils ne sont rattachés à aucun mois.", Portee = PorteeDeRegle.Fichier)]
    public static string RappelsSansPeriode() => """
        SELECT l.contenu AS fichier, count(*) AS nombre, count(*) FILTER (l.mois IS NULL) AS sans,
               (sum(l.montant) FILTER (l.mois IS NULL))::DECIMAL(14,2) AS montant, count(*) FILTER (l.mois IS NULL) > 0 AS constat
        FROM ligne_payee l WHERE l.categorie = 9 GROUP BY l.contenu
        """;

    [Regle("QUAL-07", "Horaire de temps plein inhabituel", GraviteDeRegle.AVerifier, Convention,
        "L'horaire le plus fréquent des agents à temps plein est de {horaire} heures par mois, au lieu de {reference}.", Portee = PorteeDeRegle.Fichier)]
    [Seuil("tolerance", "1.00", "Écart admis, en heures par mois")]
    public static string HoraireDeTempsPlein() => """
        WITH horaire AS (
            SELECT b.contenu, b.periode, mode(b.heures_total) AS horaire FROM bulletin_paye b
            WHERE b.quotite = 100 AND b.heures_total <> 0 AND NOT b.elu GROUP BY ALL)
        SELECT h.contenu AS fichier, h.horaire, p.heures_mois AS reference, abs(h.horaire - p.heures_mois) > $tolerance AS constat
        FROM horaire h JOIN parametre p ON p.periode = h.periode
        """;

    [Regle("QUAL-08", "Aucun agent à temps plein", GraviteDeRegle.Information, Convention,
        "Aucun des {agents} bulletins qui ne sont pas d'élus n'a une quotité de 100 %.", Portee = PorteeDeRegle.Fichier)]
    public static string AucunTempsPlein() => """
        SELECT b.contenu AS fichier, count(*) AS agents, count(*) FILTER (b.quotite = 100) = 0 AS constat
        FROM bulletin_paye b WHERE NOT b.elu GROUP BY b.contenu
        """;

    [Regle("QUAL-09", "Heures ou quotités peu renseignées", GraviteDeRegle.AVerifier, Convention,
        "Sur {bulletins} bulletins, {avec_heures} ont des heures et {avec_quotite} une quotité.", Portee = PorteeDeRegle.Fichier)]
    [Seuil("part", "10", "Part des bulletins renseignés au-dessous de laquelle le fichier est signalé, en pour cent")]
    public static string PeuRenseignees() => """
        WITH compte AS (
            SELECT b.contenu, count(*) AS bulletins, count(*) FILTER (b.heures_total <> 0) AS avec_heures, count(b.quotite) FILTER (b.quotite <> 0) AS avec_quotite
            FROM bulletin_paye b GROUP BY b.contenu)
        SELECT contenu AS fichier, bulletins, avec_heures, avec_quotite,
               avec_heures < bulletins * $part * 0.01 OR avec_quotite < bulletins * $part * 0.01 AS constat
        FROM compte
        """;

    [Regle("QUAL-10", "Heures et quotités qui ne vont pas ensemble", GraviteDeRegle.Information, Convention,
        "{les_deux} bulletins ont heures et quotité, {heures_seules} des heures seules, {quotite_seule} une quotité seule, {aucune} ni l'une ni l'autre.", Portee = PorteeDeRegle.Fichier)]
    public static string Croisement() => """
        WITH compte AS (
            SELECT b.contenu, coalesce(b.heures_total, 0) <> 0 AS heures, coalesce(b.quotite, 0) <> 0 AS quotite FROM bulletin_paye b WHERE NOT b.elu)
        SELECT contenu AS fichier, count(*) FILTER (heures AND quotite) AS les_deux, count(*) FILTER (heures AND NOT quotite) AS heures_seules,
               count(*) FILTER (quotite AND NOT heures) AS quotite_seule, count(*) FILTER (NOT heures AND NOT quotite) AS aucune,
               bool_or(NOT heures OR NOT quotite) AS constat
        FROM compte GROUP BY contenu
        """;

    [Regle("QUAL-39", "Code absent de la nomenclature", GraviteDeRegle.Information, Convention,
        "Le code {code} ({nombre} lignes) n'est dans aucune nomenclature des rubriques de la collectivité.", Portee = PorteeDeRegle.Fichier)]
    public static string HorsNomenclature() => """
        SELECT l.contenu AS fichier, coalesce(m.code, '') AS cle, coalesce(m.code, 'vide') AS code, sum(l.nombre) AS nombre,
               CASE WHEN (SELECT bool_or(m.nomme) FROM modele_paye m) THEN NOT bool_or(m.nomme) END AS constat, 'aucune nomenclature des rubriques' AS motif
        FROM (SELECT contenu, modele, count(*) AS nombre FROM ligne_payee GROUP BY ALL) l JOIN modele_paye m ON m.modele = l.modele
        WHERE m.categorie <> 12 GROUP BY l.contenu, m.code
        """;

    [Regle("QUAL-18", "Codes et libellés ambigus", GraviteDeRegle.Information, Convention,
        "{sorte} « {mot} » : {nombre} {autres}.", Portee = PorteeDeRegle.Fichier)]
    public static string Ambigus() => """
        WITH rubrique AS (
            SELECT DISTINCT l.contenu, m.categorie, CASE WHEN m.categorie = 11 THEN 7 ELSE m.categorie END AS famille, m.code, trim(m.libelle) AS libelle
            FROM (SELECT DISTINCT contenu, modele FROM ligne_payee) l JOIN modele_paye m ON m.modele = l.modele
            WHERE m.categorie <> 12 AND m.code IS NOT NULL AND nullif(trim(m.libelle), '') IS NOT NULL),
        ambigu AS (
            SELECT contenu, 'Le code' AS sorte, code AS mot, 'libellés dans la même catégorie' AS autres, max(nombre) AS nombre
            FROM (SELECT contenu, code, categorie, count(DISTINCT libelle) AS nombre FROM rubrique GROUP BY ALL) GROUP BY ALL
            UNION ALL SELECT contenu, 'Le code', code, 'catégories', count(DISTINCT famille) FROM rubrique GROUP BY contenu, code
            UNION ALL SELECT contenu, 'Le libellé', libelle, 'codes dans la même catégorie', max(nombre)
            FROM (SELECT contenu, libelle, categorie, count(DISTINCT code) AS nombre FROM rubrique GROUP BY ALL) GROUP BY ALL
            UNION ALL SELECT contenu, 'Le libellé', libelle, 'catégories', count(DISTINCT famille) FROM rubrique GROUP BY contenu, libelle)
        SELECT contenu AS fichier, sorte || ' ' || mot || ' ' || autres AS cle, sorte, mot, autres, nombre, nombre > 1 AS constat FROM ambigu
        """;
}
