using System.Text;

namespace Xemelios.Samples;

/// <summary>How a text becomes bytes, and what the declaration says of it.</summary>
/// <param name="Declare">The encoding that the declaration names; null for none.</param>
/// <param name="Declaration">False for a text without an XML declaration.</param>
internal sealed record Transcription(Encoding Octets, string? Declare, bool Bom = false, bool Declaration = true, FormesRares Formes = FormesRares.Aucune)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private static readonly Encoding Latin9 = CodePagesEncodingProvider.Instance.GetEncoding(28605)!;

    /// <summary>Everything that windows-1252 gives a character to, C1 controls of its five holes included.</summary>
    private static readonly HashSet<char> De1252 = [.. Encodages.Windows1252.GetString([.. Enumerable.Range(0, 256).Select(i => (byte)i)])];

    public static Transcription Tirer(Hasard hasard) => hasard.Entre(1, 100) switch
    {
        <= 25 => new(Encoding.Latin1, hasard.Parmi(["ISO-8859-1", "iso-8859-1", "ISO-8859-1", "latin1", "ISO_8859-1", "l1"])),
        <= 36 => new(Encodages.Windows1252, hasard.Parmi(["windows-1252", "Windows-1252", "WINDOWS-1252"])),
        <= 48 => new(Encodages.Windows1252, "ISO-8859-1", Formes: FormesRares.EncodageDementi),
        <= 62 => new(Utf8, hasard.Parmi(["UTF-8", "utf-8", "Utf-8"])),
        <= 70 => new(Utf8, "UTF-8", Bom: true),
        <= 74 => new(Utf8, hasard.Parmi([null, "ISO-8859-1"]), Bom: true),
        <= 82 => new(Utf8, null, hasard.Parfois(30), Declaration: false),
        <= 87 => new(Utf8, null),
        <= 91 => new(Encodages.Windows1252, "UTF-8", Formes: FormesRares.EncodageDementi),
        <= 95 => new(Encodages.Windows1252, null, Declaration: hasard.Parfois(50), Formes: FormesRares.EncodageDementi),
        <= 97 => new(new UnicodeEncoding(bigEndian: hasard.Parfois(50), byteOrderMark: false), "UTF-16", Bom: hasard.Parfois(70), Formes: FormesRares.Utf16),
        98 => new(new UnicodeEncoding(bigEndian: hasard.Parfois(50), byteOrderMark: false), null, Bom: true, hasard.Parfois(50), FormesRares.Utf16),
        99 => new(Latin9, "ISO-8859-15", Formes: FormesRares.AutreEncodage),
        _ => new(Utf8, hasard.Parmi(["US-ASCII", "UTF-16", "inconnu"]), Formes: FormesRares.AutreEncodage),
    };

    /// <summary>Whether the bytes can hold a character; a file declared ISO-8859-1 and read so holds no C1 byte.</summary>
    public bool Contient(Rune rune) => Octets switch
    {
        UTF8Encoding or UnicodeEncoding => true,
        _ when rune.Value > 0xFFFF => false,
        { CodePage: 28591 } => rune.Value is <= 0x7F or (>= 0xA0 and <= 0xFF),
        { CodePage: 28605 } => rune.Value <= 0x7F,
        _ => De1252.Contains((char)rune.Value),
    };

    public byte[] Transcrire(string texte)
    {
        var octets = Octets.GetBytes(texte);
        if (!Bom)
            return octets;
        return [.. Octets is UTF8Encoding ? [0xEF, 0xBB, 0xBF] : Octets.GetBytes("\uFEFF"), .. octets];
    }
}
