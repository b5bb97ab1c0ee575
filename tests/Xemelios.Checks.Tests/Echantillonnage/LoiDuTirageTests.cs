using Xemelios.Checks.Echantillonnage;
using Xemelios.Domain.Echantillons;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Checks.Tests.Echantillonnage;

/// <summary>Over the seeds 1 to 10 000, each unit comes as often as its method says, and the limits hold as often as they say.</summary>
/// <remarks>The seeds are fixed, so the outcome is. A count of mean m = 10 000 p may lie 4.5 standard deviations off: chance alone would break this once in 147 000 counts.</remarks>
public sealed class LoiDuTirageTests
{
    private const int Graines = 10_000;
    private const double EcartsTypesPermis = 4.5;

    /// <summary>From 1 to 400 euros, far from uniform, one larger than the interval, two that nothing can draw.</summary>
    private static readonly Unite[] Payes =
    [
        .. Enumerable.Range(1, 60).Select(i => new Unite($"v/{i}", new Montant(100L * (1 + i * i / 9)), i <= 10 ? "A" : i <= 33 ? "B" : "C")),
        new("v/61", new Montant(5_000_000), "C"), new("v/62", Montant.Zero, "C"), new("v/63", new Montant(-700), "A"),
    ];

    [Fact]
    public void ParAttributsChaqueBulletinALaMemeChance()
    {
        var comptes = Compter(MethodeDeTirage.Attributs, 12);

        Verifier(comptes, _ => 12 / 63.0);
        // Chi-square for draws without replacement, 62 degrees of freedom: 117.4 is exceeded once in 100 000 (quantile of Wilson and Hilferty).
        var p = 12 / 63.0;
        Assert.InRange(comptes.Sum(c => Math.Pow(c.Value - Graines * p, 2)) / (Graines * p * (1 - p)) * 62 / 63, 0, 117.4);
    }

    [Fact]
    public void ParAttributsChaquePaireALaMemeChance()
    {
        var paires = new Dictionary<(string, string), int>();
        for (var graine = 1; graine <= Graines; graine++)
        {
            var cles = Tirer(MethodeDeTirage.Attributs, 12, graine).Unites.Select(u => u.Cle).Order(StringComparer.Ordinal).ToList();
            foreach (var paire in cles.SelectMany((a, i) => cles.Skip(i + 1).Select(b => (a, b))))
                paires[paire] = paires.GetValueOrDefault(paire) + 1;
        }

        Assert.Equal(63 * 62 / 2, paires.Count);
        // 1 953 counts: 5 standard deviations are exceeded once in 1.7 million.
        var p = 12 * 11 / (63.0 * 62);
        Assert.All(paires.Values, n => Assert.InRange(Math.Abs(n - Graines * p) / Math.Sqrt(Graines * p * (1 - p)), 0, 5));
    }

    [Fact]
    public void ParUniteMonetaireLaChanceEstLeMontantSurLIntervalle()
    {
        var comptes = Compter(MethodeDeTirage.UnitesMonetaires, 12);
        // The large one is certain, and one drawn less is left for the others.
        var intervalle = Payes.Where(u => u.Montant.Centimes is > 0 and < 5_000_000).Sum(u => u.Montant.Centimes) / 11.0;

        Assert.Equal(Graines, comptes["v/61"]);
        Assert.Equal((0, 0), (comptes["v/62"], comptes["v/63"]));
        Verifier(comptes.Where(c => c.Key is not ("v/61" or "v/62" or "v/63")), u => u.Montant.Centimes / intervalle);
    }

    [Fact]
    public void ParStratesLaChanceEstLeTauxDeLaStrate() => Verifier(
        Compter(MethodeDeTirage.Stratifie, 12), u => u.Strate switch { "A" => 3 / 11.0, "B" => 5 / 23.0, _ => 6 / 29.0 });

    /// <summary>A confidence of 90 % is kept nine times out of ten at least, whatever the errors are: three standard deviations below are allowed.</summary>
    [Theory]
    [InlineData(MethodeDeTirage.Attributs, 3)]
    [InlineData(MethodeDeTirage.Attributs, 11)]
    [InlineData(MethodeDeTirage.Stratifie, 3)]
    [InlineData(MethodeDeTirage.Stratifie, 7)]
    [InlineData(MethodeDeTirage.UnitesMonetaires, 3)]
    [InlineData(MethodeDeTirage.UnitesMonetaires, 7)]
    public void LaLimiteTientAussiSouventQuElleLeDit(MethodeDeTirage methode, int pas)
    {
        var dus = Payes.Where((_, i) => i % pas == 0 && i < 60).ToDictionary(u => u.Cle, u => new Montant(u.Montant.Centimes * (u.Montant.Centimes % 4) / 4), StringComparer.Ordinal);
        var trop = Payes.Where(u => dus.ContainsKey(u.Cle)).Sum(u => u.Montant.Centimes - dus[u.Cle].Centimes);
        var tenues = Enumerable.Range(1, 2_000).Count(graine =>
        {
            var tirage = Tirer(methode, 12, graine);
            var evaluation = Evaluation.Evaluer(
                methode, tirage, [.. tirage.Unites.Select(u => dus.TryGetValue(u.Cle, out var du) ? new UniteVue(u, DecisionDePointage.Erreur, du) : new UniteVue(u, DecisionDePointage.Conforme))], 90);
            return evaluation.TropPayesLimite is { } limite ? limite.Centimes >= trop : evaluation.Nombre!.Value.Limite >= dus.Count;
        });

        Assert.InRange(tenues / 2_000.0, 0.9 - 3 * Math.Sqrt(0.9 * 0.1 / 2_000), 1);
    }

    private static Dictionary<string, int> Compter(MethodeDeTirage methode, int taille)
    {
        var comptes = Payes.ToDictionary(u => u.Cle, _ => 0, StringComparer.Ordinal);
        for (var graine = 1; graine <= Graines; graine++)
            foreach (var unite in Tirer(methode, taille, graine).Unites)
                comptes[unite.Cle]++;
        return comptes;
    }

    private static void Verifier(IEnumerable<KeyValuePair<string, int>> comptes, Func<Unite, double> chance) => Assert.All(comptes, c =>
    {
        var p = chance(Payes.Single(u => u.Cle == c.Key));
        Assert.InRange(Math.Abs(c.Value - Graines * p) / Math.Sqrt(Graines * p * (1 - p)), 0, EcartsTypesPermis);
    });

    private static TirageDePoste Tirer(MethodeDeTirage methode, int taille, int graine) =>
        Tirage.Tirer(new PosteDeControle("Essai", "", methode, EtendueDeTirage.DeTaille(taille)), new Population(Payes), new Graine((ulong)graine), "1");
}
