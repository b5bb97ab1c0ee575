using System.Text;
using System.Text.RegularExpressions;

namespace Xemelios.Import.Intake;

/// <summary>The text of an XML file, and how its bytes had to be read.</summary>
/// <param name="Encodage">The encoding really used.</param>
/// <param name="Repare">The bytes are not valid in the declared (or default) encoding: read as windows-1252.</param>
/// <param name="Windows1252">Declared ISO-8859-1, but holds bytes 0x80–0x9F, that only windows-1252 gives letters to.</param>
/// <param name="OctetsDeBom">Bytes of the byte order mark, skipped.</param>
public sealed record TexteXml(TextReader Texte, Encoding Encodage, bool Repare, bool Windows1252, int OctetsDeBom) : IDisposable
{
    public void Dispose() => Texte.Dispose();
}

/// <summary>Decodes XML: byte order mark, else declared encoding, else UTF-8; falls back on windows-1252 when the bytes deny it.</summary>
/// <remarks>
/// XmlReader would stop at the first invalid byte. Files of paye declare ISO-8859-1 and hold windows-1252, or declare UTF-8 and hold
/// either: they are read, and the defect is reported (D7, D8). Where both agree, ISO-8859-1 decodes several times faster.
/// </remarks>
public static partial class DecodageXml
{
    private const int Bloc = 64 * 1024;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>windows-1252, which the base framework only knows through its code pages.</summary>
    public static Encoding PageWindows1252 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Opens the text of a seekable stream; disposing the result disposes the stream.</summary>
    public static TexteXml Ouvrir(Stream flux)
    {
        var tete = LireTete(flux);
        var (parMarque, bom) = Marque(tete);
        var declare = parMarque is null ? EncodageDeclare(tete) : null;
        var encodage = Annonce(tete);
        bool repare = false, windows1252 = false;
        if (encodage is UTF8Encoding && !EstUtf8(flux, bom))
            (encodage, repare) = (PageWindows1252, true);
        else if (declare is { CodePage: 28591 } && ContientC1(flux))
            (encodage, windows1252) = (PageWindows1252, true);
        flux.Position = bom;
        var texte = new StreamReader(flux, encodage, detectEncodingFromByteOrderMarks: false, Bloc);
        return new TexteXml(texte, encodage, repare, windows1252, bom);
    }

    /// <summary>The encoding that the first bytes announce: byte order mark, else declaration, else UTF-8.</summary>
    internal static Encoding Annonce(ReadOnlySpan<byte> tete) => Marque(tete).Encodage ?? EncodageDeclare(tete) ?? Utf8;

    private static byte[] LireTete(Stream flux)
    {
        var tete = new byte[1024];
        flux.Position = 0;
        return tete[..flux.ReadAtLeast(tete, tete.Length, throwOnEndOfStream: false)];
    }

    /// <summary>The encoding told by a byte order mark, or by the zeros of a first "&lt;" in two bytes.</summary>
    internal static (Encoding? Encodage, int Bom) Marque(ReadOnlySpan<byte> tete) => tete switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Utf8, 3),
        [0xFF, 0xFE, ..] => (new UnicodeEncoding(bigEndian: false, byteOrderMark: false), 2),
        [0xFE, 0xFF, ..] => (new UnicodeEncoding(bigEndian: true, byteOrderMark: false), 2),
        [(byte)'<', 0, not 0, 0, ..] => (new UnicodeEncoding(bigEndian: false, byteOrderMark: false), 0),
        [0, (byte)'<', 0, not 0, ..] => (new UnicodeEncoding(bigEndian: true, byteOrderMark: false), 0),
        _ => (null, 0),
    };

    /// <summary>The declared encoding when it is one of single bytes that this machine knows; null means UTF-8.</summary>
    private static Encoding? EncodageDeclare(ReadOnlySpan<byte> tete)
    {
        var declaration = Declaration().Match(Encoding.Latin1.GetString(tete));
        if (!declaration.Success)
            return null;
        var nom = declaration.Groups["nom"].Value;
        var encodage = CodePagesEncodingProvider.Instance.GetEncoding(nom) ?? Encodages(nom);
        return encodage is { IsSingleByte: true, CodePage: not 20127 } ? encodage : null;
    }

    private static Encoding? Encodages(string nom) =>
        Encoding.GetEncodings().FirstOrDefault(e => e.Name.Equals(nom, StringComparison.OrdinalIgnoreCase))?.GetEncoding()
        ?? (Latin1().IsMatch(nom) ? Encoding.Latin1 : null);

    /// <summary>True when every byte from the mark on is valid UTF-8; a sequence cut by the end of a block is carried over.</summary>
    private static bool EstUtf8(Stream flux, int bom)
    {
        flux.Position = bom;
        var tampon = new byte[Bloc];
        var reste = 0;
        while (true)
        {
            var lus = flux.Read(tampon, reste, Bloc - reste);
            var total = reste + lus;
            var coupe = lus == 0 ? total : total - SequenceInachevee(tampon.AsSpan(0, total));
            if (!System.Text.Unicode.Utf8.IsValid(tampon.AsSpan(0, coupe)))
                return false;
            if (lus == 0)
                return true;
            reste = total - coupe;
            tampon.AsSpan(coupe, reste).CopyTo(tampon);
        }
    }

    /// <summary>How many last bytes begin a sequence that goes on past the block.</summary>
    private static int SequenceInachevee(ReadOnlySpan<byte> bloc)
    {
        for (var n = 1; n <= Math.Min(3, bloc.Length); n++)
        {
            var octet = bloc[^n];
            if (octet < 0x80)
                return 0;
            if (octet >= 0xC0)
                return n < (octet >= 0xF0 ? 4 : octet >= 0xE0 ? 3 : 2) ? n : 0;
        }

        return 0;
    }

    private static bool ContientC1(Stream flux)
    {
        flux.Position = 0;
        var tampon = new byte[Bloc];
        while (flux.Read(tampon) is var lus and > 0)
        {
            if (tampon.AsSpan(0, lus).ContainsAnyInRange((byte)0x80, (byte)0x9F))
                return true;
        }

        return false;
    }

    [GeneratedRegex("""^\s*<\?xml[^>]*?\sencoding\s*=\s*["'](?<nom>[A-Za-z0-9._:-]+)["']""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Declaration();

    [GeneratedRegex("^(iso[-_]?8859[-_]1|latin-?1|l1|iso8859-1|cp819)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Latin1();
}
