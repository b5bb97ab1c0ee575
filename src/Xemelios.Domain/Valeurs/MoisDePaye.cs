using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Xemelios.Domain.Valeurs;

/// <summary>A month of pay, kept in the tables as the number AAAAMM.</summary>
public readonly record struct MoisDePaye(int Annee, int Mois) : IComparable<MoisDePaye>
{
    /// <summary>The number AAAAMM.</summary>
    public int Cle => Annee * 100 + Mois;

    public static MoisDePaye FromCle(int cle) => new(cle / 100, cle % 100);

    /// <summary>Reads "2026-03".</summary>
    public static bool TryParse([NotNullWhen(true)] string? texte, out MoisDePaye mois)
    {
        mois = default;
        if (texte is not { Length: 7 } || texte[4] != '-'
            || !int.TryParse(texte.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var annee)
            || !int.TryParse(texte.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var numero)
            || numero is < 1 or > 12)
            return false;
        mois = new MoisDePaye(annee, numero);
        return true;
    }

    public int CompareTo(MoisDePaye other) => Cle.CompareTo(other.Cle);

    public static bool operator <(MoisDePaye a, MoisDePaye b) => a.Cle < b.Cle;

    public static bool operator >(MoisDePaye a, MoisDePaye b) => a.Cle > b.Cle;

    public static bool operator <=(MoisDePaye a, MoisDePaye b) => a.Cle <= b.Cle;

    public static bool operator >=(MoisDePaye a, MoisDePaye b) => a.Cle >= b.Cle;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Annee:0000}-{Mois:00}");
}
