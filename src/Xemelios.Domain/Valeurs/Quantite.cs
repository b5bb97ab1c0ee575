namespace Xemelios.Domain.Valeurs;

/// <summary>A rate, a base, a number of units or of hours, held as a whole number of ten-thousandths: exact, like an amount.</summary>
/// <param name="DixMilliemes">The number × 10 000, signed.</param>
public readonly record struct Quantite(long DixMilliemes)
{
    /// <summary>The exact number of a decimal that has four decimals at most.</summary>
    /// <exception cref="ArgumentOutOfRangeException">it has more.</exception>
    public static Quantite FromDecimal(decimal nombre)
    {
        var dixMilliemes = nombre * 10_000m;
        if (dixMilliemes != decimal.Truncate(dixMilliemes))
            throw new ArgumentOutOfRangeException(nameof(nombre), "Une quantité a quatre décimales au plus.");
        return new Quantite((long)dixMilliemes);
    }

    public decimal ToDecimal() => DixMilliemes / 10_000m;
}
