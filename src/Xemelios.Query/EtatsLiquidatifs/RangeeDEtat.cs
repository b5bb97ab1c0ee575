using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.EtatsLiquidatifs;

/// <summary>The five sums of some lines.</summary>
internal readonly record struct SommesDeLignes(Montant Brut, Montant Retenues, Montant Cotisations, Montant Avantages, Montant Autres)
{
    public static SommesDeLignes operator +(SommesDeLignes a, SommesDeLignes b) => new(
        a.Brut + b.Brut, a.Retenues + b.Retenues, a.Cotisations + b.Cotisations, a.Avantages + b.Avantages, a.Autres + b.Autres);

    public static SommesDeLignes De(FaitDeRubrique fait) => fait.Part switch
    {
        PartDeLigne.Brut => new() { Brut = fait.Montant },
        PartDeLigne.Retenue => new() { Retenues = fait.Montant },
        PartDeLigne.Cotisation => new() { Cotisations = fait.Montant },
        PartDeLigne.AvantageEnNature => new() { Avantages = fait.Montant },
        _ => new() { Autres = fait.Montant },
    };

    public static SommesDeLignes Lire(Rangee r) => new(r.Somme(), r.Somme(), r.Somme(), r.Somme(), r.Somme());

    public static SommesDeLignes Somme(IEnumerable<FaitDeRubrique> faits) => faits.Aggregate(default(SommesDeLignes), (somme, f) => somme + De(f));
}

/// <summary>What the bulletins of a row declare; null amounts where no bulletin declares any.</summary>
internal sealed record MontantsDeclares(Montant Brut, Montant? Net, Montant? NetAPayer, string? Nom, string? Prenom);

/// <summary>One row as it is read: its keys along the axes, and its sums.</summary>
internal sealed record RangeeDEtat(IReadOnlyList<CleDAxe> Cles, string? Libelle, int Bulletins, int Lignes, SommesDeLignes Sommes)
{
    public Montant? Arrondi { get; init; }

    /// <summary>When every axis is on bulletins.</summary>
    public MontantsDeclares? Declares { get; init; }

    public IReadOnlyList<string>? Natures { get; init; }
}
