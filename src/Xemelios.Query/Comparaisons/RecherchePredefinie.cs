namespace Xemelios.Query.Comparaisons;

/// <summary>The seven searches of XéMéLios that compare two months, under its names.</summary>
public enum RecherchePredefinie
{
    /// <summary>Agents with a bulletin in the second month and none in the first.</summary>
    Entrants,

    /// <summary>Agents with a bulletin in the first month and none in the second.</summary>
    Sortants,

    /// <summary>Both lists together, each agent marked.</summary>
    EntrantsEtSortants,

    /// <summary>Agents of both months whose gross or net differs by at least a threshold, in percent of the first or in euros.</summary>
    VariationsDeRevenu,

    /// <summary>Agents of both months whose indice differs by at least a threshold, in percent of the first or in points.</summary>
    VariationsDIndice,

    /// <summary>Agents of both months whose bank account differs.</summary>
    VariationDeRib,

    /// <summary>Agents charged to more than one budget in the second month (RepartitionBudget).</summary>
    AgentsMultiBudgets,
}

/// <summary>The words of the seven searches.</summary>
public static class RecherchesPredefinies
{
    private static readonly (RecherchePredefinie Recherche, string Cle, string Libelle)[] Toutes =
    [
        (RecherchePredefinie.Entrants, "entrants", "Entrants"),
        (RecherchePredefinie.Sortants, "sortants", "Sortants"),
        (RecherchePredefinie.EntrantsEtSortants, "entrants-et-sortants", "Entrants et sortants"),
        (RecherchePredefinie.VariationsDeRevenu, "variations-de-revenu", "Variations de revenu"),
        (RecherchePredefinie.VariationsDIndice, "variations-d-indice", "Variations d'indice"),
        (RecherchePredefinie.VariationDeRib, "variation-de-rib", "Variation de RIB"),
        (RecherchePredefinie.AgentsMultiBudgets, "agents-multi-budgets", "Agents multi-budgets"),
    ];

    /// <summary>In the order of XéMéLios.</summary>
    public static IReadOnlyList<RecherchePredefinie> Liste { get; } = [.. Toutes.Select(r => r.Recherche)];

    /// <summary>The exact label of XéMéLios.</summary>
    public static string Libelle(this RecherchePredefinie recherche) => Toutes[(int)recherche].Libelle;

    /// <summary>The word of addresses and of the command line.</summary>
    public static string Cle(this RecherchePredefinie recherche) => Toutes[(int)recherche].Cle;

    /// <summary>Null for a word that names none.</summary>
    public static RecherchePredefinie? Lire(string? cle) =>
        Toutes.Where(r => r.Cle == cle).Select(r => (RecherchePredefinie?)r.Recherche).FirstOrDefault();
}

/// <summary>In what a threshold is given.</summary>
public enum UniteDeSeuil
{
    Pourcent,

    /// <summary>Euros for a revenu, points for an indice.</summary>
    Valeur,
}

/// <summary>Which revenu is compared.</summary>
public enum RevenuCompare
{
    Brut,
    Net,
}
