using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.Passages;

/// <summary>The table de passage that explains best the répartitions and the mandats of an employer, over all months at hand.</summary>
/// <param name="Lignes">One for each (catégorie, rubrique, statut) whose nature no nomenclature gives.</param>
/// <param name="Etats">How much of each état it explains.</param>
/// <param name="Natures">What it explains of each nature in each état.</param>
/// <param name="SansCode">Gross and contributions of lines without a code: no table can give them a nature.</param>
public sealed record PropositionDePassage(
    string Siret, string? Employeur, IReadOnlyList<LigneProposee> Lignes, IReadOnlyList<EtatExplique> Etats, IReadOnlyList<NatureExpliquee> Natures, Montant SansCode)
{
    /// <summary>All états together.</summary>
    public PartExpliquee Total => PartExpliquee.De(Etats.Select(e => e.Reference));

    /// <summary>What the table now in force, and the nomenclatures, explain of the same.</summary>
    public PartExpliquee EnVigueur => PartExpliquee.De(Etats.Select(e => e.EnVigueur));
}

/// <summary>A rubrique under a statut, and the nature proposed for it.</summary>
/// <param name="Nature">Null when no nature can take it.</param>
/// <param name="NatureEnVigueur">What the table in force says; null when it says nothing.</param>
/// <param name="Montants">Its amounts in each état.</param>
public sealed record LigneProposee(
    string Categorie, string Code, string? Libelle, string? Statut, string? Nature, string? LibelleDeNature, string? NatureEnVigueur,
    SuiteDeProposition Suite, RaisonDeProposition Raison, Montant Montant, IReadOnlyList<AppuiDeProposition> Montants)
{
    /// <summary>The natures of contributions stand in a column of their own in the table de passage.</summary>
    public bool Patronale => Categorie == nameof(Domain.Paye.CategorieDeLigne.Cotisation);
}

/// <summary>What supports a choice in one état.</summary>
/// <param name="Montant">Of the rubrique.</param>
/// <param name="AExpliquer">What the répartition or the mandats put on the nature.</param>
/// <param name="Explique">What the rubriques under this nature amount to.</param>
public sealed record AppuiDeProposition(MoisDePaye Mois, string? Budget, Montant Montant, Montant AExpliquer, Montant Explique)
{
    public Montant Ecart => AExpliquer - Explique;
}

/// <summary>Where a proposed row stands beside the table in force.</summary>
public enum SuiteDeProposition
{
    /// <summary>Nobody has confirmed it.</summary>
    Proposee,

    /// <summary>The table in force says the same.</summary>
    Confirmee,

    /// <summary>The table in force says otherwise.</summary>
    Differente,
}

/// <summary>What decided a choice.</summary>
public enum RaisonDeProposition
{
    /// <summary>Its nature is found again to the cent in every état, and no other choice would do as well.</summary>
    SommesExactes,

    /// <summary>Amounts fit as well elsewhere: words and account decided.</summary>
    Libelle,

    /// <summary>The choice that leaves least, but its nature is not found again to the cent.</summary>
    MoindreEcart,

    /// <summary>No amount in any état that can be compared: words and account alone.</summary>
    SansMontant,
}

/// <summary>One état of an employer, trains together.</summary>
/// <param name="Source">What is explained: the répartition when there is one, else the mandats.</param>
public sealed record EtatExplique(MoisDePaye Mois, string? Budget, SourceDesNatures Source, PartExpliquee Reference, PartExpliquee? Mandats, PartExpliquee EnVigueur);

/// <summary>Where the amounts by nature of an état come from.</summary>
public enum SourceDesNatures
{
    Repartition,
    Mandats,
}

/// <summary>How much of a total by nature is found again.</summary>
/// <param name="Total">Σ |amount of the nature|.</param>
/// <param name="Explique">Σ of what both sides have in common.</param>
/// <param name="Ecart">Σ |difference|.</param>
public sealed record PartExpliquee(Montant Total, Montant Explique, Montant Ecart)
{
    /// <summary>Percentage, two decimals, never rounded up to 100.</summary>
    public decimal Pourcentage => Total == Montant.Zero ? 0m : decimal.Floor(Explique.ToDecimal() * 10_000m / Total.ToDecimal()) / 100m;

    internal static PartExpliquee De(IEnumerable<PartExpliquee> parts) => parts.Aggregate(new PartExpliquee(Montant.Zero, Montant.Zero, Montant.Zero),
        (s, p) => new PartExpliquee(s.Total + p.Total, s.Explique + p.Explique, s.Ecart + p.Ecart));

    internal static PartExpliquee De(IEnumerable<(long Cible, long Somme)> natures)
    {
        var (total, explique, ecart) = (0L, 0L, 0L);
        foreach (var (cible, somme) in natures)
        {
            total += Math.Abs(cible);
            explique += cible > 0 == somme > 0 ? Math.Min(Math.Abs(cible), Math.Abs(somme)) : 0;
            ecart += Math.Abs(cible - somme);
        }

        return new PartExpliquee(new Montant(total), new Montant(explique), new Montant(ecart));
    }
}

/// <summary>One nature in one état.</summary>
public sealed record NatureExpliquee(MoisDePaye Mois, string? Budget, string Nature, string? Libelle, Montant AExpliquer, Montant Explique)
{
    public Montant Ecart => AExpliquer - Explique;
}
