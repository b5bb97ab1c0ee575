namespace Xemelios.Samples;

/// <summary>A payroll event of a bulletin.</summary>
public sealed record EvenementFictif(string Code, string Description);

/// <summary>Part of a bulletin charged to a budget: a percentage or an amount.</summary>
public sealed record PartDeBudget(string CodeBudget, decimal? Taux, long? Mt);

/// <summary>A reference from a bulletin to a piece.</summary>
public sealed record ReferenceDePiece(string Support, string IdUnique, string? NomPJ);

/// <summary>One month's pay of one agent. Totals are derived from the lines, never given.</summary>
public sealed record BulletinFictif
{
    public required AgentFictif Agent { get; init; }
    public required int Annee { get; init; }
    public required int Mois { get; init; }
    public required IReadOnlyList<LigneFictive> Lignes { get; init; }
    public IReadOnlyList<EvenementFictif> Evenements { get; init; } = [];
    public IReadOnlyList<PartDeBudget> Budgets { get; init; } = [];
    public IReadOnlyList<ReferenceDePiece> Pieces { get; init; } = [];
    public decimal HeuresSup { get; init; }

    /// <summary>Day of payment.</summary>
    public DateOnly DatePaiement => new(Annee, Mois, 26);

    public long Brut => Lignes.Where(l => l.Categorie.EstBrut()).Sum(l => l.Mt);
    public long Net => Brut - Somme(Categorie.Deduction) - Somme(Categorie.Retenue);
    public long NetAPayer => Net - Somme(Categorie.Acompte);
    public long Cotisations => Somme(Categorie.Cotisation);

    /// <summary>Gross less the deductions that lower taxable pay (all but the CSG/CRDS line).</summary>
    public long Imposable => Brut - Lignes.Where(l => l.Categorie == Categorie.Deduction && l.Rubrique.Code != "5030").Sum(l => l.Mt);

    /// <summary>Sum of a category, normalised sign.</summary>
    public long Somme(Categorie categorie) => Lignes.Where(l => l.Categorie == categorie).Sum(l => l.Mt);
}
