using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;

namespace Xemelios.Web.Security;

/// <summary>A reverse proxy in front: what it says of the client, and of who signed in (LemonLDAP::NG, Cerbère), is believed from its address alone.</summary>
public static class Mandataire
{
    /// <summary>The account that the proxy has signed in.</summary>
    public const string EnTeteDuCompte = "Auth-User";

    /// <summary>What the proxy alone knows: an account without it is not believed.</summary>
    public const string EnTeteDuSecret = "X-Xemelios-Secret";

    /// <summary>Where the address of the connection is put before that of the client takes its place.</summary>
    private static readonly object VenuDe = new();

    /// <summary>First in the pipeline: the address and the scheme that the client used.</summary>
    public static void UseMandataire(this IApplicationBuilder app, XemeliosWebOptions options)
    {
        app.Use((context, next) =>
        {
            context.Items[VenuDe] = context.Connection.RemoteIpAddress;
            return next(context);
        });
        if (options.Mandataire is not { } adresse)
            return;
        var entetes = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = 1 };
        entetes.KnownProxies.Clear();
        entetes.KnownIPNetworks.Clear();
        entetes.KnownProxies.Add(adresse);
        app.UseForwardedHeaders(entetes);
    }

    /// <summary>After authentication: opens the session of the account that the proxy names, when the cookie is not already his.</summary>
    public static void UseConnexionParMandataire(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var options = context.RequestServices.GetRequiredService<XemeliosWebOptions>();
        if (Annonce(context, options) is { } compte && !string.Equals(IdentiteDeSession.De(context.User)?.Utilisateur, compte, StringComparison.OrdinalIgnoreCase)
            && !await context.RequestServices.GetRequiredService<OuvertureDeSession>().RecevoirAsync(context, compte))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            await context.Response.WriteAsync("Ce compte n'est pas ouvert dans Xemelios Next : adressez-vous à l'administrateur.");
            return;
        }

        await next(context);
    });

    /// <summary>The account that the proxy has signed in; null when it says nothing, or when it is not the proxy that speaks.</summary>
    private static string? Annonce(HttpContext context, XemeliosWebOptions options)
    {
        var compte = context.Request.Headers[EnTeteDuCompte].ToString();
        if (compte.Length == 0 || options.Mandataire is not { } adresse || options.SecretDuMandataire is not { Length: >= 32 } secret)
            return null;
        var venuDe = context.Items[VenuDe] as System.Net.IPAddress;
        if (venuDe?.IsIPv4MappedToIPv6 == true)
            venuDe = venuDe.MapToIPv4();
        return adresse.Equals(venuDe) && Egaux(context.Request.Headers[EnTeteDuSecret].ToString(), secret) ? compte : null;
    }

    private static bool Egaux(string donne, string attendu) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(donne)), SHA256.HashData(Encoding.UTF8.GetBytes(attendu)));
}
