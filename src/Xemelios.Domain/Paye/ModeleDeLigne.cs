using Xemelios.Domain.Valeurs;

namespace Xemelios.Domain.Paye;

/// <summary>All that a line repeats from one agent to the next: two million lines of a large file are a thousand of these.</summary>
public sealed class ModeleDeLigne
{
    /// <summary>Number of this object among those of the reader that made it, from 0 and without gaps.</summary>
    public required int Rang { get; init; }

    public required Rubrique Rubrique { get; init; }

    /// <inheritdoc cref="LigneDePaye.Taux"/>
    public Quantite? Taux { get; init; }

    public DateOnly? PeriodeDebut { get; init; }

    public DateOnly? PeriodeFin { get; init; }

    public string? CodeCaisse { get; init; }

    /// <inheritdoc cref="LigneDePaye.Ordre"/>
    public string? Ordre { get; init; }
}
