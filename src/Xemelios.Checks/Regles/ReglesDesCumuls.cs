using Xemelios.Checks.Moteur;

namespace Xemelios.Checks.Regles;

/// <summary>CUM: two regimes that exclude each other, paid for the same month. Months are those that lines relate to, whenever they were paid.</summary>
internal static class ReglesDesCumuls
{
    private const string Dit = "{a} et {b} au titre des mêmes mois de {annee} : {ensemble} mois de cumul ({montant_a€} et {montant_b€}), {seul_a} mois avec {a} sans {b}, {seul_b} mois avec {b} sans {a} ; {total€} en tout.";
    private const string Droit = "Textes en vigueur au mois payé et délibération à lire ; les rubriques sont reconnues à leur libellé ou données par la collectivité.";
    private const string Iat = "Décret n° 2002-61 du 14 janvier 2002 (IAT)";
    private const string Ifts = "Décret n° 2002-63 du 14 janvier 2002 (IFTS), article 5";
    private const string Pfr = "Décret n° 2008-1533 du 22 décembre 2008 (PFR)";
    private const string Psr = "Décret n° 2009-1558 du 15 décembre 2009 (PSR)";
    private const string Ipf = "Décret n° 2010-1705 du 30 décembre 2010 (IPF)";
    private const string Rifseep = "Décret n° 2014-513 du 20 mai 2014 (RIFSEEP), article 5";
    private const string Astreintes = "Décret n° 2005-542 du 19 mai 2005 (astreintes)";

    [Regle("CUM-01", "Cumul de l'IAT et de l'IFTS", GraviteDeRegle.Anomalie, Iat, Dit, Portee = PorteeDeRegle.Periode, Doute = Droit)]
    public static string IatIfts() => Cumul("IAT", "IFTS");

    [Regle("CUM-02", "Cumul d'un logement de fonction et de l'IFTS", GraviteDeRegle.Anomalie, Ifts, Dit, Portee = PorteeDeRegle.Periode, Doute = Droit)]
    public static string LogementIfts() => Cumul("LOGEMENT", "IFTS", "logement de fonction");

    [Regle("CUM-03", "Cumul de la PFR et de l'IFTS", GraviteDeRegle.Anomalie, Pfr, Dit, Portee = PorteeDeRegle.Periode, Doute = Droit)]
    public static string PfrIfts() => Cumul("PFR", "IFTS");

    [Regle("CUM-04", "Cumul de la PFR et de l'ISS", GraviteDeRegle.Anomalie, Pfr, Dit, Portee = PorteeDeRegle.Periode, Doute = Droit)]
    public static string PfrIss() => Cumul("PFR", "ISS");

    [Regle("CUM-05", "Cumul de la PFR et de l'IEMP", GraviteDeRegle.Anomalie, Pfr, Dit, Portee = PorteeDeRegle.Periode, Doute = Droit)]
    public static string PfrIemp() => Cumul("PFR", "IEMP");

    [Regle("CUM-06", "Cumul de la PSR et de l'IFTS", GraviteDeRegle.Anomalie, Psr, Dit, Portee = PorteeDeRegle.Periode, Doute = Droit)]
    public static string PsrIfts() => Cumul("PSR", "IFTS");

    [Regle("CUM-07", "Cumul de la PSR et de l'IAT", GraviteDeRegle.Anomalie, Psr, Dit, Portee = PorteeDeRegle.Periode, Doute = Droit)]
    public static string PsrIat() => Cumul("PSR", "IAT");

    [Regle("CUM-08", "Cumul de l'IPF et de l'IFTS", GraviteDeRegle.Anomalie, Ipf, Dit, Portee = PorteeDeRegle.Periode, Doute = Droit)]
    public static string IpfIfts() => Cumul("IPF", "IFTS");

    [Regle("CUM-09", "Cumul de l'IPF et de la PFR", GraviteDeRegle.Anomalie, Ipf, Dit, Portee = PorteeDeRegle.Periode, Doute = Droit)]
    public static string IpfPfr() => Cumul("IPF", "PFR");

    [Regle("CUM-10", "Cumul de l'IPF et de l'ISS", GraviteDeRegle.Anomalie, Ipf, Dit, Portee = PorteeDeRegle.Periode, Doute = Droit)]
    public static string IpfIss() => Cumul("IPF", "ISS");

    [Regle("CUM-11", "Cumul de l'IFSE et de l'IFTS", GraviteDeRegle.Anomalie, Rifseep, Dit, Portee = PorteeDeRegle.Periode, Doute = Droit)]
    public static string IfseIfts() => Cumul("IFSE", "IFTS");

    [Regle("CUM-12", "Cumul de l'IFSE et de l'IAT", GraviteDeRegle.Anomalie, Rifseep, Dit, Portee = PorteeDeRegle.Periode, Doute = Droit)]
    public static string IfseIat() => Cumul("IFSE", "IAT");

    [Regle("CUM-13", "Cumul de l'IFSE et de l'ISS", GraviteDeRegle.Anomalie, Rifseep, Dit, Portee = PorteeDeRegle.Periode, Doute = Droit)]
    public static string IfseIss() => Cumul("IFSE", "ISS");

    [Regle("CUM-14", "Cumul de l'IFSE et de l'IEMP", GraviteDeRegle.Anomalie, Rifseep, Dit, Portee = PorteeDeRegle.Periode, Doute = Droit)]
    public static string IfseIemp() => Cumul("IFSE", "IEMP");

    [Regle("CUM-15", "Cumul de l'IFSE et de la PFI", GraviteDeRegle.Anomalie, Rifseep, Dit, Portee = PorteeDeRegle.Periode, Doute = Droit)]
    public static string IfsePfi() => Cumul("IFSE", "PFI");

    [Regle("CUM-16", "Cumul de l'IFSE et de la PSR", GraviteDeRegle.Anomalie, Rifseep, Dit, Portee = PorteeDeRegle.Periode, Doute = Droit)]
    public static string IfsePsr() => Cumul("IFSE", "PSR");

    [Regle("CUM-17", "Cumul de l'IFSE et de la PFR", GraviteDeRegle.Anomalie, Rifseep, Dit, Portee = PorteeDeRegle.Periode, Doute = Droit)]
    public static string IfsePfr() => Cumul("IFSE", "PFR");

    [Regle("CUM-18", "Cumul d'astreintes et d'IHTS", GraviteDeRegle.AVerifier, Astreintes, Dit, Portee = PorteeDeRegle.Periode, Doute = "Régulier quand l'intervention n'est pas autrement indemnisée. " + Droit)]
    public static string AstreinteIhts() => Cumul("ASTREINTE", "IHTS", "astreinte");

    // One row an agent and a year. A rappel that does not say its months is of no month: with the other regime in the year, nothing can be told.
    private static string Cumul(string a, string b, string? nom = null) => $"""
        WITH mois AS (
            SELECT qui, mois, coalesce(sum(montant) FILTER (regime = '{a}'), 0) AS a, coalesce(sum(montant) FILTER (regime = '{b}'), 0) AS b, arg_max(bulletin, periode) AS bulletin
            FROM versement_suivi WHERE regime IN ('{a}', '{b}') AND mois IS NOT NULL GROUP BY qui, mois),
        payes AS (SELECT *, a > 0 AS avec_a, b > 0 AS avec_b FROM mois),
        annees AS (
            SELECT qui, mois // 100 AS annee, arg_max(bulletin, mois) FILTER (avec_a AND avec_b) AS cumule, max(bulletin) AS dernier, count(*) FILTER (avec_a AND avec_b) AS ensemble,
                   count(*) FILTER (avec_a AND NOT avec_b) AS seul_a, count(*) FILTER (avec_b AND NOT avec_a) AS seul_b, sum(a + b)::DECIMAL(14,2) AS total,
                   (sum(a) FILTER (avec_a AND avec_b))::DECIMAL(14,2) AS montant_a, (sum(b) FILTER (avec_a AND avec_b))::DECIMAL(14,2) AS montant_b
            FROM payes GROUP BY qui, annee),
        non_dates AS (
            SELECT qui, bool_or(regime = '{a}') AS a, bool_or(regime = '{b}') AS b
            FROM versement_suivi WHERE regime IN ('{a}', '{b}') AND mois IS NULL GROUP BY qui),
        preuves AS (
            SELECT bulletin, list_sort(flatten(list(lignes))) AS lignes FROM versement_suivi
            WHERE regime IN ('{a}', '{b}') AND bulletin IN (SELECT cumule FROM annees) GROUP BY bulletin)
        SELECT coalesce(c.cumule, c.dernier) AS bulletin, c.annee::VARCHAR AS cle, c.annee::VARCHAR AS annee, '{nom ?? a}' AS a, '{b}' AS b, c.ensemble, c.seul_a, c.seul_b, c.montant_a, c.montant_b, c.total,
               least(c.montant_a, c.montant_b) AS montant, p.lignes, 'rappel sans période' AS motif,
               CASE WHEN c.ensemble > 0 THEN true WHEN n.a AND c.seul_b > 0 OR n.b AND c.seul_a > 0 THEN NULL ELSE false END AS constat
        FROM annees c LEFT JOIN non_dates n ON n.qui = c.qui LEFT JOIN preuves p ON p.bulletin = c.cumule
        """;
}
