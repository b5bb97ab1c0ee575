using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Store;
using Xemelios.Store.Gestion.Comptes;
using Xemelios.Web.Tests.Imports;

namespace Xemelios.Web.Tests.Security;

/// <summary>Who may change what: every route that is posted to and every form of every page, for each person, on what is his and on what is not.</summary>
public sealed partial class DroitsDesActesTests(DroitsDesActesTests.AvecSansNatures dossier) : IClassFixture<DroitsDesActesTests.AvecSansNatures>
{
    /// <summary>Open to whoever holds the link or knows the password, and counted: their own tests walk them.</summary>
    private static readonly string[] DesPortes =
        ["ChoixDuMotDePasse.razor choisir", "Connexion.razor code", "Connexion.razor demonstration", "Connexion.razor entrer", "MonCompte.razor activer", "PremierDemarrage.razor premier"];

    private static readonly string[] Comptes =
    [
        "comptable", "agent", "ordonnateur", "auditeur", "juge", "administrateur", "autre.poste", "autre.collectivite", "autre.budget", "autres.mois", "termine", "a.venir", "sans.habilitation",
    ];

    private readonly DeuxPostes _postes = dossier.Postes;
    private readonly Dictionary<string, string> _sessions = new(StringComparer.Ordinal);
    private readonly ActesDEssai _actes = new(dossier.Postes, dossier.SansNatures);

    [Fact]
    public void ChaqueRouteEtChaqueFormulaireOntLeurEssai()
    {
        var routes = _postes.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(r => r.RoutePattern.RawText?.TrimStart('/') is { } texte && !texte.StartsWith('_') && r.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } m && !m.Contains("GET"))
            .Select(r => $"{r.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods[0]} /{r.RoutePattern.RawText!.Trim('/')}");
        var formulaires = Ecrans().SelectMany(f => Formulaire().Matches(File.ReadAllText(f)).Select(m => $"{Path.GetFileName(f)} {m.Groups["nom"].Value}")).ToList();

        Assert.Equal(routes.Concat(formulaires).Order(StringComparer.Ordinal), _actes.Lister().Select(a => a.Cle).Concat(DesPortes).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(Ecrans().Sum(f => File.ReadAllText(f).Split("@formname").Length - 1), formulaires.Count);
    }

    [Fact]
    public async Task ChacunNeChangeQueCeQuiLuiEstPermis()
    {
        List<string> fautes = [];
        foreach (var acte in _actes.Lister())
            foreach (var compte in Comptes.OrderBy(acte.EstPermisA))
            {
                var envoi = await acte.Preparer(compte);
                var session = await Session(compte, acte.Cle);
                var avant = await EtatDuDossier.LireAsync(_postes);
                using var contenu = Contenu(envoi);
                using var reponse = await _postes.Envoyer(session, envoi.Adresse, contenu);
                var change = (await EtatDuDossier.LireAsync(_postes)).Except(avant).Select(t => t.Key).ToList();
                if (acte.EstPermisA(compte) != change.Count > 0 || (int)reponse.StatusCode >= (acte.EstPermisA(compte) ? 400 : 500))
                    fautes.Add($"{compte} : {acte.Cle} vers {envoi.Adresse} → {(int)reponse.StatusCode}, change [{string.Join(", ", change)}]");
            }

        Assert.True(fautes.Count == 0, string.Join(Environment.NewLine, fautes));
    }

    [Fact]
    public async Task SansLeJetonDUnePageRienNeChange()
    {
        var session = await _postes.SessionNeuve("comptable");
        foreach (var acte in _actes.Lister().Where(a => a.EstPermisA("comptable")))
        {
            var envoi = await acte.Preparer("comptable");
            var avant = await EtatDuDossier.LireAsync(_postes);
            using var demande = new HttpRequestMessage(HttpMethod.Post, new Uri(envoi.Adresse, UriKind.Relative)) { Content = Contenu(envoi) };
            demande.Headers.Add("Cookie", session);
            using var reponse = await _postes.Client.SendAsync(demande);
            Assert.Equal((acte.Cle, HttpStatusCode.BadRequest), (acte.Cle, reponse.StatusCode));
            Assert.Empty((await EtatDuDossier.LireAsync(_postes)).Except(avant).Select(t => t.Key));
        }
    }

    // One for each person, but where it may end.
    private async Task<string> Session(string compte, string acte)
    {
        if (acte.StartsWith("MonCompte", StringComparison.Ordinal) || acte == "POST /deconnexion")
            return await _postes.SessionNeuve(compte);
        return _sessions.TryGetValue(compte, out var sienne) ? sienne : _sessions[compte] = await _postes.SessionNeuve(compte);
    }

    // The only file of a form.
    private static HttpContent Contenu(Envoi envoi)
    {
        if (envoi.Formulaire != "importer")
            return envoi.Contenu();
        var parties = new MultipartFormDataContent { { new StringContent(envoi.Formulaire), "_handler" } };
        parties.Add(new StringContent(envoi.Champs[0].Valeur), "fichier", "postes.csv");
        return parties;
    }

    private static string[] Ecrans() => Directory.GetFiles(Path.Combine(ServeurDImport.Echantillon(".."), "src", "Xemelios.Web"), "*.razor", SearchOption.AllDirectories);

    [GeneratedRegex("@formname=\"(@\\(\\$\")?(?<nom>\\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Formulaire();

    /// <summary>The two postes, and in the first a commune whose files give no nature: a table is proposed for it.</summary>
    public sealed class AvecSansNatures : IAsyncLifetime
    {
        public DeuxPostes Postes { get; } = new();

        public string SansNatures { get; private set; } = "";

        public async Task InitializeAsync()
        {
            await Postes.InitializeAsync();
            await Postes.Importer("cas/sans-natures");
            using var connexion = Postes.Service<Entrepot>().Connecter();
            SansNatures = new EtatsQuestion().Executer(connexion, Perimetre.Complet).Select(e => e.Siret).First(s => s is not (DeuxPostes.Commune or DeuxPostes.Hopital));
            await Postes.Service<Store.Gestion.Comptes.Postes>().RattacherAsync(new CollectiviteDePoste("P1", SansNatures, "Commune sans natures"), Auteur.DeLaMachine("essai", "essai"));
        }

        public Task DisposeAsync() => Postes.DisposeAsync();
    }
}
