using System.Buffers.Binary;

namespace Xemelios.Samples;

/// <summary>Gzip whose bytes are ours: the same on every machine and runtime, so that committed samples can be compared byte for byte.</summary>
public static class GzipFictif
{
    /// <summary>One gzip member, no name, no date.</summary>
    public static byte[] Compresser(ReadOnlySpan<byte> contenu)
    {
        using var sortie = new MemoryStream();
        sortie.Write([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]);
        sortie.Write(Deflate.Compresser(contenu));
        Span<byte> fin = stackalloc byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(fin, Crc32.De(contenu));
        BinaryPrimitives.WriteInt32LittleEndian(fin[4..], contenu.Length);
        sortie.Write(fin);
        return sortie.ToArray();
    }
}
