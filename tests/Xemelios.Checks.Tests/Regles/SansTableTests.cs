using Xemelios.Checks.Moteur;
using Xemelios.Domain.Habilitations;

namespace Xemelios.Checks.Tests.Regles;

/// <summary>A rule that needs a table of the employer says so when it was not given, and finds nothing.</summary>
public sealed class SansTableTests(DossierDesCas dossier) : IClassFixture<DossierDesCas>
{
    [Theory]
    [InlineData("IR-01", "zone de l’établissement non fournie")]
    [InlineData("NAS-02", "liste des logements non fournie")]
    [InlineData("NAS-04", "liste des logements non fournie")]
    public void SansSaTableRienNEstEvaluable(string code, string motif)
    {
        using var connexion = dossier.Connecter();
        var constats = new List<ConstatDePaye>();
        var bilan = Assert.Single(new ControleDePaye([code], (string)dossier.Attendus[code]["siret"]!).Executer(connexion, Perimetre.Complet, constats.Add));

        Assert.Empty(constats);
        Assert.Equal((motif, bilan.Testes), (Assert.Single(bilan.NonEvaluables).Key, bilan.NonEvaluables.Values.Sum()));
        Assert.NotEqual(0, bilan.Testes);
    }
}
