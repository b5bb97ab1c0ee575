using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;

namespace Xemelios.Web.Tests.Security;

/// <summary>Every screen says where it is and leads back up: none is a dead end.</summary>
public sealed partial class FilsDArianeTests(DeuxPostes postes) : IClassFixture<DeuxPostes>
{
    /// <summary>The top, and what comes before any account: nothing is above them.</summary>
    private static readonly string[] Sans = ["/", "/connexion", "/premier-demarrage/{Jeton}", "/mot-de-passe/{Jeton}"];

    [Fact]
    public async Task ChaqueEcranAUnFilDArianeQuiMeneAilleurs()
    {
        List<string> fautes = [];
        var lus = 0;
        foreach (var route in postes.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(r => r.Metadata.GetMetadata<ComponentTypeMetadata>() is not null).DistinctBy(Chemin))
        {
            if (Sans.Contains(Chemin(route))) continue;
            var page = await Lire(Adresse(route));
            if (page is null) continue;
            lus++;
            if (!FilDAriane().IsMatch(page)) fautes.Add(Chemin(route));
        }

        Assert.Empty(fautes);
        Assert.True(lus > 40, $"{lus} écrans lus");
    }

    private async Task<string?> Lire(string adresse)
    {
        foreach (var compte in (string[])["comptable", "administrateur", "juge"])
        {
            using var reponse = await postes.Demander(compte, adresse);
            if (reponse.StatusCode is HttpStatusCode.OK || adresse.StartsWith("/introuvable", StringComparison.Ordinal))
                return WebUtility.HtmlDecode(await reponse.Content.ReadAsStringAsync());
        }

        return null;
    }

    private static string Chemin(RouteEndpoint route) => "/" + route.RoutePattern.RawText!.Trim('/');

    private string Adresse(RouteEndpoint route)
    {
        var (volume, ordre, matricule, _, piece) = postes.Bulletin;
        var chemin = Regex.Replace(Chemin(route), @"\{\*?(?<nom>\w+)(:\w+)?\}", m => m.Groups["nom"].Value.ToLowerInvariant() switch
        {
            "siret" => DeuxPostes.Commune, "mois" => "2026-03", "exercice" => "2026", "budget" => "00", "code" when Chemin(route).StartsWith("/rubriques", StringComparison.Ordinal) => "1000", "code" => "XHL-0001",
            "cle" => "accueil", "volume" or "empreinte" => volume, "ordre" => $"{ordre}", "matricule" => matricule, "id" => $"{piece}", _ => "x1",
        }, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        return chemin switch
        {
            "/comparer/bulletins" => $"{chemin}?avant={volume}/{ordre}&apres={volume}/{ordre + 1}",
            "/comparer/mois" => $"{chemin}?siret={DeuxPostes.Commune}&matricule={matricule}&avec=2026-03&mois=2026-03",
            _ => chemin,
        };
    }

    [GeneratedRegex("""aria-label="Fil d'Ariane".*?<a href="/""", RegexOptions.Singleline, 1000)]
    private static partial Regex FilDAriane();
}
