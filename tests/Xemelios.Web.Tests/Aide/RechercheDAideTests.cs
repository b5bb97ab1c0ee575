using Xemelios.Web.Pages.Aide;

namespace Xemelios.Web.Tests.Aide;

public sealed class RechercheDAideTests
{
    [Theory]
    [InlineData("repartition", "/aide/glossaire#repartition-par-nature")]
    [InlineData("RÉPARTITIONS", "/aide/glossaire#repartition-par-nature")]
    [InlineData("XHL-0012", "/aide/codes/XHL-0012")]
    [InlineData("xhl 12", null)]
    [InlineData("comment importer un dossier du serveur", "/aide/ecrans/import")]
    [InlineData("verrouillé", "/aide/ecrans/connexion")]
    [InlineData("trou noir", null)]
    [InlineData("de la", null)]
    [InlineData(" ", null)]
    public void UneQuestionMeneALaBonnePage(string question, string? adresse)
    {
        var trouves = RechercheDAide.Chercher(question);

        Assert.Equal(adresse is not null, trouves.Any(t => t.Adresse == adresse));
        Assert.All(trouves, t => Assert.NotEmpty(t.Extrait));
    }

    [Fact]
    public void LeTitreVautPlusQueLeTexte() => Assert.Equal("/aide/ecrans/rapprochement", RechercheDAide.Chercher("rapprochement").First(t => t.Sorte == "Écran").Adresse);

    [Theory]
    [InlineData("Répartition par nature", "repartition-par-nature")]
    [InlineData("État liquidatif", "etat-liquidatif")]
    [InlineData("M57, M14, M21, M22", "m57-m14-m21-m22")]
    public void UnTermeAUneAncreSansAccent(string terme, string ancre) => Assert.Equal(ancre, MotsDAide.Ancre(terme));
}
