using Xemelios.Checks.Echantillonnage;

namespace Xemelios.Checks.Tests.Echantillonnage;

/// <summary>The limits against tables that others published.</summary>
public sealed class LimitesSuperieuresTests
{
    /// <summary>AICPA, Audit Guide: Audit Sampling (2017), appendix A, tables A-3 (95 %) and A-4 (90 %): upper limits in percent, rounded up to a tenth, for 0 to 10 deviations.</summary>
    private static readonly (int Confiance, int Taille, double[] Limites)[] TablesAicpa =
    [
        (95, 20, [14.0, 21.7, 28.3, 34.4, 40.2, 45.6, 50.8, 55.9, 60.7, 65.4, 69.9]), (95, 25, [11.3, 17.7, 23.2, 28.2, 33.0, 37.6, 42.0, 46.3, 50.4, 54.4, 58.4]),
        (95, 40, [7.3, 11.4, 15.0, 18.3, 21.5, 24.6, 27.5, 30.4, 33.3, 36.0, 38.8]), (95, 60, [4.9, 7.7, 10.2, 12.5, 14.7, 16.8, 18.8, 20.8, 22.8, 24.8, 26.7]),
        (95, 100, [3.0, 4.7, 6.2, 7.6, 9.0, 10.3, 11.5, 12.8, 14.0, 15.2, 16.4]), (95, 200, [1.5, 2.4, 3.2, 3.9, 4.6, 5.2, 5.9, 6.5, 7.2, 7.8, 8.4]),
        (95, 500, [0.6, 1.0, 1.3, 1.6, 1.9, 2.1, 2.4, 2.7, 2.9, 3.2, 3.4]),
        (90, 20, [10.9, 18.1, 24.5, 30.5, 36.1, 41.5, 46.8, 51.9, 56.8, 61.6, 66.2]), (90, 50, [4.6, 7.6, 10.3, 12.9, 15.4, 17.8, 20.2, 22.5, 24.7, 27.0, 29.2]),
        (90, 100, [2.3, 3.9, 5.3, 6.6, 7.9, 9.1, 10.3, 11.5, 12.7, 13.9, 15.0]), (90, 300, [0.8, 1.3, 1.8, 2.3, 2.7, 3.1, 3.5, 3.9, 4.3, 4.7, 5.1]),
        (90, 500, [0.5, 0.8, 1.1, 1.4, 1.6, 1.9, 2.1, 2.4, 2.6, 2.9, 3.1]),
    ];

    [Fact]
    public void LaLimiteBinomialeEstCelleDesTablesDeLAicpa()
    {
        foreach (var (confiance, taille, limites) in TablesAicpa)
            Assert.Equal(limites, Enumerable.Range(0, limites.Length).Select(k => Math.Ceiling(LimitesSuperieures.Binomiale(taille, k, confiance) * 1000) / 10));
    }

    /// <summary>Touw and Hoogduin, Statistiek voor audit en controlling (2011), page 137: n = 145, 95 %; to seven decimals, as the R package jfa computes them.</summary>
    [Theory]
    [InlineData(0, 0.02044826)]
    [InlineData(1, 0.03229696)]
    [InlineData(2, 0.04278054)]
    [InlineData(3, 0.05260260)]
    public void LaLimiteBinomialeEstCelleDeTouwEtHoogduin(int erreurs, double limite) => Assert.Equal(limite, LimitesSuperieures.Binomiale(145, erreurs, 95), 7);

    /// <summary>The same book, page 125: N = 1 200, n = 102, 90 %.</summary>
    [Theory]
    [InlineData(0, 25)]
    [InlineData(1, 43)]
    [InlineData(2, 59)]
    [InlineData(3, 75)]
    public void LaLimiteHypergeometriqueEstCelleDeTouwEtHoogduin(int erreurs, int faux) => Assert.Equal(faux, LimitesSuperieures.Hypergeometrique(1200, 102, erreurs, 90));

    /// <summary>Page 123: 45 units without error out of 1 200 allow less than 60 wrong ones at 90 %, 44 do not; 102 with two errors likewise.</summary>
    [Fact]
    public void LaTailleDeTouwEtHoogduinSuffitEtUneDeMoinsNon()
    {
        Assert.True(LimitesSuperieures.Hypergeometrique(1200, 45, 0, 90) < 60 && LimitesSuperieures.Hypergeometrique(1200, 44, 0, 90) >= 60);
        Assert.True(LimitesSuperieures.Hypergeometrique(1200, 102, 2, 90) < 60 && LimitesSuperieures.Hypergeometrique(1200, 101, 2, 90) >= 60);
    }

    /// <summary>Factors of reliability for overstatements of AICPA (Audit Sampling, appendix C) and of the European Commission (EGESIF 16-0014, appendix 2), which round them to a hundredth, some of them up.</summary>
    [Theory]
    [InlineData(95, new[] { 3.00, 4.75, 6.30, 7.76, 9.16, 10.52, 11.85, 13.15, 14.44, 15.71, 16.97 })]
    [InlineData(90, new[] { 2.31, 3.89, 5.33, 6.69, 8.00, 9.28, 10.54, 11.78, 13.00, 14.21, 15.41 })]
    [InlineData(80, new[] { 1.61, 3.00, 4.28, 5.52, 6.73, 7.91, 9.08, 10.24, 11.38, 12.52, 13.66 })]
    public void LesFacteursDePoissonSontCeuxDesGuides(int confiance, double[] facteurs) =>
        Assert.All(facteurs.Select((f, k) => f - LimitesSuperieures.Poisson(k, confiance)), ecart => Assert.InRange(ecart, -0.006, 0.0105));

    /// <summary>AICPA, appendix C, table C-1: interval over tolerable misstatement without any expected gives these sizes.</summary>
    [Theory]
    [InlineData(95, 300)]
    [InlineData(90, 231)]
    [InlineData(85, 190)]
    [InlineData(80, 161)]
    [InlineData(75, 139)]
    public void LeFacteurSansErreurDonneLesTaillesDeLaTableC1(int confiance, int taille) => Assert.Equal(taille, Math.Ceiling(LimitesSuperieures.Poisson(0, confiance) / 0.01));

    /// <summary>Touw and Hoogduin, pages 138, 143 and 144: n = 145, 95 %, binomial factors.</summary>
    [Theory]
    [InlineData(0.03478656, new[] { "1", "0.20000072", "0.03999931" })]
    [InlineData(0.03333348, new[] { "1", "0.09887" })]
    [InlineData(0.03251936, new[] { "0.5", "0.4", "0.19887" })]
    public void LaLimiteDeStringerEstCelleDeTouwEtHoogduin(double limite, string[] parts) => Assert.Equal(
        limite, LimitesSuperieures.Stringer(k => LimitesSuperieures.Binomiale(145, k, 95), parts.Select(p => decimal.Parse(p, System.Globalization.CultureInfo.InvariantCulture))), 7);

    [Theory]
    [InlineData(300, 300, 4)]
    [InlineData(1, 1, 0)]
    [InlineData(700_000, 700_000, 0)]
    public void QuiAToutVuNIgnoreRien(int population, int taille, int erreurs) => Assert.Equal(erreurs, LimitesSuperieures.Hypergeometrique(population, taille, erreurs, 99));

    /// <summary>What a finite population adds can only lower the limit, and a large one comes near the binomial.</summary>
    [Fact]
    public void LaPopulationFinieSerreLaLimiteBinomiale()
    {
        foreach (var (population, taille, erreurs) in new[] { (400, 60, 0), (400, 60, 5), (700_000, 300, 2) })
            Assert.InRange(LimitesSuperieures.Hypergeometrique(population, taille, erreurs, 95) / (double)population, 0, LimitesSuperieures.Binomiale(taille, erreurs, 95));
        Assert.Equal(LimitesSuperieures.Binomiale(300, 2, 95), LimitesSuperieures.Hypergeometrique(700_000, 300, 2, 95) / 700_000.0, 4);
    }
}
