using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Xemelios.Web.Security;

/// <summary>Lets through what a person may open, by what its endpoint asks. What he may not open does not exist for him.</summary>
public static class ControleDAcces
{
    /// <summary>The screen to sign in.</summary>
    public const string Connexion = "/connexion";

    /// <summary>The framework's own addresses: scripts, and the channel of pages that were given to someone who might see them.</summary>
    private static readonly string[] Mecanique = ["/_blazor", "/_framework"];

    /// <summary>To stand between routing and the endpoints.</summary>
    public static IApplicationBuilder UseControleDAcces(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.GetEndpoint() is not { } endpoint || EstOuvert(endpoint))
            return next(context);
        var acces = context.RequestServices.GetRequiredService<AccesCourant>();
        if (Exigence(endpoint)?.EstPermis(acces.Acces) == true)
            return next(context);
        return acces.Acces is null ? DemanderQui(context) : NExistePas(context);
    });

    /// <summary>Everyone may ask for it.</summary>
    public static bool EstOuvert(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<OuvertATousAttribute>() is not null || EstMecanique(endpoint);

    /// <summary>The framework's own.</summary>
    internal static bool EstMecanique(Endpoint endpoint) =>
        endpoint is RouteEndpoint { RoutePattern.RawText: { } adresse } && Array.Exists(Mecanique, m => ("/" + adresse.TrimStart('/')).StartsWith(m, StringComparison.Ordinal));

    /// <summary>What it asks for; null when it does not say, and then nobody may.</summary>
    public static ExigeAttribute? Exigence(Endpoint endpoint) => endpoint.Metadata.GetMetadata<ExigeAttribute>();

    private static Task NExistePas(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static Task DemanderQui(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) || request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }

        context.Response.Redirect($"{Connexion}?retour={Uri.EscapeDataString(request.Path + request.QueryString)}");
        return Task.CompletedTask;
    }
}
