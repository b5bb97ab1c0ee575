using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.EtatsLiquidatifs;

/// <summary>The état liquidatif rebuilt from the pay lines, along one axis.</summary>
public sealed record EtatLiquidatif(EtatDePaye Etat, AxeDEtat Par, IReadOnlyList<LigneLiquidee> Lignes, LigneLiquidee Totaux)
{
    /// <summary>How chapitres and fonctions were found.</summary>
    public required ReglesDImputation Regles { get; init; }
}

/// <summary>What the rows of an état liquidatif are.</summary>
public enum AxeDEtat
{
    Nature,
    Rubrique,
    Categorie,
    Service,
    Statut,
    Agent,

    /// <summary>Each bulletin split by its RepartitionBudget.</summary>
    Budget,

    /// <summary>Of the nature: see <see cref="ChapitresDePaye"/>.</summary>
    Chapitre,

    /// <summary>Of the nature: see <see cref="ReglesDImputation"/>.</summary>
    Fonction,
    Etablissement,
    Grade,
    Emploi,
    Train,
}

/// <summary>One row of an état liquidatif; columns that have no meaning on the axis are null.</summary>
/// <param name="Cle">Nature, rubrique code, category, service, statut or matricule; null is what has none.</param>
/// <param name="Brut">Σ of the gross lines; by agent, the declared gross.</param>
/// <param name="Retenues">Σ of the withholdings, normalised signs.</param>
/// <param name="Montant">Gross lines plus employer contributions: by nature, what should be mandated.</param>
public sealed record LigneLiquidee(
    string? Cle, string? Libelle, int Bulletins, int Lignes,
    Montant Brut, Montant Retenues, Montant CotisationsPatronales, Montant Montant)
{
    /// <summary>Σ of what is neither gross, nor withheld on it, nor employer's share: avantages en nature, acomptes, unknown categories.</summary>
    public Montant Autres { get; init; }

    /// <summary>The part of <see cref="Autres"/> that is given in kind: it is never paid in cash (format page §7.1).</summary>
    public Montant AvantagesEnNature { get; init; }

    /// <summary>Budget axis: what the rounding of the shares left and this budget, the first of its bulletins, carries (gross and employer's share).</summary>
    public Montant? ArrondiPorte { get; init; }

    /// <summary>Chapitre and fonction axes: the natures that the row sums, "-" for none.</summary>
    public IReadOnlyList<string>? Natures { get; init; }

    /// <summary>Depth in a nested état, from 1.</summary>
    public int Niveau { get; init; } = 1;

    /// <summary>Nested état: the rows that make this one, along the next axis; null when it is not opened, or is a leaf.</summary>
    public IReadOnlyList<LigneLiquidee>? Enfants { get; init; }

    public string? Categorie { get; init; }

    public string? Matricule { get; init; }

    public string? Nom { get; init; }

    public string? Prenom { get; init; }

    public Montant? Net { get; init; }

    public Montant? NetAPayer { get; init; }
}
