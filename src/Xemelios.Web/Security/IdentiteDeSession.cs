using System.Security.Claims;

namespace Xemelios.Web.Security;

/// <summary>What the cookie of a session says: who, which session, and the poste in which he works.</summary>
/// <param name="Utilisateur">The account.</param>
/// <param name="Poste">Code of the poste; null for the accounts themselves.</param>
public sealed record IdentiteDeSession(string Utilisateur, Guid Session, string? Poste)
{
    /// <summary>The authentication scheme, and the name of the cookie: bound to this host, secure, never read by a script.</summary>
    public const string Schema = "__Host-xemelios";

    private const string CleDeSession = "session";
    private const string CleDePoste = "poste";

    /// <summary>What a signed-in person shows; null when nobody is signed in.</summary>
    public static IdentiteDeSession? De(ClaimsPrincipal? personne) =>
        personne?.Identity is { IsAuthenticated: true, Name: { } nom } && Guid.TryParse(personne.FindFirstValue(CleDeSession), out var session)
            ? new IdentiteDeSession(nom, session, personne.FindFirstValue(CleDePoste))
            : null;

    /// <summary>The person that a cookie is made of.</summary>
    public ClaimsPrincipal EnPersonne()
    {
        List<Claim> faits = [new(ClaimTypes.Name, Utilisateur), new(CleDeSession, Session.ToString())];
        if (Poste is not null)
            faits.Add(new Claim(CleDePoste, Poste));
        return new ClaimsPrincipal(new ClaimsIdentity(faits, Schema));
    }
}
