using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

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
}
