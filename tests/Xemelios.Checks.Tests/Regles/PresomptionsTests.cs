using Xemelios.Checks.Moteur;

namespace Xemelios.Checks.Tests.Regles;

/// <summary>A rule may say of one of its findings that it only presumes.</summary>
public sealed class PresomptionsTests(DossierDesCas dossier) : IClassFixture<DossierDesCas>
{
    [Theory]
    [InlineData("RI-01", "CONTRACTUEL", GraviteDeRegle.AVerifier)]
    [InlineData("RI-01", "HORS-CATEGORIE", GraviteDeRegle.Anomalie)]
    [InlineData("RI-02", "B-349", GraviteDeRegle.Anomalie)]
    [InlineData("RI-05", "CONTRACTUEL", GraviteDeRegle.AVerifier)]
    [InlineData("RI-05", "ATTACHE", GraviteDeRegle.Anomalie)]
    [InlineData("RI-08", "AUTRE", GraviteDeRegle.AVerifier)]
    [InlineData("RI-08", "LOGE", GraviteDeRegle.Anomalie)]
    [InlineData("RI-09", "TROIS-FOIS", GraviteDeRegle.AVerifier)]
    public void LaGraviteDitCeQuiEstPresume(string regle, string matricule, GraviteDeRegle gravite) =>
        Assert.Equal(gravite, dossier.Controler(regle).Constats.Single(c => c.Matricule == matricule).Gravite);
}
