using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Xemelios.Store.Gestion.Journaux;

/// <summary>The SHA-256 that ties a row to what it says and to the row before it.</summary>
internal static class Sceau
{
    /// <summary>What the first row follows.</summary>
    public static readonly byte[] Origine = new byte[SHA256.HashSizeInBytes];

    /// <summary>Seals a row.</summary>
    /// <param name="sorte">A different one for each table, so that a row of one never passes for a row of another.</param>
    /// <param name="champs">UTF-8; null is not empty.</param>
    /// <remarks>Each part is preceded by its length: no two rows have the same encoding.</remarks>
    public static byte[] Calculer(byte sorte, long cle, byte[] precedente, params ReadOnlySpan<byte[]?> champs)
    {
        var taille = 1 + sizeof(long) + sizeof(int) + precedente.Length;
        foreach (var champ in champs)
            taille += sizeof(int) + (champ?.Length ?? 0);
        var tampon = ArrayPool<byte>.Shared.Rent(taille);
        try
        {
            tampon[0] = sorte;
            BinaryPrimitives.WriteInt64BigEndian(tampon.AsSpan(1), cle);
            var place = Poser(tampon, 1 + sizeof(long), precedente);
            foreach (var champ in champs)
                place = Poser(tampon, place, champ);
            return SHA256.HashData(tampon.AsSpan(0, place));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(tampon, clearArray: true);
        }
    }

    public static byte[]? Octets(string? texte) => texte is null ? null : Encoding.UTF8.GetBytes(texte);

    public static byte[] Octets(long nombre)
    {
        var octets = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(octets, nombre);
        return octets;
    }

    private static int Poser(byte[] tampon, int place, byte[]? champ)
    {
        BinaryPrimitives.WriteInt32BigEndian(tampon.AsSpan(place), champ?.Length ?? -1);
        champ?.CopyTo(tampon, place + sizeof(int));
        return place + sizeof(int) + (champ?.Length ?? 0);
    }
}
