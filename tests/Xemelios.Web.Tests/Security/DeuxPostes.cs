using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Criteres;
using Xemelios.Query.Recherches;
using Xemelios.Store;
using Xemelios.Store.Gestion.Comptes;
using Xemelios.Web.Tests.Imports;

namespace Xemelios.Web.Tests.Security;

/// <summary>Two postes on one server, a commune in the one and a hospital in the other, and people of every profile.</summary>
public partial class DeuxPostes : IAsyncLifetime
{
    public const string Commune = "21990001600011";
    public const string Hopital = "26990001500018";
    public const string MotDePasse = "quatre mots faciles à retenir";
    private static readonly Auteur Machine = Auteur.DeLaMachine("essai", "essai");
    private readonly ServeurDImport _serveur = new();
    private readonly Dictionary<string, string> _sessions = new(StringComparer.Ordinal);

    /// <summary>Keeps no cookie by itself: each person brings his own.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>A bulletin of the commune, its agent, and a piece that a bulletin references.</summary>
    public (string Volume, int Ordre, string Matricule, string Nom, int Piece) Bulletin { get; private set; }

    public T Service<T>()
        where T : notnull => _serveur.Service<T>();

    public async Task InitializeAsync()
    {
        await _serveur.InitializeAsync();
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = _serveur.Client.BaseAddress };
        foreach (var echantillon in DeLaCommune)
            await _serveur.Importer(echantillon);
        await _serveur.Importer("hopital/2026-03");
        Bulletin = UnBulletin();
        await OuvrirLesComptes();
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await _serveur.DisposeAsync();
    }

    /// <summary>What this person gets at an address; nobody when no account is named.</summary>
    public async Task<HttpResponseMessage> Demander(string? compte, string adresse)
    {
        using var demande = new HttpRequestMessage(HttpMethod.Get, new Uri(adresse, UriKind.Relative));
        if (compte is not null)
            demande.Headers.Add("Cookie", await Session(compte));
        return await Client.SendAsync(demande);
    }

    /// <summary>The cookie of a person who signed in by the form.</summary>
    public async Task<string> Session(string compte)
    {
        if (!_sessions.TryGetValue(compte, out var cookie))
            _sessions.Add(compte, cookie = await SeConnecter(compte));
        return cookie;
    }

    /// <summary>What of the samples is imported for the commune.</summary>
    protected virtual IReadOnlyList<string> DeLaCommune => ["commune/2026-03"];

    /// <summary>The data folder.</summary>
    public string Donnees => _serveur.Donnees;

    /// <summary>Imports a folder of the samples, as the machine does.</summary>
    public Task Importer(string echantillon) => _serveur.Importer(echantillon);

    /// <summary>A session of his own, as the form would open it: attempts to sign in are counted.</summary>
    public async Task<string> SessionNeuve(string compte)
    {
        var session = await Service<SessionsDeCompte>().OuvrirAsync(Auteur.DuCompte(compte, "127.0.0.1", "/connexion"));
        var personne = new Web.Security.IdentiteDeSession(compte, session, (await Service<AccesDesComptes>().PostesDeAsync(compte)) is [var premier, ..] ? premier.Code : null).EnPersonne();
        var cookie = Service<IOptionsMonitor<CookieAuthenticationOptions>>().Get(Web.Security.IdentiteDeSession.Schema).TicketDataFormat
            .Protect(new AuthenticationTicket(personne, Web.Security.IdentiteDeSession.Schema));
        return $"{Web.Security.IdentiteDeSession.Schema}={cookie}";
    }

    /// <summary>Sends what changes something, with the token that a page gave to this person.</summary>
    public async Task<HttpResponseMessage> Envoyer(string? session, string adresse, HttpContent contenu)
    {
        using var lecture = new HttpRequestMessage(HttpMethod.Get, new Uri("/connexion", UriKind.Relative));
        if (session is not null)
            lecture.Headers.Add("Cookie", session);
        using var page = await Client.SendAsync(lecture);
        using var envoi = new HttpRequestMessage(HttpMethod.Post, new Uri(adresse, UriKind.Relative)) { Content = contenu };
        envoi.Headers.Add("RequestVerificationToken", Jeton().Match(await page.Content.ReadAsStringAsync()).Groups["valeur"].Value);
        envoi.Headers.Add("Cookie", string.Join("; ", page.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]).Prepend(session).OfType<string>()));
        return await Client.SendAsync(envoi);
    }

    /// <summary>Opens a page, fills one of its forms and sends it, as a browser would.</summary>
    public async Task<HttpResponseMessage> Remplir(string? session, string adresse, string formulaire, params (string Nom, string Valeur)[] champs)
    {
        using var lecture = new HttpRequestMessage(HttpMethod.Get, new Uri(adresse, UriKind.Relative));
        if (session is not null)
            lecture.Headers.Add("Cookie", session);
        using var page = await Client.SendAsync(lecture);
        var jeton = Jeton().Match(await page.Content.ReadAsStringAsync()).Groups["valeur"].Value;
        using var envoi = new HttpRequestMessage(HttpMethod.Post, new Uri(adresse, UriKind.Relative))
        {
            Content = new FormUrlEncodedContent([new("_handler", formulaire), new("__RequestVerificationToken", jeton), .. champs.Select(c => new KeyValuePair<string, string>(c.Nom, c.Valeur))]),
        };
        envoi.Headers.Add("Cookie", string.Join("; ", page.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]).Prepend(session).OfType<string>()));
        return await Client.SendAsync(envoi);
    }

    private async Task<string> SeConnecter(string compte)
    {
        using var reponse = await Remplir(null, "/connexion", "entrer", ("utilisateur", compte), ("motdepasse", MotDePasse));
        var cookie = reponse.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("__Host-xemelios=", StringComparison.Ordinal));
        Assert.All(["secure", "httponly", "path=/", "samesite=lax"], a => Assert.Contains(a, cookie, StringComparison.OrdinalIgnoreCase));
        return cookie.Split(';')[0];
    }

    private async Task OuvrirLesComptes()
    {
        await using var portee = Service<IServiceScopeFactory>().CreateAsyncScope();
        var postes = Service<Postes>();
        await postes.AjouterAsync(new PosteComptable("P1", "Trésorerie d'Exemple"), Machine);
        await postes.AjouterAsync(new PosteComptable("P2", "Trésorerie hospitalière"), Machine);
        await postes.RattacherAsync(new CollectiviteDePoste("P1", Commune, "Commune d'Exemple"), Machine);
        await postes.RattacherAsync(new CollectiviteDePoste("P2", Hopital, "Hôpital d'Exemple"), Machine);
        var aujourdhui = JourDeParis.De(TimeProvider.System.GetUtcNow());
        BudgetPermis[] commune = [new(Commune, null)], hopital = [new(Hopital, null)];
        var mois = new MoisDePaye(2020, 1);
        foreach (var (compte, profil, poste, debut, fin, budgets) in (IEnumerable<(string, Profil?, string?, int, int?, BudgetPermis[])>)
        [
            ("comptable", Profil.Comptable, "P1", 0, null, []), ("agent", Profil.AgentDuPoste, "P1", 0, null, []), ("ordonnateur", Profil.Ordonnateur, "P1", 0, null, commune),
            ("auditeur", Profil.Auditeur, "P1", 0, null, commune), ("juge", Profil.JugeDesComptes, "P1", 0, null, commune), ("administrateur", Profil.Administrateur, null, 0, null, []),
            ("autre.poste", Profil.Comptable, "P2", 0, null, []), ("autre.collectivite", Profil.Auditeur, "P2", 0, null, hopital),
            ("autre.budget", Profil.Ordonnateur, "P1", 0, null, [new(Commune, "99")]), ("autres.mois", Profil.JugeDesComptes, "P1", 0, null, [new(Commune, null, mois, mois)]),
            ("termine", Profil.Ordonnateur, "P1", 0, null, commune), ("a.venir", Profil.Ordonnateur, "P1", 1, null, commune), ("sans.habilitation", null, null, 0, null, []),
        ])
        {
            var lien = await portee.ServiceProvider.GetRequiredService<GestionDesComptes>().OuvrirAsync(compte, "Personne d'Exemple", Machine);
            await portee.ServiceProvider.GetRequiredService<MotsDePasse>().ChoisirAsync(lien.Jeton, MotDePasse, "essai");
            if (profil is not { } donne)
                continue;
            var habilitation = await Service<Habilitations>().DonnerAsync(
                new DemandeDHabilitation
                {
                    Utilisateur = compte, Profil = donne, Poste = poste, Debut = aujourdhui.AddDays(debut), Fin = fin is { } dernier ? aujourdhui.AddDays(dernier) : null,
                    Deleguees = donne == Profil.AgentDuPoste ? Fonctions.Consulter : Fonctions.Aucune, Budgets = budgets,
                },
                Machine);
            if (compte == "termine")
                await Service<Habilitations>().TerminerAsync(habilitation.Id, Machine);
        }

        // The guard looks for accounts every two seconds; here they came behind its back.
        Service<Web.Security.GardeDesAcces>().NoterLesPremiersComptes();
    }

    private (string, int, string, string, int) UnBulletin()
    {
        using var connexion = Service<Entrepot>().Connecter();
        var trouve = new RechercheQuestion(Sujet.Bulletins, $"siret=={Commune}", "matricule,nom").Executer(connexion, Perimetre.Complet).Rangees.First(r => r.Cellules[0] is string);
        var pieces = new Query.Justificatifs.JustificatifsQuestion(Commune, new MoisDePaye(2026, 3)).Executer(connexion, Perimetre.Complet);
        return (trouve.Bulletin!.Volume, trouve.Bulletin.Ordre, (string)trouve.Cellules[0]!, (string)trouve.Cellules[1]!, pieces.Pieces.FirstOrDefault(p => p.Piece is not null && p.Bulletins.Count > 0)?.Piece ?? 1);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<valeur>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Jeton();
}
