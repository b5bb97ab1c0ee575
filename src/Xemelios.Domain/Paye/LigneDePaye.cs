using Xemelios.Domain.Constats;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Domain.Paye;

/// <summary>What the lines of a file have in common: one object stands for every line that says the same words.</summary>
/// <param name="Element">The element's own name when the category is <see cref="CategorieDeLigne.Inconnue"/>.</param>
public sealed record Rubrique(CategorieDeLigne Categorie, string? Code, string? Libelle, string? Element = null);

/// <summary>One line of a bulletin as the file writes it: no sign is changed here (see the conventions of sign of the store).</summary>
/// <remarks>Filled in its place in the reader's buffer, element by element; not changed afterwards.</remarks>
public record struct LigneDePaye
{
    public required Rubrique Rubrique { get; set; }

    public readonly CategorieDeLigne Categorie => Rubrique.Categorie;

    public Quantite? Base { get; set; }

    /// <summary>A percentage, a fraction, or an amount per unit: files differ (defects D33 and D52), it is never interpreted.</summary>
    public Quantite? Taux { get; set; }

    public Quantite? NbUnite { get; set; }

    public Montant? Montant { get; set; }

    public DateOnly? PeriodeDebut { get; set; }

    public DateOnly? PeriodeFin { get; set; }

    public string? CodeCaisse { get; set; }

    /// <summary>Neither unique nor a rank: the position in the document breaks ties.</summary>
    public string? Ordre { get; set; }

    /// <summary>Rank of the line in its bulletin, from 1, in document order.</summary>
    public required int Position { get; set; }

    public Provenance Provenance { get; set; }
}
