using System.Buffers.Binary;
using System.Text;

namespace Xemelios.Import.Intake;

/// <summary>Names in archives are bytes: UTF-8 when they say so or happen to be, else the page of the system that wrote them.</summary>
internal static class NomsDeZip
{
    /// <summary>The page of a French DOS or Windows console. For the letters of French it agrees with 437.</summary>
    private static readonly Encoding Page850 = CodePagesEncodingProvider.Instance.GetEncoding(850)!;

    /// <param name="utf8">Bit 11 of the flags of the entry.</param>
    /// <param name="systeme">Upper byte of "version made by": 3 is Unix.</param>
    public static string Lire(ReadOnlySpan<byte> nom, ReadOnlySpan<byte> supplement, bool utf8, byte systeme)
    {
        if (utf8)
            return Encoding.UTF8.GetString(nom);
        return NomUnicode(supplement) ?? Decoder(nom, systeme == 3 ? DecodageXml.PageWindows1252 : Page850);
    }

    public static string Decoder(ReadOnlySpan<byte> nom, Encoding sinon) =>
        System.Text.Unicode.Utf8.IsValid(nom) ? Encoding.UTF8.GetString(nom) : sinon.GetString(nom);

    /// <summary>Extra field 7075 of Info-ZIP: version, CRC, UTF-8 name.</summary>
    private static string? NomUnicode(ReadOnlySpan<byte> supplement)
    {
        var champ = Champ(supplement, 0x7075);
        return champ.Length > 5 && champ[0] == 1 ? Encoding.UTF8.GetString(champ[5..]) : null;
    }

    /// <summary>The data of one extra field, empty when it is not there.</summary>
    public static ReadOnlySpan<byte> Champ(ReadOnlySpan<byte> supplement, ushort numero)
    {
        while (supplement.Length >= 4)
        {
            var longueur = BinaryPrimitives.ReadUInt16LittleEndian(supplement[2..]);
            if (4 + longueur > supplement.Length)
                break;
            if (BinaryPrimitives.ReadUInt16LittleEndian(supplement) == numero)
                return supplement.Slice(4, longueur);
            supplement = supplement[(4 + longueur)..];
        }

        return [];
    }
}
