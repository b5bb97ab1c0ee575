namespace Xemelios.Samples;

/// <summary>NAS. The list of concessions is that of March 2026: some began or ended in the month, others before or after.</summary>
internal static class CasDuLogement
{
    private static readonly string[] Liste =
    [
        "matricule;debut;fin", "LOGE;2020-01-01;", "LOGE-AUSSI;;", "LOGE-80;2020-01-01;", "FIN-LE-1;2020-01-01;2026-03-01", "FIN-AVANT;2020-01-01;2026-02-28", "DEBUT-LE-31;2026-03-31;", "DEBUT-APRES;2026-04-01;",
        "DEUX-BULLETINS;2020-01-01;", "UN-EURO;2020-01-01;", "NON-PAYE;2020-01-01;",
    ];

    public static IEnumerable<CasDeRegle> Tous() => [AbsentDeLaPaye(), AbsentDeLaListe(), NonType(), PrimeIncompatible()];

    private static CasDeRegle AbsentDeLaPaye() => new CasDeRegle("NAS-01").Fournit("logements", Liste)
        .Constat(null, De("LOGE")).Constat(null, De("FIN-LE-1")).Constat(null, De("DEBUT-LE-31"))
        .Constat(null, De("UN-EURO") with { Lignes = [new(Categorie.Indemnite, "2000", "I.F.S.E.", 1m)] })
        .Constat(null, De("LOGE-80", Avantage(50m) with { Du = "2025-12" }) with { Quotite = 80 })
        .Conforme(De("LOGE-AUSSI", Avantage(1.00m))).Conforme(De("DEUX-BULLETINS"), De("DEUX-BULLETINS", Avantage(100m)))
        .SansObjet(De("FIN-AVANT"), De("DEBUT-APRES"), De("NON-LOGE"), De("NON-PAYE") with { Lignes = [] }, De("ELU") with { Emploi = "Maire" }, De("VACATAIRE") with { Emploi = "Vacataire" });

    private static CasDeRegle AbsentDeLaListe() => new CasDeRegle("NAS-02").Fournit("logements", Liste)
        .Constat(100m, De("NON-LOGE", Avantage(100m))).Constat(1.00m, De("NON-LOGE-80", Avantage(1.00m)) with { Quotite = 80 }).Constat(100m, De("FIN-AVANT", Avantage(100m))).Constat(100m, De("DEBUT-APRES", Avantage(100m)))
        .Conforme(De("LOGE", Avantage(100m)), De("LOGE-AUSSI", Avantage(100m)), De("FIN-LE-1", Avantage(100m)), De("DEBUT-LE-31", Avantage(100m)))
        .SansObjet(De("RAPPEL", new LigneDeCas(Categorie.Rappel, "4070", "Rappel logement", 50m) { Du = "2025-12" }), De("SANS"), De("LOYER", new LigneDeCas(Categorie.Retenue, "7030", "Loyer du logement", 300m)))
        .SansObjet(De("REPAS", new LigneDeCas(Categorie.AvantageNature, "1310", "Avantage en nature repas", 50m)), De("ALLOCATION", new LigneDeCas(Categorie.Indemnite, "2140", "Allocation logement", 50m)), De("ELU") with { Emploi = "Maire" });

    private static CasDeRegle NonType() => new CasDeRegle("NAS-03")
        .Constat(100m, De("EN-INDEMNITE", Autre(Categorie.Indemnite, 100m))).Constat(1.00m, De("EN-DIVERS", Autre(Categorie.RemDivers, 1.00m)) with { Quotite = 80 }).Constat(90m, De("EN-TRAITEMENT", Autre(Categorie.TraitBrut, 90m)))
        .Constat(40m, De("LES-DEUX", Avantage(100m), Autre(Categorie.Indemnite, 40m)))
        .Conforme(De("AVANTAGE", Avantage(100m)), De("AVANTAGE-REPRIS", Avantage(100m), new LigneDeCas(Categorie.Retenue, "7030", "Reprise avantage logement", 100m)))
        .SansObjet(De("REPRESENTATIVE", new LigneDeCas(Categorie.Indemnite, "2150", "Indemnité représentative de logement", 200m)), De("AIDE", new LigneDeCas(Categorie.Indemnite, "2160", "Aide au logement", 50m)))
        .SansObjet(De("RAPPEL", new LigneDeCas(Categorie.Rappel, "4070", "Rappel logement", 50m) { Du = "2025-12" }), De("D-UN-AUTRE-MOIS", Autre(Categorie.Indemnite, 50m) with { Du = "2025-12" }), De("A-ZERO", Autre(Categorie.Indemnite, 0m)))
        .SansObjet(De("ELU") with { Emploi = "Maire" }, De("VACATAIRE") with { Emploi = "Vacataire" });

    private static CasDeRegle PrimeIncompatible() => new CasDeRegle("NAS-04").Fournit("logements", Liste)
        .Constat(200m, De("LOGE", Ifts(200m))).Constat(1.00m, De("LOGE-80", Ifts(1.00m)) with { Quotite = 80 }).Constat(200m, De("FIN-LE-1", new LigneDeCas(Categorie.Indemnite, "2181", "Indemnité forfaitaire pour travaux supplémentaires", 200m))).Constat(200m, De("DEBUT-LE-31", new LigneDeCas(Categorie.Indemnite, "2182", "IND FORF TRVX SUPPLE", 200m)))
        .Conforme(De("NON-LOGE", Ifts(200m)), De("FIN-AVANT", Ifts(200m)), De("DEBUT-APRES", Ifts(200m)))
        .SansObjet(De("LOGE-AUSSI"), De("UN-EURO", new LigneDeCas(Categorie.Rappel, "4080", "Rappel I.F.T.S.", 200m) { Du = "2015-12" }), De("ELU") with { Emploi = "Maire" }, De("VACATAIRE") with { Emploi = "Vacataire" });

    private static LigneDeCas Avantage(decimal montant) => new(Categorie.AvantageNature, "1300", "AVANTAGE EN NATURE LOGEMENT", montant);

    private static LigneDeCas Autre(Categorie categorie, decimal montant) => new(categorie, "2170", "Logement de fonction", montant);

    private static LigneDeCas Ifts(decimal montant) => new(Categorie.Indemnite, "2180", "I.F.T.S.", montant);

    private static PayeDeCas De(string matricule, params LigneDeCas[] lignes) => new(matricule) { Et = lignes };
}
