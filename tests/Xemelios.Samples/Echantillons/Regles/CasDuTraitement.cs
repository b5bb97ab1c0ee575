namespace Xemelios.Samples;

/// <summary>TRT. Index 400 under 59.0734 a year is 1 969.11 a month; the least is 366, 1 801.74.</summary>
internal static class CasDuTraitement
{
    public static IEnumerable<CasDeRegle> Tous() => [Traitement(), Minimum()];

    private static CasDeRegle Traitement() => new CasDeRegle("TRT-01")
        .Constat(100.89m, Paye("TROP", 2070.00m))
        .Constat(-69.11m, Paye("MOINS", 1900.00m))
        .Constat(1.01m, Paye("SEUIL+", 1970.12m))
        .Constat(-1.01m, Paye("SEUIL-", 1968.10m))
        .Constat(19.11m, Paye("80-MAL", 1706.92m) with { Quotite = 80 })
        .Constat(62.06m, Paye("ANCIEN-POINT", 2002.07m) with { Mois = "2023-06" })
        .Constat(50.00m, Paye("TROP-ENTREE", 2019.11m) with { Evenements = ["ENTREE"] })
        .Conforme(Paye("JUSTE", 1969.11m), Paye("TOLERE", 1970.11m), Paye("TOLERE-MOINS", 1968.11m))
        .Conforme(Paye("80-COMPLET", 1575.29m) with { Quotite = 80 }, Paye("80-PARTIEL", 1687.81m) with { Quotite = 80 }, Paye("90-PARTIEL", 1800.33m) with { Quotite = 90 })
        .Conforme(Paye("POINT-DE-2023", 1940.01m) with { Mois = "2023-06" })
        .Conforme(Paye("SEPT-EUROS", 7.88m) with { Indice = 400, Quotite = 0.4m }, Paye("UN-EURO", 1.00m) with { Quotite = 0.05m })
        .Conforme(Paye("AU-MINIMUM", 1801.74m) with { Indice = 340 })
        .Conforme(Paye("AVEC-NBI", 1969.11m) with { Et = [new(Categorie.TraitBrut, "1020", "Nouvelle bonification indiciaire", 49.23m)] })
        .Constat(100.00m, Paye("NBI-DEUX-FOIS", 2069.11m) with { Nbi = [20], Et = [new(Categorie.TraitBrut, "1020", "Nouvelle bonification indiciaire", 98.46m)] })
        .Conforme(Paye("NBI-LOGEE", 2067.57m) with { Nbi = [20] }, Paye("NBI-LOGEE-80", 1772.20m) with { Nbi = [20], Quotite = 80 }, Paye("NBI-LOGEE-COMPLET", 1654.06m) with { Nbi = [20], Quotite = 80 })
        .Conforme(Paye("AVEC-RAPPEL", 1969.11m) with { Et = [new(Categorie.TraitBrut, "1001", "Traitement du mois dernier", 200m) { Du = "2026-02" }] })
        .NonEvaluable(Paye("SANS-QUOTITE", 1969.11m) with { Quotite = null }, Paye("ENTRE-LE-10", 1378.38m) with { Periode = ("2026-03-11", "2026-03-31") })
        .NonEvaluable(Paye("SORTI-LE-20", 1312.74m) with { Periode = ("2026-03-01", "2026-03-20") }, Paye("DEMI-TRAITEMENT", 984.56m) with { Evenements = ["MALADIE"] })
        .NonEvaluable(Paye("REPRISE", 1969.11m) with { Et = [new(Categorie.TraitBrut, "1003", "Absence", -500m)] })
        .SansObjet(Paye("RAPPELS-SEULS", 0m), Paye("SANS-INDICE", 1500m) with { Indice = null }, Paye("ELU", 500m) with { Emploi = "Adjoint au maire" }, Paye("VACATAIRE", 300m) with { Emploi = "Vacataire" })
        .SansObjet(Paye("ASSISTANTE", 900m) with { Emploi = "Assistante maternelle" });

    private static CasDeRegle Minimum() => new CasDeRegle("TRT-02")
        .Constat(-127.99m, Paye("SOUS", 1673.75m) with { Indice = 340 })
        .Constat(-1.01m, Paye("SEUIL", 1800.73m) with { Indice = 365 })
        .Constat(-1800.74m, Paye("UN-EURO", 1m) with { Indice = 340 })
        .Conforme(Paye("RELEVE", 1801.74m) with { Indice = 340 }, Paye("TOLERE", 1800.74m) with { Indice = 365 })
        .SansObjet(Paye("RAPPELS-SEULS", 0m) with { Indice = 340 }, Paye("AU-MINIMUM", 1700m) with { Indice = 366 }, Paye("PARTIEL", 800m) with { Indice = 340, Quotite = 50 })
        .SansObjet(Paye("ENTREE", 800m) with { Indice = 340, Evenements = ["ENTREE"] }, Paye("ELU", 800m) with { Indice = 340, Emploi = "Maire" })
        .SansObjet(Paye("REPRISE", 1801.74m) with { Indice = 340, Et = [new(Categorie.TraitBrut, "1003", "Absence", -500m)] });

    private static PayeDeCas Paye(string matricule, decimal traitement)
    {
        var paye = new PayeDeCas(matricule);
        return paye with { Lignes = [paye.Traitement(traitement)] };
    }
}
