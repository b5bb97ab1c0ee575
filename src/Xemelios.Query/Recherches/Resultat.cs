using Xemelios.Domain.Valeurs;
using Xemelios.Query.Bulletins;

namespace Xemelios.Query.Recherches;

/// <summary>One page of a search, with the totals of the whole result.</summary>
/// <param name="Phrase">The criteria, said in French; empty when everything was asked for.</param>
/// <param name="RechercheMs">Milliseconds spent finding and adding up; <paramref name="AffichageMs"/>, reading the page.</param>
public sealed record PageDeResultat(
    IReadOnlyList<Colonne> Colonnes, IReadOnlyList<RangeeDeResultat> Rangees, TotauxDeResultat Totaux, int Page, int TaillePage, string Phrase,
    long RechercheMs, long AffichageMs)
{
    public int Pages => (int)Math.Max(1, (Totaux.Nombre + TaillePage - 1) / TaillePage);

    /// <summary>The cell of a row under the column of this key.</summary>
    public object? Cellule(RangeeDeResultat rangee, string cle)
    {
        ArgumentNullException.ThrowIfNull(rangee);
        for (var i = 0; i < Colonnes.Count; i++)
            if (Colonnes[i].Cle == cle)
                return rangee.Cellules[i];
        throw new CritereInconnuException(cle);
    }
}

/// <summary>One row found.</summary>
/// <param name="Bulletin">The bulletin that it is or belongs to; null for a row of répartition.</param>
/// <param name="Position">The line that was looked for; null when no line was.</param>
/// <param name="Cellules">One a column: text, int, decimal, <see cref="Montant"/>, date, month, or null.</param>
public sealed record RangeeDeResultat(AdresseDeBulletin? Bulletin, int? Position, IReadOnlyList<object?> Cellules)
{
    /// <summary>Of a row of répartition: the criteria that find the lines behind its amount.</summary>
    public string? Suite { get; init; }
}

/// <summary>Totals of the whole result, not of the page.</summary>
/// <param name="Cellules">One a column; null where a sum means nothing.</param>
public sealed record TotauxDeResultat(long Nombre, IReadOnlyList<object?> Cellules)
{
    /// <summary>In a search of bulletins by their lines: the lines found and their amount.</summary>
    public long LignesTrouvees { get; init; }

    /// <inheritdoc cref="LignesTrouvees"/>
    public Montant? MontantTrouve { get; init; }

    /// <summary>The totals of a result from those of its parts.</summary>
    internal static TotauxDeResultat Reunir(int colonnes, IEnumerable<TotauxDeResultat> parts) => parts.Aggregate(
        new TotauxDeResultat(0, new object?[colonnes]),
        (somme, part) => new TotauxDeResultat(somme.Nombre + part.Nombre, [.. somme.Cellules.Zip(part.Cellules, Ajouter)]));

    // What is nowhere stays absent: it is not zero.
    private static object? Ajouter(object? a, object? b) => (a, b) switch
    {
        (null, _) => b,
        (_, null) => a,
        (Montant m, Montant n) => m + n,
        (long m, long n) => m + n,
        _ => (decimal)a + (decimal)b,
    };
}
