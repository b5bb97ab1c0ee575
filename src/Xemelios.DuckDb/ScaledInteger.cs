namespace Xemelios.DuckDb;

/// <summary>DECIMAL is an integer of up to 38 digits and a scale; <see cref="decimal"/> has 96 bits and a scale. Both ways are
/// exact or refused.</summary>
internal static class ScaledInteger
{
    public const int MaxDecimalScale = 28;
    private static readonly UInt128 MaxDecimal = (UInt128.One << 96) - 1;
    private static readonly Int128[] Powers = BuildPowers();

    /// <summary>10^exponent, for 0 to 38.</summary>
    public static Int128 PowerOfTen(int exponent) => Powers[exponent];

    /// <summary>unscaled / 10^scale as a decimal.</summary>
    /// <exception cref="OverflowException">The value needs more than the 96 bits of a decimal.</exception>
    public static decimal ToDecimal(Int128 unscaled, int scale)
    {
        var magnitude = Magnitude(unscaled);
        while ((magnitude > MaxDecimal || scale > MaxDecimalScale) && scale > 0 && magnitude % 10 == 0)
        {
            magnitude /= 10;
            scale--;
        }

        if (magnitude > MaxDecimal || scale > MaxDecimalScale)
            throw new OverflowException($"{unscaled}e-{scale} does not fit in a decimal.");
        return unchecked(new decimal(
            (int)(uint)magnitude, (int)(uint)(magnitude >> 32), (int)(uint)(magnitude >> 64), unscaled < 0, (byte)scale));
    }

    /// <summary>value × 10^scale.</summary>
    /// <exception cref="OverflowException">The value has more fraction digits than the scale, or is out of range.</exception>
    public static Int128 FromDecimal(decimal value, int scale)
    {
        var (unscaled, ownScale) = Parts(value);
        while (ownScale > scale)
        {
            var (quotient, remainder) = Int128.DivRem(unscaled, 10);
            if (remainder != 0) throw new OverflowException($"{value} has more than {scale} fraction digits.");
            unscaled = quotient;
            ownScale--;
        }

        return checked(unscaled * Powers[scale - ownScale]);
    }

    /// <summary>The 96-bit integer of a decimal, with its sign, and its scale.</summary>
    public static (Int128 Unscaled, int Scale) Parts(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var magnitude = unchecked(((UInt128)(uint)bits[2] << 64) | ((ulong)(uint)bits[1] << 32) | (uint)bits[0]);
        return (bits[3] < 0 ? -(Int128)magnitude : (Int128)magnitude, value.Scale);
    }

    /// <summary>Number of decimal digits, 1 for zero.</summary>
    public static int Digits(Int128 value)
    {
        var magnitude = Magnitude(value);
        var digits = 1;
        while (digits <= 38 && magnitude >= (UInt128)Powers[digits]) digits++;
        return digits;
    }

    private static UInt128 Magnitude(Int128 value) => unchecked(value < 0 ? (UInt128)(-value) : (UInt128)value);

    private static Int128[] BuildPowers()
    {
        var powers = new Int128[39];
        powers[0] = 1;
        for (var i = 1; i < powers.Length; i++) powers[i] = powers[i - 1] * 10;
        return powers;
    }
}
