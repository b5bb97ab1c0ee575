using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Xemelios.Web.Security;

/// <summary>Headers that every answer carries: the browser runs and shows only what this server gave.</summary>
public static class SecurityHeaders
{
    /// <summary>
    /// No inline script or style anywhere. Bootstrap's icons are data images, pdf.js decodes scans in WebAssembly and
    /// hands embedded fonts over as data.
    /// </summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; font-src 'self' data:; " +
        "connect-src 'self'; worker-src 'self'; object-src 'none'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    /// <summary>Adds the headers; an endpoint that set one of them keeps its own.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(static state =>
        {
            var headers = ((HttpContext)state).Response.Headers;
            headers.TryAdd(HeaderNames.ContentSecurityPolicy, ContentSecurityPolicy);
            headers.TryAdd(HeaderNames.XContentTypeOptions, "nosniff");
            headers.TryAdd("Referrer-Policy", "same-origin");
            headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
            headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
            headers.TryAdd(HeaderNames.CacheControl, "no-store");
            if (((HttpContext)state).Request.IsHttps) headers.TryAdd(HeaderNames.StrictTransportSecurity, "max-age=31536000");
            return Task.CompletedTask;
        }, context);
        return next(context);
    });
}
