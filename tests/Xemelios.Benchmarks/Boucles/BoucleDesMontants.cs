using System.Globalization;
using BenchmarkDotNet.Attributes;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Benchmarks.Boucles;

/// <summary>Texts of amounts to cents, as the XmlReader reads them.</summary>
public class BoucleDesMontants
{
    private readonly string[] _textes = [.. Enumerable.Range(0, 1_000).Select(i => (i * 7_919 % 1_000_000 / 100m).ToString("0.00", CultureInfo.InvariantCulture))];

    [Benchmark(Description = "1 000 montants par decimal")]
    public long ParDecimal()
    {
        var total = Montant.Zero;
        foreach (var texte in _textes)
            total += Montant.FromDecimal(decimal.Parse(texte, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture));
        return total.Centimes;
    }
}
