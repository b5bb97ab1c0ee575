using System.Globalization;
using Xemelios.Query.Bulletins;

namespace Xemelios.Query.Comparaisons;

/// <summary>Something that the head of a bulletin says, on both sides; several bulletins give several values, between " / ".</summary>
public sealed record AttributCompare(SorteDeChangement Sorte, string? Avant, string? Apres)
{
    private static readonly (SorteDeChangement Sorte, Func<BulletinDetaille, string?> Valeur)[] Lus =
    [
        (SorteDeChangement.Grade, b => b.Grade),
        (SorteDeChangement.Echelon, b => b.Echelon),
        (SorteDeChangement.Indice, b => int.TryParse(b.Indice, CultureInfo.InvariantCulture, out var points) ? points.ToString(CultureInfo.InvariantCulture) : b.Indice),
        (SorteDeChangement.Nbi, b => b.Nbi.Sum() is var nbi && nbi != 0 ? Ecrire(nbi) : null),
        (SorteDeChangement.Quotite, b => b.Quotite is { } quotite ? Ecrire(quotite) : null),
        (SorteDeChangement.Service, b => b.Service),
        (SorteDeChangement.Rib, Compte),
        (SorteDeChangement.Statut, b => b.Statut),
        (SorteDeChangement.Emploi, b => b.Emploi),
    ];

    /// <summary>It is not the same on both sides, whether what it is may be seen or not.</summary>
    public bool EstChange { get; init; } = Avant != Apres;

    /// <summary>Every attribute, changed or not.</summary>
    internal static IReadOnlyList<AttributCompare> Tous(IReadOnlyList<BulletinDetaille> avant, IReadOnlyList<BulletinDetaille> apres) =>
        [.. Lus.Select(l => new AttributCompare(l.Sorte, Valeurs(avant, l.Valeur), Valeurs(apres, l.Valeur)))];

    private static string? Valeurs(IReadOnlyList<BulletinDetaille> bulletins, Func<BulletinDetaille, string?> valeur)
    {
        var vues = bulletins.Select(valeur).Where(v => !string.IsNullOrWhiteSpace(v)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return vues.Count == 0 ? null : string.Join(" / ", vues);
    }

    private static string? Compte(BulletinDetaille bulletin) => bulletin.Compte is { } c
        ? CompteMasque.De((c.Iban ?? string.Concat(c.CodeEtablissement ?? c.IdBanque, c.CodeGuichet, c.NumeroCompte, c.CleRib)).Replace(" ", "", StringComparison.Ordinal))
        : null;

    private static string Ecrire(decimal nombre) => nombre.ToString("0.####", CultureInfo.InvariantCulture);
}
