namespace Xemelios.Samples;

/// <summary>
/// IHTS, by the month of work. Index 400 is a base of 12.98 an hour: at most 324.58 for ten hours and 652.27 for twenty, 259.66 and 519.33 without increase.
/// January 2026 is that of a hospital, February of an employer without APE, the other months of a commune.
/// </summary>
internal static class CasDesHeures
{
    private const string Hopital = "2026-01";
    private const string SansApe = "2026-02";

    public static IEnumerable<CasDeRegle> Tous() => [Maximum(), Declarees(), Contingent(), VolumeAnnuel()];

    private static CasDeRegle Maximum() => new CasDeRegle("IHTS-01")
        .Constat(1.01m, Paye("DIX-SEUIL", 325.59m, 10)).Constat(1.01m, Paye("VINGT-SEUIL", 653.28m, 20)).Constat(1.01m, Paye("QUATORZE-SEUIL", 455.42m, 14))
        .Constat(1.01m, Paye("80-SEUIL", 260.67m, 10) with { Quotite = 80 }).Constat(60.34m, Paye("97", 320m, 10) with { Quotite = 97 })
        .Constat(1.01m, Paye("90-VINGT", 520.34m, 20) with { Quotite = 90 })
        .Constat(1.01m, Paye("NBI-SEUIL", 694.05m, 20) with { Nbi = [25m] })
        .Constat(1.01m, Avec("RESIDENCE-SEUIL", [Ihts(672.85m, 20), new(Categorie.IndemResid, "1100", "Indemnité de résidence", 59.07m)]))
        .Constat(1.01m, Paye("MINIMUM", 298.00m, 10) with { Indice = 340 })
        .Constat(1.01m, Paye("POINT-DE-2023-06", 320.79m, 10) with { Mois = "2023-06" })
        .Constat(172.80m, Paye("RAPPELE-TROP", 162.29m, 10) with { Mois = "2026-04" }).Avec(Avec("RAPPELE-TROP", [Rappel(400m, 2, "2026-04")]) with { Mois = "2026-05" })
        .Constat(67.54m, Paye("UNE-HEURE", 100m, 1)).Constat(3.77m, Paye("DEMI-DECLAREE", 20m, null) with { HeuresSup = 0.5m }).Constat(13.77m, Paye("SANS-DECLARATION", 30m, 0.5m) with { HeuresSup = null })
        .Conforme(Paye("QUATRE-VINGT-DIX-CENTIMES", 0.90m, 0.05m))
        .Conforme(Paye("DIX", 325.58m, 10), Paye("VINGT", 653.27m, 20), Paye("98", 320m, 10) with { Quotite = 98 }, Paye("JOUR", 162.29m, 10), Paye("NUIT-MAJOREE", 324.58m, 10))
        .Conforme(Paye("DECLAREES-SEULES", 300m, null) with { HeuresSup = 10 }, Paye("DECLAREES-PLUS", 320m, 8) with { HeuresSup = 10 }, Avec("BASE", [Ihts(320m, null) with { Base = 10 }]))
        .Conforme(Paye("RAPPELE", 162.29m, 10) with { Mois = "2026-04" }).Avec(Avec("RAPPELE", [Rappel(32.46m, 2, "2026-04")]) with { Mois = "2026-05" })
        .Conforme(Paye("DEUX-BULLETINS", 324.58m, 10), Avec("DEUX-BULLETINS", [Ihts(-40m, 1)]))
        .NonEvaluable(Paye("HEURES-INCONNUES", 300m, null), Paye("SANS-INDICE", 100m, 5) with { Indice = null }, Paye("SANS-QUOTITE", 100m, 5) with { Quotite = null })
        .NonEvaluable(Avec("SANS-MOIS", [Rappel(50m, 2, null)]), Avec("MOIS-ABSENT", [Rappel(50m, 2, "2025-11")]), Avec("DEUX-MOIS", [Rappel(50m, 2, "2025-11") with { Au = "2025-12" }]))
        .SansObjet(Avec("REPRISE", [Ihts(-50m, 2)]), Avec("ANNULEES", [Ihts(50m, 2), Ihts(-50m, 2)]), new PayeDeCas("ELU") { Emploi = "Maire" }, new PayeDeCas("VACATAIRE") { Emploi = "Vacataire" })
        .SansObjet(Avec("COMPLEMENTAIRES", [new(Categorie.Indemnite, "2021", "Heures complémentaires", 900m) { Unites = 1 }]));

    private static CasDeRegle Declarees() => new CasDeRegle("IHTS-02")
        .Constat(null, Paye("HUIT-POUR-DIX", 162.29m, 10) with { HeuresSup = 8 }).Constat(null, Paye("PRESQUE", 162.29m, 10) with { HeuresSup = 9.99m }).Constat(null, Paye("AUCUNE", 8.12m, 0.5m))
        .Constat(null, Paye("RAPPELEES", 97.37m, 6) with { HeuresSup = 10, Mois = "2026-04" }).Avec(Avec("RAPPELEES", [Rappel(97.37m, 6, "2026-04")]) with { Mois = "2026-05" })
        .Constat(null, Paye("L-AN-SUIVANT", 48.69m, 3) with { HeuresSup = 5, Mois = "2025-12" }).Avec(Avec("L-AN-SUIVANT", [Rappel(64.92m, 4, "2025-12")]))
        .Constat(null, Paye("SEPT-DIXIEMES", 11.36m, 0.7m) with { HeuresSup = 0.5m, Mois = "2026-07" })
        .Constat(null, Paye("DEUX-BULLETINS", 81.14m, 5) with { HeuresSup = 4 }, Paye("DEUX-BULLETINS", 81.14m, 5) with { HeuresSup = 4 })
        .Conforme(Paye("DIX", 162.29m, 10) with { HeuresSup = 10 }, Paye("DOUZE-POUR-DIX", 162.29m, 10) with { HeuresSup = 12 }, Paye("80", 129.83m, 10) with { HeuresSup = 10, Quotite = 80 })
        .Conforme(Paye("RAPPELEES-JUSTE", 97.37m, 6) with { HeuresSup = 10, Mois = "2026-04" }).Avec(Avec("RAPPELEES-JUSTE", [Rappel(64.92m, 4, "2026-04")]) with { Mois = "2026-05" })
        .NonEvaluable(Paye("JAMAIS-DECLAREES", 81.14m, 5) with { Mois = "2026-06" }, Paye("ABSENTES", 81.14m, 5) with { HeuresSup = null }, Paye("HEURES-INCONNUES", 81.14m, null) with { HeuresSup = 5 })
        .NonEvaluable(Avec("SANS-MOIS", [Rappel(50m, 2, null)]))
        .SansObjet(new PayeDeCas("SANS-HEURE") { HeuresSup = 3 }, new PayeDeCas("ELU") { Emploi = "Maire" }, new PayeDeCas("VACATAIRE") { Emploi = "Vacataire" });

    private static CasDeRegle Contingent() => Hospitalier("IHTS-03")
        .Constat(null, Paye("FPT-26", 300m, 26)).Constat(null, Paye("FPT-25,5", 300m, 25.5m)).Constat(null, Paye("FPT-80", 200m, 20.01m) with { Quotite = 80 }).Constat(null, Paye("DECLAREES-26", 300m, null) with { HeuresSup = 26 })
        .Constat(null, Paye("UNE-DECLAREE", 20m, null) with { HeuresSup = 0.5m, Quotite = 1 })
        .Constat(null, Paye("FPH-16", 200m, 15.01m) with { Mois = Hopital }).Constat(null, Paye("IBODE-19", 200m, 18.31m) with { Mois = Hopital, Emploi = "IBODE" })
        .Constat(null, Paye("RAPPELEES", 300m, 15) with { Mois = "2026-04" }).Avec(Avec("RAPPELEES", [Rappel(200m, 10.5m, "2026-04")]) with { Mois = "2026-05" })
        .Conforme(Paye("FPT-25", 300m, 25), Paye("FPT-80-20", 200m, 20) with { Quotite = 80 }, Paye("FPT-90", 200m, 22.5m) with { Quotite = 90 }, Paye("DECLAREES-25", 300m, null) with { HeuresSup = 25 })
        .Conforme(Paye("FPH-15", 200m, 15) with { Mois = Hopital }, Paye("SAGE-FEMME-18,3", 200m, 18.3m) with { Mois = Hopital, Emploi = "Sage-femme" }, Paye("PAR-LES-LIGNES", 200m, 20) with { HeuresSup = 40 })
        .Conforme(Paye("QUATRE-VINGT-DIX-CENTIMES", 0.90m, 0.05m), Paye("IBODE-EN-COMMUNE", 200m, 25) with { Emploi = "IBODE" })
        .NonEvaluable(Paye("VERSANT-INCONNU", 300m, 26) with { Mois = SansApe }, Paye("SANS-QUOTITE", 300m, 26) with { Quotite = null }, Paye("HEURES-INCONNUES", 300m, null), Avec("SANS-MOIS", [Rappel(50m, 2, null)]))
        .SansObjet(Avec("REPRISE", [Ihts(-300m, 30)]), new PayeDeCas("ELU") { Emploi = "Maire", HeuresSup = 40 }, new PayeDeCas("VACATAIRE") { Emploi = "Vacataire" });

    private static CasDeRegle VolumeAnnuel() => Hospitalier("IHTS-04")
        .Constat(null, Paye("181", 2000m, 181)).Constat(null, Paye("180,5", 2000m, 180.5m)).Constat(null, Paye("80", 2000m, 144.5m) with { Quotite = 80 })
        .Constat(null, Paye("DEUX-MOIS", 1000m, 100) with { Mois = "2026-04" }, Paye("DEUX-MOIS", 1000m, 80.5m) with { Mois = "2026-05" })
        .Constat(null, Paye("MOYENNE-90", 1000m, 100), Paye("MOYENNE-90", 1000m, 62.5m) with { Mois = "2026-04", Quotite = 80 })
        .Constat(null, Paye("FPH-221", 2000m, 220.5m) with { Mois = Hopital }).Constat(null, Paye("INCONNUES-ET-181", 2000m, 181), Avec("INCONNUES-ET-181", [Ihts(50m, null)]) with { Mois = "2026-04" })
        .Conforme(Paye("180", 2000m, 180), Paye("80-144", 2000m, 144) with { Quotite = 80 }, Paye("FPH-220", 2000m, 220) with { Mois = Hopital }, Paye("90", 2000m, 162) with { Quotite = 90 })
        .Conforme(Paye("MOYENNE-90-162", 1000m, 100), Paye("MOYENNE-90-162", 1000m, 62) with { Mois = "2026-04", Quotite = 80 })
        .Conforme(Paye("DEUX-ANNEES", 1000m, 100) with { Mois = "2025-12" }).Conforme(Paye("DEUX-ANNEES", 1000m, 100), Avec("DEUX-ANNEES", [Rappel(30m, 1, null)]))
        .NonEvaluable(Paye("VERSANT-INCONNU", 2000m, 100) with { Mois = SansApe }, Paye("SANS-QUOTITE", 2000m, 300) with { Quotite = null }, Paye("HEURES-INCONNUES", 2000m, null))
        .SansObjet(new PayeDeCas("SANS-HEURE"), new PayeDeCas("ELU") { Emploi = "Maire" }, new PayeDeCas("VACATAIRE") { Emploi = "Vacataire" });

    private static CasDeRegle Hospitalier(string code) => new(code) { ApeDuMois = new Dictionary<string, string?> { [Hopital] = "8610Z", [SansApe] = null } };

    private static LigneDeCas Ihts(decimal montant, decimal? heures) => new(Categorie.Indemnite, "2020", "I.H.T.S.", montant) { Unites = heures };

    private static LigneDeCas Rappel(decimal montant, decimal heures, string? du) => new(Categorie.Rappel, "4040", "Rappel heures supplémentaires", montant) { Unites = heures, Du = du };

    private static PayeDeCas Paye(string matricule, decimal montant, decimal? heures) => Avec(matricule, [Ihts(montant, heures)]);

    private static PayeDeCas Avec(string matricule, IReadOnlyList<LigneDeCas> lignes) => new(matricule) { Et = lignes };
}
