using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.Accueil;
using Xemelios.Web.Components.Layout;
using Xemelios.Web.Pages;
using Xemelios.Web.Security;

namespace Xemelios.Web.Endpoints;

/// <summary>Where one works and how one likes to see it.</summary>
public static class Preferences
{
    /// <summary>Maps <c>GET /cadre</c>, which leads to the same screen elsewhere, and <c>POST /preferences</c>.</summary>
    public static void MapPreferences(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/cadre", Aller).WithMetadata(new ExigeAttribute(Fonctions.Consulter), new SansPayeAttribute());
        endpoints.MapPost("/preferences", ChoisirAsync).WithMetadata(new OuvertATousAttribute(), new SansPayeAttribute());
    }

    private static IResult Aller(string? ecran, string? siret, string? budget, string? mois, Questions questions)
    {
        var demande = Cadre.Lire("/", new QueryString().Add("siret", siret ?? "").Add("budget", budget ?? "").Add("mois", mois ?? "").Value);
        var cadre = Exister(demande, questions.Poser(new CollectivitesQuestion().Executer));
        return Results.LocalRedirect(cadre.Vers(Ecran.Tous.Any(e => e.Cle == ecran) || Cadre.Ecrans.Contains(ecran) ? ecran! : "/"));
    }

    /// <summary>Another collectivité has other budgets and months: its only budget is meant, and its latest month when it has not that one.</summary>
    private static Cadre Exister(Cadre demande, IReadOnlyList<Collectivite> collectivites)
    {
        if (collectivites.FirstOrDefault(c => c.Siret == demande.Siret) is not { } ici)
            return demande with { Siret = null, Budget = null };
        var budget = ici.Budgets.FirstOrDefault(b => b.Cle == demande.Budget) ?? (ici.Budgets is [var seul] ? seul : null);
        var payes = budget?.Mois ?? ici.Mois;
        return new Cadre(ici.Siret, budget?.Cle, demande.Mois is { } m ? payes.Contains(m) ? m : payes[0] : null);
    }

    private static async Task<IResult> ChoisirAsync(HttpContext context, Vue vue)
    {
        var saisie = await context.Request.ReadFormAsync(context.RequestAborted);
        if (vue.Avec(saisie["nom"].ToString(), saisie["valeur"].ToString()) is not { } choix)
            return Results.BadRequest();
        context.Response.Cookies.Append(Vue.Cookie, choix, new CookieOptions
        {
            Path = "/", HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, MaxAge = TimeSpan.FromDays(365), IsEssential = true,
        });
        return Results.LocalRedirect(Chemins.Local(saisie["retour"]));
    }
}
