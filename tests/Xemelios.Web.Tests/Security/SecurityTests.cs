using System.Net;
using Xemelios.Web.Security;
using Xemelios.Web.Tests.Endpoints;

namespace Xemelios.Web.Tests.Security;

public sealed class SecurityTests(ServeurDEssai serveur) : IClassFixture<ServeurDEssai>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/a-propos")]
    [InlineData("/nulle-part")]
    [InlineData("/xemelios.css")]
    public async Task ChaqueReponsePorteLesEnTetesDeSecurite(string adresse)
    {
        using var reponse = await serveur.Client.GetAsync(adresse);

        Assert.Equal(SecurityHeaders.ContentSecurityPolicy, Assert.Single(reponse.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(reponse.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(reponse.Headers.Contains("Server"));
    }

    [Fact]
    public async Task UnePageNeResteDansAucunCache()
    {
        using var reponse = await serveur.Client.GetAsync("/");

        Assert.True(reponse.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public void LaPolitiqueNAccepteNiScriptNiStyleEcritDansLaPage() =>
        Assert.DoesNotContain("unsafe-inline", SecurityHeaders.ContentSecurityPolicy, StringComparison.Ordinal);

    [Theory]
    [InlineData("cross-site", HttpStatusCode.Forbidden)]
    [InlineData("same-site", HttpStatusCode.Forbidden)]
    [InlineData("same-origin", HttpStatusCode.NotFound)]
    public async Task UnEnvoiVenuDUnAutreSiteEstRefuse(string origine, HttpStatusCode attendu)
    {
        using var demande = new HttpRequestMessage(HttpMethod.Post, "/nulle-part");
        demande.Headers.Add("Sec-Fetch-Site", origine);

        using var reponse = await serveur.Client.SendAsync(demande);

        Assert.Equal(attendu, reponse.StatusCode);
    }

    [Fact]
    public async Task UnNomDHoteEtrangerNEstPasServi()
    {
        using var demande = new HttpRequestMessage(HttpMethod.Get, "/");
        demande.Headers.Host = "attaquant.example";

        using var reponse = await serveur.Client.SendAsync(demande);

        Assert.Equal(HttpStatusCode.BadRequest, reponse.StatusCode);
    }

    [Theory]
    [InlineData("https://127.0.0.1:5443")]
    [InlineData("http://un-nom:5080")]
    public void UneAdresseDEcouteQuiNEstPasUneAdresseIpEstRefusee(string adresse) =>
        Assert.Throws<ArgumentException>(() => XemeliosWeb.Create(new XemeliosWebOptions { DataFolder = ".", Url = new Uri(adresse) }));
}
