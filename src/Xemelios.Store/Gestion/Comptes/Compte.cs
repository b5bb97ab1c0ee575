using Microsoft.AspNetCore.Identity;

namespace Xemelios.Store.Gestion.Comptes;

/// <summary>The account of one named person. It is never deleted, since the journal names it: it is blocked.</summary>
/// <remarks><c>UserName</c> is the name under which the person signs in and acts; it never changes. No address, no telephone number.</remarks>
public sealed class Compte : IdentityUser
{
    /// <summary>First and last name, as screens show them.</summary>
    public string Nom { get; set; } = "";

    /// <summary>When it was opened (UTC), by whom.</summary>
    public DateTimeOffset CreeLe { get; set; }

    public string CreePar { get; set; } = "";

    /// <summary>Since when nobody may sign in with it (UTC); null: it is open.</summary>
    public DateTimeOffset? BloqueLe { get; set; }

    public string? BloquePar { get; set; }

    public bool EstBloque => BloqueLe is not null;

    /// <summary>What was signed in before must be verified anew.</summary>
    internal void ChangerLeTimbre()
    {
        SecurityStamp = Guid.NewGuid().ToString("N");
        ConcurrencyStamp = Guid.NewGuid().ToString();
    }
}
