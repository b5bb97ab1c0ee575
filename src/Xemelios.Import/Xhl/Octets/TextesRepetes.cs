namespace Xemelios.Import.Xhl;

/// <summary>The texts that came lately, by their bytes: a file says the same thousand words two million times.</summary>
/// <remarks>A table of fixed size where a newcomer takes the place of the one before: no growth, whatever the file.</remarks>
internal sealed class TextesRepetes(EncodageDOctets encodage)
{
    private const int Cases = 1 << 13;
    private const int LongueurMax = 120;
    private static readonly string[] PetitsNombres = [.. Enumerable.Range(0, 1000).Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture))];
    private readonly (byte[] Octets, string Texte)[] _cases = new (byte[], string)[Cases];

    public string Lire(ReadOnlySpan<byte> octets)
    {
        if (octets.IsEmpty)
            return "";
        if (octets.Length <= 3 && PetitNombre(octets) is { } nombre)
            return nombre;
        if (octets.Length > LongueurMax)
            return encodage.Decoder(octets);
        ref var place = ref _cases[Case(octets)];
        if (place.Octets is null || !octets.SequenceEqual(place.Octets))
            place = (octets.ToArray(), encodage.Decoder(octets));
        return place.Texte;
    }

    /// <summary>The text of a number below 1 000 that has no leading zero: ranks of lines, mostly.</summary>
    private static string? PetitNombre(ReadOnlySpan<byte> octets)
    {
        var nombre = 0;
        foreach (var octet in octets)
        {
            if (octet is < (byte)'0' or > (byte)'9')
                return null;
            nombre = nombre * 10 + octet - '0';
        }

        return octets[0] != '0' || octets.Length == 1 ? PetitsNombres[nombre] : null;
    }

    private static int Case(ReadOnlySpan<byte> octets)
    {
        unchecked
        {
            var cle = (ulong)octets.Length;
            var i = 0;
            for (; i + 8 <= octets.Length; i += 8)
                cle = (cle ^ BitConverter.ToUInt64(octets[i..])) * 0x9E3779B97F4A7C15UL;
            for (; i < octets.Length; i++)
                cle = (cle ^ octets[i]) * 0x100000001B3UL;
            return (int)((cle * 0x9E3779B97F4A7C15UL) >> 51);
        }
    }
}
