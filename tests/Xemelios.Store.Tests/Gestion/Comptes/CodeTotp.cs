using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Xemelios.Store.Tests.Gestion.Comptes;

/// <summary>An authenticator, written from RFC 6238: SHA-1, thirty seconds, six digits.</summary>
internal static class CodeTotp
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string De(string cle, DateTimeOffset instant)
    {
        var pas = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(pas, instant.ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // what authenticators compute
        var hache = HMACSHA1.HashData(Octets(cle), pas);
#pragma warning restore CA5350
        var code = BinaryPrimitives.ReadInt32BigEndian(hache.AsSpan(hache[^1] & 0xf)) & 0x7fffffff;
        return (code % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    private static byte[] Octets(string cle)
    {
        var bits = string.Concat(cle.Select(c => Convert.ToString(Base32.IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(o => o.Length == 8).Select(o => Convert.ToByte(new string(o), 2))];
    }
}
