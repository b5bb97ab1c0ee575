using Xemelios.Checks.Moteur;

namespace Xemelios.Checks.Regles;

/// <summary>ELU: what is paid to those whom a mandate pays.</summary>
internal static class ReglesDesElus
{
    private const string Loi = "Code général des collectivités territoriales, articles L. 2123-20 à L. 2123-24-1 et textes semblables des autres collectivités";

    // Indemnities of a mandate are written as pay or as indemnity, by software.
    [Regle("ELU-01", "Indemnités des élus", GraviteDeRegle.Information, Loi,
        "Élu payé {mois} mois en {annee} : {total€}, dont {indemnites€} d'indemnités et {autres€} d'autres éléments.", Portee = PorteeDeRegle.Periode)]
    public static string Indemnites() => """
        SELECT arg_max(bulletin, (periode, empreinte, ordre)) AS bulletin, (periode // 100)::VARCHAR AS annee, count(DISTINCT periode) AS mois,
               sum(traitement + indemnites)::DECIMAL(14,2) AS indemnites, sum(residence + famille + divers + rappels)::DECIMAL(14,2) AS autres,
               sum(traitement + indemnites + residence + famille + divers + rappels)::DECIMAL(14,2) AS total, 'bulletins sans ligne' AS motif, CASE WHEN sum(lignes) > 0 THEN true END AS constat
        FROM bulletin_suivi WHERE elu AND brut <> 0 GROUP BY qui, periode // 100
        """;

    [Regle("ELU-02", "Indemnité d'élu supérieure au maximum voté", GraviteDeRegle.Anomalie, Loi,
        "Indemnités d'élu de {paye€} dans le mois pour un maximum voté de {maximum€}.", Eteinte = true,
        Doute = "Le maximum est celui que la collectivité donne : le barème légal, les majorations, l'enveloppe globale et le plafond de cumul des mandats ne sont pas recalculés.")]
    [Seuil("tolerance", "0.05", "Dépassement mensuel admis, en euros")]
    public static string Maximum() => """
        WITH elus AS (
            SELECT arg_max(bulletin, (empreinte, ordre)) AS bulletin, max(matricule) AS matricule, max(periode) AS mois, sum(traitement + indemnites)::DECIMAL(14,2) AS paye
            FROM bulletin_paye WHERE elu GROUP BY qui),
        votes AS (
            SELECT e.bulletin, max(v.maximum)::DECIMAL(14,2) AS maximum FROM elus e JOIN fourni_elus v ON v.matricule = e.matricule
            WHERE coalesce(v.debut <= dernier_jour(e.mois), true) AND coalesce(v.fin >= premier_jour(e.mois), true) GROUP BY e.bulletin)
        SELECT e.bulletin, e.paye, v.maximum, (e.paye - v.maximum)::DECIMAL(14,2) AS montant, 'maximum voté non fourni' AS motif, e.paye > v.maximum + $tolerance AS constat
        FROM elus e LEFT JOIN votes v ON v.bulletin = e.bulletin WHERE e.paye > 0
        """;
}
