using Xemelios.Web.Pages.Aide;

namespace Xemelios.Web.Tests.Aide;

public sealed class TexteDAideTests
{
    [Fact]
    public void UnFichierSeLitParSonEnTeteSesSectionsEtSesChamps()
    {
        var fichier = FichierDAide.Lire("essai", """
            ---
            titre: Un essai
            routes: /a, /b
            ---
            Avant tout.

            ## Premier
            Un [lien](/aide), du **fort** et `du <b>code</b>` :
            la suite.

            - Source : décret n° 1, et `X`
            - une puce
              sur deux lignes

            1. un
            2. deux
            """);

        Assert.Equal("/a, /b", fichier.EnTete["routes"]);
        Assert.Equal("Avant tout.", TexteDAide.EnClair(fichier.Introduction));
        var blocs = Assert.Single(fichier.Sections).Blocs;
        Assert.Equal(
            [
                new("Un "), new("lien", SorteDeFragment.Lien, "/aide"), new(", du "), new("fort", SorteDeFragment.Fort), new(" et "),
                new("du <b>code</b>", SorteDeFragment.Code), new("\u00A0: la suite."),
            ],
            blocs[0].Lignes[0]);
        Assert.Equal("Décret n° 1, et X", TexteDAide.EnClair(fichier.Sections[0].Champs["Source"]));
        Assert.Equal("une puce sur deux lignes", TexteDAide.EnClair(blocs[1].Lignes[1]));
        Assert.Equal((true, 2), (blocs[2].EstNumerotee, blocs[2].Lignes.Count));
    }

    [Fact]
    public void LeHtmlResteDuTexte() =>
        Assert.Equal("<b>gras</b> <script>", TexteDAide.EnClair(FichierDAide.Lire("essai", "<b>gras</b> <script>").Introduction));

    [Fact]
    public void CeQueLAideNEmploiePasEstRefuseALaLecture() =>
        Assert.Throws<NotSupportedException>(() => FichierDAide.Lire("essai", "> une citation"));
}
