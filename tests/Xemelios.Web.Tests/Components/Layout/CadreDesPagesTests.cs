using System.Security.Claims;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Xemelios.Store;
using Xemelios.Store.Gestion.Comptes;
using Xemelios.Web.Components;
using Xemelios.Web.Components.Layout;
using Xemelios.Web.Endpoints;
using Xemelios.Web.Security;
using Xemelios.Web.Tests.Security;

namespace Xemelios.Web.Tests.Components.Layout;

/// <summary>What stands around every page, for each who looks: with his data, without any, without the right to them, and when the tables do not answer.</summary>
public sealed class CadreDesPagesTests(DeuxPostes postes) : BunitContext, IClassFixture<DeuxPostes>
{
    private const string Etat = $"etats/{DeuxPostes.Commune}/00/2026-03";

    [Fact]
    public async Task LaBarreDitOuLOnTravaille()
    {
        await Pour("comptable", Etat);

        var rendu = Render<BarreDeCadre>();

        Assert.Equal([DeuxPostes.Commune, "00", "2026-03"], rendu.FindAll("option[selected]").Select(o => o.GetAttribute("value")));
        Assert.Equal("/etat", rendu.Find("input[name=ecran]").GetAttribute("value"));
        Assert.Empty(rendu.FindAll("#mois-precedent, #mois-suivant"));
    }

    [Theory]
    [InlineData("administrateur")]
    [InlineData("sans.habilitation")]
    [InlineData(null)]
    public async Task LaBarreNEstPasMontreeAQuiNeVoitAucuneDonnee(string? compte)
    {
        await Pour(compte, "");

        Assert.Equal("", Render<BarreDeCadre>().Markup.Trim());
    }

    [Fact]
    public async Task QuandLesTablesNeRepondentPasLaBarreManqueEtLaPageReste()
    {
        var perdu = Directory.CreateTempSubdirectory("xemelios-cadre-");
        var entrepot = Entrepot.Ouvrir(perdu.FullName);
        await Pour("comptable", "", entrepot);
        using (var connexion = entrepot.Connecter())
        using (var commande = connexion.CreateCommand())
        {
            commande.CommandText = "DROP VIEW IF EXISTS bulletin; ALTER TABLE volume RENAME TO perdue";
            commande.ExecuteNonQuery();
        }

        Assert.Equal("", Render<BarreDeCadre>().Markup.Trim());
        entrepot.Dispose();
        perdu.Delete(recursive: true);
    }

    [Theory]
    [InlineData("comptable", "Import", "Comptes")]
    [InlineData("auditeur", "Bulletins", "Import")]
    [InlineData("administrateur", "Comptes", "Bulletins")]
    public async Task LeMenuNeMontreQueCeQuiSOuvre(string compte, string montre, string absent)
    {
        await Pour(compte, "");

        var liens = Render<NavMenu>().FindAll("a").Select(a => a.TextContent).ToList();

        Assert.Contains(montre, liens);
        Assert.DoesNotContain(absent, liens);
    }

    [Fact]
    public async Task LeMenuDitLEcranOuvertEtGardeLaCollectivite()
    {
        await Pour("comptable", $"bulletins?siret={DeuxPostes.Commune}&mois=2026-03");

        var rendu = Render<NavMenu>();

        Assert.Equal("Bulletins", rendu.Find("[aria-current=page]").TextContent);
        Assert.Equal($"/justificatifs/{DeuxPostes.Commune}/2026-03", rendu.FindAll("a").Single(a => a.TextContent == "Justificatifs").GetAttribute("href"));
    }

    [Fact]
    public async Task LeMenuDeQuiNeFaitRienEstVide()
    {
        await Pour("sans.habilitation", "");

        Assert.Empty(Render<NavMenu>().FindAll("a"));
    }

    [Fact]
    public async Task LaPaletteTientLesEcransPermisEtLesReglages()
    {
        await Pour("auditeur", "bulletins");

        var rendu = Render<Palette>();

        Assert.Contains("Archives", rendu.FindAll("#palette li a").Select(a => a.TextContent));
        Assert.DoesNotContain("Import", rendu.FindAll("#palette li a").Select(a => a.TextContent));
        Assert.Contains("Thème sombre", rendu.FindAll("#palette li button").Select(b => b.TextContent));
        Assert.All(rendu.FindAll("#palette li form"), f => Assert.Equal("/bulletins", f.QuerySelector("input[name=retour]")!.GetAttribute("value")));
        Assert.Equal(Raccourci.Tous.Count, rendu.FindAll("#raccourcis li").Count);
    }

    [Theory]
    [InlineData("recherche?q=fauconnet", "fauconnet")]
    [InlineData("bulletins?q=ailleurs", null)]
    public async Task LaRechercheRapideNeRedisQueCeQuElleACherche(string adresse, string? attendu)
    {
        await Pour("comptable", adresse);

        Assert.Equal(attendu, Render<RechercheRapide>().Find("#chercher").GetAttribute("value"));
    }

    [Theory]
    [InlineData("/etats/{Siret}/{Budget}/{Mois}/rapprochement", "/aide/ecrans/rapprochement")]
    [InlineData(null, "/aide")]
    public void LAideEstCelleDeLEcran(string? route, string attendue)
    {
        var contexte = new DefaultHttpContext();
        if (route is not null)
            contexte.SetEndpoint(new RouteEndpoint(_ => Task.CompletedTask, RoutePatternFactory.Parse(route), 0, null, null));

        Assert.Equal(attendue, Render<LienDAide>(p => p.AddCascadingValue<HttpContext>(contexte)).Find("a").GetAttribute("href"));
    }

    [Theory]
    [InlineData("comptable", true)]
    [InlineData(null, false)]
    public async Task LaMisePageEntoureChaquePage(string? compte, bool connecte)
    {
        await Pour(compte, "bulletins");

        var rendu = Render<MainLayout>(p => p.Add(c => c.Body, b => b.AddMarkupContent(0, "<h1>Ici</h1>")));

        Assert.Equal("Ici", rendu.Find("main#contenu h1").TextContent);
        Assert.Equal("/bulletins#contenu", rendu.Find("a.lien-evitement").GetAttribute("href"));
        Assert.Equal(connecte, rendu.FindAll(".qui").Count == 1);
        Assert.Equal(connecte, rendu.FindAll("recherche-rapide").Count == 1);
        Assert.Equal(connecte, rendu.FindAll(".etat-connexion").Count == 1);
    }

    [Fact]
    public async Task TropDePagesOuvertesSeDit()
    {
        await Pour("comptable", "");
        var circuits = Services.GetRequiredService<CircuitsOuverts>();
        for (var page = 0; !circuits.EstPlein("comptable"); page++)
            circuits.Ouvrir($"{page}", "comptable");

        Assert.Equal(CircuitsOuverts.Refus, Render<MainLayout>(p => p.Add(c => c.Body, _ => { })).Find(".etat-connexion").TextContent);
    }

    [Theory]
    [InlineData("a-propos", "À propos")]
    [InlineData("nulle-part", "Page introuvable")]
    public async Task LAdresseChoisitLaPage(string adresse, string titre)
    {
        await Pour("comptable", adresse);
        ComponentFactories.AddStub<FocusOnNavigate>();

        Assert.Contains(titre, Render<Routes>().Find("h1").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LeDocumentEstEnFrancaisEtNeChargeQueSesPropresFichiers()
    {
        await Pour("comptable", "");
        ComponentFactories.AddStub<Routes>();
        ComponentFactories.AddStub<HeadOutlet>();

        var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(Render<App>().Markup);

        Assert.Equal("fr", document.DocumentElement.GetAttribute("lang"));
        Assert.Equal("auto", document.DocumentElement.GetAttribute("data-theme"));
        Assert.All(document.QuerySelectorAll("script, link[rel=stylesheet]").Select(e => e.GetAttribute("src") ?? e.GetAttribute("href")!), a => Assert.Matches(@"^/[^/].*\?v=\w+", a));
        Assert.Empty(document.QuerySelectorAll("script:not([src]), style, [style]"));
    }

    private async Task Pour(string? compte, string adresse, Entrepot? entrepot = null)
    {
        var personne = compte is null ? new ClaimsPrincipal(new ClaimsIdentity()) : await Personne(compte);
        var acces = new AccesCourant(postes.Service<GardeDesAcces>(), new HttpContextAccessor(), new PersonneFixe(personne));
        Services.AddSingleton(acces).AddSingleton<AuthenticationStateProvider>(new PersonneFixe(personne)).AddSingleton<IHttpContextAccessor>(new HttpContextAccessor());
        Services.AddSingleton(new Questions(entrepot ?? postes.Service<Entrepot>(), postes.Service<ReponsesGardees>(), acces)).AddSingleton(postes.Service<EmbeddedAssets>());
        Services.AddSingleton(postes.Service<XemeliosWebOptions>()).AddSingleton(new CircuitsOuverts(postes.Service<XemeliosWebOptions>()));
        Services.AddSingleton<AntiforgeryStateProvider>(new JetonDEssai()).AddScoped<CadreCourant>().AddScoped<Vue>();
        SetRendererInfo(new RendererInfo("Static", isInteractive: false));
        Services.GetRequiredService<NavigationManager>().NavigateTo(adresse);
    }

    private async Task<ClaimsPrincipal> Personne(string compte) => new IdentiteDeSession(
        compte, await postes.Service<SessionsDeCompte>().OuvrirAsync(Auteur.DuCompte(compte, "127.0.0.1", "/connexion")),
        (await postes.Service<AccesDesComptes>().PostesDeAsync(compte)) is [var premier, ..] ? premier.Code : null).EnPersonne();

    private sealed class JetonDEssai : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => new("jeton", "champ");
    }

    private sealed class PersonneFixe(ClaimsPrincipal personne) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(personne));
    }
}
