namespace Xemelios.Samples;

/// <summary>FPH. January 2026 is that of an employer without APE, February that of a commune, the other months of a hospital.</summary>
internal static class CasDesPrimesHospitalieres
{
    public static IEnumerable<CasDeRegle> Tous() =>
        [Contractuel("FPH-01", "Prime spécifique"), Contractuel("FPH-02", "Prime de technicité"), Contractuel("FPH-03", "Indemnité forfaitaire technique"), Service()];

    private static CasDeRegle Contractuel(string code, string prime) => Hospitalier(code)
        .Constat(100m, De("CONTRACTUEL", prime, 100m) with { Statut = "NON_TITULAIRE" }).Constat(1.00m, De("AUTRE", prime, 1.00m) with { Statut = "AUTRE_STATUT" })
        .Constat(60m, De("VACATAIRE-80", prime, 60m) with { Statut = "NON_TITULAIRE", Emploi = "Vacataire", Quotite = 80 })
        .Conforme(De("TITULAIRE", prime, 100m), De("STAGIAIRE", prime, 100m) with { Statut = "STAGIAIRE" }, De("EMPLOI-FONCTIONNEL", prime, 100m) with { Statut = "EMPLOI_FONC", Quotite = 90 })
        .NonEvaluable(De("STATUT-ABSENT", prime, 100m) with { Statut = null }, De("VERSANT-INCONNU", prime, 100m) with { Statut = "NON_TITULAIRE", Mois = "2026-01" })
        .SansObjet(De("COMMUNE", prime, 100m) with { Statut = "NON_TITULAIRE", Mois = "2026-02" }, De("SANS-PRIME", "Indemnité de sujétion", 100m) with { Statut = "NON_TITULAIRE" })
        .SansObjet(De("INSTALLATION", "Prime spécifique d’installation", 100m) with { Statut = "NON_TITULAIRE" }, De("A-ZERO", prime, 0m) with { Statut = "NON_TITULAIRE" });

    private static CasDeRegle Service() => Hospitalier("FPH-04")
        .Constat(100m, De("CONTRACTUEL", "Prime de service", 100m) with { Statut = "NON_TITULAIRE" }).Constat(1.00m, De("AUTRE", "Prime de service", 1.00m) with { Statut = "AUTRE_STATUT" })
        .Constat(300m, De("PRATICIEN", "Prime de service", 300m) with { Grade = "Praticien hospitalier" }).Constat(200m, De("MEDECIN", "Prime de service", 200m) with { Emploi = "Médecin", Statut = null })
        .Conforme(De("TITULAIRE", "Prime de service", 100m), De("STAGIAIRE-80", "Prime de service", 100m) with { Statut = "STAGIAIRE", Quotite = 80 }, De("EN-MEDECINE", "Prime de service", 100m) with { Emploi = "Aide-soignant en médecine" })
        .NonEvaluable(De("STATUT-ABSENT", "Prime de service", 100m) with { Statut = null }, De("VERSANT-INCONNU", "Prime de service", 100m) with { Statut = "NON_TITULAIRE", Mois = "2026-01" })
        .SansObjet(De("COMMUNE", "Prime de service", 100m) with { Statut = "NON_TITULAIRE", Mois = "2026-02" }, De("RENDEMENT", "Prime de service et de rendement", 100m) with { Statut = "NON_TITULAIRE" })
        .SansObjet(De("A-ZERO", "Prime de service", 0m) with { Statut = "NON_TITULAIRE" });

    private static CasDeRegle Hospitalier(string code) => new(code) { Ape = "8610Z", ApeDuMois = new Dictionary<string, string?> { ["2026-01"] = null, ["2026-02"] = "8411Z" } };

    private static PayeDeCas De(string matricule, string prime, decimal montant) => new(matricule)
    {
        Emploi = "Aide-soignant", Grade = "Aide-soignant", Et = [new(Categorie.Indemnite, prime[^3..].ToUpperInvariant(), prime, montant)],
    };
}
