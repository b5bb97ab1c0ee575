using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Xemelios.Checks.Echantillonnage;
using Xemelios.Domain.Echantillons;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Checks.Tests.Echantillonnage;

/// <summary>One seed and the same data, one sample: whatever the order, the culture, the threads; and no unit out of its stratum.</summary>
public sealed class TirageTests
{
    private static readonly Graine Graine = new(20260301);
    private static readonly Unite[] Cent = [.. Enumerable.Range(1, 100).Select(i => new Unite(Cle(i), new Montant(1000L * i), i % 3 == 0 ? "Été" : "Hiver", i == 7))];

    public static TheoryData<MethodeDeTirage> Methodes => [.. Enum.GetValues<MethodeDeTirage>()];

    /// <summary>Written by another program (sha256sum) from the rule alone.</summary>
    [Fact]
    public void LeRangEstLeDebutDUnSha256QueChacunPeutRefaire()
    {
        var attendu = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("xemelios-echantillon-1\n7\n1\nunite\na/1")))[..32];

        Assert.Equal("77bc3a8c4b347c76", attendu[..16]);
        Assert.Equal(attendu, new Hasard(new Graine(7), "1").Rang("a/1").ToString("x32", CultureInfo.InvariantCulture));
    }

    /// <summary>These samples are for ever, and were written by forty lines of Python from the rule alone: if this fails, those that were kept are no longer drawn equal.</summary>
    [Theory]
    [InlineData(MethodeDeTirage.Attributs, "v/7 v/63 v/71 v/82 v/66 v/11 v/78 v/93 v/4 v/64 v/10 v/22 v/83")]
    [InlineData(MethodeDeTirage.UnitesMonetaires, "v/7 v/63 v/93 v/69 v/48 v/56 v/73 v/45 v/89 v/95 v/99 v/43 v/65")]
    [InlineData(MethodeDeTirage.Stratifie, "v/7 v/71 v/82 v/11 v/4 v/64 v/10 v/22 v/83 v/63 v/66 v/78 v/93")]
    public void LeTirageDUneGraineNeChangeJamais(MethodeDeTirage methode, string unites) =>
        Assert.Equal(unites, string.Join(' ', Tirer(methode, Cent).Unites.Select(u => u.Cle)));

    [Theory]
    [MemberData(nameof(Methodes))]
    public void NiLOrdreNiLaCultureNiLesFilsDExecutionNeChangentLeTirage(MethodeDeTirage methode)
    {
        var attendu = Tirer(methode, Cent);
        foreach (var culture in new[] { "fr-FR", "tr-TR", "ar-SA", "sv-SE" })
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            Assert.True(attendu.EstEgalA(Tirer(methode, Cent.Reverse())), culture);
            Assert.True(attendu.EstEgalA(Tirer(methode, Cent.OrderBy(u => new Hasard(Graine, culture).Rang(u.Cle)))), culture);
        }

        Assert.All(Enumerable.Range(0, 64).AsParallel().WithDegreeOfParallelism(8).Select(i => Tirer(methode, Cent.Skip(i).Concat(Cent.Take(i)))), t => Assert.True(attendu.EstEgalA(t)));
    }

    [Theory]
    [MemberData(nameof(Methodes))]
    public void LesStratesSePartagentTouteLaPopulation(MethodeDeTirage methode)
    {
        foreach (var population in Hostiles())
            foreach (var etendue in new[] { EtendueDeTirage.DeTaille(1), EtendueDeTirage.DeTaille(12), EtendueDeTirage.DeTaille(1_000_000), EtendueDeTirage.DeTaux(7.5m)!, EtendueDeTirage.DeTaux(100)! })
            {
                var tirage = Tirage.Tirer(Poste(methode, etendue), new Population(population), Graine, "1");

                Assert.Equal(population.Count, tirage.Effectif);
                Assert.Equal(population.Sum(u => u.Montant.Centimes), tirage.Montant.Centimes);
                Assert.Equal(tirage.Strates.Select(s => s.Tires), tirage.Strates.Select((_, i) => tirage.Unites.Count(u => u.Strate == i)));
                Assert.Distinct(tirage.Unites.Select(u => u.Cle));
                Assert.Subset(population.Select(u => (u.Cle, u.Montant)).ToHashSet(), tirage.Unites.Select(u => (u.Cle, u.Montant)).ToHashSet());
                Assert.All(tirage.Strates, s => Assert.True(s.Tires <= s.Effectif && (s.Sorte is SorteDeStrate.Sondee or SorteDeStrate.HorsTirage || s.Tires == s.Effectif)));
            }
    }

    [Fact]
    public void CeQuiEstToujoursControleNePrendPasSurLaTaille()
    {
        var tirage = Tirage.Tirer(Poste(MethodeDeTirage.Attributs, EtendueDeTirage.DeTaille(10)) with { Seuil = new Montant(99_000) }, new Population(Cent), Graine, "1");

        Assert.Equal([(SorteDeStrate.Toujours, 1, 1), (SorteDeStrate.Seuil, 2, 2), (SorteDeStrate.Sondee, 97, 10)], tirage.Strates.Select(s => (s.Sorte, s.Effectif, s.Tires)));
        Assert.Equal([Cle(7), Cle(100), Cle(99)], tirage.Unites.Take(3).Select(u => u.Cle));
    }

    [Fact]
    public void UnMontantNegatifDePlusQueLeSeuilEstToujoursControle()
    {
        var tirage = Tirage.Tirer(Poste(MethodeDeTirage.Attributs, EtendueDeTirage.DeTaille(1)) with { Seuil = new Montant(5_000) }, new Population([U("a", -5_000), U("b", 4_999), U("c", -4_999)]), Graine, "1");

        Assert.Equal("a", tirage.Unites[0].Cle);
        Assert.Equal(SorteDeStrate.Seuil, tirage.Strates[0].Sorte);
    }

    [Fact]
    public void UneTaillePlusGrandeContinueLaPlusPetite() => Assert.Equal(
        Tirer(MethodeDeTirage.Attributs, Cent).Unites.Select(u => u.Cle),
        Tirage.Tirer(Poste(MethodeDeTirage.Attributs, EtendueDeTirage.DeTaille(40)), new Population(Cent), Graine, "1").Unites.Take(13).Select(u => u.Cle));

    [Fact]
    public void ParUniteMonetaireCeQuiDepasseLIntervalleEstCertainEtLIntervalleSeRecalcule()
    {
        // 10 of 1 100: the interval is 110, the unit of 1 000 is certain; of the 100 that are left, 9 are drawn at 11.11.
        var tirage = Tirage.Tirer(
            Poste(MethodeDeTirage.UnitesMonetaires, EtendueDeTirage.DeTaille(10)), new Population([U("grand", 1000), .. Enumerable.Range(0, 100).Select(i => U($"p{i:00}", 1))]), Graine, "1");

        Assert.Equal([(SorteDeStrate.Certaine, 1, 1), (SorteDeStrate.Sondee, 100, 9)], tirage.Strates.Select(s => (s.Sorte, s.Effectif, s.Tires)));
    }

    [Fact]
    public void ParUniteMonetaireLesMontantsNulsOuNegatifsSontDitsEtNonTires()
    {
        var tirage = Tirer(MethodeDeTirage.UnitesMonetaires, [U("a", 0), U("b", -500), U("c", 100), U("d", 100)]);

        Assert.Equal((SorteDeStrate.HorsTirage, 2, -500, 0), (tirage.Strates[0].Sorte, tirage.Strates[0].Effectif, tirage.Strates[0].Montant.Centimes, tirage.Strates[0].Tires));
        Assert.Equal(["c", "d"], tirage.Unites.Select(u => u.Cle).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void DeTresGrandsMontantsNeDebordentPas()
    {
        var tirage = Tirer(MethodeDeTirage.UnitesMonetaires, Enumerable.Range(0, 9).Select(i => U($"{i}", long.MaxValue / 10)));

        Assert.Equal((SorteDeStrate.Certaine, 9), (tirage.Strates[0].Sorte, tirage.Strates[0].Tires));
    }

    [Fact]
    public void ChaqueStrateEstVueAuMoinsAuTauxDemande()
    {
        var tirage = Tirage.Tirer(Poste(MethodeDeTirage.Stratifie, EtendueDeTirage.DeTaille(10)), new Population(Cent.Where(u => !u.Toujours)), Graine, "1");

        // 10 of 99, of which 33 and 66: 3.33 and 6.67, rounded up.
        Assert.Equal([("Hiver", 66, 7), ("Été", 33, 4)], tirage.Strates.Select(s => (s.Nom, s.Effectif, s.Tires)));
    }

    [Fact]
    public void DeuxPostesDUnMemePlanTirentChacunPourSoi()
    {
        var population = new Population(Cent);
        var poste = Poste(MethodeDeTirage.Attributs, EtendueDeTirage.DeTaille(30));

        Assert.False(Tirage.Tirer(poste, population, Graine, "1").EstEgalA(Tirage.Tirer(poste, population, Graine, "2")));
        Assert.False(Tirage.Tirer(poste, population, Graine, "1").EstEgalA(Tirage.Tirer(poste, population, new Graine(1), "1")));
    }

    [Fact]
    public void UneCleEnDoubleEstRefusee() =>
        Assert.Equal("ECH-0001", Assert.Throws<UniteEnDoubleException>(() => new Population([U("a", 1), U("b", 2), U("a", 3)])).Code);

    [Fact]
    public void LEmpreinteDeLaPopulationSuitUnCentime() =>
        Assert.NotEqual(new Population([U("a", 1)]).Empreinte(), new Population([U("a", 2)]).Empreinte());

    private static IEnumerable<IReadOnlyList<Unite>> Hostiles() =>
    [
        Cent, [], [U("a", 0)], [U("a", -1)], [U("a", 1)], [U("a", 0), U("b", -5), U("c", 7)], [.. Enumerable.Range(0, 50).Select(i => U($"{i}", 100))],
        [.. Enumerable.Range(0, 60).Select(i => U($"{i}", 1L << i % 40))], [U("é", 5) with { Strate = "Ω" }, U("e", 5), U("E", 5) with { Strate = "ω" }],
    ];

    private static TirageDePoste Tirer(MethodeDeTirage methode, IEnumerable<Unite> unites) => Tirage.Tirer(Poste(methode, EtendueDeTirage.DeTaille(12)), new Population(unites), Graine, "1");

    private static PosteDeControle Poste(MethodeDeTirage methode, EtendueDeTirage etendue) => new("Essai", "", methode, etendue);

    private static Unite U(string cle, long centimes) => new(cle, new Montant(centimes));

    private static string Cle(int i) => string.Create(CultureInfo.InvariantCulture, $"v/{i}");
}
