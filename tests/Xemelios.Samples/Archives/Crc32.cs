namespace Xemelios.Samples;

/// <summary>CRC-32 of zip and gzip.</summary>
internal static class Crc32
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(i => Entree((uint)i))];

    public static uint De(ReadOnlySpan<byte> octets)
    {
        var crc = uint.MaxValue;
        foreach (var octet in octets)
            crc = Table[(crc ^ octet) & 0xFF] ^ (crc >> 8);
        return ~crc;
    }

    private static uint Entree(uint valeur)
    {
        for (var i = 0; i < 8; i++)
            valeur = (valeur & 1) == 1 ? 0xEDB88320 ^ (valeur >> 1) : valeur >> 1;
        return valeur;
    }
}
