using Xemelios.Domain.Valeurs;

namespace Xemelios.Domain.Paye;

/// <summary>What the lines of a file have in common: one object stands for every line that says the same words.</summary>
/// <param name="Element">The element's own name when the category is <see cref="CategorieDeLigne.Inconnue"/>.</param>
public sealed record Rubrique(CategorieDeLigne Categorie, string? Code, string? Libelle, string? Element = null);

/// <summary>One line of a bulletin as the file writes it: no sign is changed here (see the conventions of sign of the store).</summary>
/// <remarks>Filled in its place in the reader's buffer, element by element; not changed afterwards.</remarks>
public record struct LigneDePaye
{
    /// <summary>What it has in common with others.</summary>
    public required ModeleDeLigne Modele { get; set; }

    public readonly Rubrique Rubrique => Modele.Rubrique;

    public readonly CategorieDeLigne Categorie => Modele.Rubrique.Categorie;

    public Quantite? Base { get; set; }

    /// <summary>A percentage, a fraction, or an amount per unit: files differ (defects D33 and D52), it is never interpreted.</summary>
    public readonly Quantite? Taux => Modele.Taux ?? TauxPropre;

    /// <summary>The rate when this line does not share it with others: a file may have one for each agent.</summary>
    public Quantite? TauxPropre { get; set; }

    public Quantite? NbUnite { get; set; }

    public Montant? Montant { get; set; }

    public readonly DateOnly? PeriodeDebut => Modele.PeriodeDebut;

    public readonly DateOnly? PeriodeFin => Modele.PeriodeFin;

    public readonly string? CodeCaisse => Modele.CodeCaisse;

    /// <summary>Neither unique nor a rank: the position in the document breaks ties.</summary>
    public readonly string? Ordre => Modele.Ordre;

    /// <summary>Rank of the line in its bulletin, from 1, in document order.</summary>
    public required int Position { get; set; }

    /// <summary>Byte of the file where it starts.</summary>
    public long? Octet { get; set; }
}
