namespace Xemelios.Samples;

/// <summary>NBI, the amounts. Ten points are 49.23 a month under the point of July 2023, 42.20 for a part-timer at 80 %, 39.38 for a post of 28 hours, 45.01 at 90 %.</summary>
internal static class CasDuMontantDeNbi
{
    public static IEnumerable<CasDeRegle> Tous() => [PointApparent(), TropPayee(), Ajustee(), PointsSansPaiement()];

    private static CasDeRegle PointApparent() => new CasDeRegle("NBI-03")
        .Constat(3.54m, Deux("TROP", 10, 51.00m)).Constat(-3.46m, Deux("MOINS", 10, 47.50m)).Constat(11.54m, Deux("FORT", 10, 55.00m))
        .Constat(15.00m, Paye("SEUIL+", 100, 507.28m)).Constat(-15.01m, Paye("SEUIL-", 100, 477.27m)).Constat(30.00m, Paye("FORT-SEUIL+", 100, 522.28m)).Constat(29.99m, Paye("FORT-SEUIL-", 100, 522.27m))
        .Constat(7.03m, Paye("80-MAL", 10, 49.23m) with { Quotite = 80 })
        .Constat(10.77m, Paye("TROP-ENTREE", 10, 60.00m) with { Evenements = ["ENTREE"] })
        .Constat(2.08m, Paye("UN-POINT", 1, 7.00m))
        .Constat(5.08m, Paye("DEUX-MOIS-UN-TROP", 10, 49.23m) with { Mois = "2026-02" }, Paye("DEUX-MOIS-UN-TROP", 10, 54.31m))
        .Conforme(Paye("SOUS-LE-SEUIL", 100, 507.27m)).Conforme(Paye("SOUS-LE-SEUIL-MOINS", 100, 477.28m)).Conforme(Deux("JUSTE", 10, 49.23m))
        .Conforme(Paye("80-PARTIEL", 10, 42.20m) with { Quotite = 80 }, Paye("80-COMPLET", 10, 39.38m) with { Quotite = 80 }, Paye("90-PARTIEL", 10, 45.01m) with { Quotite = 90 })
        .Conforme(Paye("RAPPELE", 10, 39.23m) with { Mois = "2026-02" }, Paye("RAPPELE", 10, 49.23m, Rappel(10m, "2026-02")))
        .Conforme(Paye("2023", 100, 485.00m) with { Mois = "2023-06" }, Paye("2023", 100, 492.28m) with { Mois = "2023-07" })
        .Conforme(Paye("AUTRE-ANNEE-RAPPELEE", 10, 49.23m, Rappel(49.23m, "2025-06")))
        .NonEvaluable(Paye("SANS-PERIODE", 10, 49.23m, Rappel(10m, null))).NonEvaluable(Paye("DEUX-ANNEES", 10, 49.23m, Rappel(10m, "2025-12") with { Au = "2026-01" }))
        .NonEvaluable(Paye("SANS-QUOTITE", 10, 49.23m) with { Quotite = null }, Paye("ENTRE-LE-10", 10, 32.82m) with { Periode = ("2026-03-11", "2026-03-31") })
        .SansObjet(Paye("SANS-POINTS", 0, 49.23m), Paye("SANS-LIGNE", 10, 0m), Paye("ELU", null, 0m) with { Emploi = "Maire" }, Paye("VACATAIRE", null, 0m) with { Emploi = "Vacataire" });

    private static CasDeRegle TropPayee() => new CasDeRegle("NBI-04")
        .Constat(10.01m, Paye("SEUIL", 10, 59.24m)).Constat(8.58m, Paye("80-SEUIL", 10, 50.78m) with { Quotite = 80 }).Constat(1.01m, Paye("UN-POINT", 1, 5.93m))
        .Constat(10.01m, Paye("POINT-DE-2023-06", 10, 58.51m) with { Mois = "2023-06" })
        .Conforme(Paye("JUSTE", 10, 49.23m), Paye("TOLERE", 10, 59.23m), Paye("UN-POINT-TOLERE", 1, 5.92m), Paye("80-PARTIEL", 10, 42.20m) with { Quotite = 80 }, Paye("80-TOLERE", 10, 50.77m) with { Quotite = 80 })
        .Conforme(Paye("90-PARTIEL", 10, 45.01m) with { Quotite = 90 }, Paye("MOINS", 10, 20m), Paye("REPRIS", 10, -49.23m), Paye("AVEC-RAPPEL", 10, 49.23m, Rappel(49.23m, "2025-11")))
        .NonEvaluable(Paye("SANS-QUOTITE", 10, 80m) with { Quotite = null }).NonEvaluable(Paye("DEUX-BULLETINS", 10, 40m)).NonEvaluable(Paye("DEUX-BULLETINS", 10, 80m))
        .SansObjet(Paye("SANS-POINTS", 0, 49.23m), Paye("RAPPEL-SEUL", 10, 0m, Rappel(80m, null)), Paye("ELU", null, 0m) with { Emploi = "Maire" }, Paye("VACATAIRE", null, 20m) with { Emploi = "Vacataire" });

    private static CasDeRegle Ajustee() => new CasDeRegle("NBI-05")
        .Constat(2.01m, Paye("SEUIL+", 10, 51.24m)).Constat(-2.01m, Paye("SEUIL-", 10, 47.22m)).Constat(7.03m, Paye("80-NON-AJUSTEE", 10, 49.23m) with { Quotite = 80 })
        .Constat(-4.39m, Paye("90-MAL", 10, 39.92m) with { Quotite = 90 })
        .Constat(5.77m, Paye("TROP-ENTREE", 10, 55m) with { Evenements = ["ENTREE"] })
        .Constat(2.08m, Paye("UN-POINT", 1, 7m))
        .Conforme(Paye("JUSTE", 10, 49.23m), Paye("TOLERE", 10, 51.23m), Paye("TOLERE-MOINS", 10, 47.23m), Paye("80-PARTIEL", 10, 42.20m) with { Quotite = 80 }, Paye("80-COMPLET", 10, 39.38m) with { Quotite = 80 })
        .Conforme(Paye("90-PARTIEL", 10, 45.01m) with { Quotite = 90 }, Paye("AVEC-RAPPEL", 10, 49.23m, Rappel(100m, "2025-11")), Paye("AVEC-LIGNE-DATEE", 10, 49.23m, Nbi(100m) with { Du = "2026-01" }))
        .Conforme(Paye("POINT-DE-2023-06", 10, 48.50m) with { Mois = "2023-06" })
        .NonEvaluable(Paye("SANS-QUOTITE", 10, 49.23m) with { Quotite = null }, Paye("ENTRE-LE-10", 10, 32.82m) with { Periode = ("2026-03-11", "2026-03-31") })
        .NonEvaluable(Paye("DEUX-BULLETINS", 10, 40m)).NonEvaluable(Paye("DEUX-BULLETINS", 10, 9.23m))
        .SansObjet(Paye("SANS-POINTS", 0, 49.23m), Paye("RAPPEL-SEUL", 10, 0m, Rappel(80m, null)), Paye("ELU", null, 0m) with { Emploi = "Maire" }, Paye("VACATAIRE", null, 20m) with { Emploi = "Vacataire" });

    private static CasDeRegle PointsSansPaiement() => new CasDeRegle("NBI-08")
        .Constat(-49.23m, Paye("SANS-LIGNE", 10, 0m)).Constat(49.23m, Paye("SANS-POINTS", 0, 49.23m)).Constat(-42.20m, Paye("80-SANS-LIGNE", 10, 0m) with { Quotite = 80 }).Constat(-4.92m, Paye("UN-POINT", 1, 0m))
        .Constat(-98.46m, Loge("DANS-LE-TRAITEMENT-MAL", 2066.56m)).Constat(-98.46m, Loge("DANS-LE-TRAITEMENT-MAL+", 2068.58m)).Constat(-49.23m, Paye("SANS-INDICE", 10, 0m) with { Indice = null, Lignes = [new(Categorie.TraitBrut, "1010", "Forfait", 1900m)] })
        .Conforme(Loge("DANS-LE-TRAITEMENT", 2067.57m), Loge("DANS-LE-TRAITEMENT-1", 2066.57m), Loge("DANS-LE-TRAITEMENT+1", 2068.57m), Loge("80-DANS-LE-TRAITEMENT", 1772.20m) with { Quotite = 80 }, Loge("MINIMUM", 1900.19m) with { Indice = 340 })
        .Constat(-0.02m, Paye("UN-EURO", 10, 0m) with { Quotite = 0.05m })
        .Constat(-48.50m, Paye("POINT-DE-2023-06", 10, 0m) with { Mois = "2023-06" })
        .Conforme(Paye("JUSTE", 10, 49.23m), Paye("RAPPEL-D-ALORS", 10, 49.23m, Rappel(49.23m, null)), Paye("TITULAIRE-PARTI", 10, 5m))
        .Conforme(Paye("RAPPELE", 10, 0m) with { Mois = "2026-02" }).Conforme(Paye("RAPPELE", 10, 49.23m, Rappel(49.23m, "2026-02")))
        .Conforme(Paye("RAPPELE-LONG", 10, 0m) with { Mois = "2026-02" }).Conforme(Paye("RAPPELE-LONG", 10, 49.23m, Rappel(98.46m, "2026-01") with { Au = "2026-02" }))
        .Conforme(Paye("DEUX-BULLETINS", 10, 0m), Paye("DEUX-BULLETINS", 0, 49.23m))
        .NonEvaluable(Paye("SANS-PERIODE", 10, 0m) with { Mois = "2026-02" }).Conforme(Paye("SANS-PERIODE", 10, 49.23m, Rappel(49.23m, null)))
        .NonEvaluable(Paye("NBI-ABSENTE", null, 49.23m))
        .SansObjet(Paye("ZERO", 0, 0m), Paye("RAPPEL-ANCIEN", 0, 0m, Rappel(49.23m, "2024-05")), Paye("ELU", null, 0m) with { Emploi = "Maire" }, Paye("VACATAIRE", null, 0m) with { Emploi = "Vacataire" })
        .SansObjet(Paye("NON-PAYE", 10, 0m) with { Lignes = [new(Categorie.Indemnite, "2000", "IFSE", 100m)] });

    private static LigneDeCas Nbi(decimal montant) => new(Categorie.TraitBrut, "1020", "Nouvelle bonification indiciaire", montant);

    private static LigneDeCas Rappel(decimal montant, string? du) => new(Categorie.Rappel, "4030", "Rappel N.B.I.", montant) { Du = du };

    private static PayeDeCas Paye(string matricule, decimal? points, decimal montant, params LigneDeCas[] et) => new(matricule)
    {
        Nbi = points is { } p ? [p] : [],
        Et = montant == 0 ? et : [Nbi(montant), .. et],
    };

    /// <summary>Twenty points in the line of the index pay.</summary>
    private static PayeDeCas Loge(string matricule, decimal traitement) => new(matricule) { Nbi = [20m], Lignes = [new(Categorie.TraitBrut, "1000", "Traitement de base indiciaire", traitement)] };

    /// <summary>The same pay in February and March.</summary>
    private static PayeDeCas[] Deux(string matricule, decimal points, decimal montant) => [Paye(matricule, points, montant) with { Mois = "2026-02" }, Paye(matricule, points, montant)];
}
