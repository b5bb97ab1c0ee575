using System.Net;
using System.Text.Json.Nodes;

namespace Xemelios.Web.Tests.Endpoints;

public sealed class RecherchesTests : IClassFixture<CommuneServie>
{
    private readonly CommuneServie _commune;

    public RecherchesTests(CommuneServie commune) => _commune = commune;

    [Theory]
    [InlineData("/bulletins?q=indice%3E%3D400", "bulletins")]
    [InlineData("/lignes?q=rubrique%3D1000&col=nom,montant", "lignes")]
    [InlineData("/repartition", "repartition")]
    [InlineData("/lignes?grouper=categorie,rubrique", "lignes")]
    public async Task UneListeEtSonExportDisentLesMemesTotaux(string adresse, string sujet)
    {
        var page = WebUtility.HtmlDecode(await _commune.Client.GetStringAsync(adresse));
        var export = JsonNode.Parse(await _commune.Client.GetStringAsync($"/exports/recherche/{sujet}.json{new Uri("http://localhost" + adresse).Query}"))!;

        var total = export["totaux"]!.AsObject().Last(t => t.Value is JsonValue).Value!.ToString();
        Assert.Contains(Web.Components.FormatFrancais.Montant(decimal.Parse(total, System.Globalization.CultureInfo.InvariantCulture)), page, StringComparison.Ordinal);
        Assert.NotEmpty(export["sources"]!.AsArray());
    }

    [Theory]
    [InlineData("/bulletins?q=indice%3E%3D", "position")]
    [InlineData("/bulletins?q=inconnu%3D1", "inconnu")]
    [InlineData("/lignes?grouper=montant", "montant")]
    public async Task UneRechercheFautiveSeDitSurLaPage(string adresse, string mot)
    {
        var page = await _commune.Client.GetStringAsync(adresse);
        Assert.Contains("id=\"refus\"", page, StringComparison.Ordinal);
        Assert.Contains(mot, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnNirTapeDansLAdresseEnSort()
    {
        using var reponse = await _commune.Client.GetAsync("/bulletins?q=nir%3D1850399000123");
        var adresse = reponse.RequestMessage!.RequestUri!.ToString() + reponse.Headers.Location;

        Assert.Contains("liste:", Uri.UnescapeDataString(adresse), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://ailleurs.example/", "x")]
    [InlineData("//ailleurs.example", "x")]
    [InlineData("/bulletins", "")]
    public async Task UneRechercheNeMenePasAilleurs(string adresse, string libelle)
    {
        using var reponse = await Enregistrer(adresse, libelle);
        Assert.Equal(HttpStatusCode.BadRequest, reponse.StatusCode);
    }

    [Fact]
    public async Task UneRechercheSEnregistreEtSeRetire()
    {
        using var reponse = await Enregistrer("/bulletins?q=indice%3E%3D400", "Indices élevés");
        var page = await _commune.Client.GetStringAsync("/recherches");
        Assert.Contains("Indices élevés", WebUtility.HtmlDecode(page), StringComparison.Ordinal);

        var action = System.Text.RegularExpressions.Regex.Match(page, "/recherches/[0-9]+/retirer", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        using var retrait = await _commune.Client.PostAsync(action, new FormUrlEncodedContent([]));
        Assert.DoesNotContain("Indices élevés", WebUtility.HtmlDecode(await _commune.Client.GetStringAsync("/recherches")), StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> Enregistrer(string adresse, string libelle) => _commune.Client.PostAsync("/recherches/enregistrer", new FormUrlEncodedContent(
        new Dictionary<string, string> { ["adresse"] = adresse, ["libelle"] = libelle }));
}
