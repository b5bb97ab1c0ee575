using Xemelios.Checks.Echantillonnage;
using Xemelios.Domain.Echantillons;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Checks.Tests.Echantillonnage;

/// <summary>What a sample says of its population: figures computed by hand or published.</summary>
public sealed class EvaluationTests
{
    /// <summary>N = 1 200, n = 102, two errors, 90 %: at most 59 (Touw and Hoogduin, page 125); most likely 2 x 1 200 / 102.</summary>
    [Fact]
    public void ParAttributsLeNombreEtSaLimite()
    {
        var e = Evaluer(MethodeDeTirage.Attributs, 90, [Strate(SorteDeStrate.Sondee, 1200, 1_200_000, 102)], Vues(0, 102, 1_000, (0, 400), (1, 1_100)));

        Assert.Equal((23.53m, 59), (decimal.Round(e.Nombre!.Value.Probable, 2), e.Nombre.Value.Limite));
        Assert.Equal((600, 100), (e.TropPayes.Centimes, e.MoinsPayes.Centimes));
        Assert.Equal((7_059, 1_176, (Montant?)null), (e.TropPayesProbables.Centimes, e.MoinsPayesProbables.Centimes, e.TropPayesLimite));
    }

    [Fact]
    public void CeQuiEstVuEnEntierSAjouteSansIncertitude()
    {
        var e = Evaluer(MethodeDeTirage.Attributs, 90, [Strate(SorteDeStrate.Toujours, 5, 5_000, 5), Strate(SorteDeStrate.Sondee, 1200, 1_200_000, 102)],
            [.. Vues(0, 5, 1_000, (0, 0), (1, 0)), .. Vues(1, 102, 1_000)]);

        Assert.Equal((2m, 2 + 25), (e.Nombre!.Value.Probable, e.Nombre.Value.Limite));
    }

    /// <summary>Interval 10 000.00: without any error, 95 % gives 2.9957 intervals; a taint of one half adds (4.7439 - 2.9957) / 2.</summary>
    [Theory]
    [InlineData(new int[0], 0, 29_957.32)]
    [InlineData(new[] { 500 }, 5_000, 38_697.98)]
    [InlineData(new[] { 0 }, 10_000, 47_438.64)]
    [InlineData(new[] { 0, 500 }, 15_000, 55_198.29)]
    public void ParUniteMonetaireLaLimiteDeStringer(int[] constates, double probable, double limite)
    {
        var e = Evaluer(MethodeDeTirage.UnitesMonetaires, 95, [Strate(SorteDeStrate.Sondee, 5_000, 100_000_000, 100)], Vues(0, 100, 1_000, [.. constates.Select((c, i) => (i, c))]));

        Assert.Equal((decimal)probable, e.TropPayesProbables.ToDecimal());
        Assert.InRange(e.TropPayesLimite!.Value.ToDecimal(), (decimal)limite, (decimal)limite + 0.02m);
    }

    [Fact]
    public void LErreurDUneGrandeUniteVautCeQuElleVaut()
    {
        var e = Evaluer(MethodeDeTirage.UnitesMonetaires, 95, [Strate(SorteDeStrate.HorsTirage, 3, -900, 0), Strate(SorteDeStrate.Certaine, 1, 2_000_000, 1), Strate(SorteDeStrate.Sondee, 5_000, 100_000_000, 100)],
            [new(new UniteTiree("g", new(2_000_000), 1), DecisionDePointage.Erreur, new Montant(1_900_000)), .. Vues(2, 100, 1_000)]);

        Assert.Equal((100_000, 100_000 + 2_995_733), (e.TropPayesProbables.Centimes, e.TropPayesLimite!.Value.Centimes));
        Assert.Equal((3, -900), (e.HorsTirage.Effectif, e.HorsTirage.Montant.Centimes));
    }

    [Fact]
    public void UnMoinsPayeNeCompensePasUnTropPaye()
    {
        var e = Evaluer(MethodeDeTirage.UnitesMonetaires, 95, [Strate(SorteDeStrate.Sondee, 5_000, 100_000_000, 100)], Vues(0, 100, 1_000, (0, 500), (1, 1_500)));

        Assert.Equal((500_000, 500_000), (e.TropPayesProbables.Centimes, e.MoinsPayesProbables.Centimes));
        Assert.InRange(e.TropPayesLimite!.Value.Centimes, 3_869_798, 3_869_800);
    }

    [Fact]
    public void CeQuiNeSeVerifiePasCompteCommeFaux()
    {
        var vues = Vues(0, 102, 1_000);
        vues[0] = vues[0] with { Decision = DecisionDePointage.NonVerifiable };
        var nombre = Evaluer(MethodeDeTirage.Attributs, 90, [Strate(SorteDeStrate.Sondee, 1200, 1_200_000, 102)], vues);
        var montant = Evaluer(MethodeDeTirage.UnitesMonetaires, 95, [Strate(SorteDeStrate.Sondee, 5_000, 102_000_000, 102)], vues);

        Assert.Equal((43, 0, 1), (nombre.Nombre!.Value.Limite, nombre.Erreurs, nombre.NonVerifiables));
        Assert.Equal(1_000_000, montant.TropPayesProbables.Centimes);
    }

    [Fact]
    public void ParStratesLaLimiteEstCelleDeToutesRapporteeALaMoinsVue()
    {
        var e = Evaluer(MethodeDeTirage.Stratifie, 95, [Strate(SorteDeStrate.Sondee, 600, 600_000, 60), Strate(SorteDeStrate.Sondee, 400, 400_000, 40), Strate(SorteDeStrate.Sondee, 2, 2_000, 2)],
            [.. Vues(0, 60, 1_000, (0, 500)), .. Vues(1, 40, 1_000), .. Vues(2, 2, 1_000, (0, 0))]);

        // The stratum of two is known; one error of 100 seen at 10 %: 4.656 % at most (AICPA table A-3: 4.7).
        Assert.Equal((11m, 1 + 46), (e.Nombre!.Value.Probable, e.Nombre.Value.Limite));
        Assert.Equal(6_000, e.TropPayesProbables.Centimes);
    }

    [Theory]
    [InlineData(MethodeDeTirage.Attributs)]
    [InlineData(MethodeDeTirage.Stratifie)]
    [InlineData(MethodeDeTirage.UnitesMonetaires)]
    public void UnePopulationVideNAPasDErreur(MethodeDeTirage methode)
    {
        var e = Evaluer(methode, 95, [], []);

        Assert.Equal((0, Montant.Zero), (e.Nombre?.Limite ?? 0, e.TropPayesLimite ?? Montant.Zero));
    }

    [Fact]
    public void LaLimiteNeDepassePasCeQuiNAPasEteVu()
    {
        var e = Evaluer(MethodeDeTirage.UnitesMonetaires, 99, [Strate(SorteDeStrate.Sondee, 5, 5_000, 2)], Vues(0, 2, 1_000));

        Assert.Equal(3_000, e.TropPayesLimite!.Value.Centimes);
    }

    [Fact]
    public void UneErreurPlusGrandeQueLePayeEstDite() => Assert.True(
        Evaluer(MethodeDeTirage.UnitesMonetaires, 95, [Strate(SorteDeStrate.Sondee, 5_000, 100_000_000, 100)], Vues(0, 100, 1_000, (0, -10))).ErreurPlusGrandeQueLePaye);

    [Fact]
    public void RienNeSEvalueAvantLaFin() => Assert.Equal(
        "ECH-0002", Assert.Throws<EvaluationPrematureeException>(() => Evaluer(MethodeDeTirage.Attributs, 95, [Strate(SorteDeStrate.Sondee, 10, 10, 2)], Vues(0, 2, 1)[..1])).Code);

    private static EvaluationDePoste Evaluer(MethodeDeTirage methode, int confiance, StrateTiree[] strates, UniteVue[] vues) => Evaluation.Evaluer(
        methode, new TirageDePoste(strates, [.. Enumerable.Range(0, strates.Sum(s => s.Tires)).Select(i => new UniteTiree($"{i}", Montant.Zero, 0))], ""), vues, confiance);

    private static StrateTiree Strate(SorteDeStrate sorte, int effectif, long centimes, int tires) => new(sorte, "", effectif, new Montant(centimes), tires);

    /// <summary>Units of one amount; those that are named were due another.</summary>
    private static UniteVue[] Vues(int strate, int nombre, long centimes, params (int Rang, int Constate)[] erreurs) =>
    [
        .. Enumerable.Range(0, nombre).Select(i => new UniteTiree($"{strate}/{i}", new Montant(centimes), strate)).Select((u, i) => erreurs.Any(e => e.Rang == i)
            ? new UniteVue(u, DecisionDePointage.Erreur, new Montant(erreurs.Single(e => e.Rang == i).Constate))
            : new UniteVue(u, DecisionDePointage.Conforme)),
    ];
}
