using System.Globalization;

namespace Xemelios.Samples;

/// <summary>Amounts are long counts of cents everywhere in the generator; this is where they meet rates and text.</summary>
public static class Centimes
{
    /// <summary><paramref name="taux"/> percent of an amount, rounded to the cent.</summary>
    public static long Pourcent(long montant, decimal taux) => Arrondir(montant * taux / 100m);

    /// <summary>Units at a price in euros, rounded to the cent.</summary>
    public static long Unites(decimal unites, decimal prix) => Arrondir(unites * prix * 100m);

    /// <summary>Two decimals and a point: <c>1850.10</c>.</summary>
    public static string Texte(long centimes) => Euros(centimes).ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>The same amount in euros.</summary>
    public static decimal Euros(long centimes) => centimes / 100m;

    private static long Arrondir(decimal valeur) => (long)decimal.Round(valeur, 0, MidpointRounding.AwayFromZero);
}
