using static Xemelios.Samples.LignesDeCotisation;

namespace Xemelios.Samples;

/// <summary>RET-03 to RET-06, on the index pay of 400, 1 969.11: 11.10 % is 218.57, 37.65 % is 741.37, 34.65 % is 682.30.</summary>
internal static class CasDesTauxDeRetraite
{
    private const decimal Traitement = 1969.11m;

    public static IEnumerable<CasDeRegle> Tous() => [CnraclAgent(), CnraclEmployeur(), Ircantec(), Additionnelle()];

    private static CasDeRegle CnraclAgent() => new CasDeRegle("RET-03")
        .Constat(-5.32m, Paye("TAUX-DE-2019", Cnracl(213.25m)))
        .Constat(null, Paye("TAUX-SANS-BASE", Agent("C.N.R.A.C.L.", 213.25m, null, 10.83m)))
        .Constat(11.43m, Paye("BASE-EN-UNITES", Agent("CNRACL", 230m, 0m) with { Unites = Traitement }))
        .Constat(0.20m, Paye("SEUIL+", Cnracl(218.77m)))
        .Constat(-0.20m, Paye("SEUIL-", Cnracl(218.37m)))
        .Constat(0.06m, Paye("CENTIMES+", Agent("CNRACL", 11.16m, 100m)))
        .Constat(5.32m, Paye("EN-AVANCE", Cnracl(218.57m)) with { Mois = "2019-12" })
        .Constat(-5.32m, Paye("EN-RETARD", Cnracl(213.25m)) with { Mois = "2020-01" })
        .Constat(2.70m, Paye("NBI-EN-AVANCE", Agent("CNRACL sur NBI", 81.20m, 1000m)) with { Mois = "2011-01" })
        .Constat(-5.32m, Paye("EN-RETENUE", Cnracl(213.25m) with { Categorie = Categorie.Retenue }))
        .Constat(-10.10m, Paye("UN-EURO", Agent("CNRACL", 1m, 100m)))
        .Constat(-5.32m, Paye("UNE-DES-DEUX", Cnracl(213.25m), Agent("CNRACL régularisation", 3m)))
        .Constat(5.32m, Paye("REPRISE", Cnracl(-213.25m)))
        .Conforme(Paye("JUSTE", Cnracl(218.57m), Employeur("CNRACL part patronale", 741.37m, Traitement, 37.65m)), Paye("FRACTION", Agent("CNRACL", 218.57m, null, 0.111m)), Paye("POUR-CENT", Agent("CNRACL", 218.57m, null, 11.10m)))
        .Conforme(Paye("SOUS-LE-SEUIL", Cnracl(218.76m)), Paye("CENTIMES", Agent("CNRACL", 11.15m, 100m)), Paye("AU-SEUIL", Agent("CNRACL", 1111m, 10000m)), Paye("AU-SEUIL-SANS-BASE", Agent("CNRACL", 111m, null, 11.11m)), Paye("REPRISE-JUSTE", Cnracl(-218.57m)), Paye("BASE-QUI-N-EN-EST-PAS-UNE", Agent("CNRACL", 218.57m, 12m, 11.10m)))
        .Conforme(Paye("2019", Cnracl(213.25m)) with { Mois = "2019-12" }, Paye("2020", Cnracl(218.57m)) with { Mois = "2020-01" }, Paye("RAPPEL-DE-2019", Cnracl(213.25m) with { Du = "2019-12" }))
        .Conforme(Paye("NBI-2011", Agent("CNRACL sur NBI", 78.50m, 1000m)) with { Mois = "2011-01" }, Paye("2011", Agent("CNRACL", 81.20m, 1000m)) with { Mois = "2011-01" })
        .NonEvaluable(Paye("SANS-BASE-NI-TAUX", Agent("CNRACL", 218.57m)), Paye("A-ZERO", Agent("CNRACL", 218.57m, 0m, 0m)), Paye("DE-1999", Cnracl(154.58m) with { Du = "1999-12" }))
        .NonEvaluable(Paye("UNE-JUSTE-UNE-SANS", Cnracl(218.57m), Agent("CNRACL régularisation", 3m)))
        .SansObjet(Paye("IRCANTEC", Agent("IRCANTEC", 50m, Traitement)), Paye("SURCOTE", Agent("Surcotisation CNRACL", 20m, Traitement)), Paye("A-RIEN", Cnracl(0m)), Paye("VALIDATION", Agent("Validation CNRACL", 50m, Traitement)));

    private static CasDeRegle CnraclEmployeur() => new CasDeRegle("RET-04")
        .Constat(-118.15m, Paye("TAUX-DE-2024", Patronale(623.22m)))
        .Constat(null, Paye("TAUX-SANS-BASE", Employeur("CNRACL part patronale", 623.22m, null, 31.65m)))
        .Constat(1.97m, Paye("ATIACL", Employeur("ATIACL", 9.85m, Traitement)))
        .Constat(34.25m, Paye("ATIACL-AU-TAUX-CNRACL", Employeur("ATIACL", 34.65m, 100m)))
        .Constat(-2.96m, Paye("NBI", Employeur("CNRACL sur NBI", 15.58m, 49.23m)))
        .Constat(59.07m, Paye("EN-AVANCE", Patronale(741.37m)) with { Mois = "2025-12" })
        .Constat(-59.07m, Paye("EN-RETARD", Patronale(623.23m)) with { Mois = "2025-12" })
        .Constat(-58.67m, Paye("NI-L-UN-NI-L-AUTRE", Patronale(682.70m)))
        .Constat(0.20m, Paye("SEUIL+", Patronale(741.57m)))
        .Constat(0.06m, Paye("CENTIMES+", Employeur("ATIACL", 0.46m, 100m)))
        .Constat(-36.65m, Paye("UN-EURO", Employeur("CNRACL part patronale", 1m, 100m)))
        .Conforme(Paye("JUSTE", Patronale(741.37m), Employeur("ATIACL", 7.88m, Traitement), Employeur("CNRACL sur NBI", 18.54m, 49.23m), Agent("CNRACL", 218.57m, Traitement)), Paye("SOUS-LE-SEUIL", Patronale(741.56m)), Paye("AU-SEUIL", Employeur("ATIACL", 41m, 10000m)), Paye("AU-SEUIL-SANS-BASE", Employeur("ATIACL", 41m, null, 0.41m)))
        .Conforme(Paye("CENTIMES", Employeur("ATIACL", 0.45m, 100m)), Paye("2025", Patronale(682.30m)) with { Mois = "2025-12" }, Paye("RAPPEL-2025", Patronale(682.30m) with { Du = "2025-12" }))
        .NonEvaluable(Paye("TAUX-DE-2025", Patronale(682.30m)), Paye("JANVIER-2026", Patronale(682.30m)) with { Mois = "2026-01" }, Paye("PRESQUE-2025", Employeur("CNRACL part patronale", 3466m, 10000m)))
        .NonEvaluable(Paye("SANS-BASE", Employeur("CNRACL part patronale", 741.37m)))
        .SansObjet(Paye("HOSPITALIER", Employeur("FDS EMP. HOSPITALIER", 15.75m, Traitement) with { Caisse = "CNRACL" }), Paye("SUPPLEMENT", Employeur("CONT SUPP AIDE SOIG", 3.50m, 100m) with { Caisse = "CNRACL" }))
        .SansObjet(Paye("A-RIEN", Patronale(0m)));

    private static CasDeRegle Ircantec() => new CasDeRegle("RET-05")
        .Constat(-1.60m, Paye("A-AGENT", Agent("IRCANTEC", 54.40m, 2000m)))
        .Constat(null, Paye("TAUX-SANS-BASE", Agent("IRCANTEC", 54.40m, null, 2.72m)))
        .Constat(-2.40m, Paye("A-EMPLOYEUR", Employeur("IRCANTEC part patronale", 81.60m, 2000m)))
        .Constat(-2.00m, Paye("B-AGENT", Agent("COT. IRCANTEC B", 67.50m, 1000m)))
        .Constat(-2.00m, Paye("B-EMPLOYEUR", Employeur("IRCANTEC tranche B", 123.50m, 1000m)))
        .Constat(0.03m, Paye("TRANCHE-A+", Agent("IRCANTEC", 112.17m, 4006.01m)))
        .Constat(0.07m, Paye("TRANCHE-B+", Agent("IRCANTEC TR.B", 1948.50m, 28036.01m)))
        .Constat(0.21m, Paye("SEUIL+", Agent("IRCANTEC", 56.21m, 2000m)))
        .Constat(0.06m, Paye("CENTIMES+", Agent("IRCANTEC", 2.86m, 100m)))
        .Constat(-1.60m, Paye("EN-RETARD", Agent("IRCANTEC", 54.40m, 2000m)) with { Mois = "2017-01" })
        .Constat(-1.80m, Paye("UN-EURO", Agent("IRCANTEC", 1m, 100m)))
        .Conforme(Paye("JUSTE", Agent("IRCANTEC", 112.14m, 4005m), Agent("IRCANTEC tranche B", 69.50m, 1000m), Employeur("IRCANTEC part patronale", 168.21m, 4005m), Employeur("IRCANTEC tranche B", 125.50m, 1000m)))
        .Conforme(Paye("TRANCHE-A", Agent("IRCANTEC", 112.17m, 4006m)), Paye("TRANCHE-B", Agent("IRCANTEC TR.B", 1948.50m, 28036m)), Paye("SEUIL", Agent("IRCANTEC", 56.20m, 2000m)), Paye("SEUIL-SANS-BASE", Agent("IRCANTEC", 56.20m, null, 2.81m)), Paye("CENTIMES", Agent("IRCANTEC", 2.85m, 100m)))
        .Conforme(Paye("ELU", Agent("IRCANTEC", 56m, 2000m)) with { Emploi = "Maire" }, Paye("2016", Agent("IRCANTEC", 54.40m, 2000m)) with { Mois = "2016-12" }, Paye("80", Agent("IRCANTEC", 44.11m, 1575.29m)) with { Quotite = 80 })
        .NonEvaluable(Paye("SANS-BASE", Agent("IRCANTEC", 56m)), Paye("DE-1999", Agent("IRCANTEC", 45m, 2000m) with { Du = "1999-12" }))
        .SansObjet(Paye("CNRACL", Cnracl(200m)), Paye("VALIDATION", Agent("Validation IRCANTEC", 50m, 2000m)), Paye("A-RIEN", Agent("IRCANTEC", 0m, 2000m)));

    private static CasDeRegle Additionnelle() => new CasDeRegle("RET-06")
        .Constat(-6.00m, Paye("TAUX", Rafp(300m, 12m, 12m)))
        .Constat(10.62m, Paye("PLAFOND", Rafp(500m, 25m, 25m)) with { Mois = "2025-12" })
        .Constat(0.10m, Paye("PLAFOND+", Rafp(394.83m, 19.74m, 19.74m)) with { Mois = "2025-12" })
        .Constat(-1.00m, Paye("EMPLOYEUR", Rafp(300m, 15m, 14m)))
        .Constat(0.06m, Paye("SEUIL-AGENT+", Rafp(300m, 15.06m, 15m)))
        .Constat(0.06m, Paye("SEUIL-EMPLOYEUR+", Rafp(300m, 15m, 15.06m)))
        .Constat(0.31m, Grosse("GROS-AGENT+", Rafp(3000m, 150.31m, 150m)))
        .Constat(0.31m, Grosse("GROS-EMPLOYEUR+", Rafp(3000m, 150m, 150.31m)))
        .Conforme(Paye("JUSTE", Rafp(393.82m, 19.69m, 19.69m)), Paye("SEUIL", Rafp(300m, 15.05m, 15.05m)), Grosse("GROS", Rafp(3000m, 150.30m, 150.30m)), Paye("UN-EURO", Rafp(10m, 0.50m, 0.50m)))
        .Conforme(Paye("AU-PLAFOND", Rafp(394.82m, 19.74m, 19.74m)) with { Mois = "2025-12" }, Paye("DEUX-MOIS", Rafp(500m, 25m, 25m)) with { Mois = "2025-11" }, Paye("DEUX-MOIS", Rafp(250m, 12.50m, 12.50m)) with { Mois = "2025-12" })
        .Conforme(Paye("DEUX-BULLETINS", Rafp(300m, 15m, 15m)), Paye("DEUX-BULLETINS"), Paye("80", Rafp(300m, 15m, 15m)) with { Quotite = 80 }, Paye("RAPPEL-2025", [.. Rafp(300m, 15m, 15m), Agent("R.A.F.P.", 8m, 100m) with { Du = "2025-12" }]))
        .NonEvaluable(Paye("AVANT-DECEMBRE", Rafp(500m, 25m, 25m)), Paye("SANS-BASE", Agent("R.A.F.P.", 15m), Employeur("R.A.F.P.", 15m)), Paye("UN-EURO-SANS-BASE", Agent("R.A.F.P.", 1m), Employeur("R.A.F.P.", 0m)))
        .SansObjet(Paye("SANS-RAFP"), Paye("A-RIEN", Rafp(100m, 0m, 0m)));

    private static LigneDeCas Cnracl(decimal montant) => Agent("C.N.R.A.C.L.", montant, Traitement, 11.10m);

    private static LigneDeCas Patronale(decimal montant) => Employeur("C.N.R.A.C.L. part patronale", montant, Traitement, 37.65m);

    private static LigneDeCas[] Rafp(decimal assiette, decimal agent, decimal employeur) => [Agent("R.A.F.P.", agent, assiette, 5m), Employeur("R.A.F.P. part patronale", employeur, assiette, 5m)];

    private static PayeDeCas Paye(string matricule, params LigneDeCas[] lignes) => new PayeDeCas(matricule) with { Et = lignes };

    private static PayeDeCas Grosse(string matricule, params LigneDeCas[] lignes) => Paye(matricule, lignes) with { Lignes = [new PayeDeCas(matricule).Traitement(16000m)] };
}
