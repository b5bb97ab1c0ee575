using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Xemelios.Web.Security;

/// <summary>Refuses requests that change something when another site made the browser send them.</summary>
public static class CrossSiteWrites
{
    /// <summary>403 for POST, PUT, PATCH and DELETE whose <c>Sec-Fetch-Site</c> says that they come from elsewhere.</summary>
    public static IApplicationBuilder RefuseCrossSiteWrites(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var request = context.Request;
        var isRead = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (isRead || site is "" or "same-origin" or "none") return next(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return context.Response.WriteAsync("Requête refusée : elle vient d'un autre site.");
    });

    /// <summary>After the control of access: 400 for what would change something and does not carry the token that our pages gave, in a
    /// field of the form or in the header <c>RequestVerificationToken</c>. The forms of pages check theirs themselves; who is nobody has nothing to lose.</summary>
    public static IApplicationBuilder RefuseUnsignedWrites(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (!IsWrittenByAnEndpoint(context) || await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context))
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync("Rien n'a été fait : cette page est ouverte depuis trop longtemps, ou le serveur a redémarré. Rechargez-la et recommencez.");
    });

    private static bool IsWrittenByAnEndpoint(HttpContext context) =>
        !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method)
        && context.GetEndpoint() is { } endpoint && !ControleDAcces.EstMecanique(endpoint)
        && (!ControleDAcces.EstOuvert(endpoint) || IdentiteDeSession.De(context.User) is not null) && endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is null;
}
