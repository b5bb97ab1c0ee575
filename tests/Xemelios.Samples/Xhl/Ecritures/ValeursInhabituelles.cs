namespace Xemelios.Samples;

/// <summary>Values that readers get wrong: at the edge of what is a number, a date, a text.</summary>
internal static class ValeursInhabituelles
{
    private static readonly string[] Nombres =
    [
        "", " ", "0", "-0", "-0.00", "+1", "+0.5", "01.50", "000000000000000000000000000000000000012.5", ".5", "-.5", "1.", "-1.", ".", "+", "-", "--1", "+-1",
        "1-", "- 1", "+ 1", "1,5", "-1,5", ",5", "5,", "1,234.56", "1.234,56", "1.5.2", "1,5,2", "1 234,56", "1\u00A0234,56", "1\u202F234,56", "-1 000",
        " 12.50", "12.50 ", "\t12.50\n", "\u00A012.50\u00A0", "12.50\u0085", "\u200B1", "1e3", "1E2", "1e", "NaN", "Infinity", "∞", "0x10", "(5)", "5 €", "€5", "1'000",
        "１２", "٣", "1.234", "1.235", "0.005", "0.004999", "-0.005", "12.005", "1.2345", "1.23455", "1.23456", "0.00005", "0.00004999", "1.00", "1.0000", "1.00000000",
        "999999999999.99", "999999999999.994", "999999999999.995", "1000000000000", "-999999999999.99", "-1000000000000", "99999999999999.9999", "99999999999999.99995",
        "100000000000000", "92233720368547758.07", "92233720368547758.08", "9223372036854775807", "9223372036854775808", "18446744073709551616", "2147483647",
        "2147483648", "-2147483648", "-2147483647", "2147483647.0", "79228162514264337593543950335", "79228162514264337593543950336",
        "0.0000000000000000000000000001", "0.00000000000000000000000000000000000001", "3.000000000000000000000000000000000000001", "99999999999999999999999999999999999",
        "1850.1", "1850.10", "1850.100", "12345678.90", "-12345678.90", "0012345678.90", "4.9228",
    ];

    private static readonly string[] Dates =
    [
        "", " ", "2026-03-31", " 2026-03-31 ", "2026-03-31Z", "2026-03-31z", "2026-03-31+01:00", "2026-03-31-00:00", "2026-03-31+1:00", "2026-03-31 01:00",
        "2026-03-31T00:00:00", "2026-02-30", "2026-02-29", "2024-02-29", "1900-02-29", "2000-02-29", "0000-00-00", "0001-01-01", "9999-12-31", "10000-01-01", "2026-13-01",
        "2026-00-10", "2026-04-31", "26-03-01", "2026-3-1", "2026-03", "20260331", "2026/03/31", "01/03/2026", "2026-03-3", "２０２６-03-01", "-026-03-01", "+026-03-01",
    ];

    private static readonly string[] Textes =
    [
        "", " ", "\u00A0", "  deux  espaces  ", "\u00A0insécables\u00A0", "\u2003cadratin\u2003", "\uFEFFmarque", "\u0085suivante\u0085", "\u2028ligne\u2029", "\t\r\n",
        "une\nautre", "une\r\nautre", "une\rautre", "une\tautre", "D'ÉTÉ", "L’œuvre à 3 €", "Œ Š Ÿ ž", "«\u00A0guillemets\u00A0»", "a<b>c&d\"e'f", "&amp;", "&#65;", "</PayeIndivMensuel>",
        "<Mt V=\"1\"/>", "/>", ">", "]]>", "-->", "<!--", "<![CDATA[", "V=\"1\"", "V='1'", "𝔘nicode 😀", "e\u0301 combiné", "ﬁ", "ß", "İ", "ı", "\u0080\u009F", "\u0081", "ÿ", "\u00AD",
        "\u007F", "\uFFFD", "\uFFFC", "\uE000", "中文", "العربية", "A", "0", "000", "0000", "12", "3", "2026", "1999", "TITULAIRE", "titulaire", "Non titulaire", "stagiaire",
        "MAJUSCULES ET minuscules", "1000", "1000 ", "RUB\u00A01", "00", "2A", "199019912345678", "1990199123456", "19901991234567", "tout un texte dans un code",
        "FR7699999000010000000001X99", "99999",
    ];

    /// <summary>A value to put in place of another; of the same kind more often than not.</summary>
    public static string Tirer(Hasard hasard, string? ancienne) => hasard.Entre(1, 10) switch
    {
        <= 6 => hasard.Parmi(Genre(ancienne)),
        7 => hasard.Parmi(Nombres),
        8 => hasard.Parmi(Dates),
        9 => hasard.Parmi(Textes),
        _ => Longue(hasard),
    };

    private static string[] Genre(string? valeur) => valeur switch
    {
        [_, _, _, _, '-', _, _, '-', ..] => Dates,
        [(>= '0' and <= '9') or '-' or ' ', ..] => Nombres,
        _ => Textes,
    };

    /// <summary>Longer than what the schema allows, sometimes than a small block of reading.</summary>
    private static string Longue(Hasard hasard)
    {
        var motif = hasard.Parmi(["x", "é", "€", "😀", "9", "ab ", "&<>", "'\""]);
        return string.Concat(Enumerable.Repeat(motif, hasard.Parmi([12, 13, 25, 51, 101, 700, 2_500])));
    }
}
