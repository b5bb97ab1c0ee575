namespace Xemelios.Samples;

/// <summary>MIN-01, where an hour is 12.02 and 12.31 since June 2026, and RESP-01, where 15 % of 1 969.11 is 295.37.</summary>
internal static class CasDesMinimums
{
    public static IEnumerable<CasDeRegle> Tous() => [Smic(), Responsabilite()];

    private static CasDeRegle Smic() => new CasDeRegle("MIN-01")
        .Constat(-1.01m, Horaire("SOUS", 1200.99m, 100m))
        .Constat(-23.07m, Horaire("TEMPS-PLEIN", 1800m, 151.67m) with { Quotite = 100 })
        .Constat(-821.87m, Horaire("PAS-UN-DEFAUT", 1000m, 151.57m))
        .Constat(-3.01m, Horaire("UNE-DEMI-HEURE", 3m, 0.5m))
        .Constat(-11.52m, Horaire("PEU", 0.50m, 1m))
        .Constat(-29.00m, Horaire("HAUSSE", 1202m, 100m) with { Mois = "2026-06" })
        .Conforme(Horaire("AU-MINIMUM", 1202m, 100m), Horaire("TOLERE", 1201m, 100m), Horaire("VACATAIRE", 500m, 20m) with { Emploi = "Vacataire" })
        .NonEvaluable(Horaire("DEFAUT", 900m, 151.67m), Horaire("PRESQUE-UN-DEFAUT", 900m, 151.58m), Horaire("DEFAUT-SANS-QUOTITE", 900m, 151.67m) with { Quotite = null }, Horaire("SANS-HEURES", 900m, 0m))
        .SansObjet(Horaire("INDICIAIRE", 900m, 100m) with { Indice = 366 }, Horaire("ELU", 900m, 100m) with { Emploi = "Maire" }, Horaire("ASSISTANTE", 900m, 100m) with { Emploi = "Assistante maternelle" })
        .SansObjet(Horaire("APPRENTI", 900m, 100m) with { Emploi = "Apprenti jardinier" }, Horaire("SANS-BRUT", 0m, 100m));

    private static CasDeRegle Responsabilite() => new CasDeRegle("RESP-01")
        .Constat(1.01m, Dirigeant("TROP", 296.38m))
        .Constat(4.85m, Dirigeant("UN-EURO", 5m) with { Lignes = [new PayeDeCas("X").Traitement(1m)] })
        .Conforme(Dirigeant("AU-PLAFOND", 296.37m), Dirigeant("PEU", 0.50m))
        .NonEvaluable(Dirigeant("SANS-TRAITEMENT", 200m) with { Lignes = [] })
        .SansObjet(new PayeDeCas("SANS-PRIME"), Dirigeant("ANNULE", 500m) with { Et = [Prime("Prime de responsabilité", 500m), Prime("Prime de responsabilité", -500m)] })
        .SansObjet(new PayeDeCas("REGISSEUR") with { Et = [Prime("Prime de responsabilité des régisseurs", 500m)] });

    private static LigneDeCas Prime(string libelle, decimal montant) => new(Categorie.Indemnite, "2700", libelle, montant);

    private static PayeDeCas Dirigeant(string matricule, decimal montant) => new PayeDeCas(matricule) with { Et = [Prime("Prime de responsabilité", montant)] };

    private static PayeDeCas Horaire(string matricule, decimal brut, decimal heures) => new PayeDeCas(matricule) with
    {
        Statut = "NON_TITULAIRE", Indice = null, Quotite = 50, Heures = heures, Lignes = [new(Categorie.TraitBrut, "1010", "Traitement horaire", brut)],
    };
}
