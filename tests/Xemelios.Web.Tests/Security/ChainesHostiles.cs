using System.Globalization;
using System.Text;

namespace Xemelios.Web.Tests.Security;

/// <summary>Hostile values for an address, drawn from a seed, as they stand in it: already escaped, once, twice or badly.</summary>
internal static class ChainesHostiles
{
    /// <summary>What only such a string can put on a page: elements, attributes and scripts of this name.</summary>
    public const string Marque = "xeme";

    private static readonly string[] Morceaux =
    [
        "'", "\"", "`", "\"\"", "';--", "/*", "*/", "--", ";", "\\", "%", "_", "$1", "$siret", "{0}", "' OR '1'='1", "\" OR 1=1 --", "1; DROP TABLE volume", "' UNION SELECT nir FROM agent --", "SELECT", "NULL",
        "\u0000", "\u0007", "\u001b[31m", "\r\n", "\r\nX-Xeme: 1", "\nSet-Cookie: xeme=1", "\t", "\u0085", "\u2028", "\u202E", "\u200F", "\uFEFF", "😀", "é", "e\u0301", "İ", "ß", "ﬀ", "\uFFFF",
        "../", "..\\", "../../../../etc/passwd", "C:\\Windows\\win.ini", "file:///etc/passwd", "//attaquant.example", "/\\attaquant.example", "https://attaquant.example/",
        "<xeme-n>", "<script>xeme_n</script>", "</script><script>xeme_n()</script>", "\"><img src=x onerror=xeme_n>", "' onmouseover=xeme_n x='", "\" autofocus onfocus=\"xeme_n", "javascript:xeme_n", "data:text/html,<xeme-n>",
        "</textarea><xeme-n>", "</title><xeme-n>", "--><xeme-n>", "<svg onload=xeme_n>", "<style>xeme-n{}</style>", "expression(xeme_n)", "url(javascript:xeme_n)", "{{xeme_n}}", "@xeme_n", "&#60;xeme-n&#62;", "&lt;xeme-n&gt;",
        "(", ")", "et", "ou", "pas ", "ligne(", "=", "==", "!=", ">=", "<", "^=", "*=", "parmi", "entre", "vide", "nom", "nir", "montant", "rubrique", "mois", "liste:", "liste:0", "|", ",", "-", "~", "+", "#", "?", "&a=b", "*", " ",
        "2026-03", "2026-13", "2026-02-30", "0000-00", "9999-12", "99999-01", "2026-03-01T00:00:00", "0", "-1", "1", "2", "2147483647", "2147483648", "-2147483648", "9223372036854775807", "9223372036854775808",
        "79228162514264337593543950335", "99999999999999999999999999999999", "1e308", "1,5", "NaN", "0x41", "٣", "00", "ELUS", "csv", "pdf", "zip", "xlsx", "parquet", "json", "bulletins", "lignes", "repartition", "rubrique,agent", "nature,nature,nature",
    ];

    /// <summary>Written as bytes that are no text, or escaped in a way of their own.</summary>
    private static readonly string[] Brutes = ["%00", "%ED%A0%80", "%ED%B0%80x", "%C0%AF", "%FF%FE", "%2e%2e%2f", "%252e%252e%252f", "%u0041", "%0d%0aX-Xeme:%201", "%", "%2", "%zz", "+", "%26", "%23"];

    public static IReadOnlyList<string> Tirer(int nombre, int graine)
    {
        var hasard = new Random(graine);
        return [.. Enumerable.Range(0, nombre).Select(i => Une(hasard, i))];
    }

    private static string Une(Random hasard, int rang)
    {
        if (hasard.Next(12) == 0)
            return string.Concat(Enumerable.Range(0, hasard.Next(1, 4)).Select(_ => Brutes[hasard.Next(Brutes.Length)]));
        if (hasard.Next(4) == 0)
            return Uri.EscapeDataString(Morceaux[hasard.Next(Morceaux.Length)]);
        var texte = new StringBuilder();
        for (var n = hasard.Next(1, 6); n > 0; n--)
            texte.Append(hasard.Next(6) == 0 ? ((char)hasard.Next(1, 0xD7FF)).ToString(CultureInfo.InvariantCulture) : Morceaux[hasard.Next(Morceaux.Length)]);
        var chaine = texte.ToString().Replace("_n", $"_{rang}", StringComparison.Ordinal).Replace("-n", $"-{rang}", StringComparison.Ordinal);
        if (hasard.Next(60) == 0)
            chaine = string.Concat(Enumerable.Repeat(chaine, 1 + 1_500 / chaine.Length));
        var ecrite = Uri.EscapeDataString(chaine);
        return hasard.Next(15) == 0 ? Uri.EscapeDataString(ecrite) : ecrite;
    }
}
