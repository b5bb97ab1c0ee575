using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Xemelios.Store.Gestion.Comptes.Identite;

/// <summary>The six digits of an authenticator (TOTP, RFC 6238), accepted once each: a code that was read over a shoulder or on the
/// wire is worth nothing once it has served (§5.2).</summary>
/// <remarks>The last step that was accepted is kept with the account and only grows: of two nodes that are given the same code, one accepts it.</remarks>
public sealed class CodesDAuthentificateur(ContexteDeGestion contexte, TimeProvider horloge) : AuthenticatorTokenProvider<Compte>
{
    private const int SecondesParPas = 30;

    /// <summary>Clocks may differ by a minute, as Identity allows.</summary>
    private const int Ecart = 2;

    public override async Task<bool> ValidateAsync(string purpose, string token, UserManager<Compte> manager, Compte user)
    {
        if (await manager.GetAuthenticatorKeyAsync(user) is not { Length: > 0 } cle || Pas(cle, token) is not { } pas)
            return false;
        return await contexte.Database.ExecuteSqlAsync($"""
            INSERT INTO code_accepte ("CompteId", "Pas") VALUES ({user.Id}, {pas})
            ON CONFLICT ("CompteId") DO UPDATE SET "Pas" = excluded."Pas" WHERE code_accepte."Pas" < excluded."Pas"
            """) == 1;
    }

    /// <summary>The step of which this is the code, the latest one first; null when it is of none.</summary>
    private long? Pas(string cle, string code)
    {
        var secret = Base32(cle);
        var maintenant = horloge.GetUtcNow().ToUnixTimeSeconds() / SecondesParPas;
        for (var pas = maintenant + Ecart; pas >= maintenant - Ecart; pas--)
        {
            if (CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(Code(secret, pas)), System.Text.Encoding.UTF8.GetBytes(code)))
                return pas;
        }

        return null;
    }

    private static string Code(byte[] secret, long pas)
    {
        Span<byte> compteur = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(compteur, pas);
#pragma warning disable CA5350 // what authenticators compute
        var hache = HMACSHA1.HashData(secret, compteur);
#pragma warning restore CA5350
        var code = BinaryPrimitives.ReadInt32BigEndian(hache.AsSpan(hache[^1] & 0xf)) & 0x7fffffff;
        return (code % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    private static byte[] Base32(string cle)
    {
        const string signes = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var octets = new List<byte>();
        var (bits, nombre) = (0, 0);
        foreach (var signe in cle.TrimEnd('='))
        {
            (bits, nombre) = (((bits << 5) | signes.IndexOf(signe, StringComparison.OrdinalIgnoreCase)) & 0xfff, nombre + 5);
            if (nombre < 8)
                continue;
            nombre -= 8;
            octets.Add((byte)((bits >> nombre) & 0xff));
        }

        return [.. octets];
    }
}
