namespace Xemelios.Samples;

/// <summary>QUAL: totals against lines, lines against factors. Index 400 is paid 1 969.11.</summary>
internal static class CasDesTotaux
{
    private const decimal T = 1969.11m;

    public static IEnumerable<CasDeRegle> Tous() =>
        [SansLigne(), Brut(), BrutDeLAnnee(), Net(), Calcul(), Cotisation(), NetNegatif(), NetAPayer(), Imposable(), Budgets()];

    private static PayeDeCas Paye(string matricule, string mois = "2026-03") => new(matricule) { Mois = mois };

    private static LigneDeCas Nature(decimal montant) => new(Categorie.AvantageNature, "1300", "Avantage en nature logement", montant);

    private static LigneDeCas Retenue(decimal montant) => new(Categorie.Retenue, "7010", "Mutuelle", montant);

    private static CasDeRegle SansLigne() => new CasDeRegle("QUAL-03")
        .Constat(1500m, Paye("BRUT") with { Lignes = [], Brut = 1500m, Net = 1200m, NetAPayer = 1200m })
        .Constat(80m, Paye("A-PAYER") with { Lignes = [], Brut = 0m, Net = 80m, NetAPayer = 80m })
        .Conforme(Paye("LIGNE"), Paye("UNE-LIGNE-NULLE") with { Lignes = [Retenue(0m)], Brut = 10m })
        .SansObjet(Paye("RIEN") with { Lignes = [], Brut = 0m, Net = 0m, NetAPayer = 0m });

    // In March gross leaves the advantage out, in April it takes it in: each file keeps the identity of most of its bulletins.
    private static CasDeRegle Brut() => new CasDeRegle("QUAL-14")
        .Constat(-100m, Paye("MANQUE") with { Brut = T + 100m })
        .Constat(0.51m, Paye("SEUIL") with { Brut = T - 0.51m })
        .Constat(-200m, Paye("AVEC-NATURE") with { Et = [Nature(200m)], Brut = T + 200m })
        .Constat(150m, Paye("SANS-NATURE", "2026-04") with { Et = [Nature(150m)], Brut = T })
        .Conforme(Paye("JUSTE"), Paye("TOLERE") with { Brut = T - 0.50m }, Paye("NATURE-A-PART") with { Et = [Nature(200m)] }, Paye("ACOMPTE") with { Et = [new(Categorie.Acompte, "7100", "Acompte", 300m)] })
        .Conforme(Paye("COMPRIS-1", "2026-04") with { Et = [Nature(150m)], Brut = T + 150m }, Paye("COMPRIS-2", "2026-04") with { Et = [Nature(90m)], Brut = T + 90m })
        .Conforme(Paye("COMPRIS-AU-SEUIL", "2026-05") with { Et = [Nature(200m)], Brut = T + 199.50m })
        .Constat(-100m, Paye("UN-CONTRE-UN", "2026-06") with { Et = [Nature(100m)], Brut = T + 100m })
        .Conforme(Paye("SANS-AU-SEUIL", "2026-06") with { Et = [Nature(100m)], Brut = T - 0.50m })
        .Conforme(Paye("RAPPEL") with { Et = [new(Categorie.Rappel, "4000", "Rappel", -40m), new(Categorie.RemDivers, "3000", "Transport", 20m)] })
        .SansObjet(Paye("SANS-LIGNE") with { Lignes = [], Brut = 1500m });

    private static CasDeRegle BrutDeLAnnee() => new CasDeRegle("QUAL-15")
        .Constat(-12m, Paye("A", "2024-01") with { Brut = T + 5m }, Paye("B", "2024-02") with { Brut = T + 7m })
        .Constat(1.01m, Paye("A", "2023-12") with { Lignes = [new(Categorie.TraitBrut, "1000", "Traitement", 101.01m)], Brut = 100m })
        .Conforme(Paye("A", "2025-01") with { Brut = T + 5m }).Avec(Paye("A", "2025-02") with { Brut = T - 4m })
        .Conforme(Paye("C", "2026-03")).SansObjet(Paye("SANS-LIGNE", "2026-04") with { Lignes = [], Brut = 1500m });

    private static CasDeRegle Net() => new CasDeRegle("QUAL-25")
        .Constat(30m, Paye("TROP") with { Net = T + 30m })
        .Constat(-0.06m, Paye("SEUIL") with { Et = [Retenue(100m)], Net = T - 100.06m })
        .Constat(25m, Paye("DEDUCTION-OUBLIEE") with { Et = [new(Categorie.Deduction, "5000", "CNRACL", 25m)], Net = T })
        .Constat(-150m, Paye("SANS-NATURE", "2026-04") with { Et = [Nature(150m)], Net = T })
        .Conforme(Paye("JUSTE"), Paye("TOLERE") with { Net = T + 0.05m }, Paye("ACOMPTE") with { Et = [new(Categorie.Acompte, "7100", "Acompte", 300m)] })
        .Conforme(Paye("PARTS") with { Et = [Retenue(10m), new(Categorie.Deduction, "5000", "CNRACL", 200m), new(Categorie.Cotisation, "6000", "CNRACL", 600m)] })
        .Conforme(Paye("COMPRIS-AU-SEUIL", "2026-05") with { Et = [Nature(200m)], Net = T + 199.95m })
        .Constat(100m, Paye("UN-CONTRE-UN", "2026-06") with { Et = [Nature(100m)], Net = T + 100m })
        .Conforme(Paye("SANS-AU-SEUIL", "2026-06") with { Et = [Nature(100m)], Net = T - 0.05m })
        .SansObjet(Paye("SANS-LIGNE") with { Lignes = [], Brut = 10m, Net = 1500m }, Paye("SANS-LIGNE", "2026-04") with { Lignes = [], Brut = 10m, Net = 0m })
        .Conforme(Paye("COMPRIS-1", "2026-04") with { Et = [Nature(150m)], Net = T + 150m }, Paye("COMPRIS-2", "2026-04") with { Et = [Nature(90m)], Net = T + 90m });

    // Twenty lines of a rubrique are enough to know how it is computed: one in each bulletin or all in one.
    private static CasDeRegle Calcul() => new CasDeRegle("QUAL-26") { Testes = 20 + 20 + 20 + 20 + 1 }
        .Constat(5m, Paye("POUR-CENT") with { Lignes = [.. Repetees("3010", 17, 100m, 50m, null, 50m), Facteurs("3010", 100m, 50m, null, 50.05m), Facteurs("3010", 100m, 50m, null, 55m), Facteurs("3010", 100m, 50m, null, 1m)] })
        .EncoreUn(-49m, "2026-03", "POUR-CENT")
        .Constat(0.06m, Paye("PRODUIT") with { Lignes = [.. Repetees("3020", 17, 10m, 12m, null, 120m), Facteurs("3020", 10m, 12m, null, 119.95m), Facteurs("3020", 10m, 12m, null, 120.06m), Facteurs("3020", 10m, 12m, null, 100m)] })
        .EncoreUn(-20m, "2026-03", "PRODUIT")
        .Constat(-12m, Paye("NOMBRE") with { Lignes = [.. Repetees("3030", 17, null, 12m, 10m, 120m), Facteurs("3030", null, 12m, 10m, 120.05m), Facteurs("3030", null, 12m, 10m, 108m), Facteurs("3030", null, 12m, 10m, 130m)] })
        .EncoreUn(10m, "2026-03", "NOMBRE")
        .Constat(3m, Paye("QUANTITE") with { Lignes = [.. Repetees("3040", 17, 7m, null, 3m, 21m), Facteurs("3040", 7m, null, 3m, 20.95m), Facteurs("3040", 7m, null, 3m, 24m), Facteurs("3040", 7m, null, 3m, 25m), Facteurs("3040", null, null, null, 3m)] })
        .EncoreUn(4m, "2026-03", "QUANTITE").NonEvalues("QUANTITE")
        .Passe(Paye("DIX-NEUF") with { Lignes = [.. Repetees("3050", 18, 100m, 50m, null, 50m), Facteurs("3050", 100m, 50m, null, 55m)] })
        .Passe(Paye("SANS-MAJORITE") with { Lignes = [.. Repetees("3060", 25, 100m, 50m, null, 50m), .. Repetees("3060", 3, 100m, 50m, null, 55m)] })
        .Passe(Paye("COTISATION") with { Lignes = [.. Enumerable.Repeat(new LigneDeCas(Categorie.Cotisation, "6010", "RAFP", 5m) { Base = 100m, Taux = 5m }, 20), new(Categorie.Cotisation, "6010", "RAFP", 9m) { Base = 100m, Taux = 5m }] });

    private static IEnumerable<LigneDeCas> Repetees(string code, int fois, decimal? assiette, decimal? taux, decimal? unites, decimal montant) =>
        Enumerable.Repeat(Facteurs(code, assiette, taux, unites, montant), fois);

    private static LigneDeCas Facteurs(string code, decimal? assiette, decimal? taux, decimal? unites, decimal montant) =>
        new(Categorie.RemDivers, code, $"Rubrique {code}", montant) { Base = assiette, Taux = taux, Unites = unites };

    private static CasDeRegle Cotisation() => new CasDeRegle("QUAL-27")
        .Constat(3.15m, Cotisee("TAUX-FAUX", 1000m, 11.10m, 114.15m))
        .Constat(-0.06m, Cotisee("SEUIL", 1000m, 11.10m, 110.94m))
        .Constat(11m, Cotisee("FRACTION-FAUSSE", 1000m, 0.111m, 122m))
        .Constat(-16.50m, Paye("PATRONALE") with { Et = [new(Categorie.Cotisation, "6000", "CNRACL", 300m) { Base = 1000m, Taux = 31.65m, Caisse = "CNRACL" }] })
        .Conforme(Cotisee("POUR-CENT", 1000m, 11.10m, 111m), Cotisee("TOLERE", 1000m, 11.10m, 111.05m), Cotisee("FRACTION", 1000m, 0.111m, 111m), Cotisee("REPRISE", 1000m, 11.10m, -111m), Cotisee("UN-POUR-CENT", 1000m, 0.5m, 5m), Cotisee("UN", 1000m, 1m, 10m))
        .NonEvaluable(Cotisee("SANS-BASE", null, 11.10m, 50m), Cotisee("TAUX-NUL", 1000m, 0m, 50m), Cotisee("BASE-NULLE", 0m, 11.10m, 50m))
        .SansObjet(Paye("SANS-CAISSE") with { Et = [new(Categorie.Deduction, "5099", "Trop-perçu", 50m) { Base = 10m, Taux = 3m }] })
        .SansObjet(Paye("NULLE") with { Et = [new(Categorie.Cotisation, "6000", "CNRACL", 0m) { Base = 1000m, Taux = 31.65m, Caisse = "CNRACL" }] });

    private static PayeDeCas Cotisee(string matricule, decimal? assiette, decimal taux, decimal montant) =>
        Paye(matricule) with { Et = [new(Categorie.Deduction, "5000", "CNRACL", montant) { Base = assiette, Taux = taux, Caisse = "CNRACL" }] };

    private static CasDeRegle NetNegatif() => new CasDeRegle("QUAL-33")
        .Constat(-5m, Paye("NET") with { Net = -5m, NetAPayer = 0m })
        .Constat(-12.34m, Paye("A-PAYER") with { Net = 100m, NetAPayer = -12.34m })
        .Conforme(Paye("POSITIF"), Paye("NUL") with { Net = 0m, NetAPayer = 0m });

    private static CasDeRegle NetAPayer() => new CasDeRegle("QUAL-35")
        .Constat(-200m, Paye("ACOMPTE") with { Et = [new(Categorie.Acompte, "7100", "Acompte", 200m)] })
        .Constat(1m, Paye("ARRONDI") with { NetAPayer = T + 1m })
        .Conforme(Paye("EGAL"), Paye("RETENUE") with { Et = [Retenue(30m)] });

    // Nine bulletins in ten of March keep the identity, fewer in April.
    private static CasDeRegle Imposable() => new CasDeRegle("QUAL-36")
        .Constat(-1.01m, Deduit("SEUIL", "2026-03", -1.01m))
        .Constat(31m, Deduit("PLUS-QUE-LE-BRUT", "2026-04", 31m))
        .Conforme([.. Enumerable.Range(1, 6).Select(i => Deduit($"MARS-{i}", "2026-03", i == 1 ? -1.00m : 0m))])
        .Conforme(Deduit("SUIVI-1", "2026-04", 0m), Deduit("SUIVI-2", "2026-04", 0m), Deduit("SUIVI-3", "2026-04", 0m), Deduit("LOIN", "2026-04", -20m))
        .Conforme(AvecCsg("CSG-ET-CRDS", "CSG et CRDS non déductibles"), AvecCsg("CSG", "C.S.G. non déductible"), AvecCsg("CRDS", "C.R.D.S."))
        .Conforme(Paye("UN-EURO", "2026-04") with { Lignes = [new(Categorie.Indemnite, "2000", "IFSE", 1m)] })
        .Conforme(Deduit("NATURE", "2026-04", 29m) with { Et = [new(Categorie.Deduction, "5000", "CNRACL", 30m), Nature(1m)], Imposable = T + 1m })
        .SansObjet(Paye("BRUT-NUL") with { Lignes = [Retenue(5m)], Brut = 0m, Imposable = 10m });

    private static PayeDeCas AvecCsg(string matricule, string libelle) =>
        Paye(matricule) with { Et = [new(Categorie.Deduction, "5000", "CNRACL", 30m), new(Categorie.Deduction, "5030", libelle, 50m)], Imposable = T - 30m };

    private static PayeDeCas Deduit(string matricule, string mois, decimal ecart) =>
        Paye(matricule, mois) with { Et = [new(Categorie.Deduction, "5000", "CNRACL", 30m)], Imposable = T - 30m + ecart };

    private static CasDeRegle Budgets() => new CasDeRegle("QUAL-38")
        .Constat(null, Paye("TAUX") with { Budgets = [("00", 60m, null), ("01", 30m, null)] })
        .Constat(-100m, Paye("MONTANT") with { Budgets = [("00", null, 1000m), ("01", null, T - 1100m)] })
        .Constat(0.06m, Paye("SEUIL") with { Budgets = [("00", null, T + 0.06m)] })
        .Conforme(Paye("CENT") with { Budgets = [("00", 60m, null), ("01", 40m, null)] }, Paye("UN") with { Budgets = [("00", 0.6m, null), ("01", 0.4m, null)] })
        .Conforme(Paye("JUSTE") with { Budgets = [("00", 50m, 1000m), ("01", 50m, T - 1000m)] }, Paye("TOLERE") with { Budgets = [("00", null, T + 0.05m)] })
        .NonEvaluable(Paye("RIEN") with { Budgets = [("00", null, null)] })
        .SansObjet(Paye("SANS-PART"));
}
