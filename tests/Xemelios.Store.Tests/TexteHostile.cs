using System.Text;

namespace Xemelios.Store.Tests;

/// <summary>Texts made to break whoever reads them.</summary>
internal static class TexteHostile
{
    private static readonly string[] Morceaux =
    [
        "\"", "*", "(", ")", "{", "}", "^", ":", "-", "+", "'", "''", ";", "--", "/*", "\0", "\\", "%", "_", "$1", "?", ",", ".", "|", "&",
        "AND", "OR", "NOT", "NEAR", "NEAR(a b, 3)", "nom:", "rowid", "rank", "DROP TABLE agent;", " ", "\t", "\r\n", "\u00A0", "\u200B", "\u00AD",
        "😀", "👩‍👩‍👧", "\uD83D", "\uDE00", "\uFFFE", "\uFFFF", "\uFFFD", "\uFEFF", "\u0301", "\u0345", "İ", "ſ", "ﬁ", "ß", "Œ", "«", "»", "“", "”",
        "漢字", "عربى", "नमस्ते", "\U0001D54F", "\uE000", "\U0010FFFF", "e\u0301\u0302\u0303", "martin", "Hélène", "000123", "0", "d'", "Saint-", "a", "lefebvre",
    ];

    public static string Tirer(Random hasard)
    {
        var texte = new StringBuilder();
        for (var reste = hasard.Next(1, 15); reste > 0; reste--)
        {
            if (hasard.Next(8) == 0)
                texte.Append((char)hasard.Next(0x10000));
            else
                texte.Append(Morceaux[hasard.Next(Morceaux.Length)]);
        }

        return texte.ToString();
    }
}
