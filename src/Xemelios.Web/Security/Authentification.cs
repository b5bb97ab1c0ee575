using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Xemelios.Domain.Habilitations;
using Xemelios.Store;
using Xemelios.Store.Gestion.Comptes;

namespace Xemelios.Web.Security;

/// <summary>Accounts, sessions and the control of what each may open, as services and in the pipeline.</summary>
public static class Authentification
{
    /// <summary>Attempts to sign in that one address may make in a minute, over all accounts.</summary>
    public const int EssaisParMinute = 20;

    /// <summary>Adds the services.</summary>
    public static void AddAuthentification(this IServiceCollection services)
    {
        services.AddSingleton<IJournal>(s => s.GetRequiredService<Entrepot>().Journal);
        services.AjouterLesComptes(s => s.GetRequiredService<Entrepot>().Comptes);
        services.AddSingleton<GardeDesAcces>();
        services.AddScoped<AccesCourant>();
        services.AddScoped<OuvertureDeSession>();
        services.AddScoped<Revelations>();
        services.AddScoped<ComptesDeDemonstration>();
        services.AddScoped<AuthenticationStateProvider, SessionsOuvertes>();
        services.AddSingleton<CircuitsOuverts>();
        services.AddScoped<CircuitHandler, GardeDuCircuit>();
        services.AddHttpContextAccessor();
        services.AddAuthentication(IdentiteDeSession.Schema).AddCookie(IdentiteDeSession.Schema, Regler);
        services.AddAntiforgery(options => (options.Cookie.Name, options.Cookie.SameSite) = ("xemelios-formulaires", SameSiteMode.Strict));
        services.AddRateLimiter(Limiter);
    }

    /// <summary>Who asks, then what he may open: between routing and the endpoints.</summary>
    public static void UseAuthentification(this IApplicationBuilder app)
    {
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseConnexionParMandataire();
        app.UseControleDAcces();
    }

    private static void Regler(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = IdentiteDeSession.Schema;
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        options.Cookie.HttpOnly = true;
        // Lax: a colleague's address opens the same screen; nothing is changed by opening one.
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.ExpireTimeSpan = SessionsDeCompte.DureeMax;
        options.SlidingExpiration = false;
        options.Events.OnValidatePrincipal = async controle =>
        {
            var services = controle.HttpContext.RequestServices;
            var identite = IdentiteDeSession.De(controle.Principal);
            if (identite is not null && await services.GetRequiredService<SessionsDeCompte>().EstOuverteAsync(identite.Session, activite: !EstDeMecanique(controle.HttpContext)))
                return;
            controle.RejectPrincipal();
            await controle.HttpContext.SignOutAsync(IdentiteDeSession.Schema);
        };
    }

    // An open page that calls by itself is not a person who does something.
    private static bool EstDeMecanique(HttpContext contexte) => contexte.Request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase)
        || (HttpMethods.IsGet(contexte.Request.Method) && contexte.Request.Path.StartsWithSegments("/api/travaux", StringComparison.OrdinalIgnoreCase));

    private static void Limiter(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = async (refus, jeton) => await refus.HttpContext.Response.WriteAsync("Trop d'essais de connexion depuis cette adresse : attendez une minute.", jeton);
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(contexte =>
            HttpMethods.IsPost(contexte.Request.Method) && Array.Exists(Portes, p => contexte.Request.Path.StartsWithSegments(p, StringComparison.OrdinalIgnoreCase))
                ? RateLimitPartition.GetFixedWindowLimiter(OuvertureDeSession.Depuis(contexte), _ => new FixedWindowRateLimiterOptions { PermitLimit = EssaisParMinute, Window = TimeSpan.FromMinutes(1) })
                : RateLimitPartition.GetNoLimiter(""));
    }

    private static readonly string[] Portes = [ControleDAcces.Connexion, "/premier-demarrage", "/mot-de-passe"];
}
