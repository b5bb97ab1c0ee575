using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Xemelios.Store.Gestion.Comptes;

/// <summary>What a one-time link opens.</summary>
public enum UsageDeLien
{
    /// <summary>The first administrateur and the first comptable, while there is no account.</summary>
    PremierDemarrage,

    /// <summary>The password of one account.</summary>
    MotDePasse,
}

/// <summary>A link that serves once.</summary>
/// <param name="Jeton">256 random bits, safe in an address; only its fingerprint is kept.</param>
/// <param name="ExpireLe">Until when it is good (UTC).</param>
public sealed record LienUnique(UsageDeLien Usage, string Jeton, DateTimeOffset ExpireLe)
{
    /// <summary>The path of the page that it opens.</summary>
    public string Chemin => $"/{(Usage == UsageDeLien.PremierDemarrage ? "premier-demarrage" : "mot-de-passe")}/{Jeton}";
}

/// <summary>Makes one-time links and takes them back.</summary>
public sealed class LiensUniques(TimeProvider horloge)
{
    public static readonly TimeSpan Duree = TimeSpan.FromHours(24);

    /// <summary>Makes a link in place of those of the same use for the same account; it is not saved yet.</summary>
    internal async Task<LienUnique> PreparerAsync(ContexteDeGestion contexte, UsageDeLien usage, string? compte)
    {
        var maintenant = horloge.GetUtcNow();
        contexte.Liens.RemoveRange(await contexte.Liens.Where(l => l.Usage == usage && l.CompteId == compte).ToListAsync());
        var jeton = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        contexte.Liens.Add(new RangeeDeLien { Empreinte = Empreinte(jeton), Usage = usage, CompteId = compte, CreeLe = maintenant, ExpireLe = maintenant + Duree });
        return new LienUnique(usage, jeton, maintenant + Duree);
    }

    /// <summary>The link of this token, when it is still good.</summary>
    /// <exception cref="LienPerimeException">it never was, has served, or is too old.</exception>
    internal async Task<RangeeDeLien> TrouverAsync(ContexteDeGestion contexte, UsageDeLien usage, string jeton)
    {
        var empreinte = Empreinte(jeton);
        var lien = await contexte.Liens.AsNoTracking().SingleOrDefaultAsync(l => l.Empreinte == empreinte && l.Usage == usage);
        return lien is { UtiliseLe: null } && horloge.GetUtcNow() < lien.ExpireLe ? lien : throw new LienPerimeException();
    }

    /// <summary>Uses the link up: of two who come together, one is refused.</summary>
    internal async Task ConsommerAsync(ContexteDeGestion contexte, RangeeDeLien lien)
    {
        var maintenant = horloge.GetUtcNow();
        if (await contexte.Liens.Where(l => l.Empreinte == lien.Empreinte && l.UtiliseLe == null).ExecuteUpdateAsync(l => l.SetProperty(x => x.UtiliseLe, maintenant)) != 1)
            throw new LienPerimeException();
    }

    private static string Empreinte(string jeton) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(jeton)));
}
