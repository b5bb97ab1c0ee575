using Xemelios.Benchmarks.Rapports;

namespace Xemelios.Architecture.Tests;

/// <summary>The README says what was measured, not what was hoped.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void LesChiffresDuReadmeSontCeuxDesResultats()
    {
        var readme = File.ReadAllText(Depot.Chemin("README.md"));

        Assert.Equal(TableDuReadme.Remplacer(readme, Depot.Chemin("tests/Xemelios.Benchmarks/results")), readme);
    }
}
