using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Xunit.Abstractions;

namespace Xemelios.Web.Tests.Security;

/// <summary>Hostile strings in every value of every address: refused in our own words or answered inside the perimeter, never an error of
/// the tables, never a script on a page.</summary>
/// <remarks><c>XEMELIOS_CHAINES=10000</c> sends as many; the ordinary run sends fewer.</remarks>
public sealed partial class ChainesHostilesDesPagesTests(ChainesHostilesDesPagesTests.PetitsPostes postes, ITestOutputHelper dire) : IClassFixture<ChainesHostilesDesPagesTests.PetitsPostes>
{
    private const int Ordinaire = 1_200;

    private static readonly string[] MotsDErreur =
    [
        "DuckDb", "Sqlite", "Binder Error", "Parser Error", "Catalog Error", "Conversion Error", "Invalid Input Error", "Out of Memory Error", "Constraint Error", "syntax error", "near \"", "SQL logic error",
        "Exception", "   at Xemelios.", "   at System.", "StackTrace",
    ];

    private readonly ConcurrentBag<string> _fautes = [];

    [Fact]
    public async Task AucuneNePasse()
    {
        var nombre = int.TryParse(Environment.GetEnvironmentVariable("XEMELIOS_CHAINES"), out var demande) ? demande : Ordinaire;
        var places = Places().ToList();
        var chaines = ChainesHostiles.Tirer(nombre, 20261122);
        var (comptable, administrateur) = (await postes.SessionNeuve("comptable"), await postes.SessionNeuve("administrateur"));
        var ecarts = new ConcurrentDictionary<HttpStatusCode, int>();

        await Parallel.ForEachAsync(chaines.Index(), new ParallelOptions { MaxDegreeOfParallelism = 3 }, async (c, arret) =>
        {
            var (route, nom) = places[(int)((long)c.Index * places.Count / nombre + c.Index) % places.Count];
            var adresse = Adresse(route, nom, c.Item);
            var technique = DeLAdministrateur.Contains(Chemin(route));
            ecarts.AddOrUpdate(await Essayer(adresse, technique ? administrateur : comptable, technique, arret), 1, (_, n) => n + 1);
        });

        dire.WriteLine($"{nombre} chaînes, {places.Count} places : {string.Join(", ", ecarts.OrderBy(e => e.Key).Select(e => $"{(int)e.Key} × {e.Value}"))}");
        Assert.True(_fautes.IsEmpty, $"{_fautes.Count} fautes :{Environment.NewLine}{string.Join(Environment.NewLine, _fautes.Order(StringComparer.Ordinal).Take(40))}");
        // They went through pages that answer, not only through refusals.
        Assert.True(ecarts[HttpStatusCode.OK] > nombre / 3);
    }

    private static readonly string[] DeLAdministrateur = ["/comptes", "/postes"];

    /// <summary>Every value of every address, those of the path and those that a route declares before the others.</summary>
    private IEnumerable<(RouteEndpoint Route, string Nom)> Places()
    {
        var routes = postes.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(r => r.RoutePattern.RawText?.TrimStart('/') is { } texte && !texte.StartsWith('_') && (r.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is not { Count: > 0 } m || m.Contains("GET")))
            .DistinctBy(Chemin).OrderBy(Chemin, StringComparer.Ordinal).ToList();
        var siennes = routes.SelectMany(r => ParametresDesRoutes.DuChemin(r).Concat(ParametresDesRoutes.Declares(r)).Select(n => (r, n)));
        var toutes = routes.SelectMany(r => ParametresDesRoutes.DeLaRequete(r).Select(n => (r, n)));
        return siennes.Concat(siennes).Concat(toutes);
    }

    private string Adresse(RouteEndpoint route, string nom, string chaine)
    {
        var chemin = Valeur().Replace(Chemin(route), m => m.Groups["nom"].Value.Equals(nom, StringComparison.OrdinalIgnoreCase) ? chaine : Bonne(m.Groups["nom"].Value));
        var autres = ParametresDesRoutes.Declares(route).Where(n => !n.Equals(nom, StringComparison.OrdinalIgnoreCase)).Select(n => (n, Valeur: Bonne(n))).Where(p => p.Valeur != "x1").Select(p => $"{p.n}={p.Valeur}");
        var requete = string.Join('&', chemin.Contains(chaine, StringComparison.Ordinal) ? autres : autres.Append($"{nom}={chaine}"));
        return requete.Length == 0 ? chemin : $"{chemin}?{requete}";
    }

    private string Bonne(string nom) => nom.ToLowerInvariant() switch
    {
        "siret" => DeuxPostes.Commune, "mois" or "avec" => "2026-03", "format" => "csv", "exercice" => "2026", "budget" => "00", "sujet" => "bulletins", "code" => "lignes",
        "volume" or "empreinte" => postes.Bulletin.Volume, "ordre" => $"{postes.Bulletin.Ordre}", "matricule" => postes.Bulletin.Matricule, "id" => $"{postes.Bulletin.Piece}",
        "avant" or "apres" => $"{postes.Bulletin.Volume}/{postes.Bulletin.Ordre}", "proposer" => "1", _ => "x1",
    };

    private async Task<HttpStatusCode> Essayer(string adresse, string session, bool technique, CancellationToken arret)
    {
        using var demande = new HttpRequestMessage(HttpMethod.Get, new Uri($"{postes.Client.BaseAddress!.GetLeftPart(UriPartial.Authority)}{adresse}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        demande.Headers.Add("Cookie", session);
        using var reponse = await postes.Client.SendAsync(demande, arret);
        var corps = await reponse.Content.ReadAsStringAsync(arret);
        foreach (var faute in Fautes(reponse, corps, technique))
            _fautes.Add($"{faute} : {(adresse.Length > 400 ? adresse[..400] : adresse)}");
        return reponse.StatusCode;
    }

    private static IEnumerable<string> Fautes(HttpResponseMessage reponse, string corps, bool technique)
    {
        if ((int)reponse.StatusCode >= 500)
            yield return $"état {(int)reponse.StatusCode}";
        if (reponse.Headers.Contains("X-Xeme") || (reponse.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(c => c.StartsWith(ChainesHostiles.Marque + "=", StringComparison.Ordinal))))
            yield return "un en-tête vient de la chaîne";
        if (reponse.Headers.Location is { } ailleurs && (ailleurs.IsAbsoluteUri ? ailleurs.Host != "127.0.0.1" : !Chemins(ailleurs.OriginalString)))
            yield return $"mène à {ailleurs}";
        if (!technique && corps.Contains(DeuxPostes.Hopital, StringComparison.Ordinal))
            yield return "montre l'hôpital";
        foreach (var faute in reponse.Content.Headers.ContentType?.MediaType == "text/html" ? DeLaPage(corps) : DuFichier(reponse.Content.Headers))
            yield return faute;
    }

    private static bool Chemins(string adresse) => adresse is ['/', ..] and not ['/', '/' or '\\', ..];

    private static IEnumerable<string> DuFichier(HttpContentHeaders entetes)
    {
        if (entetes.ContentDisposition?.FileName is { } nom && nom.Trim('"').Any(c => char.IsControl(c) || "/\\:*?\"<>|".Contains(c, StringComparison.Ordinal)))
            yield return $"nom de fichier {nom}";
    }

    // Pages hold no script and no style of their own at all: one that is there came with the string.
    private static IEnumerable<string> DeLaPage(string corps)
    {
        using var page = new HtmlParser().ParseDocument(corps);
        foreach (var element in page.All)
        {
            if (element.LocalName.StartsWith(ChainesHostiles.Marque, StringComparison.Ordinal) || element.LocalName is "style" or "iframe" or "object" or "embed" || (element.LocalName == "script" && !element.HasAttribute("src")))
                yield return $"un élément {element.LocalName}";
            foreach (var attribut in element.Attributes.Where(EstHostile))
                yield return $"un attribut {attribut.Name}";
        }

        var texte = page.Body?.TextContent ?? "";
        foreach (var mot in MotsDErreur.Where(m => texte.Contains(m, StringComparison.Ordinal)))
            yield return $"dit « {mot} »";
    }

    private static bool EstHostile(IAttr attribut) =>
        attribut.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribut.Name.Contains(ChainesHostiles.Marque, StringComparison.OrdinalIgnoreCase) || attribut.Name == "style"
        || (attribut.Name is "href" or "src" or "action" or "formaction" or "data" && Scheme().IsMatch(attribut.Value))
        || (attribut.Name == "href" && attribut.Value is ['/', '/' or '\\', ..]);

    private static string Chemin(RouteEndpoint route) => "/" + route.RoutePattern.RawText!.Trim('/');

    [GeneratedRegex(@"\{\*?(?<nom>\w+)(:\w+)?\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Valeur();

    [GeneratedRegex(@"^[\s\p{C}]*(j\s*a\s*v\s*a\s*s\s*c\s*r\s*i\s*p\s*t|vbscript|data(?!:image/))\s*:", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Scheme();

    /// <summary>Little pay: what is tried is the reading of addresses.</summary>
    public sealed class PetitsPostes : DeuxPostes
    {
        protected override IReadOnlyList<string> DeLaCommune => ["commune/2026-03-elus"];
    }
}
