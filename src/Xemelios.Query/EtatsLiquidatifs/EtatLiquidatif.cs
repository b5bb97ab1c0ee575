using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.EtatsLiquidatifs;

/// <summary>The état liquidatif rebuilt from the pay lines, along one axis.</summary>
public sealed record EtatLiquidatif(EtatDePaye Etat, AxeDEtat Par, IReadOnlyList<LigneLiquidee> Lignes, LigneLiquidee Totaux);

/// <summary>What the rows of an état liquidatif are.</summary>
public enum AxeDEtat
{
    Nature,
    Rubrique,
    Categorie,
    Service,
    Statut,
    Agent,
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

    public string? Categorie { get; init; }

    public string? Matricule { get; init; }

    public string? Nom { get; init; }

    public string? Prenom { get; init; }

    public Montant? Net { get; init; }

    public Montant? NetAPayer { get; init; }
}
