using System.Globalization;

namespace Xemelios.Benchmarks.Rapports;

/// <summary>Figures as French readers write them.</summary>
internal static class Nombres
{
    private static readonly NumberFormatInfo Francais = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = " ", NumberGroupSizes = [3], NegativeSign = "−" };

    public static string Secondes(double secondes) => secondes.ToString("N2", Francais) + " s";

    /// <summary>Milliseconds, with decimals below ten.</summary>
    public static string Millisecondes(double secondes) => (secondes * 1000).ToString(secondes < 0.001 ? "N3" : secondes < 0.01 ? "N1" : "N0", Francais) + " ms";

    public static string Entier(double nombre) => nombre.ToString("N0", Francais);

    public static string Rapport(double rapport) => "× " + rapport.ToString("N2", Francais);

    public static string Mio(double mio) => mio.ToString("N0", Francais) + " Mio";
}
