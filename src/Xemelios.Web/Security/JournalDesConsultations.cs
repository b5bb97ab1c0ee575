using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xemelios.Domain.Habilitations;

namespace Xemelios.Web.Security;

/// <summary>Writes in the journal what a request opens, before it is opened.</summary>
public static class JournalDesConsultations
{
    /// <summary>After the routing (and whoever says who is there and what he may do), before the endpoint runs: 503 with one sentence and
    /// no data when the journal cannot be written.</summary>
    public static IApplicationBuilder UseJournalDesConsultations(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.GetEndpoint() is RouteEndpoint route && route.Metadata.GetMetadata<JournaliseAttribute>() is { } journalise
            && Ecrire(context, route, journalise.Nature) is { } refus)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync(refus, context.RequestAborted);
            return;
        }

        await next(context);
    });

    /// <summary>Why it could not be written; null when it was.</summary>
    private static string? Ecrire(HttpContext context, RouteEndpoint route, NatureDActe nature)
    {
        try
        {
            var journal = context.RequestServices.GetRequiredService<IJournal>();
            foreach (var acte in context.RequestServices.GetRequiredService<ActesDeRequete>().De(context, route, nature))
                journal.Ecrire(acte);
            return null;
        }
        catch (JournalIndisponibleException refus)
        {
            return refus.Message;
        }
    }
}
