namespace Xemelios.Samples;

/// <summary>AST.</summary>
internal static class CasDesAstreintes
{
    public static IEnumerable<CasDeRegle> Tous() => [EtNbiDeDirection(), EtHeuresSupplementaires()];

    private static CasDeRegle EtNbiDeDirection() => new CasDeRegle("AST-01")
        .Constat(149.48m, Dirige("DGS", 100, Astreinte(149.48m))).Constat(1.00m, Dirige("DGA", 1, Astreinte(1.00m)) with { Emploi = "Directrice générale adjointe des services" })
        .Constat(50m, Dirige("80", 50, Astreinte(50m)) with { Quotite = 80 })
        .Constat(149.48m, Dirige("DEUX-BULLETINS", 0, Astreinte(149.48m))).SansObjet(Dirige("DEUX-BULLETINS", 100))
        .Conforme(Dirige("SANS-NBI", 0, Astreinte(149.48m)), new PayeDeCas("SANS-POINTS-DITS") { Emploi = "DGS", Grade = "Attaché", Et = [Astreinte(149.48m)] }, Dirige("CATEGORIE-B", 100, Astreinte(149.48m)) with { Grade = "Rédacteur" })
        .NonEvaluable(Dirige("CATEGORIE-INCONNUE", 100, Astreinte(149.48m)) with { Grade = "Chargé de mission" })
        .SansObjet(Dirige("ATTACHE", 25, Astreinte(149.48m)) with { Emploi = "Responsable des marchés" }, Dirige("SANS-ASTREINTE", 100), Dirige("RAPPEL-SEUL", 100, Rappel("astreinte", 149.48m, "2025-11")))
        .SansObjet(new PayeDeCas("ELU") { Emploi = "Maire", Et = [Astreinte(10m)] }, new PayeDeCas("VACATAIRE") { Emploi = "Vacataire", Et = [Astreinte(10m)] });

    private static CasDeRegle EtHeuresSupplementaires() => new CasDeRegle("AST-02")
        .Constat(100m, De("DEUX", Astreinte(149.48m), Ihts(100m))).Constat(1.00m, De("UN-EURO", Astreinte(1.00m), Ihts(1.00m)) with { Quotite = 80 })
        .Constat(50m, De("RAPPELEES", Astreinte(149.48m)) with { Mois = "2026-04" }).Avec(De("RAPPELEES", Rappel("heures supplémentaires", 50m, "2026-04")) with { Mois = "2026-05" })
        .Constat(40m, De("DEUX-BULLETINS", Astreinte(149.48m)), De("DEUX-BULLETINS", Ihts(40m)))
        .Constat(30m, De("CHAQUE-MOIS", Astreinte(10m), Ihts(30m)) with { Mois = "2026-04" }).Constat(20m, De("CHAQUE-MOIS", Astreinte(15m), Ihts(20m)) with { Mois = "2026-05" })
        .Conforme(De("ASTREINTE-SEULE", Astreinte(149.48m)), De("HEURES-D-UN-AUTRE-MOIS", Astreinte(149.48m), Rappel("heures supplémentaires", 50m, "2025-12")), De("ANNULEES", Astreinte(149.48m), Ihts(50m), Ihts(-50m)))
        .Conforme(De("90", Astreinte(149.48m)) with { Quotite = 90 })
        .NonEvaluable(De("SANS-PERIODE", Rappel("astreinte", 149.48m, null)), De("DEUX-MOIS", Astreinte(149.48m), Rappel("heures supplémentaires", 50m, "2026-03") with { Au = "2026-04" }))
        .SansObjet(De("HEURES-SEULES", Ihts(100m)), De("REPRISE", Astreinte(20m), Astreinte(-20m), Ihts(100m)), new PayeDeCas("ELU") { Emploi = "Maire" }, new PayeDeCas("VACATAIRE") { Emploi = "Vacataire" });

    private static LigneDeCas Astreinte(decimal montant) => new(Categorie.Indemnite, "2040", "Indemnité d’astreinte", montant);

    private static LigneDeCas Ihts(decimal montant) => new(Categorie.Indemnite, "2020", "I.H.T.S.", montant) { Unites = 5 };

    private static LigneDeCas Rappel(string de, decimal montant, string? du) => new(Categorie.Rappel, de == "astreinte" ? "4050" : "4040", $"Rappel {de}", montant) { Du = du, Unites = 1 };

    private static PayeDeCas Dirige(string matricule, decimal nbi, params LigneDeCas[] lignes) =>
        new(matricule) { Emploi = "Directeur général des services", Grade = "Attaché principal", Nbi = [nbi], Et = lignes };

    private static PayeDeCas De(string matricule, params LigneDeCas[] lignes) => new(matricule) { Et = lignes };
}
