namespace Xemelios.Domain.Habilitations;

/// <summary>What a reader may see: everything, or named budgets of named employers. It becomes part of every SQL statement.</summary>
/// <remarks>Outside of the perimeter a thing does not exist: the answer is "not found", never "forbidden".</remarks>
public sealed record Perimetre
{
    /// <summary>Everything in the folder: the person who owns the machine.</summary>
    public static readonly Perimetre Complet = new() { Budgets = null };

    /// <summary>The permitted budgets, or null for everything.</summary>
    public IReadOnlyList<BudgetPermis>? Budgets { get; private init; }

    /// <summary>A perimeter limited to these budgets.</summary>
    public static Perimetre Limite(IEnumerable<BudgetPermis> budgets) => new() { Budgets = [.. budgets] };
}

/// <summary>One permitted budget.</summary>
/// <param name="Siret">The employer's SIRET as stored.</param>
/// <param name="Budget">The key of the budget (see <c>CodeBudget.Cle</c>), or null for all budgets of the employer.</param>
public sealed record BudgetPermis(string Siret, string? Budget);
