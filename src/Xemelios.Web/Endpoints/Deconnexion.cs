using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Xemelios.Domain.Habilitations;
using Xemelios.Web.Security;

namespace Xemelios.Web.Endpoints;

/// <summary>Leaves a session, or stays in it.</summary>
public static class Deconnexion
{
    /// <summary>Maps <c>POST /deconnexion</c>, and <c>GET /session</c> which any request could be: being asked is activity enough.</summary>
    public static void MapDeconnexion(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/deconnexion", SortirAsync).WithMetadata(new OuvertATousAttribute(), new SansPayeAttribute());
        endpoints.MapGet("/session", () => Results.NoContent()).WithMetadata(new ExigeAttribute(Fonctions.Aucune), new SansPayeAttribute());
    }

    private static async Task<IResult> SortirAsync(HttpContext context, OuvertureDeSession session)
    {
        await session.FermerAsync(context);
        return Results.LocalRedirect($"{ControleDAcces.Connexion}?fin=1");
    }
}
