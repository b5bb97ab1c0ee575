using static Xemelios.Samples.LignesDeCotisation;

namespace Xemelios.Samples;

/// <summary>RET-01, RET-02, RET-07: index 400 is 1 969.11, on which the CNRACL takes 218.57 and 741.37, the IRCANTEC 55.14 and 82.70.</summary>
internal static class CasDesRetraites
{
    private static readonly LigneDeCas[] Cnracl = [Agent("C.N.R.A.C.L.", 218.57m, 1969.11m, 11.10m), Employeur("C.N.R.A.C.L. part patronale", 741.37m, 1969.11m, 37.65m)];
    private static readonly LigneDeCas[] Ircantec = [Agent("IRCANTEC", 55.14m, 1969.11m, 2.80m), Employeur("IRCANTEC part patronale", 82.70m, 1969.11m, 4.20m)];

    public static IEnumerable<CasDeRegle> Tous() => [CnraclIndue(), IrcantecIndue(), Caisse()];

    private static CasDeRegle CnraclIndue() => new CasDeRegle("RET-01")
        .Constat(959.94m, Paye("CONTRACTUEL", Cnracl) with { Statut = "NON_TITULAIRE" })
        .Constat(218.57m, Paye("AUTRE", Cnracl[0]) with { Statut = "AUTRE_STATUT" })
        .Constat(741.37m, Paye("AIDE", Cnracl[1]) with { Statut = "EMPLOI_AIDE" })
        .Constat(959.94m, Paye("ELU", Cnracl) with { Emploi = "Maire" })
        .Constat(959.94m, Paye("ELU-SANS-STATUT", Cnracl) with { Emploi = "Adjoint au maire", Statut = null })
        .Constat(20m, Paye("SURCOTE", Agent("Surcotisation CNRACL", 20m)) with { Statut = "NON_TITULAIRE" })
        .Constat(5.46m, Paye("BONIFIE", Agent("CNRACL sur NBI", 5.46m)) with { Statut = "NON_TITULAIRE" })
        .Constat(0.50m, Paye("SEUIL", Agent("CNRACL", 0.50m)) with { Statut = "NON_TITULAIRE" })
        .Constat(959.94m, Paye("DEUX-BULLETINS", Ircantec) with { Statut = "NON_TITULAIRE" }, Paye("DEUX-BULLETINS", Cnracl) with { Statut = "NON_TITULAIRE" })
        .Conforme(Paye("TITULAIRE", Cnracl), Paye("STAGIAIRE", Cnracl) with { Statut = "STAGIAIRE" }, Paye("FONCTIONNEL", Cnracl) with { Statut = "EMPLOI_FONC" })
        .Conforme(Paye("80", Cnracl) with { Quotite = 80 }, Paye("90", Cnracl) with { Quotite = 90 })
        .NonEvaluable(Paye("SANS-STATUT", Cnracl) with { Statut = null })
        .SansObjet(Paye("RAPPEL-2025", Cnracl[0] with { Du = "2025-12" }) with { Statut = "NON_TITULAIRE" }, Paye("REMBOURSE", Agent("CNRACL", -50m)) with { Statut = "NON_TITULAIRE" })
        .SansObjet(Paye("ANNULE", Agent("CNRACL", 50m), Agent("CNRACL", -50m)) with { Statut = "NON_TITULAIRE" }, Paye("VALIDATION", Agent("PO VALID. CNRACL", 50m)) with { Statut = "NON_TITULAIRE" })
        .SansObjet(Paye("VACATAIRE", Ircantec) with { Statut = "NON_TITULAIRE", Emploi = "Vacataire" });

    private static CasDeRegle IrcantecIndue() => new CasDeRegle("RET-02")
        .Constat(137.84m, Paye("TITULAIRE", Ircantec))
        .Constat(137.84m, Paye("FONCTIONNEL", Ircantec) with { Statut = "EMPLOI_FONC" })
        .Constat(10m, Paye("TRANCHE-B", Agent("IRCANTEC tranche B", 10m)))
        .Constat(137.84m, Paye("SEUIL+", Ircantec) with { Heures = 122.01m, Quotite = 80 })
        .Constat(137.84m, Paye("DEFAUT-80", Ircantec) with { Quotite = 80 })
        .Constat(137.84m, Paye("PAS-UN-DEFAUT", Ircantec) with { Heures = 151.57m, Quotite = 50 })
        .Constat(137.84m, Paye("SANS-HEURES-90", Ircantec) with { Heures = null, Quotite = 90 })
        .Constat(137.84m, Paye("ZERO-HEURE-90", Ircantec) with { Heures = 0, Quotite = 90 })
        .Constat(0.50m, Paye("PEU", Agent("IRCANTEC", 0.50m)))
        .Conforme(Paye("SEUIL", Ircantec) with { Heures = 122m, Quotite = 80 }, Paye("DEFAUT-50", Ircantec) with { Quotite = 50 }, Paye("DEFAUT-79", Ircantec) with { Quotite = 79.99m })
        .Conforme(Paye("PRESQUE-UN-DEFAUT", Ircantec) with { Heures = 151.58m, Quotite = 50 }, Paye("SANS-HEURES-50", Ircantec) with { Heures = null, Quotite = 50 }, Paye("UNE-DEMI-HEURE", Ircantec) with { Heures = 0.5m, Quotite = 90 })
        .NonEvaluable(Paye("SANS-RIEN", Ircantec) with { Heures = null, Quotite = null }, Paye("DEFAUT-SANS-QUOTITE", Ircantec) with { Quotite = null })
        .SansObjet(Paye("STAGIAIRE", Ircantec) with { Statut = "STAGIAIRE" }, Paye("CONTRACTUEL", Ircantec) with { Statut = "NON_TITULAIRE" }, Paye("ELU", Ircantec) with { Emploi = "Maire" })
        .SansObjet(Paye("RAPPEL-2025", Ircantec[0] with { Du = "2025-12" }), Paye("ANNULE", Agent("IRCANTEC", 50m), Agent("IRCANTEC", -50m)), Paye("CNRACL", Cnracl));

    private static CasDeRegle Caisse() => new CasDeRegle("RET-07")
        .Constat(null, Paye("SANS-CAISSE", Agent("CSG déductible", 131.56m)))
        .Constat(null, Paye("SANS-CAISSE-NON-PLUS", Employeur("F.N.A.L.", 9.85m)))
        .Constat(null, Paye("UN-EURO", Agent("CSG déductible", 1m)))
        .Constat(null, Paye("PEU", Agent("CSG déductible", 0.02m)) with { Brut = 0.80m })
        .Constat(null, Paye("DEUX-CAISSES", [.. Cnracl, .. Ircantec]))
        .Constat(null, Paye("DEUX-CAISSES-BIS", Agent("CNRACL sur NBI", 5.46m), Agent("IRCANTEC tranche B", 10m)))
        .Constat(null, Paye("DEUX-BULLETINS", Cnracl), Paye("DEUX-BULLETINS", Ircantec) with { Statut = "NON_TITULAIRE" })
        .Conforme(Paye("CNRACL", Cnracl), Paye("IRCANTEC", Ircantec), Paye("NBI", Agent("CNRACL sur NBI", 5.46m)), Paye("TRANCHE-B", Agent("IRCANTEC tranche B", 10m)))
        .Conforme(Paye("ETAT", Agent("Cot. pension civile", 218.57m)), Paye("PRIVE", Agent("Retraite complémentaire ARRCO", 60m)), Paye("ELU", Ircantec) with { Emploi = "Maire" })
        .Conforme(Paye("UN-DES-DEUX", Cnracl), Paye("UN-DES-DEUX", Agent("CSG déductible", 10m)))
        .NonEvaluable(Paye("SANS-LIGNE"))
        .SansObjet(Paye("APPRENTI", Agent("CSG déductible", 10m)) with { Emploi = "Apprentie cuisine" }, Paye("AIDE", Agent("CSG déductible", 10m)) with { Statut = "EMPLOI_AIDE" })
        .SansObjet(Paye("SANS-BRUT", Agent("CSG déductible", 10m)) with { Brut = 0m });

    private static PayeDeCas Paye(string matricule, params LigneDeCas[] lignes) => new PayeDeCas(matricule) with { Et = lignes };
}
