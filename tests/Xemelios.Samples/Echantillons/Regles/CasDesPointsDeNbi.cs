namespace Xemelios.Samples;

/// <summary>NBI, the points. A point is 4.92 a month.</summary>
internal static class CasDesPointsDeNbi
{
    public static IEnumerable<CasDeRegle> Tous() => [Statut(), Decimales(), PlafondDeCategorie(), PlafondDeDirection()];

    private static CasDeRegle Statut() => new CasDeRegle("NBI-01")
        .Constat(49.23m, Paye("CONTRACTUEL", 10, 49.23m) with { Statut = "NON_TITULAIRE" })
        .Constat(null, Paye("POINTS-SEULS", 1, 0m) with { Statut = "NON_TITULAIRE" })
        .Constat(4.92m, Paye("UN-POINT", 1, 4.92m) with { Statut = "AUTRE_STATUT", Emploi = "Maire" })
        .Constat(1.00m, Paye("LIGNE-SEULE", null, 1.00m) with { Statut = "NON_TITULAIRE" })
        .Conforme(Paye("TITULAIRE", 10, 49.23m), Paye("STAGIAIRE", 10, 49.23m) with { Statut = "STAGIAIRE" }, Paye("EMPLOI-FONCTIONNEL", 50, 246.14m) with { Statut = "EMPLOI_FONC" })
        .Conforme(Paye("80", 10, 42.20m) with { Quotite = 80 })
        .NonEvaluable(Paye("STATUT-ABSENT", 10, 49.23m) with { Statut = null })
        .NonEvaluable(Paye("ANCIEN-TITULAIRE", 0, 0m) with { Statut = "NON_TITULAIRE", Et = [Rappel(49.23m, "2025-11")] }, Paye("ANCIEN-SANS-NBI", null, 0m) with { Statut = "NON_TITULAIRE", Et = [Rappel(49.23m, "2025-11")] })
        .SansObjet(Paye("ZERO", 0, 0m) with { Statut = "NON_TITULAIRE" }, Paye("SANS", null, 0m) with { Statut = "NON_TITULAIRE", Emploi = "Vacataire" })
        .SansObjet(Paye("CNRACL", null, 0m) with { Statut = "NON_TITULAIRE", Et = [new(Categorie.Deduction, "5005", "C.N.R.A.C.L. N.B.I.", 5m)] });

    private static CasDeRegle Decimales() => new CasDeRegle("NBI-02")
        .Constat(null, Paye("SEPT-ET-DEMI", 7.5m, 36.92m)).Constat(null, Paye("HUIT-DIXIEMES", 0.8m, 3.94m) with { Quotite = 80 })
        .Constat(null, Paye("DEUX-DEMIS", 7.5m, 73.84m) with { Nbi = [7.5m, 7.5m] })
        .Conforme(Paye("DIX", 10, 49.23m), Paye("DIX-ET-CINQ", 10, 73.84m) with { Nbi = [10m, 5m] }, Paye("UN", 1, 4.92m))
        .SansObjet(Paye("ZERO", 0, 0m), Paye("SANS", null, 0m));

    private static CasDeRegle PlafondDeCategorie() => new CasDeRegle("NBI-06")
        .Constat(4.92m, Paye("C-21", 21, 103.38m)).Constat(4.92m, Paye("B-31", 31, 152.61m) with { Grade = "Rédacteur" }).Constat(4.92m, Paye("A-51", 51, 251.06m) with { Grade = "Attaché principal" })
        .Constat(42.20m, Paye("C-30-A-80", 30, 126.59m) with { Quotite = 80 })
        .Constat(24.61m, Paye("DEUX-BULLETINS", 25, 123.07m), Paye("DEUX-BULLETINS", 25, 0m))
        .Conforme(Paye("C-20", 20, 98.46m), Paye("B-30", 30, 147.68m) with { Grade = "Rédacteur" }, Paye("A-50", 50, 246.14m) with { Grade = "Attaché principal" })
        .Conforme(Paye("UN", 1, 4.92m), Paye("INCONNUE-20", 20, 98.46m) with { Grade = "Chargé de mission" })
        .NonEvaluable(Paye("INCONNUE-21", 21, 103.38m) with { Grade = "Chargé de mission" })
        .SansObjet(Paye("DGS", 100, 492.28m) with { Emploi = "Directeur général des services", Grade = "Attaché" }, Paye("ZERO", 0, 0m), Paye("ELU", null, 0m) with { Emploi = "Maire" });

    private static CasDeRegle PlafondDeDirection() => new CasDeRegle("NBI-07")
        .Constat(4.92m, Paye("DGA-81", 81, 398.75m) with { Emploi = "Directeur général adjoint des services" })
        .Constat(4.92m, Paye("DGS-121", 121, 595.66m) with { Emploi = "Directrice générale des services" })
        .Constat(98.46m, Paye("DGSA-100", 100, 492.28m) with { Emploi = "Directeur général des services adjoint" })
        .Constat(98.46m, Paye("DEUX-BULLETINS", 100, 492.28m) with { Emploi = "DGAS" }, Paye("DEUX-BULLETINS", 100, 0m) with { Emploi = "DGAS" })
        .Conforme(Paye("DGA-80", 80, 393.82m) with { Emploi = "D.G.A.", Grade = "Directeur général adjoint" }, Paye("DGS-120", 120, 590.73m) with { Emploi = "DGS" }, Paye("UN", 1, 4.92m) with { Emploi = "Directeur général services" })
        .SansObjet(Paye("ATTACHE", 100, 492.28m) with { Grade = "Attaché" }, Paye("DGS-SANS", 0, 0m) with { Emploi = "DGS" });

    private static LigneDeCas Rappel(decimal montant, string du) => new(Categorie.Rappel, "4030", "Rappel N.B.I.", montant) { Du = du };

    private static PayeDeCas Paye(string matricule, decimal? points, decimal montant) => new(matricule)
    {
        Nbi = points is { } p ? [p] : [],
        Et = montant == 0 ? [] : [new(Categorie.TraitBrut, "1020", "Nouvelle bonification indiciaire", montant)],
    };
}
