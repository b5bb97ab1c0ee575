using System.Text;

namespace Xemelios.Samples;

/// <summary>What is put at a place of an XML text to break it, or nearly.</summary>
internal static class CoupsDeTexte
{
    /// <summary>Put just after the quote that opens a value.</summary>
    public static readonly byte[][] DansUneValeur = EnOctets(
        "&", "&;", "&#;", "&#x;", "&#0;", "&#8;", "&#11;", "&#31;", "&#x1F;", "&#xD800;", "&#xDFFF;", "&#xFFFE;", "&#xFFFF;", "&#1114112;", "&#x110000;", "&#99999999999;",
        "&#4294967361;", "&#x100000041;", "&#18446744073709551681;", "&#-1;", "&#+65;", "&# 65;", "&#65 ;", "&#65", "&#X41;", "&#x4G;", "&#6A;", "&#٣;", "&#xD83D;&#xDE00;", "&#x1F600;",
        "&#x00000000000000041;", "&#00000000000000065;", "&#13;", "&#10;", "&#9;", "&#32;", "&#160;", "&#x85;", "&nbsp;", "&amp", "&lt", "& amp;", "&amp ;", "&AMP;", "&Lt;", "&apos;", "&quot;", "&#38;#60;", "&&amp;",
        "&é;", "&a:b;", "&xml;", "&lt;&gt;", "<", "<!-- -->", "</PayeIndivMensuel>", "]]>", ">", "/>", "\"", "'", "=", "\r", "\n", "\r\n", "\t", "\0", "\v", "\u001F", "\u007F",
        "\u0085", "\u2028", "\uFEFF", "\uFFFD", "\uFFFE", "\uFFFF", "😀", "--", "?>", "%a;");

    /// <summary>Put just after a tag, or just before one.</summary>
    public static readonly byte[][] EntreDeuxBalises = EnOctets(
        "texte", "&amp;", "&", "&#32;", "&x;", "]]>", "]]", ">", "é", "\u00A0", "\uFEFF", "\u0085", "\0", "\v", "\uFFFE", "<![CDATA[x]]>", "<![CDATA[]]>", "<![CDATA[", "<![CDATA[</PayeIndivMensuel>]]>",
        "<![cdata[x]]>", "<![INCLUDE[]]>", "<!DOCTYPE a>", "<!doctype a>", "<!ELEMENT a ANY>", "<!", "<!>", "<?pi?>", "<?pi x?>", "<?pi</PayeIndivMensuel>?>", "<?pi", "<? pi?>", "<??>", "<?xml version=\"1.0\"?>",
        "<?xml?>", "<?XML x?>", "<?xMl?>", "<?x:y z?>", "<?pi ? >?>", "<!---->", "<!-- x -->", "<!-- </PayeIndivMensuel> -->", "<!-- -- -->", "<!-- --->", "<!--->", "<!-->", "<!--", "<!--x", "<!- x -->",
        "<! -- x -->", "<!---- >", "<!--x-- >", "<!--->-->", "<!---x-->", "<!--\u0001-->", "<!--\uFFFF-->", "<!--&x;-->", "<!--é-->", "-->", "</x>", "<x>", "<x/>", "<x", "<x></x>", "<x></x\n>", "<x ></x >",
        "<x></ x>", "<x></y>", "<x></X>", "<x></xx>", "<xx></x>", "<x></x:x>", "<x></x/>", "<x></x a='1'>", "<1/>", "<-/>", "<./>", "<_/>", "<x:y/>", "<:x/>", "<x:/>", "<x::y/>", "<a:b:c/>", "<xml:x/>", "<xmlns:x/>",
        "<xml/>", "<XMLx/>", "<x y/>", "<x y=z/>", "<x y=/>", "<x y='1'z='2'/>", "<x y='1'/z='2'>", "<x y='1' y='2'/>", "<x y='1' Y='2'/>", "<x\u00A0y='1'/>", "<x\u0085y='1'/>", "<x\vy='1'/>", "<x/ >", "<x / >",
        "<x //>", "<x/", "< x/>", "<x\0/>", "</>", "<>", "<<x/>", "<x/>>", "<x>></x>", "<é/>", "<É_1/>", "<×/>", "<x×/>", "<x·/>", "<·x/>", "<x\u0300/>", "<\u0300x/>", "<x\u2014/>", "<x\u037E/>", "<ⅷ/>",
        "<中/>", "<😀/>", "<x😀/>", "<x\uFFFD/>", "<x!/>", "<x\"y\"/>", "<x y=\"a'b\"/>", "<x y='<'/>", "<x y='&lt;'/>", "<x y='&gt;'/>", "<x y='1'\ny='2'/>", "<x xmlns:a='u' xmlns:b='u' a:y='' b:y=''/>",
        "<PayeIndivMensuel/>", "<PayeIndivMensuel></PayeIndivMensuel>", "</PayeIndivMensuel>", "<PayeIndivMensuel>", "</PayeIndivMensuel><PayeIndivMensuel>", "</DonneesIndiv><DonneesIndiv>", "</DocumentPaye>",
        "<x xml:space='autre'/>", "<a><a><a></a></a></a>");

    /// <summary>Put before an attribute V.</summary>
    public static readonly byte[][] AvantUnAttribut = EnOctets(
        " V=\"1\"", " W=\"1\" W=\"2\"", " W='1' w='2'", " q:V=\"\"", " xml:V=\"\"", " V:V=\"\"", " :V=\"\"", " W:=\"\"", " a:b:c=\"\"", " 1V=\"\"", " -V=\"\"", " .V=\"\"", " é=\"\"", " ×=\"\"", " V·=\"\"", " ·V=\"\"", " W",
        " W=", " W=1", " =\"\"", " W==\"\"", " W=\"", " W='\"", " W=\"\"X=\"\"", " W=\"\"\u00A0", "\u00A0", "\u2003", "\v", "\0", "/", "?", "<", ">", "&", "&amp;", ",", " xmlns:q=\"\"", " xmlns:q='' q:a=''", " xmlns:q='u' q:V='1'",
        " xmlns:q='u' xmlns:q='v'", " xmlns:q='u' xmlns:r='u' q:W='1' r:W='2'", " xmlns:q='u' xmlns:r='v' q:W='1' r:W='2'", " xmlns='u' xmlns='v'", " xmlns='u' xmlns:q='u' W='' q:W=''", " xmlns=''", " xmlns='u'",
        " xmlns:xml='u'", " xmlns:xml='http://www.w3.org/XML/1998/namespace'", " xmlns:q='http://www.w3.org/XML/1998/namespace'", " xmlns='http://www.w3.org/XML/1998/namespace'", " xmlns:xmlns='u'", " xmlns:xmlns='http://www.w3.org/2000/xmlns/'",
        " xmlns:q='http://www.w3.org/2000/xmlns/'", " xmlns='http://www.w3.org/2000/xmlns/'", " xmlns:='u'", " xmlns:1='u'", " xmlns:q='&#104;ttp://www.w3.org/2000/xmlns/'", " xmlns:xmlq='u' xmlq:V=''", " XMLNS:q='u'",
        " xmlns:q=' '", " xmlns:q='&#32;'", " xml:space='preserve'", " xml:space='default'", " xml:space='autre'", " xml:space=''", " xml:space=' preserve '", " xml:space='pre&#115;erve'", " xml:lang='fr'", " xml:lang=''", " xml:lang='1 2'",
        " xml:id='1'", " xml:autre='1'", " xml:='1'", " XML:a='1'", " x='&#0;'", " x='&y;'", " x='<'", " x=']]>'", " x='--'", " V\n=\n\"8\"");

    /// <summary>Put in place of the declaration, or first when there is none.</summary>
    public static readonly byte[][] Declarations = EnOctets(
        "<?xml?>", "<?xml ?>", "<?xml version=\"1.1\"?>", "<?xml version=\"2.0\"?>", "<?xml version=\"1.00\"?>", "<?xml version=\"\"?>", "<?xml version=1.0?>", "<?xml version=\"1.0'?>", "<?xml version=\"1.0\">", "<?xml version=\"1.0\" >",
        "<?xml version=\"1.0\"? >", "<?xml version=\"1.0\"??>", "<?xml encoding=\"UTF-8\"?>", "<?xml encoding=\"UTF-8\" version=\"1.0\"?>", "<?xml version=\"1.0\"encoding=\"UTF-8\"?>", "<?xml version=\"1.0\" encoding=UTF-8?>",
        "<?xml version=\"1.0\" encoding=\"\"?>", "<?xml version=\"1.0\" encoding=\" UTF-8\"?>", "<?xml version=\"1.0\" encoding=\"8859\"?>", "<?xml version=\"1.0\" encoding=\"-\"?>", "<?xml version=\"1.0\" encoding=\"UTF-8\" encoding=\"UTF-8\"?>",
        "<?xml version=\"1.0\" encoding=\"UTF-16\"?>", "<?xml version=\"1.0\" encoding=\"US-ASCII\"?>", "<?xml version=\"1.0\" encoding=\"ISO-8859-15\"?>", "<?xml version=\"1.0\" encoding=\"IBM037\"?>", "<?xml version=\"1.0\" encoding=\"x\"?>",
        "<?xml version=\"1.0\" encoding=\"é\"?>", "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"oui\"?>", "<?xml version=\"1.0\" standalone=\"yes\" encoding=\"UTF-8\"?>", "<?xml version=\"1.0\" standalone=\"YES\"?>",
        "<?xml version=\"1.0\" standalone=''?>", "<?xml version=\"1.0\" a=\"b\"?>", "<?xml version=\"1.0\" version=\"1.0\"?>", "<?XML version=\"1.0\"?>", "<?Xml version=\"1.0\"?>", "<?xmlversion=\"1.0\"?>", "< ?xml version=\"1.0\"?>", "<?xml\u00A0version=\"1.0\"?>",
        "<?xml  version = '1.0'\n encoding = \"ISO-8859-1\"  standalone='no'\t?>", "<?xml\r\nversion='1.0'\rencoding='windows-1252'\n?>", "<?xml version=\"1.0\" encoding=\"&#85;TF-8\"?>", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>",
        "<?xml version=\"1.0\" encoding=\"windows-1252\"?>", "<?xml version=\"1.0\"?><?xml version=\"1.0\"?>", " <?xml version=\"1.0\"?>", "\n<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>", "\uFEFF<?xml version=\"1.0\"?>",
        "<!-- --><?xml version=\"1.0\"?>", "x<?xml version=\"1.0\"?>", "\0<?xml version=\"1.0\"?>", "<?xml version=\"1.0\"?>x", "<?xml version=\"1.0\"?>\0", "<?xml version=\"1.0\"?>&#32;", "<?xml version=\"1.0\"?><!---->", "<?xml version=\"1.0\"?><?pi?>",
        "<?xml version=\"1.0\"?><!DOCTYPE DocumentPaye>", "<?xml-stylesheet href='a'?>", "<?xml a='<'?>", "");

    /// <summary>Put after the root.</summary>
    public static readonly byte[][] ApresLaRacine = EnOctets(
        "<a/>", "<a></a>", "</a>", "<a", "<", "x", "é", "&#32;", "&amp;", ">", "]]>", "<!-- -->", "<!-- -- -->", "<!--", "<!-- </PayeIndivMensuel> -->", "<?pi?>", "<?pi", "<?xml version=\"1.0\"?>", "<!DOCTYPE a>", "<![CDATA[]]>", " ", "\r\n\t", "\0", "\v",
        "\u001A", "\u00A0", "\uFEFF", "\uFFFE", "<DonneesIndiv></DonneesIndiv>", "</DocumentPaye>");

    /// <summary>Bytes that are no text in one encoding or another; put anywhere.</summary>
    public static readonly byte[][] Octets =
    [
        [0], [0x0B], [0x0C], [0x1B], [0x1F], [0x7F], [0x80], [0x81], [0x85], [0x9F], [0xA0], [0xC3], [0xE9], [0xFE], [0xFF], [0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF], [0xEF, 0xBF, 0xBE], [0xEF, 0xBF, 0xBF], [0xEF, 0xBF, 0xBD],
        [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80], [0xC0, 0xBC], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0xBC], [0xF0, 0x80, 0x80, 0xBC], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xF0, 0x9F, 0x98], [0xE2, 0x82],
        [0xC2, 0x80], [0xC2, 0x85], [0xC2, 0xA0], [0xE2, 0x80, 0xA8], [0xF0, 0x9F, 0x98, 0x80], [0xF0, 0x9F, 0xBF, 0xBE], [(byte)'<', 0], [(byte)'&'], [(byte)'<'], [(byte)'>'], [(byte)'"'], [(byte)'\''], [(byte)'/'], [(byte)'='], [(byte)':'], [(byte)'!'], [(byte)'?'], [(byte)'-', (byte)'-'], [(byte)']', (byte)']', (byte)'>'], [13], [10], [9],
    ];

    /// <summary>One occurrence of the first becomes the second.</summary>
    public static readonly (byte[] Motif, byte[] Remplacement)[] Remplacements = EnPaires(
            ("<", "<<"), ("<", ""), ("<", "&lt;"), ("<", " <"), ("<", "< "), (">", ""), (">", ">>"), (">", " >"), (">", "/>"), (">", "&gt;"), ("/>", ">"), ("/>", "/"), ("/>", "/ >"), ("/>", "//>"), ("/>", "></x>"), ("</", "<"), ("</", "< /"), ("</", "<//"),
            ("</", "</ "), ("</", "</x"), ("\"", "'"), ("\"", ""), ("\"", "\"\""), ("\"", "&quot;"), ("'", "\""), ("'", ""), ("=", "=="), ("=", ""), ("=", " = "), ("=", ":"), (" V", "V"), (" V", " v"), (" V", " VV"), (" V", " V V"), (" V", "\u00A0V"), ("V=", "V"),
            ("xmlns:", "xmlns"), ("xmlns:", "xmlns::"), ("xmlns", "xmlnt"), ("xmlns:n", "xmlns:m"), ("<n:", "<m:"), ("<n:", "<"), ("</n:", "</"), ("</n:", "</m:"), ("n:", ":"), ("n:", "n::"), ("n:", "1:"), ("</P", "</p"), ("</C", "</D"), ("</A", "</"), ("e>", ">"), ("l>", "l/>"),
            ("-->", "--->"), ("-->", "-- >"), ("-->", "->"), ("-->", ""), ("<!--", "<!-"), ("<!--", "<!---"), ("<!--", "<!-- --"), ("<!--", "<"), ("&", ""), ("&", "&&"), ("&#", "&"), ("&#x", "&#X"), (";", ""), (";", " ;"), ("amp;", "nbsp;"), ("PayeIndivMensuel", "PayeIndivMensuell"),
            ("</PayeIndivMensuel>", "</PayeIndivMensuel >"), ("</PayeIndivMensuel>", "</PayeIndivMensuel></PayeIndivMensuel>"), ("</PayeIndivMensuel>", ""), ("</DonneesIndiv>", ""), ("</DonneesIndiv>", "</DonneesIndiv></DonneesIndiv>"), ("</Remuneration>", ""),
            ("DocumentPaye", "DocumentPayes"), ("</PayeIndivMensuel>", "</PayeIndivMensuel\u00A0>"), ("</PayeIndivMensuel>", "<!--</PayeIndivMensuel>"), ("ISO-8859-1", "UTF-8"), ("UTF-8", "ISO-8859-1"), ("ISO-8859-1", "windows-1252"), ("1.0", "1.1"), ("?>", ">"), ("?>", ""));

    private static (byte[] Motif, byte[] Remplacement)[] EnPaires(params (string Motif, string Remplacement)[] paires) =>
        [.. paires.Select(p => (Encoding.UTF8.GetBytes(p.Motif), Encoding.UTF8.GetBytes(p.Remplacement)))];

    private static byte[][] EnOctets(params string[] textes) => [.. textes.Select(Encoding.UTF8.GetBytes)];
}
