using System.Text.Json;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.Comparaisons;

/// <summary>What may have changed for an agent from one month to another, in the order in which it is shown.</summary>
public enum SorteDeChangement
{
    Entrant,
    Sortant,
    Grade,
    Echelon,
    Indice,
    Nbi,
    Quotite,
    Service,
    Rib,
    Statut,
    Emploi,
    RubriqueNouvelle,
    RubriqueDisparue,
    HorsPlage,
    Brut,
    Net,
    Budgets,
}

/// <summary>The words for each sort.</summary>
public static class SortesDeChangement
{
    public static string Libelle(this SorteDeChangement sorte) => sorte switch
    {
        SorteDeChangement.Entrant => "Entrants",
        SorteDeChangement.Sortant => "Sortants",
        SorteDeChangement.Echelon => "Échelon",
        SorteDeChangement.Nbi => "NBI",
        SorteDeChangement.Quotite => "Quotité",
        SorteDeChangement.Rib => "RIB",
        SorteDeChangement.RubriqueNouvelle => "Rubriques nouvelles",
        SorteDeChangement.RubriqueDisparue => "Rubriques disparues",
        SorteDeChangement.HorsPlage => "Montants hors de la plage de l'agent",
        _ => sorte.ToString(),
    };

    /// <summary>The word of addresses.</summary>
    public static string Cle(this SorteDeChangement sorte) => JsonNamingPolicy.KebabCaseLower.ConvertName(sorte.ToString());

    /// <summary>Null for a word that names none.</summary>
    public static SorteDeChangement? Lire(string? cle) =>
        Enum.GetValues<SorteDeChangement>().Where(s => s.Cle() == cle).Select(s => (SorteDeChangement?)s).FirstOrDefault();
}

/// <summary>One thing that changed for one agent.</summary>
/// <remarks>An attribute of which the bulletins of the month give several values shows each of them, sorted, between " / ".</remarks>
/// <param name="Avant">The attribute before, as the files write it; the account of a RIB is masked but for its last four signs.</param>
/// <param name="Apres">The attribute after.</param>
public sealed record Changement(SorteDeChangement Sorte, AgentCompare Agent, string? Avant = null, string? Apres = null)
{
    /// <summary>The amount before: of the rubrique, or of the gross or net; null when there was none.</summary>
    public Montant? MontantAvant { get; init; }

    public Montant? MontantApres { get; init; }

    /// <summary>The rubrique that is new, gone or out of range; null for what is not about a rubrique.</summary>
    public RubriqueComparee? Rubrique { get; init; }

    /// <summary>For an amount out of range: what the agent had in his earlier months.</summary>
    public PlageDAgent? Plage { get; init; }

    public Montant Difference => (MontantApres ?? Montant.Zero) - (MontantAvant ?? Montant.Zero);
}

/// <summary>A rubrique as comparisons know it: a category and a code, whatever the label of the month.</summary>
public sealed record RubriqueComparee(CategorieDeLigne Categorie, string? Code, string? Libelle);

/// <summary>The least and the greatest monthly amount of an agent over his earlier months, those without any left out.</summary>
/// <param name="Mois">How many months hold one.</param>
public sealed record PlageDAgent(Montant Minimum, Montant Maximum, int Mois);
