using Xemelios.Checks.Moteur;
using static Xemelios.Checks.Regles.ReglesDesFichiers;

namespace Xemelios.Checks.Regles;

/// <summary>QUAL: who the agent is and where he is paid. No sentence holds a name, a NIR or an account.</summary>
internal static class ReglesDesIdentites
{
    [Regle("QUAL-29", "NIR invalide ou incohérent", GraviteDeRegle.Information, Convention, "{faute}.")]
    [Seuil("age_maximal", "80", "Âge le plus grand qui n'étonne pas")]
    [Seuil("age_minimal", "14", "Âge le plus petit qui n'étonne pas")]
    public static string Nir() => """
        WITH lu AS (
            SELECT bulletin, periode, civilite, nir, regexp_matches(nir, '^[123478][0-9]{4}(2[AB]|[0-9]{2})[0-9]{6}([0-9]{2})?$') AS lisible, left(nir, 1) IN ('1', '3', '7') AS homme,
                   TRY_CAST(replace(replace(left(nir, 13), '2A', '19'), '2B', '18') AS BIGINT) AS treize, TRY_CAST(substr(nir, 14, 2) AS BIGINT) AS cle_nir, TRY_CAST(substr(nir, 2, 2) AS INTEGER) AS naissance,
                   count(DISTINCT concat_ws('|', nom, prenom)) OVER (PARTITION BY left(nir, 13)) AS identites
            FROM bulletin_paye),
        juge AS (
            SELECT *, (periode // 100 - 1900 - naissance) % 100 AS age, cle_nir IS NOT NULL AND cle_nir <> 97 - treize % 97 AS cle_fausse,
                   (homme AND regexp_matches(upper(civilite), '^(MME|MLLE|MADAME)')) OR (NOT homme AND regexp_matches(upper(civilite), '^(M|MR|MONSIEUR)\.?$')) AS autre_sexe
            FROM lu)
        SELECT bulletin, CASE WHEN nir IS NULL OR NOT regexp_matches(nir, '^[0-9]{5}') THEN NULL
                              ELSE NOT lisible OR cle_fausse OR coalesce(autre_sexe, false) OR age < $age_minimal OR age > $age_maximal OR identites > 1 END AS constat,
               'NIR absent ou masqué' AS motif,
               CASE WHEN NOT lisible THEN 'Le NIR n''a pas la forme d''un NIR' WHEN cle_fausse THEN 'La clé du NIR est fausse' WHEN autre_sexe THEN 'Le sexe du NIR contredit la civilité'
                    WHEN identites > 1 THEN 'Le même NIR est celui de plusieurs identités' ELSE 'Le NIR donne un âge de ' || age || ' ans' END AS faute
        FROM juge
        """;

    [Regle("QUAL-30", "SIRET invalide", GraviteDeRegle.AVerifier, Convention, "Le SIRET {numero} de {quoi} n'a pas quatorze chiffres ou sa clé est fausse.", Portee = PorteeDeRegle.Fichier)]
    public static string Siret() => """
        WITH porte AS (
            SELECT contenu, siret AS numero, 'l''employeur' AS quoi FROM fichier_paye
            UNION SELECT contenu, etablissement, 'l''établissement' FROM bulletin_paye WHERE etablissement IS NOT NULL),
        luhn AS (
            SELECT *, regexp_matches(numero, '^[0-9]{14}$') AS lisible,
                   list_sum([CASE WHEN i % 2 = 1 THEN (2 * TRY_CAST(substr(numero, i, 1) AS INTEGER)) // 10 + (2 * TRY_CAST(substr(numero, i, 1) AS INTEGER)) % 10 ELSE TRY_CAST(substr(numero, i, 1) AS INTEGER) END
                             FOR i IN range(1, 15)]) AS somme
            FROM porte)
        SELECT contenu AS fichier, quoi || ' ' || numero AS cle, numero, quoi, NOT lisible OR somme % 10 <> 0 AS constat FROM luhn
        """;

    [Regle("QUAL-31", "RIB ou IBAN invalide", GraviteDeRegle.Anomalie, Convention, "{faute}.")]
    public static string Compte() => """
        WITH lu AS (
            SELECT bulletin, nullif(iban, '') AS iban, concat(code_etablissement, code_guichet, numero_compte, cle_rib) AS rib, regexp_matches(iban, '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$') AS iban_lisible,
                   concat(substr(iban, 5), left(iban, 4)) AS tourne,
                   regexp_matches(upper(concat(iban, numero_compte)), 'X{5}|Z{5}') AS masque, TRY_CAST(code_etablissement AS BIGINT) AS banque, TRY_CAST(code_guichet AS BIGINT) AS guichet, TRY_CAST(cle_rib AS BIGINT) AS cle_lue,
                   TRY_CAST(translate(upper(trim(numero_compte)), 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', '12345678912345678923456789') AS BIGINT) AS compte
            FROM bulletin_paye),
        chiffre AS (
            SELECT *, list_reduce(list_prepend(0::BIGINT, [coalesce(TRY_CAST(c AS BIGINT), ascii(c) - 55) FOR c IN string_split(tourne, '') IF c <> '']),
                          lambda r, n: CASE WHEN n > 9 THEN (r * 100 + n) % 97 ELSE (r * 10 + n) % 97 END) AS reste
            FROM lu)
        SELECT bulletin, CASE WHEN masque THEN 'compte masqué' ELSE 'aucun compte bancaire' END AS motif,
               CASE WHEN masque THEN NULL WHEN iban IS NOT NULL THEN NOT iban_lisible OR reste <> 1
                    WHEN rib <> '' THEN coalesce(97 - (89 * banque + 15 * guichet + 3 * compte) % 97 <> cle_lue, true) END AS constat,
               CASE WHEN iban IS NULL THEN 'La clé du RIB ne correspond pas à ses chiffres' ELSE 'La clé de l''IBAN ne correspond pas à ses chiffres' END AS faute
        FROM chiffre
        """;

    [Regle("RIB-01", "Compte bancaire de plusieurs agents", GraviteDeRegle.AVerifier, Convention, "Le compte est aussi celui de {autres} autre(s) matricule(s) du mois.",
        Doute = "Un couple d'agents peut partager un compte.")]
    public static string ComptePartage() => """
        WITH compte AS (
            SELECT bulletin, matricule, CASE WHEN NOT regexp_matches(upper(concat(iban, numero_compte)), 'X{5}|Z{5}') THEN coalesce(nullif(iban, ''), nullif(concat(code_etablissement, code_guichet, numero_compte), '')) END AS compte FROM bulletin_paye),
        agents AS (SELECT compte, count(DISTINCT matricule) AS agents FROM compte GROUP BY compte)
        SELECT c.bulletin, a.agents - 1 AS autres, CASE WHEN c.compte IS NOT NULL THEN a.agents > 1 END AS constat, 'compte absent ou masqué' AS motif
        FROM compte c LEFT JOIN agents a ON a.compte = c.compte WHERE c.matricule IS NOT NULL
        """;

    [Regle("QUAL-41", "Identité ou adresse incomplète", GraviteDeRegle.Information, Convention, "Il manque au bulletin : {manque}.")]
    public static string Incomplete() => """
        WITH lu AS (
            SELECT bulletin, concat_ws(', ', CASE WHEN nullif(trim(nom), '') IS NULL THEN 'le nom' END, CASE WHEN nullif(trim(cp), '') IS NULL THEN 'le code postal' END, CASE WHEN nullif(trim(ville), '') IS NULL THEN 'la ville' END,
                                       CASE WHEN nullif(trim(emploi), '') IS NULL THEN 'l''emploi' END, CASE WHEN NOT elu AND nullif(trim(grade), '') IS NULL THEN 'le grade' END, CASE WHEN fonctionnaire AND nullif(trim(echelon), '') IS NULL THEN 'l''échelon' END) AS manque
            FROM bulletin_paye)
        SELECT bulletin, manque, manque <> '' AS constat FROM lu
        """;

    [Regle("QUAL-42", "Statut contradictoire", GraviteDeRegle.AVerifier, Convention, "Le statut {statut} est contredit par {faute}.")]
    public static string Statut() => """
        WITH lu AS (
            SELECT bulletin, statut, nullif(upper(trim(ref_statutaire_code)), '') AS net, fonctionnaire, regexp_matches(upper(coalesce(grade, '')), 'CONTRA') AS grade_de_contractuel FROM bulletin_paye),
        juge AS (
            SELECT *, regexp_matches(net, '^[TSY][A-Z]{2}[0-9]$') AND CASE statut WHEN 'TITULAIRE' THEN left(net, 1) <> 'T' WHEN 'STAGIAIRE' THEN left(net, 1) <> 'S' WHEN 'NON_TITULAIRE' THEN left(net, 1) <> 'Y' ELSE false END AS net_contraire FROM lu)
        SELECT bulletin, statut, CASE WHEN grade_de_contractuel THEN 'le grade' ELSE 'la nomenclature statutaire' END AS faute, 'statut absent' AS motif,
               CASE WHEN statut IS NOT NULL THEN coalesce(net_contraire, false) OR (grade_de_contractuel AND fonctionnaire) END AS constat
        FROM juge
        """;
}
