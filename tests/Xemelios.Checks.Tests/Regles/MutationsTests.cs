using Xemelios.Checks.Moteur;

namespace Xemelios.Checks.Tests.Regles;

/// <summary>A rule that is changed in one place no longer says what its cases expect: the cases hold each operator and each constant.</summary>
/// <remarks>Two halves, so that both cores work.</remarks>
public abstract class MutationsTests(DossierDesCas dossier, int parite) : IClassFixture<DossierDesCas>
{
    /// <summary>Of a hundred changes, how many the cases must catch.</summary>
    private const int Attrapees = 90;

    [Fact]
    public void LesCasAttrapentLesMutations()
    {
        var (toutes, echappees) = (0, new List<string>());
        foreach (var regle in CatalogueDesRegles.Toutes.Where((_, rang) => rang % 2 == parite))
        {
            using var banc = new BancDeRegle(dossier, regle);
            foreach (var mutation in MutationsDeRegle.De(regle))
            {
                toutes++;
                if (banc.DitPareil(mutation.Regle))
                    echappees.Add($"{regle.Code} {mutation.Quoi}");
            }
        }

        File.WriteAllLines(Path.Combine(AppContext.BaseDirectory, $"mutations-echappees-{parite}.txt"), echappees.Prepend($"{echappees.Count} sur {toutes}"));
        Assert.True(toutes > CatalogueDesRegles.Toutes.Count * 2);
        Assert.True(echappees.Count * 100 <= toutes * (100 - Attrapees), $"{echappees.Count} mutations sur {toutes} échappent aux cas :\n{string.Join('\n', echappees)}");
    }
}

/// <inheritdoc/>
public sealed class MutationsPairesTests(DossierDesCas dossier) : MutationsTests(dossier, 0);

/// <inheritdoc/>
public sealed class MutationsImpairesTests(DossierDesCas dossier) : MutationsTests(dossier, 1);
