using System.Globalization;

namespace Xemelios.Web.Components;

/// <summary>Numbers as a French reader writes them, the same on every machine whatever its language data.</summary>
public static class FormatFrancais
{
    private const string EspaceFineInsecable = "\u202F";

    private static readonly NumberFormatInfo Nombres = NumberFormatInfo.ReadOnly(new NumberFormatInfo
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = EspaceFineInsecable,
        NumberGroupSizes = [3],
        NegativeSign = "−",
    });

    /// <summary>Euros and cents: <c>1 234,56 €</c>, with spaces that do not break.</summary>
    public static string Montant(decimal euros) => euros.ToString("N2", Nombres) + "\u00A0€";

    /// <summary>A base, a rate or a number of units: two decimals at least, four at most.</summary>
    public static string Nombre(decimal valeur) => valeur.ToString("#,0.00##", Nombres);

    /// <summary>A count: <c>12 345</c>.</summary>
    public static string Entier(long valeur) => valeur.ToString("N0", Nombres);

    /// <summary>A month: <c>mars 2026</c>.</summary>
    public static string Mois(int annee, int mois) => new DateOnly(annee, mois, 1).ToString("MMMM yyyy", CultureInfo.GetCultureInfo("fr-FR"));
}
