using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.Filters;
using Xemelios.Query.Recherches;
using Xemelios.Store;
using Xemelios.Store.Gestion.Journaux;
using Xemelios.Web.Security;
using Xemelios.Web.Tests.Imports;

namespace Xemelios.Web.Tests.Security;

/// <summary>What a request opens is in the journal before it is opened; what cannot be written is not shown.</summary>
public sealed class JournalDesConsultationsTests(CommuneJournalisee commune) : IClassFixture<CommuneJournalisee>
{
    private const string Siret = "21990001600011";

    /// <summary>What shows no pay: a new route is journaled, or comes here with its reason.</summary>
    private static readonly string[] SansPaye =
    [
        "GET /a-propos", "GET /accessibilite", "GET /erreur", "GET /introuvable", "GET /exports", "GET /exports/configuration", "GET /exports/configuration/{ancien}",
        "GET /aide", "GET /aide/ecrans/{Cle}", "GET /aide/glossaire", "GET /aide/codes", "GET /aide/codes/{Code}", "GET /aide/controles", "GET /aide/controles/{Code}", "GET /aide/raccourcis",
        // Where one goes and how one sees it.
        "GET /cadre", "POST /preferences",
        // They keep or forget what the reader typed himself.
        "POST /exports/configuration", "POST /exports/configuration/{code}", "POST /exports/configuration/{code}/supprimer", "POST /recherches/enregistrer", "POST /recherches/{id:long}/retirer",
        // Accounts: what they change is written by what changes it.
        "GET /connexion", "GET /premier-demarrage/{Jeton}", "GET /mot-de-passe/{Jeton}", "GET /mon-compte", "GET /session", "GET /comptes", "GET /habilitations", "GET /postes", "POST /deconnexion",
        // Written with its reason, by what deletes and what archives.
        "POST /suppression/executer", "POST /archives/executer",
        // Written with its reason, before the first byte.
        "POST /restitutions/executer",
        // Works by what they are, never by what they hold.
        "GET /api/travaux", "GET /travaux", "GET /travaux/preparer", "POST /api/travaux/{id}/annuler", "POST /api/travaux/{id}/vu",
        // Written when the export is made, with what it reads.
        "POST /api/travaux/exports",
        // They bring files in; the launch of the batch is the act.
        "POST /api/imports", "POST /api/imports/{lot}/fichiers", "POST /api/imports/{lot}/fichiers/{rang:int}", "GET /api/imports/{lot}/fichiers/{rang:int}", "POST /api/imports/{lot}/annuler", "GET /api/imports/{lot}",
    ];

    [Fact]
    public void ChaqueRouteEstJournaliseeOuDitQuElleNeMontrePasDePaye()
    {
        var routes = Routes(commune.Service<EndpointDataSource>()).ToList();

        Assert.Empty(routes.Where(r => Journalise(r) is null == r.Metadata.GetMetadata<SansPayeAttribute>() is null).Select(Dire));
        Assert.Equal(SansPaye.Order(StringComparer.Ordinal), routes.Where(r => Journalise(r) is null).Select(Dire).Order(StringComparer.Ordinal));
        Assert.True(routes.Count(r => Journalise(r) is not null) > 40);
    }

    [Fact]
    public async Task OuvrirUnBulletinDitDeQuiIlEst()
    {
        var rangee = Agents()[3];
        await commune.Client.GetStringAsync($"/bulletins/{rangee.Volume}/{rangee.Ordre}");

        var entree = commune.Journal.Lire(new()).Entrees[0];
        Assert.Equal((NatureDActe.Consultation, "poste local", "127.0.0.1", "/bulletins/{Volume}/{Ordre:int}"), (entree.Acte.Nature, entree.Acte.Utilisateur, entree.Acte.Depuis, entree.Acte.Objet));
        Assert.Equal((Siret, rangee.Matricule), (entree.Acte.Siret, entree.Acte.Matricule));
        Assert.Equal($"ordre={rangee.Ordre};volume={rangee.Volume[..12]}", string.Join(';', entree.Acte.Cles!.Split(';').Order(StringComparer.Ordinal)));
        Assert.Equal(entree, commune.Journal.Acces(Siret, rangee.Matricule, new()).Directs.Entrees[0]);
    }

    [Fact]
    public async Task ComparerDeuxBulletinsSEcritPourChaqueAgent()
    {
        var agents = Agents();
        using var reponse = await commune.Client.GetAsync($"/comparer/bulletins?avant={agents[1].Volume}/{agents[1].Ordre}&apres={agents[2].Volume}/{agents[2].Ordre}");

        Assert.Equal([agents[2].Matricule, agents[1].Matricule], commune.Journal.Lire(new() { TaillePage = 2 }).Entrees.Select(e => e.Acte.Matricule));
    }

    [Fact]
    public async Task UnExportSEcritAvecSonFormatEtSonMois()
    {
        await commune.Client.GetStringAsync($"/exports/nominatif/{Siret}/00/2026-03.csv");

        var acte = commune.Journal.Lire(new()).Entrees[0].Acte;
        Assert.Equal((NatureDActe.Export, Siret, null), (acte.Nature, acte.Siret, acte.Matricule));
        Assert.Equal(["budget=00", "format=csv", "mois=2026-03"], acte.Cles!.Split(';').Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task CeQuiEstChercheNEstJamaisEcritEnClair()
    {
        foreach (var adresse in (string[])["/bulletins?texte=LEFEBVRE", "/bulletins?q=nom%3DLEFEBVRE", "/recherche?q=LEFEBVRE", "/bulletins?matricule=1850399000123", "/bulletins?siret=LEFEBVRE", "/etats/LEFEBVRE/00/2026-03", "/agents/LEFEBVRE/LEFEBVRE"])
        {
            using var reponse = await commune.Client.GetAsync(adresse);
            var acte = commune.Journal.Lire(new()).Entrees[0].Acte;
            Assert.DoesNotContain("LEFEBVRE", acte.ToString(), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("1850399000123", acte.ToString(), StringComparison.Ordinal);
        }

        var cles = new List<string>();
        foreach (var nom in (string[])["LEFEBVRE", "LEFEBVRE", "MARTIN"])
        {
            await commune.Client.GetStringAsync($"/bulletins?q=nom%3D{nom}");
            cles.Add(commune.Journal.Lire(new()).Entrees[0].Acte.Cles!);
        }

        Assert.Matches("^criteres=nom;q=#[0-9a-f]{16}$", cles[0]);
        Assert.True(cles[0] == cles[1] && cles[1] != cles[2]);
    }

    [Fact]
    public async Task UnePieceEtUneSourceDisentDeQuiElles()
    {
        var rangee = Agents()[0];
        using var source = await commune.Client.GetAsync($"/sources/{rangee.Volume}?octet={rangee.Octet}");
        var acte = commune.Journal.Lire(new()).Entrees[0].Acte;
        Assert.Equal((NatureDActe.Source, Siret, rangee.Matricule), (acte.Nature, acte.Siret, acte.Matricule));

        using var piece = await commune.Client.GetAsync($"/pieces/{commune.Piece}/contenu");
        acte = commune.Journal.Lire(new()).Entrees[0].Acte;
        Assert.Equal((NatureDActe.Piece, Siret), (acte.Nature, acte.Siret));
        Assert.NotNull(acte.Matricule);
    }

    [Fact]
    public async Task LEcranDuJournalMontreCeQuIlFiltreEtSExporte()
    {
        var rangee = Agents()[4];
        await commune.Client.GetStringAsync($"/bulletins/{rangee.Volume}/{rangee.Ordre}");
        var adresse = $"siret={Siret}&matricule={Uri.EscapeDataString(rangee.Matricule)}&nature=Consultation";

        var page = WebUtility.HtmlDecode(await commune.Client.GetStringAsync($"/journal?{adresse}"));
        Assert.Contains("/bulletins/{Volume}/{Ordre:int}", page, StringComparison.Ordinal);
        Assert.Contains(rangee.Matricule, await commune.Client.GetStringAsync($"/exports/journal.csv?{adresse}"), StringComparison.Ordinal);
        Assert.Contains("Aucune entrée.", WebUtility.HtmlDecode(await commune.Client.GetStringAsync("/journal?utilisateur=personne&du=2026-13-99")), StringComparison.Ordinal);
        Assert.Contains("Aucune entrée.", WebUtility.HtmlDecode(await commune.Client.GetStringAsync("/journal?poste=033019")), StringComparison.Ordinal);
        var acces = WebUtility.HtmlDecode(await commune.Client.GetStringAsync($"/journal/acces?{adresse}"));
        Assert.Contains("poste local a consulté un bulletin de paye, depuis 127.0.0.1", acces, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SansJournalRienNEstMontre()
    {
        var routes = Routes(commune.Service<EndpointDataSource>()).Where(r => Journalise(r) is not null && Dire(r).StartsWith("GET", StringComparison.Ordinal)).ToList();
        var (application, client) = await commune.Demarrer(services => services.AddSingleton<IJournal>(new JournalEnPanne()));
        await using (application)
        {
            using (client)
            {
                foreach (var route in routes)
                {
                    using var reponse = await client.GetAsync(Adresse(route));
                    Assert.Equal((HttpStatusCode.ServiceUnavailable, new JournalIndisponibleException().Message), (reponse.StatusCode, await reponse.Content.ReadAsStringAsync()));
                }

                using var aPropos = await client.GetAsync("/a-propos");
                Assert.Equal(HttpStatusCode.OK, aPropos.StatusCode);
            }
        }
    }

    private static IEnumerable<RouteEndpoint> Routes(EndpointDataSource source) => source.Endpoints.OfType<RouteEndpoint>()
        .Where(r => r.RoutePattern.RawText?.TrimStart('/') is { } texte && !texte.StartsWith('_'));

    private static JournaliseAttribute? Journalise(RouteEndpoint route) => route.Metadata.GetMetadata<JournaliseAttribute>();

    // A page answers to GET and POST: GET names it.
    private static string Dire(RouteEndpoint route)
    {
        var methodes = route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods;
        return $"{(methodes is null || methodes.Contains("GET") ? "GET" : methodes[0])} /{route.RoutePattern.RawText!.Trim('/')}";
    }

    private static string Adresse(RouteEndpoint route) => Regex.Replace("/" + route.RoutePattern.RawText!.TrimStart('/'), @"\{\*?(?<nom>\w+)(:\w+)?\}", m => m.Groups["nom"].Value.ToLowerInvariant() switch
    {
        "siret" => Siret, "mois" => "2026-03", "format" => "csv", "rang" => "0", "exercice" => "2026", "ordre" or "id" => "1", "budget" => "00", "sujet" => "bulletins", "empreinte" or "volume" => new string('a', 64), _ => "x1",
    }, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    private List<(string Volume, int Ordre, string Matricule, long Octet)> Agents() =>
    [
        .. commune.Service<Questions>().Poser((RechercheQuestion.DesBulletins([new CritereDeRecherche("siret", Siret)]) with { TaillePage = 500 }).Executer).Rangees
            .Select(r => commune.Service<Questions>().Poser(Query.Bulletins.BulletinQuestion.ALAdresse(r.Bulletin!).Executer)[0])
            .Where(b => b.Matricule is not null).DistinctBy(b => b.Matricule).Take(5).Select(b => (b.Volume, b.Ordre, b.Matricule!, b.Octet!.Value)),
    ];

    private sealed class JournalEnPanne : IJournal
    {
        public void Ecrire(Acte acte) => throw new JournalIndisponibleException();
    }
}

/// <summary>A month of the samples, served, with its journal.</summary>
public sealed class CommuneJournalisee : IAsyncLifetime
{
    private readonly ServeurDImport _serveur = new();
    private readonly DirectoryInfo _vide = Directory.CreateTempSubdirectory("xemelios-journal-");

    public HttpClient Client => _serveur.Client;

    public Journal Journal => Service<Entrepot>().Journal;

    /// <summary>A piece that a bulletin references.</summary>
    public int Piece { get; private set; }

    public T Service<T>()
        where T : notnull => _serveur.Service<T>();

    public async Task InitializeAsync()
    {
        await _serveur.InitializeAsync();
        await _serveur.Importer("commune/2026-03");
        var mois = Service<Questions>().Poser(new Query.Justificatifs.JustificatifsQuestion("21990001600011", new Domain.Valeurs.MoisDePaye(2026, 3)).Executer);
        Piece = mois.Pieces.First(p => p.Piece is not null && p.Bulletins.Count > 0).Piece!.Value;
    }

    /// <summary>Another server on an empty folder.</summary>
    public async Task<(WebApplication, HttpClient)> Demarrer(Action<IServiceCollection> services)
    {
        var application = XemeliosWeb.Create(new XemeliosWebOptions { DataFolder = _vide.FullName, Url = new Uri("http://127.0.0.1:0"), ConfigureServices = services });
        await application.StartAsync();
        return (application, new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(application.Urls.Single()) });
    }

    public async Task DisposeAsync()
    {
        await _serveur.DisposeAsync();
        _vide.Delete(recursive: true);
    }
}
