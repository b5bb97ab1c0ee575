using Xemelios.Benchmarks.Mesures;

namespace Xemelios.Benchmarks.Rapports;

/// <summary>Orders instead of means: the machine is shared, its noise has a long tail.</summary>
internal static class Statistiques
{
    public static double Mediane(IEnumerable<double> valeurs)
    {
        var triees = valeurs.Order().ToArray();
        return (triees[(triees.Length - 1) / 2] + triees[triees.Length / 2]) / 2;
    }

    /// <summary>Nearest rank.</summary>
    public static double Centile(IEnumerable<double> valeurs, int centieme)
    {
        var triees = valeurs.Order().ToArray();
        return triees[Math.Max(0, (triees.Length * centieme + 99) / 100 - 1)];
    }

    /// <summary>Medians of the neighbours, two on each side where there are so many.</summary>
    public static double[] MedianesGlissantes(IReadOnlyList<double> valeurs) =>
        [.. valeurs.Select((_, i) => Mediane(valeurs.Take(i + 3).Skip(Math.Max(0, i - 2))))];

    /// <param name="produit">Median of the product, for what it is compared with.</param>
    public static Mesure EnMesure(string nom, string ou, IEnumerable<Releve> releves, double? produit = null)
    {
        var liste = releves.ToList();
        var secondes = liste.ConvertAll(r => Arrondir(r.Secondes));
        var mediane = Arrondir(Mediane(secondes));
        return new Mesure(nom, ou, mediane, secondes.Count < 20 ? null : Centile(secondes, 95), produit is { } p ? Math.Round(p / mediane, 3) : null, secondes)
        {
            Processeur = liste.TrueForAll(r => r.Processeur is not null) ? liste.ConvertAll(r => Math.Round(r.Processeur!.Value, 3)) : null,
            MemoireMio = liste.TrueForAll(r => r.MemoireMio is not null) ? liste.ConvertAll(r => Math.Round(r.MemoireMio!.Value, 1)) : null,
        };
    }

    /// <summary>To the tenth of a microsecond.</summary>
    public static double Arrondir(double secondes) => Math.Round(secondes, 7);
}
