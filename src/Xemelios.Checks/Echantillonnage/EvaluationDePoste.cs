using Xemelios.Domain.Echantillons;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Checks.Echantillonnage;

/// <summary>A unit of a sample and what was found of it.</summary>
/// <param name="Constate">The amount that was due, of an error.</param>
public sealed record UniteVue(UniteTiree Unite, DecisionDePointage Decision, Montant? Constate = null)
{
    /// <summary>Paid and not due; below zero, due and not paid. What cannot be verified counts for its whole amount.</summary>
    public Montant Ecart => Decision switch
    {
        DecisionDePointage.Conforme => Montant.Zero,
        DecisionDePointage.Erreur => Unite.Montant - Constate!.Value,
        _ => Unite.Montant,
    };

    public bool EstFausse => Decision != DecisionDePointage.Conforme;
}

/// <summary>What a sample says of its population, at a stated confidence.</summary>
/// <param name="Confiance">In percent.</param>
/// <param name="TropPayes">Found in the sample, as the two that follow.</param>
/// <param name="MoinsPayes">Above zero.</param>
public sealed record EvaluationDePoste(
    int Confiance, int Effectif, Montant Montant, int Vues, int Erreurs, int NonVerifiables, Montant TropPayes, Montant MoinsPayes, FormuleDEvaluation Formule)
{
    /// <summary>Wrong units of the population: the likeliest number, and the one that is not exceeded.</summary>
    public (decimal Probable, int Limite)? Nombre { get; init; }

    /// <summary>What was paid and not due in the population, most likely.</summary>
    public Montant TropPayesProbables { get; init; }

    /// <summary>What it does not exceed; null where the method gives no limit of amounts.</summary>
    public Montant? TropPayesLimite { get; init; }

    /// <summary>What was due and not paid in the population, most likely: no method here limits it.</summary>
    public Montant MoinsPayesProbables { get; init; }

    /// <summary>Units that no draw could reach, and their amount.</summary>
    public (int Effectif, Montant Montant) HorsTirage { get; init; }

    /// <summary>Nothing of a population that is not empty could be drawn.</summary>
    public bool RienATirer => Effectif > 0 && HorsTirage.Effectif == Effectif;

    /// <summary>An error is larger than what was paid, which the limit of amounts does not suppose.</summary>
    public bool ErreurPlusGrandeQueLePaye { get; init; }
}

/// <summary>What an upper limit is computed by, and who published it.</summary>
public sealed record FormuleDEvaluation(string Nom, string Source)
{
    public static readonly FormuleDEvaluation ParAttributs = new(
        "limite supérieure exacte de la loi hypergéométrique (population finie)",
        "P. Touw et L. Hoogduin, Statistiek voor audit en controlling (2011), p. 123-126 ; AICPA, Audit Sampling (2017), annexe A");

    public static readonly FormuleDEvaluation Stratifiee = new(
        "limite de Clopper et Pearson sur toutes les strates réunies, rapportée à la strate la moins vue",
        "C. J. Clopper et E. S. Pearson (1934) ; W. Hoeffding (1956), nombre de succès d'épreuves indépendantes");

    public static readonly FormuleDEvaluation ParUnitesMonetaires = new(
        "limite de Stringer, facteurs de fiabilité de Poisson",
        "K. W. Stringer (1963) ; AICPA, Audit Sampling (2017), annexe C ; Commission européenne, EGESIF 16-0014, § 6.3");
}
