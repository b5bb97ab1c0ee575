using Xemelios.Domain.Valeurs;

namespace Xemelios.Domain.Echantillons;

/// <summary>How a sample is drawn.</summary>
public enum MethodeDeTirage
{
    /// <summary>Each bulletin has the same chance.</summary>
    Attributs,

    /// <summary>Each cent has the same chance: a bulletin has one in proportion to its amount.</summary>
    UnitesMonetaires,

    /// <summary>The same rate, or a proportional part of the size, in each value of a column.</summary>
    Stratifie,
}

/// <summary>One poste of a plan de contrôle: what is controlled, how much of it, and what is looked at in any case.</summary>
/// <param name="Criteres">The bulletins of the poste, in the grammar of the searches; where lines are asked for, the amount of a bulletin is that of
/// its lines found, else its gross pay.</param>
public sealed record PosteDeControle(string Libelle, string Criteres, MethodeDeTirage Methode, EtendueDeTirage Etendue)
{
    /// <summary>From this amount on, whatever its sign, a bulletin is always looked at; null without any.</summary>
    public Montant? Seuil { get; init; }

    /// <summary>The bulletins that are always looked at, in the same grammar; null without any.</summary>
    public string? Toujours { get; init; }

    /// <summary>Of a stratified draw: key of the column of the searches whose values make the strata.</summary>
    public string? Strates { get; init; }
}
