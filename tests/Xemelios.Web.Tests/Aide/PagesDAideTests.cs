using System.Net;
using Xemelios.Web.Pages.Aide;
using Xemelios.Web.Tests.Security;

namespace Xemelios.Web.Tests.Aide;

/// <summary>The help as it is served, to everybody.</summary>
public sealed class PagesDAideTests(DeuxPostes postes) : IClassFixture<DeuxPostes>
{
    private static IEnumerable<string> Toutes =>
    [
        TextesDAide.Accueil, TextesDAide.Glossaire, TextesDAide.Codes, TextesDAide.Raccourcis,
        .. TextesDAide.Ecrans.Select(e => e.Adresse), .. TextesDAide.ParCode.Values.Select(c => c.Adresse), TextesDAide.Controles, .. TextesDAide.ParControle.Values.Select(c => c.Adresse),
    ];

    [Fact]
    public async Task ChaquePageDAideSOuvre()
    {
        List<string> fautes = [];
        foreach (var adresse in Toutes)
        {
            using var reponse = await postes.Demander("comptable", adresse);
            if (reponse.StatusCode != HttpStatusCode.OK) fautes.Add($"{adresse} : {(int)reponse.StatusCode}");
        }

        Assert.Empty(fautes);
    }

    [Theory]
    [InlineData("comptable")]
    [InlineData("agent")]
    [InlineData("ordonnateur")]
    [InlineData("auditeur")]
    [InlineData("juge")]
    [InlineData("administrateur")]
    [InlineData("sans.habilitation")]
    [InlineData(null)]
    public async Task LAideEstOuverteAChacun(string? compte)
    {
        foreach (var adresse in (string[])["/aide", "/aide?q=import", "/aide/ecrans/connexion", "/aide/glossaire", "/aide/codes/QST-0010", "/aide/raccourcis"])
        {
            using var reponse = await postes.Demander(compte, adresse);
            Assert.Equal((adresse, HttpStatusCode.OK), (adresse, reponse.StatusCode));
        }
    }

    [Theory]
    [InlineData("/bulletins?texte=x", "/aide/ecrans/bulletins")]
    [InlineData("/lignes", "/aide/ecrans/bulletins")]
    [InlineData("/", "/aide/ecrans/accueil")]
    [InlineData("/etats/21990001600011/00/2026-03/rapprochement", "/aide/ecrans/rapprochement")]
    [InlineData("/aide/codes", "/aide/ecrans/aide")]
    [InlineData("/nulle-part", "/aide/ecrans/introuvable")]
    public async Task LeLienDAideOuvreCelleDeLEcran(string ecran, string aide)
    {
        using var reponse = await postes.Demander("comptable", ecran);

        Assert.Contains($"class=\"lien-d-aide\" href=\"{aide}\"", await reponse.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/aide/ecrans/inconnu")]
    [InlineData("/aide/codes/XHL-9999")]
    public async Task CeQueLAideNeConnaitPasEstIntrouvable(string adresse)
    {
        using var reponse = await postes.Demander("comptable", adresse);

        Assert.Equal(HttpStatusCode.NotFound, reponse.StatusCode);
    }

    [Fact]
    public async Task UneRechercheSansReponseLeDit()
    {
        using var reponse = await postes.Demander("juge", "/aide?q=abracadabra");

        Assert.Contains("L'aide ne dit rien de «", WebUtility.HtmlDecode(await reponse.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }
}
