using System.Globalization;

namespace Xemelios.Domain.Valeurs;

/// <summary>An amount of money in euros, held as a whole number of cents: never a floating-point number.</summary>
/// <remarks>Arithmetic is checked: an overflow throws, it never wraps.</remarks>
/// <param name="Centimes">The amount in cents, signed.</param>
public readonly record struct Montant(long Centimes) : IComparable<Montant>
{
    public static readonly Montant Zero;

    /// <summary>The exact amount of a decimal number of euros.</summary>
    /// <exception cref="ArgumentOutOfRangeException">when it has more than two significant decimals.</exception>
    public static Montant FromDecimal(decimal euros)
    {
        var centimes = euros * 100m;
        if (centimes != decimal.Truncate(centimes))
            throw new ArgumentOutOfRangeException(nameof(euros), "Un montant a deux décimales au plus.");
        return new Montant((long)centimes);
    }

    public decimal ToDecimal() => Centimes / 100m;

    public static Montant operator +(Montant a, Montant b) => new(checked(a.Centimes + b.Centimes));

    public static Montant operator -(Montant a, Montant b) => new(checked(a.Centimes - b.Centimes));

    public static Montant operator -(Montant a) => new(checked(-a.Centimes));

    public static bool operator <(Montant a, Montant b) => a.Centimes < b.Centimes;

    public static bool operator >(Montant a, Montant b) => a.Centimes > b.Centimes;

    public static bool operator <=(Montant a, Montant b) => a.Centimes <= b.Centimes;

    public static bool operator >=(Montant a, Montant b) => a.Centimes >= b.Centimes;

    public int CompareTo(Montant other) => Centimes.CompareTo(other.Centimes);

    /// <summary>The form of the command line: decimal point, two decimals, no separator ("1850.10").</summary>
    public override string ToString() => ToDecimal().ToString("0.00", CultureInfo.InvariantCulture);
}
