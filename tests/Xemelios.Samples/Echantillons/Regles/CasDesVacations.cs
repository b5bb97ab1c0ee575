namespace Xemelios.Samples;

/// <summary>VAC.</summary>
internal static class CasDesVacations
{
    public static IEnumerable<CasDeRegle> Tous() => [Fonctionnaire(), Indemnites(), SupplementOuResidence()];

    private static CasDeRegle Fonctionnaire() => new CasDeRegle("VAC-01")
        .Constat(100m, De("TITULAIRE", Vacation(100m))).Constat(1.00m, De("STAGIAIRE", Vacation(1.00m)) with { Statut = "STAGIAIRE" })
        .Constat(60m, De("RAPPEL", new LigneDeCas(Categorie.Rappel, "4060", "Rappel vacations étude", 60m) { Du = "2025-12" }) with { Quotite = 80 })
        .Constat(40m, De("TAUX-HORAIRE", new LigneDeCas(Categorie.RemDivers, "2110", "Surveillance au taux horaire", 40m)))
        .Conforme(De("VACATAIRE", Vacation(100m)) with { Statut = "NON_TITULAIRE", Emploi = "Vacataire" }, De("EMPLOI-FONCTIONNEL", Vacation(100m)) with { Statut = "EMPLOI_FONC" })
        .NonEvaluable(De("STATUT-ABSENT", Vacation(100m)) with { Statut = null })
        .SansObjet(De("HORS", new LigneDeCas(Categorie.Indemnite, "2120", "Indemnité hors catégorie", 50m)), De("VACANCES", new LigneDeCas(Categorie.Indemnite, "2130", "Prime de vacances", 50m)))
        .SansObjet(De("ANNULEE", Vacation(50m), Vacation(-50m)), new PayeDeCas("ELU") { Emploi = "Maire" });

    private static CasDeRegle Indemnites() => new CasDeRegle("VAC-02")
        .Constat(80m, De("IFSE", Vacation(500m), Prime(80m)) with { Statut = "NON_TITULAIRE", Emploi = "Vacataire" }).Constat(1.00m, De("UN-EURO", Prime(1.00m)) with { Statut = "AUTRE_STATUT", Emploi = "Agent vacataire" })
        .Constat(110m, De("GRADE", Prime(80m), Prime(30m)) with { Statut = "NON_TITULAIRE", Grade = "Vacataire" })
        .Conforme(De("VACATIONS-SEULES", Vacation(500m)) with { Statut = "NON_TITULAIRE", Emploi = "Vacataire" }, De("PRIME-A-ZERO", Prime(0m)) with { Statut = "NON_TITULAIRE", Emploi = "Vacataire" })
        .Conforme(De("REMUNERATION-DIVERSE", new LigneDeCas(Categorie.RemDivers, "3000", "Participation transport", 20m)) with { Statut = "NON_TITULAIRE", Emploi = "Vacataire", Quotite = 80 })
        .NonEvaluable(De("STATUT-ABSENT", Prime(80m)) with { Statut = null, Emploi = "Vacataire" })
        .SansObjet(De("TITULAIRE", Prime(80m)) with { Emploi = "Vacataire" }, De("CONTRACTUEL", Prime(80m)) with { Statut = "NON_TITULAIRE" }, De("ELU", Prime(80m)) with { Statut = "AUTRE_STATUT", Emploi = "Maire" });

    private static CasDeRegle SupplementOuResidence() => new CasDeRegle("VAC-03")
        .Constat(2.29m, De("SUPPLEMENT", Supplement(2.29m)) with { Statut = "NON_TITULAIRE", Emploi = "Vacataire" }).Constat(1.00m, De("RESIDENCE", Residence(1.00m)) with { Statut = "NON_TITULAIRE", Emploi = "Vacataire" })
        .Constat(12.29m, De("LES-DEUX", Residence(10m), Supplement(2.29m)) with { Statut = "AUTRE_STATUT", Emploi = "Vacataire", Quotite = 80 })
        .Conforme(De("VACATIONS-SEULES", Vacation(500m)) with { Statut = "NON_TITULAIRE", Emploi = "Vacataire" }, De("PRIME", Prime(80m)) with { Statut = "NON_TITULAIRE", Emploi = "Vacataire" }, De("A-ZERO", Residence(0m)) with { Statut = "NON_TITULAIRE", Emploi = "Vacataire" })
        .NonEvaluable(De("STATUT-ABSENT", Residence(10m)) with { Statut = null, Emploi = "Vacataire" })
        .SansObjet(De("TITULAIRE", Residence(10m)) with { Emploi = "Vacataire" }, De("CONTRACTUEL", Residence(10m)) with { Statut = "NON_TITULAIRE" }, De("ELU") with { Statut = "AUTRE_STATUT", Emploi = "Maire" });

    private static LigneDeCas Vacation(decimal montant) => new(Categorie.Indemnite, "2100", "Vacations cantine", montant);

    private static LigneDeCas Prime(decimal montant) => new(Categorie.Indemnite, "2000", "I.F.S.E.", montant);

    private static LigneDeCas Residence(decimal montant) => new(Categorie.IndemResid, "1100", "Indemnité de résidence", montant);

    private static LigneDeCas Supplement(decimal montant) => new(Categorie.SupFam, "1200", "Supplément familial de traitement", montant);

    private static PayeDeCas De(string matricule, params LigneDeCas[] lignes) => new(matricule) { Et = lignes };
}
