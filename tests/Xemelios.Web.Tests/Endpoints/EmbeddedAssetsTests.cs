using System.Net;
using System.Net.Http.Headers;
using Xemelios.Web.Endpoints;

namespace Xemelios.Web.Tests.Endpoints;

public sealed class EmbeddedAssetsTests(ServeurDEssai serveur) : IClassFixture<ServeurDEssai>
{
    [Theory]
    [InlineData("/_framework/blazor.web.js", "text/javascript", 187_546)]
    [InlineData("/xemelios.css", "text/css", 1_000)]
    [InlineData("/lib/bootstrap/bootstrap.min.css", "text/css", 200_000)]
    [InlineData("/lib/bootstrap/bootstrap.bundle.min.js", "text/javascript", 70_000)]
    [InlineData("/lib/chart/chart.umd.min.js", "text/javascript", 100_000)]
    [InlineData("/lib/pdfjs/pdf.min.mjs", "text/javascript", 300_000)]
    [InlineData("/lib/pdfjs/pdf.worker.min.mjs", "text/javascript", 800_000)]
    [InlineData("/lib/pdfjs/cmaps/UniJIS-UTF16-H.bcmap", "application/octet-stream", 100)]
    [InlineData("/lib/pdfjs/standard_fonts/LiberationSans-Regular.ttf", "application/x-font-ttf", 10_000)]
    [InlineData("/lib/pdfjs/wasm/openjpeg.wasm", "application/wasm", 10_000)]
    public async Task UnFichierDuNavigateurEstServiAvecSonType(string adresse, string type, int octetsAuMoins)
    {
        using var reponse = await serveur.Client.GetAsync(adresse);

        Assert.Equal(HttpStatusCode.OK, reponse.StatusCode);
        Assert.Equal(type, reponse.Content.Headers.ContentType!.MediaType);
        Assert.True((await reponse.Content.ReadAsByteArrayAsync()).Length >= octetsAuMoins);
    }

    [Fact]
    public async Task UneAdresseVersionneeSeGardePourToujoursEtUneAutreSeRevalide()
    {
        using var versionnee = await serveur.Client.GetAsync(new EmbeddedAssets().Href("xemelios.css"));
        using var nue = await serveur.Client.GetAsync("/xemelios.css");
        using var revalidation = new HttpRequestMessage(HttpMethod.Get, "/xemelios.css");
        revalidation.Headers.IfNoneMatch.Add(nue.Headers.ETag!);
        using var inchange = await serveur.Client.SendAsync(revalidation);

        Assert.Contains("immutable", versionnee.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.True(nue.Headers.CacheControl!.NoCache);
        Assert.Equal(HttpStatusCode.NotModified, inchange.StatusCode);
    }

    [Fact]
    public async Task UnTexteEstCompresseQuandLeNavigateurLAccepte()
    {
        using var demande = new HttpRequestMessage(HttpMethod.Get, "/_framework/blazor.web.js");
        demande.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));

        using var reponse = await serveur.Client.SendAsync(demande);

        Assert.Equal("br", Assert.Single(reponse.Content.Headers.ContentEncoding));
        Assert.True((await reponse.Content.ReadAsByteArrayAsync()).Length < 60_000);
    }
}
