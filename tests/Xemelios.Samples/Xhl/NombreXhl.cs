using System.Globalization;

namespace Xemelios.Samples;

/// <summary>Spells amounts and rates in the style of a vendor.</summary>
internal static class NombreXhl
{
    private static readonly NumberFormatInfo Milliers = new() { NumberGroupSeparator = "\u00A0", NumberDecimalSeparator = "." };

    public static string Ecrire(StyleDeNombre style, decimal valeur, bool entier = false) => style switch
    {
        StyleDeNombre.Minimal => valeur.ToString("0.###", CultureInfo.InvariantCulture),
        StyleDeNombre.CompleteParZeros => valeur.ToString("000.000", CultureInfo.InvariantCulture),
        StyleDeNombre.Virgule => valeur.ToString("0.00#", CultureInfo.InvariantCulture).Replace('.', ','),
        StyleDeNombre.EntoureDEspaces => $" {valeur.ToString("0.00#", CultureInfo.InvariantCulture)} ",
        StyleDeNombre.Milliers => valeur.ToString("#,##0.00#", Milliers),
        _ => valeur.ToString(entier ? "0" : "0.00#", CultureInfo.InvariantCulture),
    };
}
