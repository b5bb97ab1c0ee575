namespace Xemelios.Checks.Echantillonnage;

/// <summary>Upper limits at a stated confidence: the greatest value under which no more than the errors found is still likelier than the risk.</summary>
/// <remarks>Statistics alone are floating here; no amount is.</remarks>
public static class LimitesSuperieures
{
    private const int Pas = 200;

    /// <summary>The expected number of errors (factor of reliability of AICPA, <i>Audit Sampling</i>, appendix C: 3.00, 4.75, 6.30… at 95 %).</summary>
    public static double Poisson(int erreurs, int confiance)
    {
        var termes = Enumerable.Range(0, erreurs + 1).Select(j => (double)j).ToList();
        return Chercher(erreurs, erreurs + 60 + 12 * Math.Sqrt(erreurs + 1), Risque(confiance), moyenne => termes.Sum(j => Math.Exp(j * Math.Log(moyenne) - moyenne - LogFactorielle(j))));
    }

    /// <summary>The rate, out of a population without end (Clopper and Pearson, 1934).</summary>
    public static double Binomiale(int taille, int erreurs, int confiance) => erreurs >= taille ? 1 : Chercher(
        0, 1, Risque(confiance),
        taux => Enumerable.Range(0, erreurs + 1).Sum(j => Math.Exp(LogCombinaisons(taille, j) + j * Math.Log(taux) + (taille - j) * Math.Log(1 - taux))));

    /// <summary>The number of wrong units among those of a finite population, drawn without replacement: exact.</summary>
    public static int Hypergeometrique(int population, int taille, int erreurs, int confiance)
    {
        var (bas, haut) = (erreurs, population - taille + erreurs);
        while (bas < haut)
        {
            var milieu = bas + (haut - bas + 1) / 2;
            if (AuPlus(population, taille, milieu, erreurs) >= Risque(confiance)) bas = milieu;
            else haut = milieu - 1;
        }

        return bas;
    }

    /// <summary>The bound of Stringer (1963) on the part of the amount that is wrong: the limit without any error, and each error found, the greatest first, for what it widens it.</summary>
    /// <param name="limite">Upper limit of the rate for a number of errors.</param>
    /// <param name="parts">The wrong part of each unit in error: 1 when nothing was due.</param>
    public static double Stringer(Func<int, double> limite, IEnumerable<decimal> parts) =>
        limite(0) + parts.OrderDescending().Select((part, i) => (limite(i + 1) - limite(i)) * (double)part).Sum();

    private static double Risque(int confiance) => (100 - confiance) / 100.0;

    // The chance of so few errors falls as the value grows.
    private static double Chercher(double bas, double haut, double risque, Func<double, double> chance)
    {
        for (var i = 0; i < Pas; i++)
        {
            var milieu = (bas + haut) / 2;
            if (chance(milieu) > risque) bas = milieu;
            else haut = milieu;
        }

        return haut;
    }

    /// <summary>The chance of no more than these errors in the sample.</summary>
    private static double AuPlus(int population, int taille, int faux, int erreurs)
    {
        var premier = Math.Max(0, taille - (population - faux));
        var dernier = Math.Min(erreurs, Math.Min(taille, faux));
        return premier > dernier ? 0 : Enumerable.Range(premier, dernier - premier + 1)
            .Sum(j => Math.Exp(LogCombinaisons(faux, j) + LogCombinaisons(population - faux, taille - j) - LogCombinaisons(population, taille)));
    }

    private static double LogCombinaisons(double n, double k) => LogFactorielle(n) - LogFactorielle(k) - LogFactorielle(n - k);

    // Stirling's series, exact to the last digits from ten on.
    private static double LogFactorielle(double n)
    {
        var avant = 0.0;
        for (; n < 10; n++)
            avant -= Math.Log(n + 1);
        return avant + (n + 0.5) * Math.Log(n) - n + 0.5 * Math.Log(2 * Math.PI) + 1 / (12 * n) - 1 / (360 * Math.Pow(n, 3)) + 1 / (1260 * Math.Pow(n, 5)) - 1 / (1680 * Math.Pow(n, 7));
    }
}
