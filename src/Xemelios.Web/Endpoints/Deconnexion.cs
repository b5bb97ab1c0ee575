using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Xemelios.Web.Security;

namespace Xemelios.Web.Endpoints;

/// <summary>Leaves a session.</summary>
public static class Deconnexion
{
    /// <summary>Maps <c>POST /deconnexion</c>.</summary>
    public static void MapDeconnexion(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/deconnexion", SortirAsync).WithMetadata(new OuvertATousAttribute(), new SansPayeAttribute());

    private static async Task<IResult> SortirAsync(HttpContext context, OuvertureDeSession session)
    {
        await session.FermerAsync(context);
        return Results.LocalRedirect($"{ControleDAcces.Connexion}?fin=1");
    }
}
