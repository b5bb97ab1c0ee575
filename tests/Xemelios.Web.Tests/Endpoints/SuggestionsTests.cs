using System.Net;
using System.Text.Json.Nodes;

namespace Xemelios.Web.Tests.Endpoints;

/// <summary>What the search box proposes leads to what it names.</summary>
public sealed class SuggestionsTests(CommuneServie commune) : IClassFixture<CommuneServie>
{
    [Theory]
    [InlineData("saint exemple", "Collectivités")]
    [InlineData("traitement", "Rubriques")]
    [InlineData("paye mars", "Mandats")]
    [InlineData("échelon", "Pièces")]
    [InlineData("abadie", "Agents")]
    [InlineData("nomenclatures", "Écrans")]
    public async Task ChaquePropositionMeneALaPageQuElleNomme(string texte, string groupe)
    {
        var propositions = JsonNode.Parse(await commune.Client.GetStringAsync($"/suggestions?q={Uri.EscapeDataString(texte)}"))!.AsArray();

        Assert.Contains(propositions, p => (string)p!["groupe"]! == groupe);
        foreach (var proposition in propositions)
        {
            using var reponse = await commune.Client.GetAsync((string)proposition!["adresse"]!);
            Assert.True(reponse.StatusCode == HttpStatusCode.OK, $"{proposition["adresse"]} : {reponse.StatusCode}");
            if ((string)proposition["groupe"]! == "Mandats")
            {
                var page = WebUtility.HtmlDecode(await reponse.Content.ReadAsStringAsync());
                Assert.Contains("1 à 1 sur 1", page, StringComparison.Ordinal);
                Assert.Contains(((string)proposition["texte"]!)["Mandat ".Length..], page, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task RienNEstProposePourRien() => Assert.Equal("[]", await commune.Client.GetStringAsync("/suggestions?q=%20"));
}
