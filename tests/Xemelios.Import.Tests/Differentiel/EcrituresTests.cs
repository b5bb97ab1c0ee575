using Xemelios.Samples;
using Xunit.Abstractions;

namespace Xemelios.Import.Tests.Differentiel;

/// <summary>Good files in every writing and encoding: the byte reader gives the events of the framework's, one by one.</summary>
/// <remarks><c>XEMELIOS_DIFFERENTIEL=1000000-1400000</c> tries other seeds than those of every day.</remarks>
public abstract class EcrituresTests(int parite, ITestOutputHelper sortie)
{
    private const int Fichiers = 10_200;
    private static readonly int[] PetitsBlocs = [512, 4_096, 1_024, 700];

    [Fact]
    public void ChaqueEcritureDonneLesMemesEvenements()
    {
        var bilan = new Bilan();
        foreach (var graine in Graines.Moitie(Fichiers, parite))
        {
            var fichier = XhlReecrit.Creer(graine);
            var petit = PetitsBlocs[graine / 2 % (ulong)PetitsBlocs.Length];
            var grand = fichier.Octets.Length + 1;
            bilan.Comparer(
                $"XhlReecrit {graine} ({fichier.Formes})", fichier.Octets, [grand, petit], parBouts: graine % 7 == 0, taille => DoitEtreLu(fichier.Formes, coupe: taille != grand));
        }

        sortie.WriteLine($"{bilan}");
        bilan.Verifier();
        Assert.True(bilan.Lus > 20 * bilan.Refuses, "Trop de fichiers générés ne sont pas du XML.");
    }

    private static bool DoitEtreLu(FormesRares formes, bool coupe) =>
        (formes & ~FormesRares.EncodageDementi & ~(coupe ? FormesRares.Aucune : FormesRares.NuitAuxCoupes)) == FormesRares.Aucune;
}

/// <inheritdoc/>
public sealed class EcrituresPairesTests(ITestOutputHelper sortie) : EcrituresTests(0, sortie);

/// <inheritdoc/>
public sealed class EcrituresImpairesTests(ITestOutputHelper sortie) : EcrituresTests(1, sortie);
