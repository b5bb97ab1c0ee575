using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Xemelios.Web.Tests.Endpoints;

public sealed class ExportsTests : IClassFixture<CommuneServie>
{
    private const string Lieu = "21990001600011/00/2026-03";
    private readonly CommuneServie _commune;

    public ExportsTests(CommuneServie commune) => _commune = commune;

    [Theory]
    [InlineData("etat", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("etat", "csv", "text/csv")]
    [InlineData("etat", "json", "application/json")]
    [InlineData("etat", "parquet", "application/vnd.apache.parquet")]
    [InlineData("etat", "pdf", "application/pdf")]
    [InlineData("rapprochement", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("rapprochement", "pdf", "application/pdf")]
    public async Task UnEtatEtUnRapprochementSExportentSousUnNomSur(string sujet, string format, string type)
    {
        using var reponse = await _commune.Client.GetAsync($"/exports/{sujet}/{Lieu}.{format}?par=rubrique");

        Assert.Equal(HttpStatusCode.OK, reponse.StatusCode);
        Assert.Equal(type, reponse.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", reponse.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Matches($@"^""?[a-z-]+_21990001600011_00_2026-03\.{format}""?$", reponse.Content.Headers.ContentDisposition.FileName!);
        Assert.True(reponse.Headers.CacheControl!.NoStore);
        Assert.NotEmpty(await reponse.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/exports/etat/21990001600011/00/2031-01.xlsx")]
    [InlineData("/exports/etat/00000000000000/00/2026-03.xlsx")]
    [InlineData("/exports/etat/21990001600011/00/2026-03.docx")]
    [InlineData("/exports/etat/21990001600011/00/mars.csv")]
    [InlineData("/exports/rapprochement/21990001600011/99/2026-03.csv")]
    [InlineData("/exports/bulletins/0000/1.pdf")]
    [InlineData("/exports/bulletins.pdf?matricule=personne")]
    public async Task CeQuiNExistePasRepond404(string adresse)
    {
        using var reponse = await _commune.Client.GetAsync(adresse);

        Assert.Equal(HttpStatusCode.NotFound, reponse.StatusCode);
    }

    [Fact]
    public async Task UneRechercheQuiNeSeLitPasEstRefuseeEnFrancais()
    {
        using var reponse = await _commune.Client.GetAsync("/exports/bulletins.zip?tri=inconnu");

        Assert.Equal(HttpStatusCode.BadRequest, reponse.StatusCode);
        Assert.Contains("« inconnu »", await reponse.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnBulletinSImprime()
    {
        var bulletin = _commune.Bulletins("avec_pj", "oui")[0];

        var octets = await _commune.Client.GetByteArrayAsync($"/exports/bulletins/{bulletin.Volume}/{bulletin.Ordre}.pdf");

        Assert.Equal("%PDF-1.7"u8, octets.AsSpan(0, 8));
    }

    [Fact]
    public async Task LeDossierDUneRechercheContientLesPiecesRecues()
    {
        var bulletins = _commune.Bulletins("avec_pj", "oui");
        var octets = await _commune.Client.GetByteArrayAsync("/exports/bulletins.zip?avec_pj=oui");
        using var zip = new ZipArchive(new MemoryStream(octets));
        using var sommaire = zip.GetEntry("sommaire.json")!.Open();
        var dit = JsonNode.Parse(sommaire)!;

        Assert.Equal(bulletins.Count, dit["bulletins"]!.AsArray().Count);
        Assert.NotEmpty(dit["pieces"]!.AsArray());
        foreach (var piece in dit["pieces"]!.AsArray())
        {
            using var contenu = zip.GetEntry((string)piece!["chemin"]!)!.Open();
            Assert.Equal((string?)piece["empreinte"], Convert.ToHexStringLower(await SHA256.HashDataAsync(contenu)));
        }

        Assert.Contains("avec des pièces justificatives", (string?)dit["criteres"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($"/etats/{Lieu}?par=agent", $"/exports/etat/{Lieu}.xlsx?par=agent")]
    [InlineData($"/etats/{Lieu}/rapprochement", $"/exports/rapprochement/{Lieu}.pdf")]
    public async Task LesEcransMenentALeursExports(string ecran, string export)
    {
        var page = await _commune.Client.GetStringAsync(ecran);

        Assert.Contains($"href=\"{export}\"", page, StringComparison.Ordinal);
    }
}
