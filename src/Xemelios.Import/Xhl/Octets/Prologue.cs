using System.Text;
using System.Text.RegularExpressions;

namespace Xemelios.Import.Xhl;

/// <summary>What may stand around the elements: byte order mark, XML declaration, comments.</summary>
internal static partial class Prologue
{
    /// <summary>Where the text begins, after the mark and the declaration.</summary>
    public static int Passer(ReadOnlySpan<byte> octets)
    {
        var debut = octets.StartsWith("\uFEFF"u8) ? 3 : 0;
        if (!octets[debut..].StartsWith("<?"u8))
            return debut;
        var fin = octets[debut..Math.Min(octets.Length, debut + 1000)].IndexOf("?>"u8);
        if (fin < 0 || !Declaration().IsMatch(Encoding.Latin1.GetString(octets.Slice(debut, fin + 2))))
            throw new TexteInhabituelException();
        return debut + fin + 2;
    }

    /// <summary>The place after the comment that begins here.</summary>
    public static int PasserUnCommentaire(ReadOnlySpan<byte> octets, int debut)
    {
        if (!octets[debut..].StartsWith("<!--"u8))
            throw new TexteInhabituelException();
        var corps = octets[(debut + 4)..];
        var tirets = corps.IndexOf("--"u8);
        if (tirets < 0 || tirets + 2 >= corps.Length || corps[tirets + 2] != '>')
            throw new TexteInhabituelException();
        return debut + 4 + tirets + 3;
    }

    [GeneratedRegex(
        """^<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*("1\.0"|'1\.0')([ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*("[A-Za-z][A-Za-z0-9._-]*"|'[A-Za-z][A-Za-z0-9._-]*'))?([ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*("(yes|no)"|'(yes|no)'))?[ \t\r\n]*\?>$""",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Declaration();
}
