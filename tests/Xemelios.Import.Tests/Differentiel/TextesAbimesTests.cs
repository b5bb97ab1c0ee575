using Xemelios.Samples;
using Xunit.Abstractions;

namespace Xemelios.Import.Tests.Differentiel;

/// <summary>Damaged files: the byte reader accepts nothing that the framework's refuses, and what both accept is the same.</summary>
/// <remarks><c>XEMELIOS_DIFFERENTIEL=1000000-1400000</c> tries other seeds than those of every day.</remarks>
public abstract class TextesAbimesTests(int parite, ITestOutputHelper sortie)
{
    private const int Fichiers = 12_000;

    [Fact]
    public void RienDeCeQueLeTemoinRefuseNEstAccepte()
    {
        var bilan = new Bilan();
        foreach (var graine in Graines.Moitie(Fichiers, parite))
        {
            var octets = XhlMute.Creer(graine);
            bilan.Comparer($"XhlMute {graine}", octets, [(graine / 2 % 3) switch { 0 => 512, 1 => 4_096, _ => octets.Length + 1 }], parBouts: graine % 7 == 0, _ => false);
        }

        sortie.WriteLine($"{bilan}");
        bilan.Verifier();
        Assert.True(bilan.Refuses > bilan.Lus / 2 && bilan.Lus > bilan.Refuses / 5, "Il faut des textes encore bons et d'autres qui ne le sont plus.");
    }
}

/// <inheritdoc/>
public sealed class TextesAbimesPairsTests(ITestOutputHelper sortie) : TextesAbimesTests(0, sortie);

/// <inheritdoc/>
public sealed class TextesAbimesImpairsTests(ITestOutputHelper sortie) : TextesAbimesTests(1, sortie);
