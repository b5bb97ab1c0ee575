using System.Reflection;
using System.Security.Claims;
using System.Text.RegularExpressions;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.Criteres;
using Xemelios.Store;
using Xemelios.Store.Gestion.Comptes;
using Xemelios.Web.Pages.Recherches;
using Xemelios.Web.Security;
using Xemelios.Web.Tests.Imports;

namespace Xemelios.Web.Tests.Security;

/// <summary>What is done on an open page is permitted when it is done, and not only when the page was given.</summary>
public sealed partial class IlotsTests(DeuxPostes postes) : BunitContext, IClassFixture<DeuxPostes>
{
    private const string Lisible = "nom=\"A\"";

    // It listens to nothing that a reader does.
    private static readonly string[] SansActe = ["EtatDeLaConnexion"];

    [Fact]
    public void ChaqueComposantQuiEcouteDemandeLeDroitAChaqueActe()
    {
        var ecrans = Directory.GetFiles(Path.Combine(ServeurDImport.Echantillon(".."), "src", "Xemelios.Web"), "*.razor", SearchOption.AllDirectories).Select(f => (Nom: Path.GetFileNameWithoutExtension(f), Texte: File.ReadAllText(f))).ToList();
        var ecoutent = ecrans.Where(e => Ecoute().IsMatch(e.Texte)).Select(e => e.Nom).ToHashSet(StringComparer.Ordinal);
        var vivants = ecrans.SelectMany(e => Vivant().Matches(e.Texte).Select(m => m.Groups["nom"].Value)).Distinct().ToList();
        var ilots = typeof(Ilot).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Ilot))).ToList();

        Assert.Equal(ecoutent.Order(StringComparer.Ordinal), ilots.Select(t => t.Name).Order(StringComparer.Ordinal));
        Assert.Empty(vivants.Except(ecoutent).Except(SansActe));
        Assert.All(ilots, t => Assert.NotNull(t.GetCustomAttribute<ExigeAttribute>()));
    }

    [Theory]
    [InlineData("comptable", true)]
    [InlineData("ordonnateur", true)]
    [InlineData("agent", false)]
    [InlineData("administrateur", false)]
    [InlineData("termine", false)]
    [InlineData("a.venir", false)]
    [InlineData("sans.habilitation", false)]
    [InlineData(null, false)]
    public async Task ChaqueActeDeLEditeurDeCriteresVautPourQuiPeutChercher(string? compte, bool permis)
    {
        var rendu = Editeur(await Personne(compte));

        foreach (var acte in Actes)
            Assert.Equal((acte.Key, permis), (acte.Key, Change(rendu, acte.Value)));
    }

    [Fact]
    public async Task UneHabilitationQuiFinitArreteLaPageDejaOuverte()
    {
        await using var portee = postes.Service<IServiceScopeFactory>().CreateAsyncScope();
        var machine = Auteur.DeLaMachine("essai", "essai");
        await portee.ServiceProvider.GetRequiredService<GestionDesComptes>().OuvrirAsync("bientot.fini", "Personne d'Exemple", machine);
        var habilitation = await postes.Service<Habilitations>().DonnerAsync(
            new DemandeDHabilitation { Utilisateur = "bientot.fini", Profil = Profil.Ordonnateur, Poste = "P1", Debut = JourDeParis.De(TimeProvider.System.GetUtcNow()), Budgets = [new BudgetPermis(DeuxPostes.Commune, null)] }, machine);
        var personne = await Personne("bientot.fini");
        var rendu = Editeur(personne);

        Assert.True(Change(rendu, Actes["ajouter"]));
        await postes.Service<Habilitations>().TerminerAsync(habilitation.Id, machine);
        postes.Service<GardeDesAcces>().Oublier(IdentiteDeSession.De(personne)!.Session);

        foreach (var acte in Actes)
            Assert.Equal((acte.Key, false), (acte.Key, Change(rendu, acte.Value)));
        var passes = 0;
        await Garde(personne).CreateInboundActivityHandler(_ => Task.FromResult(passes++))(null!);
        Assert.Equal(0, passes);
    }

    [Fact]
    public async Task UnCircuitNeLaissePasserQueLesActesDeQuiPeutQuelqueChose()
    {
        foreach (var (compte, attendus) in (IEnumerable<(string?, int)>)[("comptable", 1), ("agent", 1), ("termine", 0), (null, 0)])
        {
            var passes = 0;
            await Garde(await Personne(compte)).CreateInboundActivityHandler(_ => Task.FromResult(passes++))(null!);
            Assert.Equal((compte, attendus), (compte, passes));
        }
    }

    /// <summary>What can be done on the editor; each changes what is shown, where one goes, or the journal.</summary>
    private static readonly Dictionary<string, Action<IRenderedComponent<ConstructeurDeCriteres>>> Actes = new(StringComparer.Ordinal)
    {
        ["ajouter"] = r => Bouton(r, "+ Critère"), ["grouper"] = r => Bouton(r, "+ Groupe"), ["ligne"] = r => Bouton(r, "+ Ligne"), ["retirer"] = r => r.Find("button[aria-label^='Retirer']").Click(),
        ["choisir"] = r => r.FindAll(".critere-cle")[0].Change("service"), ["taper"] = r => r.FindAll("input[aria-label='Valeur']")[0].Input("S"),
        ["lier"] = r => r.Find("select[aria-label='Lien des critères']").Change("oui"), ["basculer"] = r => Bouton(r, "Écrire les critères"), ["effacer"] = r => Bouton(r, "Tout effacer"),
    };

    private static void Bouton(IRenderedComponent<ConstructeurDeCriteres> rendu, string texte) => rendu.FindAll("button").First(b => b.TextContent.StartsWith(texte, StringComparison.Ordinal)).Click();

    private bool Change(IRenderedComponent<ConstructeurDeCriteres> rendu, Action<IRenderedComponent<ConstructeurDeCriteres>> acte)
    {
        var avant = Etat();
        acte(rendu);
        return Etat() != avant;

        string Etat() => $"{Stable().Replace(rendu.Markup, "")} {Services.GetRequiredService<BunitNavigationManager>().History.Count} {postes.Service<Entrepot>().Journal.Lire(new()).Total}";
    }

    private IRenderedComponent<ConstructeurDeCriteres> Editeur(ClaimsPrincipal personne)
    {
        Services.AddSingleton(Acces(personne)).AddSingleton<IJournal>(postes.Service<Entrepot>().Journal).AddSingleton(postes.Service<ListesDansLAdresse>());
        Services.AddSingleton(new Questions(postes.Service<Entrepot>(), postes.Service<ReponsesGardees>(), Acces(personne)));
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        // Two criteria and a line: everything that can be done is there from the beginning.
        return Render<ConstructeurDeCriteres>(p => p.Add(c => c.Sujet, Sujet.Bulletins).Add(c => c.Adresse, "/bulletins").Add(c => c.Texte, $"{Lisible} et service=\"B\""));
    }

    private GardeDuCircuit Garde(ClaimsPrincipal personne) => new(postes.Service<CircuitsOuverts>(), Acces(personne));

    private AccesCourant Acces(ClaimsPrincipal personne) => new(postes.Service<GardeDesAcces>(), new HttpContextAccessor(), new PersonneFixe(personne));

    private async Task<ClaimsPrincipal> Personne(string? compte) => compte is null
        ? new ClaimsPrincipal(new ClaimsIdentity())
        : new IdentiteDeSession(compte, await postes.Service<SessionsDeCompte>().OuvrirAsync(Auteur.DuCompte(compte, "127.0.0.1", "/connexion")), (await postes.Service<AccesDesComptes>().PostesDeAsync(compte)) is [var premier, ..] ? premier.Code : null).EnPersonne();

    private sealed class PersonneFixe(ClaimsPrincipal personne) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(personne));
    }

    // Handlers of events and what is bound; forms of static pages are posted and have their own tests.
    [GeneratedRegex(@"@on(?!submit)[a-z]+=|@bind", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ecoute();

    [GeneratedRegex(@"<(?<nom>[A-Z]\w+) @rendermode", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Vivant();

    [GeneratedRegex(@"blazor:[\w:]+=""[^""]*""|valeurs-[0-9a-f]{32}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Stable();
}
