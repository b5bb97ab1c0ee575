using System.Globalization;
using System.Text;

namespace Xemelios.Import.Xhl;

/// <summary>The text of an attribute value: references resolved, ends of lines and tabs turned into spaces.</summary>
internal static class ValeurDAttribut
{
    /// <exception cref="TexteInhabituelException">A reference that is not one of XML's own five, nor that of a legal character.</exception>
    public static string Lire(ReadOnlySpan<byte> octets, EncodageDOctets encodage)
    {
        var brut = encodage.Decoder(octets);
        var texte = new StringBuilder(brut.Length);
        for (var i = 0; i < brut.Length; i++)
        {
            var c = brut[i];
            if (c == '&')
            {
                var fin = brut.IndexOf(';', i);
                if (fin < 0)
                    throw new TexteInhabituelException();
                texte.Append(Reference(brut.AsSpan(i + 1, fin - i - 1)));
                i = fin;
            }
            else if (c is '\r' or '\n' or '\t')
            {
                texte.Append(' ');
                if (c == '\r' && i + 1 < brut.Length && brut[i + 1] == '\n')
                    i++;
            }
            else
            {
                texte.Append(c);
            }
        }

        return texte.ToString();
    }

    private static string Reference(ReadOnlySpan<char> nom) => nom switch
    {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        ['#', 'x', .. var chiffres] => Caractere(chiffres, NumberStyles.AllowHexSpecifier),
        ['#', .. var chiffres] => Caractere(chiffres, NumberStyles.None),
        _ => throw new TexteInhabituelException(),
    };

    private static string Caractere(ReadOnlySpan<char> chiffres, NumberStyles style) =>
        uint.TryParse(chiffres, style, CultureInfo.InvariantCulture, out var code) && EstPermis(code)
            ? char.ConvertFromUtf32((int)code)
            : throw new TexteInhabituelException();

    private static bool EstPermis(uint code) =>
        code is 9 or 10 or 13 or (>= 0x20 and <= 0xD7FF) or (>= 0xE000 and <= 0xFFFD) or (>= 0x10000 and <= 0x10FFFF);
}
