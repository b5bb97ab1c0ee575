using static Xemelios.Samples.LignesDeCotisation;

namespace Xemelios.Samples;

/// <summary>COT, on the index pay of 400, 1 969.11: 98.25 % of it is 1 934.65, on which 6.8 % is 131.56 and 2.9 % is 56.10.</summary>
internal static class CasDesCotisations
{
    private const decimal Traitement = 1969.11m;
    private const decimal Abattu = 1934.65m;

    public static IEnumerable<CasDeRegle> Tous() => [Csg(), Maladie(), EmploiHospitalier(), Supprimee()];

    private static CasDeRegle Csg() => new CasDeRegle("COT-01")
        .Constat(-32.89m, Paye("TAUX-DE-2017", Deux(Abattu, 98.67m, 56.10m)))
        .Constat(-32.89m, Paye("GLOBALE-DE-2017", Agent("C.S.G.", 145.10m, Abattu)))
        .Constat(0.97m, Paye("RDS", Agent("C.R.D.S.", 10.64m, Abattu)))
        .Constat(-7.74m, Paye("IMPOSABLE", Agent("CSG non déductible", 38.69m, Abattu)))
        .Constat(-9.67m, Paye("SANS-CRDS", Deux(Abattu, 131.56m, 46.43m)))
        .Constat(3.34m, Paye("SANS-ABATTEMENT", Deux(Traitement, 133.90m, 57.10m)))
        .Constat(0.09m, Paye("ASSIETTE+", Deux(1935.66m, 131.62m, 56.13m)))
        .Constat(-0.09m, Paye("ASSIETTE-", Deux(1933.64m, 131.49m, 56.08m)))
        .Constat(3.34m, Paye("BRUT-PROCHE", Deux(Traitement, 133.90m, 57.10m)) with { Brut = 1969.61m })
        .Constat(0.21m, Paye("SEUIL+", Agent("C.R.D.S.", 10.21m, 2000m)))
        .Constat(0.06m, Paye("CENTIMES+", Agent("C.R.D.S.", 0.56m, 100m)))
        .Constat(-32.89m, Paye("EN-RETARD", Agent("CSG déductible", 98.67m, Abattu)) with { Mois = "2018-01" })
        .Constat(-5.80m, Paye("UN-EURO", Agent("CSG déductible", 1m, 100m)) with { Brut = 1m })
        .Constat(-32.89m, Paye("EN-RETENUE", Agent("CSG déductible", 98.67m, Abattu) with { Categorie = Categorie.Retenue }))
        .Conforme(Paye("JUSTE", Deux(Abattu, 131.56m, 56.10m)), Paye("GLOBALE", Agent("C.S.G.", 177.99m, Abattu), Agent("C.R.D.S.", 9.67m, Abattu)), Paye("CSG-APRES-LA-DEDUCTIBLE", Agent("CSG déductible", 131.56m, Abattu), Agent("CSG", 46.43m, Abattu)))
        .Conforme(Paye("NON-DEDUCTIBLE", Agent("CSG non déductible", 46.43m, Abattu)), Paye("SANS-BASE", Agent("CSG déductible", 131.56m, null, 0.068m)), Paye("ASSIETTE", Deux(1935.65m, 131.62m, 56.13m)))
        .Constat(0.10m, Frais("FRAIS+", 1974.96m, 134.30m, 57.27m))
        .Constat(-0.09m, Frais("FRAIS-", 1933.64m, 131.49m, 56.08m))
        .Constat(-1.93m, Paye("CSG-APRES-UN-REMPLACEMENT", Agent("CSG déductible revenus de remplacement", 10m, 263.16m), Agent("CSG", 44.50m, Abattu)))
        .Conforme(Frais("FRAIS", Abattu, 131.56m, 56.10m), Frais("FRAIS-COMPRIS", 1974.95m, 134.30m, 57.27m))
        .Conforme(Paye("BRUT-LOIN", Deux(Traitement, 133.90m, 57.10m)) with { Brut = 1969.62m }, Paye("SEUIL", Agent("C.R.D.S.", 10.20m, 2000m)), Paye("SEUIL-SANS-BASE", Agent("C.R.D.S.", 10.20m, null, 0.51m)), Paye("CENTIMES", Agent("C.R.D.S.", 0.55m, 100m)))
        .Conforme(Paye("HEURES-SUP", [.. Deux(1500m, 102.00m, 43.50m), Agent("CSG CRDS sur heures sup.", 42.15m, 434.65m)]), Paye("DEUX-LIGNES", Agent("CSG déductible", 68m, 1000m), Agent("CSG déductible (rappel)", 34m, 500m)))
        .Conforme(Paye("QUATRE-PLAFONDS", Deux(19719.65m, 1340.94m, 571.87m)) with { Lignes = [new PayeDeCas("X").Traitement(20000m)] }, Paye("ELU", Deux(Abattu, 131.56m, 56.10m)) with { Emploi = "Maire" })
        .Conforme(Paye("2017", Deux(Abattu, 98.67m, 56.10m)) with { Mois = "2017-12" }, Paye("GLOBALE-2017", Agent("CSG", 145.10m, Abattu)) with { Mois = "2017-12" })
        .NonEvaluable(Paye("SANS-RIEN", Agent("CSG déductible", 131.56m)), Paye("DE-1999", Agent("CSG déductible", 98.67m, Abattu) with { Du = "1999-12" }))
        .SansObjet(Paye("REMPLACEMENT", Agent("CSG déductible revenus de remplacement", 10m, 263.16m)), Paye("SANS-CSG"), Paye("EMPLOYEUR", Employeur("CSG sur prévoyance", 3m, 30m)), Paye("A-RIEN", Agent("CSG déductible", 0m, Abattu)));

    private static CasDeRegle Maladie() => new CasDeRegle("COT-02")
        .Constat(-19.69m, Affilie("TAUX-DE-2024", Patronale(174.86m)))
        .Constat(-19.69m, Affilie("EN-RETARD", Patronale(174.86m)) with { Mois = "2025-01" })
        .Constat(19.69m, Affilie("EN-AVANCE", Patronale(194.55m)) with { Mois = "2024-12" })
        .Constat(0.20m, Affilie("SEUIL+", Patronale(194.75m)))
        .Constat(0.06m, Affilie("CENTIMES+", Employeur("Maladie part patronale", 9.94m, 100m)))
        .Constat(-8.88m, Affilie("UN-EURO", Employeur("Maladie part patronale", 1m, 100m)))
        .Conforme(Affilie("JUSTE", Patronale(194.55m)), Affilie("FRACTION", Employeur("Maladie part patronale", 194.55m, null, 0.0988m)), Affilie("SEUIL", Patronale(194.74m)), Affilie("AU-SEUIL", Employeur("Maladie part patronale", 989m, 10000m)), Affilie("AU-SEUIL-SANS-BASE", Employeur("Maladie part patronale", 989m, null, 9.89m)), Affilie("CENTIMES", Employeur("Maladie part patronale", 9.93m, 100m)))
        .Conforme(Affilie("2024", Patronale(174.86m)) with { Mois = "2024-12" }, Affilie("2025", Patronale(194.55m)) with { Mois = "2025-01" }, Affilie("RAPPEL-2024", Patronale(174.86m) with { Du = "2024-12" }))
        .NonEvaluable(Affilie("SANS-BASE", Employeur("Maladie part patronale", 194.55m)))
        .SansObjet(Paye("REGIME-GENERAL", Employeur("Maladie part patronale", 255.98m, Traitement), Agent("IRCANTEC", 55.14m, Traitement)), Affilie("AGENT", Agent("Maladie", 93.53m, Traitement)), Affilie("A-RIEN", Patronale(0m)))
        .SansObjet(Affilie("ALSACE", Employeur("Maladie régime local Alsace-Moselle", 25m, Traitement)), Affilie("PREVOYANCE", Employeur("Prévoyance maladie", 25m, Traitement)));

    private static CasDeRegle EmploiHospitalier() => new CasDeRegle("COT-03")
        .Constat(15.75m, Paye("FEH", Employeur("FDS EMP. HOSPITALIER", 15.75m, Traitement) with { Caisse = "CNRACL" }))
        .Constat(0.50m, Paye("SIGLE", Employeur("F.E.H.", 0.50m, 62.50m)))
        .SansObjet(Paye("REPRIS", Employeur("F.E.H.", -15.75m, Traitement)), Paye("ANNULE", Employeur("F.E.H.", 15.75m), Employeur("F.E.H.", -15.75m)), Paye("CNRACL", Employeur("CNRACL part patronale", 741.37m)))
        .SansObjet(Paye("SANS-RIEN"));

    private static CasDeRegle Supprimee() => new CasDeRegle("COT-04")
        .Constat(19.69m, Affilie("SOLIDARITE", Agent("Contribution de solidarité 1 %", 19.69m, Traitement)))
        .Constat(9.85m, Affilie("CESSATION", Employeur("COT. FCCPA PAT.", 9.85m, Traitement)))
        .Constat(93.53m, Affilie("MALADIE", Agent("Maladie", 93.53m, Traitement)))
        .Constat(93.53m, Affilie("MALADIE-EN-RETENUE", Agent("Maladie", 93.53m, Traitement) with { Categorie = Categorie.Retenue }))
        .Constat(19.69m, Affilie("SOLIDARITE-2018", Agent("COT. FONDS SOLIDAR.", 19.69m, Traitement)) with { Mois = "2018-01" })
        .Constat(9.85m, Affilie("CESSATION-2011", Employeur("FCCPA", 9.85m, Traitement)) with { Mois = "2011-01" })
        .Constat(0.50m, Affilie("PEU", Agent("C.E.S.", 0.50m)))
        .Constat(19.69m, Affilie("UNE-DES-DEUX", Agent("Fonds de solidarité", 19.69m), Agent("Fonds de solidarité", 5m) with { Du = "2017-12" }))
        .Conforme(Affilie("SOLIDARITE-2017", Agent("Fonds de solidarité", 19.69m)) with { Mois = "2017-12" }, Affilie("CESSATION-2010", Employeur("FCCPA", 9.85m)) with { Mois = "2010-12" })
        .Conforme(Affilie("RAPPEL-2017", Agent("Fonds de solidarité", 19.69m) with { Du = "2017-12" }))
        .NonEvaluable(Affilie("DE-1999", Agent("Maladie", 93.53m) with { Du = "1999-12" }))
        .SansObjet(Paye("REGIME-GENERAL", Agent("Maladie", 15m), Agent("IRCANTEC", 55.14m)), Affilie("ALSACE", Agent("Régime local maladie", 25m)), Affilie("AUTONOMIE", Employeur("Contribution solidarité autonomie", 5.91m)))
        .SansObjet(Affilie("REMBOURSE", Agent("Fonds de solidarité", -19.69m)), Affilie("A-RIEN", Agent("Fonds de solidarité", 0m)), Affilie("EMPLOYEUR", Employeur("Maladie part patronale", 194.55m)));

    private static LigneDeCas[] Deux(decimal assiette, decimal deductible, decimal autre) => [Agent("C.S.G. déductible", deductible, assiette, 6.80m), Agent("C.S.G. et C.R.D.S. non déductibles", autre, assiette, 2.90m)];

    private static PayeDeCas Frais(string matricule, decimal assiette, decimal deductible, decimal autre) => Paye(matricule, Deux(assiette, deductible, autre)) with
    {
        Lignes = [new PayeDeCas(matricule).Traitement(), new(Categorie.RemDivers, "3000", "Remboursement de transport", 40m)],
    };

    private static LigneDeCas Patronale(decimal montant) => Employeur("Maladie part patronale", montant, Traitement, 9.88m);

    private static PayeDeCas Affilie(string matricule, params LigneDeCas[] lignes) => Paye(matricule, [Agent("C.N.R.A.C.L.", 218.57m, Traitement, 11.10m), .. lignes]);

    private static PayeDeCas Paye(string matricule, params LigneDeCas[] lignes) => new PayeDeCas(matricule) with { Et = lignes };
}
