namespace Xemelios.Samples;

/// <summary>CUM: the same agents for each pair of regimes, with the labels that propose them.</summary>
internal static class CasDesCumuls
{
    private const string Fevrier = "2026-02";
    private const string Mars = "2026-03";

    private static readonly Dictionary<string, (Categorie Categorie, string Libelle)> Libelles = new(StringComparer.Ordinal)
    {
        ["IAT"] = (Categorie.Indemnite, "Indemnité d'administration et de technicité"), ["IFTS"] = (Categorie.Indemnite, "I.F.T.S."), ["NAS"] = (Categorie.AvantageNature, "Logement par nécessité absolue"),
        ["PFR"] = (Categorie.Indemnite, "Prime de fonctions et de résultats"), ["ISS"] = (Categorie.Indemnite, "Indemnité spécifique de service"), ["IEMP"] = (Categorie.Indemnite, "Indemnité d'exercice des missions des préfectures"),
        ["PSR"] = (Categorie.Indemnite, "Prime de service et de rendement"), ["IPF"] = (Categorie.Indemnite, "Indemnité de performance et de fonctions"), ["IFSE"] = (Categorie.Indemnite, "I.F.S.E."),
        ["PFI"] = (Categorie.Indemnite, "Prime de fonction informatique"), ["ASTREINTE"] = (Categorie.Indemnite, "Indemnité d'astreinte"), ["IHTS"] = (Categorie.RemDivers, "I.H.T.S. 14 premières heures"),
    };

    private static readonly (string A, string B)[] Paires =
    [
        ("IAT", "IFTS"), ("NAS", "IFTS"), ("PFR", "IFTS"), ("PFR", "ISS"), ("PFR", "IEMP"), ("PSR", "IFTS"), ("PSR", "IAT"), ("IPF", "IFTS"), ("IPF", "PFR"),
        ("IPF", "ISS"), ("IFSE", "IFTS"), ("IFSE", "IAT"), ("IFSE", "ISS"), ("IFSE", "IEMP"), ("IFSE", "PFI"), ("IFSE", "PSR"), ("IFSE", "PFR"), ("ASTREINTE", "IHTS"),
    ];

    public static IEnumerable<CasDeRegle> Tous() => Paires.Select((p, i) => Cumul($"CUM-{i + 1:00}", m => Ligne(p.A, m), m => Ligne(p.B, m)));

    private static CasDeRegle Cumul(string code, Func<decimal, LigneDeCas> a, Func<decimal, LigneDeCas> b) => new CasDeRegle(code)
        .Constat(0.50m, Paye("ENSEMBLE", Mars, a(0.80m), b(0.50m)))
        .Constat(100m, Paye("RAPPEL-DATE", Fevrier, a(100m)), Paye("RAPPEL-DATE", Mars, a(100m), Rappel(b(150m), Fevrier)))
        .Constat(50m, Paye("PUIS-L-UN", Fevrier, b(50m)), Paye("PUIS-L-UN", Mars, a(100m), b(50m)))
        .Constat(50m, Paye("DEUX-BULLETINS", Mars, a(100m)), Paye("DEUX-BULLETINS", Mars, b(50m)))
        .Conforme(Paye("L-UN-APRES-L-AUTRE", Fevrier, b(50m)), Paye("L-UN-APRES-L-AUTRE", Mars, a(100m)))
        .Conforme(Paye("RAPPEL-ANCIEN", Mars, a(100m), Rappel(b(50m), "2026-01")), Paye("ANNULE", Mars, a(100m), b(50m), b(-50m)), Paye("ANNULE-AUSSI", Mars, a(100m), a(-100m), b(50m)))
        .Conforme(Paye("RAPPEL-SANS-L-AUTRE", Mars, a(100m), Rappel(a(50m), null)), Paye("RAPPEL-SANS-L-UN", Mars, b(100m), Rappel(b(50m), null)))
        .NonEvaluable(Paye("B-SANS-PERIODE", Mars, a(100m), Rappel(b(50m), null)), Paye("A-SANS-PERIODE", Mars, b(100m), Rappel(a(50m), null)))
        .SansObjet(Paye("SANS-PRIME", Mars));

    private static LigneDeCas Ligne(string regime, decimal montant) => new(Libelles[regime].Categorie, regime, Libelles[regime].Libelle, montant);

    private static LigneDeCas Rappel(LigneDeCas ligne, string? mois) => ligne with { Categorie = Categorie.Rappel, Du = mois };

    private static PayeDeCas Paye(string matricule, string mois, params LigneDeCas[] lignes) => new PayeDeCas(matricule) with { Mois = mois, Et = lignes };
}
