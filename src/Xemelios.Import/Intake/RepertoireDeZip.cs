using System.Buffers.Binary;

namespace Xemelios.Import.Intake;

/// <summary>Where the central directory of a zip is.</summary>
/// <param name="Fin">Just after its last header.</param>
/// <param name="Entrees">The number of entries that it declares.</param>
internal sealed record RepertoireDeZip(long Debut, long Fin, long Entrees)
{
    private const int TailleFin = 22;
    private const int TailleLocalisateur = 20;
    private const int TailleFin64 = 56;

    /// <summary>The directory told at the end of the file; null when there is none, or when it is not where it says.</summary>
    /// <remarks>In a cut zip, the last directory can be that of a zip stored inside: its place, counted from its own start, gives it away.</remarks>
    public static RepertoireDeZip? Trouver(Stream flux)
    {
        var queue = new byte[(int)Math.Min(flux.Length, TailleFin + ushort.MaxValue)];
        flux.Position = flux.Length - queue.Length;
        flux.ReadExactly(queue);
        for (var i = queue.Length - TailleFin; i >= 0; i--)
        {
            if (!queue.AsSpan(i).StartsWith("PK\u0005\u0006"u8))
                continue;
            var position = flux.Length - queue.Length + i;
            var trouve = Zip64(flux, position) ?? Simple(queue.AsSpan(i), position);
            if (trouve is not null && (trouve.Entrees == 0 || EnTeteDeZip.Central(flux, trouve.Debut) is not null))
                return trouve;
        }

        return null;
    }

    private static RepertoireDeZip? Simple(ReadOnlySpan<byte> fin, long position)
    {
        long taille = BinaryPrimitives.ReadUInt32LittleEndian(fin[12..]);
        long decalage = BinaryPrimitives.ReadUInt32LittleEndian(fin[16..]);
        var entrees = BinaryPrimitives.ReadUInt16LittleEndian(fin[10..]);
        return decalage + taille == position ? new RepertoireDeZip(decalage, position, entrees) : null;
    }

    /// <summary>Past 65 535 entries or 4 GiB, the true numbers are in a record that a locator names.</summary>
    private static RepertoireDeZip? Zip64(Stream flux, long position)
    {
        Span<byte> localisateur = stackalloc byte[TailleLocalisateur];
        if (!Lire(flux, position - TailleLocalisateur, localisateur, "PK\u0006\u0007"u8))
            return null;
        var place = BinaryPrimitives.ReadInt64LittleEndian(localisateur[8..]);
        Span<byte> fin = stackalloc byte[TailleFin64];
        if (!Lire(flux, place, fin, "PK\u0006\u0006"u8))
            return null;
        var entrees = BinaryPrimitives.ReadInt64LittleEndian(fin[32..]);
        var debut = BinaryPrimitives.ReadInt64LittleEndian(fin[48..]);
        return new RepertoireDeZip(debut, place, entrees);
    }

    private static bool Lire(Stream flux, long position, Span<byte> octets, ReadOnlySpan<byte> signature)
    {
        if (position < 0 || position > flux.Length - octets.Length)
            return false;
        flux.Position = position;
        flux.ReadExactly(octets);
        return octets.StartsWith(signature);
    }
}
