using Xemelios.Domain.Valeurs;

namespace Xemelios.Domain.Habilitations;

/// <summary>What a reader may see: everything, or named budgets of named employers. It becomes part of every SQL statement.</summary>
/// <remarks>Outside of the perimeter a thing does not exist: the answer is "not found", never "forbidden". What is inside is always of
/// one poste comptable; <see cref="Complet"/> is for the person who owns a folder of a single poste.</remarks>
public sealed record Perimetre
{
    private const int LongueurDeSiren = 9;

    /// <summary>Everything in the folder: the person who owns the machine.</summary>
    public static readonly Perimetre Complet = new() { Budgets = null, Visibles = DonneesProtegees.Toutes, Controles = true };

    /// <summary>The permitted budgets, or null for everything.</summary>
    public IReadOnlyList<BudgetPermis>? Budgets { get; private init; }

    /// <summary>What is shown; the rest is masked in every answer and export, and nothing can be searched by it.</summary>
    public DonneesProtegees Visibles { get; init; }

    /// <summary>The folder holds several postes comptables and none was chosen: what is on persons is refused.</summary>
    public bool PlusieursPostes { get; init; }

    /// <summary>What was archived is read too: auditors, the judge, and the person who owns the machine when he asks for it.</summary>
    public bool Archives { get; init; }

    /// <summary>What the poste writes of its own control is read too: visas, notes, assignments.</summary>
    public bool Controles { get; init; }

    /// <summary>A perimeter limited to these budgets, where everything is shown.</summary>
    public static Perimetre Limite(IEnumerable<BudgetPermis> budgets) => new() { Budgets = [.. budgets], Visibles = DonneesProtegees.Toutes, Controles = true };

    /// <summary>The same perimeter with what may be seen in it.</summary>
    public Perimetre Montrant(DonneesProtegees visibles) => this with { Visibles = visibles };

    /// <summary>May this be shown?</summary>
    public bool Montre(DonneesProtegees donnees) => (Visibles & donnees) == donnees;

    /// <summary>Some of an exercice of a budget is inside; null for any budget of the collectivité.</summary>
    public bool Touche(string siret, string? budget, int exercice) => Budgets is null || Budgets.Any(b =>
        (b.Siret == siret || b.Siret.Length == LongueurDeSiren && siret.StartsWith(b.Siret, StringComparison.Ordinal))
        && (b.Budget is null || budget is null || b.Budget == budget)
        && (b.Du?.Annee ?? exercice) <= exercice && exercice <= (b.Au?.Annee ?? exercice));

    /// <summary>All of an exercice of a budget is inside; null for every budget of the collectivité.</summary>
    public bool Contient(string siret, string? budget, int exercice) => Budgets is null || Budgets.Any(b =>
        (b.Siret == siret || b.Siret.Length == LongueurDeSiren && siret.StartsWith(b.Siret, StringComparison.Ordinal))
        && (b.Budget is null || b.Budget == budget)
        && (b.Du?.Cle ?? 0) <= exercice * 100 + 1 && exercice * 100 + 12 <= (b.Au?.Cle ?? int.MaxValue));

    public bool Equals(Perimetre? other) =>
        other is not null && Visibles == other.Visibles && PlusieursPostes == other.PlusieursPostes && Archives == other.Archives && Controles == other.Controles
        && (Budgets is null ? other.Budgets is null : other.Budgets is not null && Budgets.SequenceEqual(other.Budgets));

    public override int GetHashCode() => HashCode.Combine(Visibles, Budgets?.Count ?? -1);
}

/// <summary>One permitted budget.</summary>
/// <param name="Siret">The employer's SIRET as stored, or a SIREN for all its establishments.</param>
/// <param name="Budget">The key of the budget (see <c>CodeBudget.Cle</c>), or null for all budgets of the employer.</param>
/// <param name="Du">First month of pay, or null.</param>
/// <param name="Au">Last month of pay, or null.</param>
public sealed record BudgetPermis(string Siret, string? Budget, MoisDePaye? Du = null, MoisDePaye? Au = null);
