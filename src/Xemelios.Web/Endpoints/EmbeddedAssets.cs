using System.Collections.Frozen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Xemelios.Web.Endpoints;

/// <summary>The files for the browser, by address. They live in the assembly: no working directory or manifest can lose them.</summary>
public sealed class EmbeddedAssets
{
    private const string Root = "wwwroot/";

    private readonly FrozenDictionary<string, EmbeddedAsset> _assets;

    /// <summary>Lists the files without reading them.</summary>
    public EmbeddedAssets()
    {
        var assembly = typeof(EmbeddedAssets).Assembly;
        _assets = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Root, StringComparison.Ordinal))
            .ToFrozenDictionary(name => name[Root.Length..], name => new EmbeddedAsset(assembly, name));
    }

    /// <summary>The address of a file, changing with its content so that browsers may keep it for good.</summary>
    /// <exception cref="KeyNotFoundException">No such file was built in.</exception>
    public string Href(string path) => $"/{path}?v={_assets[path].Fingerprint}";

    /// <summary>The file at an address of the application, or null.</summary>
    public EmbeddedAsset? Find(PathString path) => path.HasValue ? _assets.GetValueOrDefault(path.Value[1..]) : null;

    internal static async Task Send(HttpContext context, EmbeddedAsset asset)
    {
        var (request, response) = (context.Request, context.Response);
        var headers = response.GetTypedHeaders();
        headers.ETag = asset.EntityTag;
        response.Headers.CacheControl = request.Query["v"] == asset.Fingerprint ? "public, max-age=31536000, immutable" : "no-cache";
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (request.GetTypedHeaders().IfNoneMatch.Any(tag => tag.Compare(asset.EntityTag, useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var compress = asset.IsWorthCompressing && request.GetTypedHeaders().AcceptEncoding.Any(e => e.Value == "br" && e.Quality != 0);
        if (compress) response.Headers.ContentEncoding = "br";
        var body = compress ? asset.Compressed : asset.Content;
        response.ContentType = asset.ContentType;
        response.ContentLength = body.Length;
        if (HttpMethods.IsGet(request.Method)) await response.Body.WriteAsync(body, context.RequestAborted);
    }
}

/// <summary>Puts the embedded files in the pipeline.</summary>
public static class EmbeddedAssetsPipeline
{
    /// <summary>Answers GET and HEAD of an embedded file; everything else goes on.</summary>
    public static IApplicationBuilder UseEmbeddedAssets(this IApplicationBuilder app)
    {
        var assets = app.ApplicationServices.GetRequiredService<EmbeddedAssets>();
        return app.Use((context, next) =>
        {
            var isRead = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
            return isRead && assets.Find(context.Request.Path) is { } asset ? EmbeddedAssets.Send(context, asset) : next(context);
        });
    }
}
