namespace Xemelios.Samples;

/// <summary>SFT. Under the point of July 2023 and the floor of January 2024, index 400 gives 2.29, 77.72, 194.04 and 332.70 for one to four children; 600 gives 251.53 for three.</summary>
internal static class CasDuSupplementFamilial
{
    public static IEnumerable<CasDeRegle> Tous() => [SansEnfant(), Montant(), SansSupplement()];

    private static CasDeRegle SansEnfant() => new CasDeRegle("SFT-01")
        .Constat(77.72m, Paye("SANS-ENFANT", 0, 77.72m))
        .Constat(0.50m, Paye("CINQUANTE-CENTIMES", 0, 0.50m))
        .Constat(2.29m, Paye("ELU", 0, 2.29m) with { Emploi = "Maire" })
        .Constat(10m, Paye("DEUX-BULLETINS", 0, 10m)).Constat(12m, Paye("DEUX-BULLETINS", 0, 12m))
        .Conforme(Paye("UN", 1, 2.29m), Paye("DEUX", 2, 77.72m), Paye("VACATAIRE", 1, 2.29m) with { Emploi = "Vacataire" }, Paye("80", 2, 77.72m) with { Quotite = 80 })
        .NonEvaluable(Paye("NOMBRE-ABSENT", null, 77.72m))
        .SansObjet(Paye("RIEN", 0, 0m), Paye("REPRIS", 0, -50m))
        .SansObjet(new PayeDeCas("RAPPELS") { Et = [Supplement(77.72m) with { Du = "2026-02" }, new(Categorie.Rappel, "4020", "Rappel supplément familial", 20m) { Du = "2025-06" }] });

    private static CasDeRegle Montant() => new CasDeRegle("SFT-02")
        .Constat(1.01m, Paye("UN+", 1, 3.30m)).Constat(1.01m, Paye("DEUX+", 2, 78.73m)).Constat(-1.01m, Paye("DEUX-", 2, 76.71m))
        .Constat(-57.49m, Paye("TROIS-AU-PLANCHER", 3, 194.04m) with { Indice = 600 })
        .Constat(67.30m, Paye("QUATRE", 4, 400m))
        .Constat(35.93m, Paye("80-NON-AJUSTE", 3, 251.53m) with { Indice = 600, Quotite = 80 })
        .Constat(-1.14m, Paye("UN-AJUSTE", 1, 1.15m) with { Quotite = 50 })
        .Constat(-39.58m, Paye("HORS-ECHELLE-MAL", 2, 77.72m) with { Indice = null, Echelon = "HEA3" })
        .Constat(1.97m, Paye("PLANCHER-TROP-TOT", 3, 194.04m) with { Mois = "2023-12" })
        .Constat(5.89m, Paye("POINT-TROP-TOT", 3, 189.45m) with { Mois = "2022-06" })
        .Constat(12.28m, Paye("TROP-ENTREE", 2, 90m) with { Evenements = ["ENTREE"] })
        .Constat(-6.30m, Paye("SANS-SA-NBI", 3, 194.04m) with { Indice = 440, Nbi = [30m] })
        .Conforme(Paye("UN", 1, 2.29m), Paye("UN-TOLERE", 1, 3.29m), Paye("DEUX", 2, 77.72m), Paye("DEUX-TOLERE", 2, 78.72m), Paye("DEUX-TOLERE-MOINS", 2, 76.72m), Paye("TROIS", 3, 194.04m))
        .Conforme(Paye("AVEC-NBI", 3, 200.34m) with { Indice = 440, Nbi = [30m] }, Paye("QUATRE-JUSTE", 4, 332.70m), Paye("QUINZE", 15, 1858.03m))
        .Conforme(Paye("2022-07", 3, 189.45m) with { Mois = "2022-07" }, Paye("2023-12", 3, 192.07m) with { Mois = "2023-12" }, Paye("2023-12-PLAFOND", 3, 297.61m) with { Mois = "2023-12", Indice = 800 })
        .Conforme(Paye("PLAFOND", 3, 299.58m) with { Indice = 800 }, Paye("HORS-ECHELLE", 2, 117.30m) with { Indice = null, Echelon = "HEA3" }, Paye("HORS-ECHELLE-INDICE", 2, 117.30m) with { Indice = 500, Echelon = "Hors échelle B" })
        .Conforme(Paye("80-MINIMUM", 2, 77.72m) with { Quotite = 80 }, Paye("80", 3, 215.60m) with { Indice = 600, Quotite = 80 }, Paye("90", 3, 229.97m) with { Indice = 600, Quotite = 90 })
        .Conforme(Paye("50-MINIMUM", 3, 194.04m) with { Indice = 600, Quotite = 50 }, Paye("SANS-INDICE", 2, 77.72m) with { Indice = null, Statut = "NON_TITULAIRE" }, Paye("UN-SANS-QUOTITE", 1, 2.29m) with { Quotite = null })
        .NonEvaluable(Paye("NOMBRE-ABSENT", null, 77.72m), Paye("SEIZE", 16, 1996.70m), Paye("SANS-QUOTITE", 2, 77.72m) with { Quotite = null })
        .NonEvaluable(Paye("28-HEURES", 3, 201.23m) with { Indice = 600, Quotite = 80 }, Paye("28-HEURES+", 3, 202.23m) with { Indice = 600, Quotite = 80 }, Paye("MI-TEMPS", 3, 125.77m) with { Indice = 600, Quotite = 50 }, Paye("MI-TEMPS-DEUX", 2, 38.86m) with { Quotite = 50 })
        .NonEvaluable(Paye("ENTRE-LE-10", 2, 54.40m) with { Periode = ("2026-03-11", "2026-03-31") })
        .NonEvaluable(Paye("DEUX-BULLETINS", 2, 77.72m)).NonEvaluable(Paye("DEUX-BULLETINS", 2, 10m))
        .Constat(-15.38m, Paye("SOUS-LE-PRORATA", 3, 200.22m) with { Indice = 600, Quotite = 80 })
        .SansObjet(Paye("ZERO", 0, 77.72m), Paye("ELU", 2, 50m) with { Emploi = "Maire" }, Paye("VACATAIRE", 2, 50m) with { Emploi = "Vacataire" }, Paye("ASSISTANTE", 2, 50m) with { Emploi = "Assistante maternelle" })
        .SansObjet(new PayeDeCas("RAPPEL-SEUL") { Enfants = 2, Et = [Supplement(77.72m) with { Du = "2025-12" }] });

    private static CasDeRegle SansSupplement() => new CasDeRegle("SFT-03")
        .Constat(null, Paye("DEUX", 2, 0m)).Constat(null, Paye("UN", 1, 0m)).Constat(null, Paye("CONTRACTUEL", 2, 0m) with { Statut = "NON_TITULAIRE" })
        .Constat(null, Paye("DEUX-BULLETINS-SANS", 2, 0m), Paye("DEUX-BULLETINS-SANS", 2, 0m))
        .Constat(null, Paye("UN-EURO", 1, 0m) with { Quotite = 0.05m })
        .Conforme(Paye("VERSE", 2, 77.72m), Paye("80", 2, 77.72m) with { Quotite = 80 })
        .Conforme(Paye("DEUX-BULLETINS", 2, 0m), Paye("DEUX-BULLETINS", 2, 77.72m))
        .Conforme(new PayeDeCas("RAPPEL") { Enfants = 1, Et = [new(Categorie.Rappel, "4020", "Rappel S.F.T.", 4.58m) { Du = "2025-12" }] })
        .NonEvaluable(Paye("NOMBRE-ABSENT", null, 0m), Paye("STATUT-ABSENT", 2, 0m) with { Statut = null })
        .SansObjet(Paye("ZERO", 0, 0m), Paye("ELU", 2, 0m) with { Emploi = "Maire" }, Paye("VACATAIRE", 2, 0m) with { Emploi = "Vacataire" }, Paye("ASSISTANTE", 2, 0m) with { Emploi = "Assistante maternelle" })
        .SansObjet(Paye("APPRENTI", 2, 0m) with { Statut = "AUTRE_STATUT" }, Paye("CONTRACTUEL-SANS-INDICE", 2, 0m) with { Statut = "NON_TITULAIRE", Indice = null, Lignes = [new(Categorie.TraitBrut, "1010", "Forfait", 1900m)] })
        .SansObjet(new PayeDeCas("NON-PAYE") { Enfants = 2, Lignes = [new(Categorie.Indemnite, "2000", "IFSE", 100m)] });

    private static LigneDeCas Supplement(decimal montant) => new(Categorie.SupFam, "1200", "Supplément familial de traitement", montant);

    private static PayeDeCas Paye(string matricule, int? enfants, decimal montant) => new(matricule) { Enfants = enfants, Et = montant == 0 ? [] : [Supplement(montant)] };
}
