using Xemelios.Checks.Moteur;
using static Xemelios.Checks.Regles.ReglesDesFichiers;

namespace Xemelios.Checks.Regles;

/// <summary>What months say of each other: gaps, running totals, accounts that change, pay after a departure.</summary>
internal static class ReglesDansLeTemps
{
    [Regle("QUAL-06", "Série de mois incomplète", GraviteDeRegle.AVerifier, Convention, "Aucun fichier entre {avant} et {apres} : {manque} mois manquent.", Portee = PorteeDeRegle.Periode)]
    public static string MoisManquants() => """
        WITH mois AS (SELECT budget, train, periode, arg_min(bulletin, (empreinte, ordre)) AS bulletin FROM bulletin_suivi GROUP BY budget, train, periode),
        suite AS (SELECT *, lag(periode) OVER (PARTITION BY budget, train ORDER BY periode) AS precedent FROM mois)
        SELECT bulletin, strftime(premier_jour(precedent), '%m/%Y') AS avant, strftime(premier_jour(periode), '%m/%Y') AS apres,
               date_diff('month', premier_jour(precedent), premier_jour(periode)) - 1 AS manque,
               date_diff('month', premier_jour(precedent), premier_jour(periode)) > 1 AS constat
        FROM suite WHERE precedent IS NOT NULL
        """;

    [Regle("QUAL-19", "Matricules instables", GraviteDeRegle.AVerifier, Convention, "En {annee}, {matricules} matricules pour {identites} identités : la numérotation des agents a sans doute changé.", Portee = PorteeDeRegle.Periode)]
    [Seuil("rapport", "1.02", "Matricules par identité au-delà desquels la numérotation est dite instable")]
    public static string Matricules() => """
        WITH annee AS (
            SELECT periode // 100 AS annee, arg_max(bulletin, (periode, empreinte, ordre)) AS bulletin, count(DISTINCT matricule) AS matricules, count(DISTINCT concat_ws('|', nom, prenom, nir)) AS identites
            FROM bulletin_suivi WHERE matricule IS NOT NULL AND nom IS NOT NULL AND NOT regexp_matches(upper(nom), '^(X+|Z+)$') GROUP BY periode // 100)
        SELECT bulletin, annee::VARCHAR AS cle, annee::VARCHAR AS annee, matricules, identites, matricules > identites * $rapport AS constat FROM annee
        """;

    // Bulletins of one month are added up before the running totals of two months are compared.
    [Regle("QUAL-28", "Cumuls discontinus", GraviteDeRegle.AVerifier, Convention, "Le cumul de brut avance de {avance€} pour un brut de {brut€}.", Portee = PorteeDeRegle.Periode)]
    [Seuil("tolerance", "0.05", "Écart admis, en euros")]
    public static string Cumuls() => """
        WITH mois AS (
            SELECT budget, train, matricule, periode, arg_max(bulletin, (empreinte, ordre)) AS bulletin, sum(brut) AS brut, max(nullif(cumul_brut, 0)) AS cumul
            FROM bulletin_suivi WHERE matricule IS NOT NULL AND brut IS NOT NULL GROUP BY budget, train, matricule, periode),
        suite AS (
            SELECT *, lag(cumul) OVER agent AS cumul_avant, lag(periode) OVER agent AS avant FROM mois WINDOW agent AS (PARTITION BY budget, train, matricule, periode // 100 ORDER BY periode)),
        avance AS (SELECT *, CASE WHEN periode % 100 = 1 THEN cumul ELSE cumul - cumul_avant END AS avance FROM suite WHERE periode % 100 = 1 OR avant = periode - 1)
        SELECT bulletin, avance, brut, (avance - brut)::DECIMAL(14,2) AS montant, abs(avance - brut) > $tolerance AS constat, 'cumul absent' AS motif FROM avance
        """;

    [Regle("QUAL-43", "Agent absent un mois isolé", GraviteDeRegle.Information, Convention, "L'agent est payé le mois d'avant et le mois d'après {absent}, et pas ce mois.", Portee = PorteeDeRegle.Periode)]
    public static string MoisIsole() => """
        WITH mois AS (SELECT DISTINCT periode FROM bulletin_suivi),
        agent AS (SELECT matricule, periode, arg_min(bulletin, (empreinte, ordre)) AS bulletin FROM bulletin_suivi WHERE matricule IS NOT NULL GROUP BY matricule, periode),
        suite AS (SELECT *, lag(periode) OVER (PARTITION BY matricule ORDER BY periode) AS avant FROM agent)
        SELECT s.bulletin, strftime(premier_jour(m.periode), '%m/%Y') AS absent, m.periode IS NOT NULL AS constat
        FROM suite s LEFT JOIN mois m ON date_diff('month', premier_jour(s.avant), premier_jour(m.periode)) = 1 AND date_diff('month', premier_jour(m.periode), premier_jour(s.periode)) = 1
        WHERE s.avant IS NOT NULL
        """;

    [Regle("RIB-02", "Compte bancaire changé", GraviteDeRegle.AVerifier, Convention, "Le compte bancaire n'est plus celui du bulletin précédent ; {a_payer€} y sont versés.",
        Doute = "Un agent change de banque : la demande signée et le nouveau RIB sont à voir.", Portee = PorteeDeRegle.Periode)]
    public static string CompteChange() => """
        WITH compte AS (
            SELECT bulletin, matricule, periode, ordre, empreinte, net_a_payer,
                   CASE WHEN NOT regexp_matches(upper(concat(iban, numero_compte)), 'X{5}|Z{5}') THEN coalesce(nullif(iban, ''), nullif(concat(code_etablissement, code_guichet, numero_compte), '')) END AS compte
            FROM bulletin_suivi WHERE matricule IS NOT NULL),
        agent AS (
            SELECT matricule, periode, arg_max(bulletin, (empreinte, ordre)) AS bulletin, sum(net_a_payer) AS a_payer, list(DISTINCT compte) FILTER (compte IS NOT NULL) AS comptes
            FROM compte GROUP BY matricule, periode),
        suite AS (SELECT *, lag(comptes) OVER agent AS comptes_avant, lag(periode) OVER agent AS avant FROM agent WINDOW agent AS (PARTITION BY matricule ORDER BY periode))
        SELECT bulletin, a_payer, a_payer::DECIMAL(14,2) AS montant, NOT list_has_any(comptes, comptes_avant) AS constat, 'compte absent ou masqué' AS motif
        FROM suite WHERE avant IS NOT NULL
        """;
}
