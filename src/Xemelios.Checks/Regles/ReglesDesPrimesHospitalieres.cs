using Xemelios.Checks.Moteur;

namespace Xemelios.Checks.Regles;

/// <summary>FPH: primes of the hospital service that contractuels may not draw. For employers of that service only.</summary>
internal static class ReglesDesPrimesHospitalieres
{
    private const string Doute = "Extension éventuelle aux contractuels par un texte ou un contrat.";

    [Regle("FPH-01", "Prime spécifique versée à un contractuel", GraviteDeRegle.Anomalie, "Décret n° 88-1083 du 30 novembre 1988 (prime spécifique à certains agents hospitaliers)",
        "Prime spécifique de {paye€} versée à un agent au statut {statut}.", Doute = Doute, Versant = "FPH")]
    public static string Specifique() => Contractuel("PRIME_SPECIFIQUE");

    [Regle("FPH-02", "Prime de technicité versée à un contractuel", GraviteDeRegle.Anomalie, "Décret n° 91-870 du 5 septembre 1991 (prime de technicité)",
        "Prime de technicité de {paye€} versée à un agent au statut {statut}.", Doute = Doute, Versant = "FPH")]
    public static string Technicite() => Contractuel("PRIME_TECHNICITE");

    [Regle("FPH-03", "Indemnité forfaitaire technique versée à un contractuel", GraviteDeRegle.Anomalie, "Décret n° 2013-102 du 29 janvier 2013 (indemnité forfaitaire technique)",
        "Indemnité forfaitaire technique de {paye€} versée à un agent au statut {statut}.", Doute = Doute, Versant = "FPH")]
    public static string Technique() => Contractuel("IND_TECHNIQUE");

    [Regle("FPH-04", "Prime de service versée à un contractuel ou à un médecin", GraviteDeRegle.Anomalie, "Arrêté du 24 mars 1967 relatif à la prime de service",
        "Prime de service de {paye€} versée à un agent au statut {statut}{medecin}.", Doute = Doute, Versant = "FPH")]
    public static string Service() => """
        WITH paye AS (
            SELECT b.bulletin, r.montant, b.statut, r.lignes, b.fph,
                   regexp_matches(upper(strip_accents(concat_ws(' ', b.emploi, b.grade))), '\b(MEDECIN|PRATICIEN\w*|CHIRURGIEN\w*|PHARMACIEN\w*|INTERNE)\b') AS medecin
            FROM regime_paye r JOIN bulletin_paye b ON b.bulletin = r.bulletin
            WHERE r.regime = 'PRIME_SERVICE' AND r.montant <> 0 AND b.fph IS NOT FALSE)
        SELECT bulletin, montant AS paye, montant, statut, lignes, CASE WHEN medecin THEN ', personnel médical' ELSE '' END AS medecin,
               CASE WHEN fph IS NULL THEN 'versant inconnu' ELSE 'statut absent' END AS motif,
               CASE WHEN fph THEN medecin OR statut IN ('NON_TITULAIRE', 'AUTRE_STATUT') END AS constat
        FROM paye
        """;

    private static string Contractuel(string regime) => $"""
        SELECT b.bulletin, r.montant AS paye, r.montant, b.statut, r.lignes, CASE WHEN b.fph IS NULL THEN 'versant inconnu' ELSE 'statut absent' END AS motif,
               CASE WHEN b.fph THEN b.statut IN ('NON_TITULAIRE', 'AUTRE_STATUT') END AS constat
        FROM regime_paye r JOIN bulletin_paye b ON b.bulletin = r.bulletin
        WHERE r.regime = '{regime}' AND r.montant <> 0 AND b.fph IS NOT FALSE
        """;
}
