using System.Text;

namespace Xemelios.Samples;

/// <summary>Bytes and XML declaration of a file.</summary>
public enum Encodage
{
    Latin1,

    /// <summary>windows-1252 bytes under an ISO-8859-1 declaration (D8).</summary>
    Windows1252SousLatin1,

    /// <summary>windows-1252 bytes and no encoding declared (D7).</summary>
    Windows1252NonDeclare,

    /// <summary>windows-1252 bytes under a UTF-8 declaration (D7).</summary>
    Windows1252SousUtf8,

    Utf8,
    Utf8AvecBom,
}

/// <summary>Encodings and what they declare.</summary>
public static class Encodages
{
    /// <summary>windows-1252, which the runtime does not register by itself.</summary>
    public static Encoding Windows1252 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    internal static Encoding Octets(this Encodage encodage) => encodage switch
    {
        Encodage.Latin1 => Encoding.Latin1,
        Encodage.Utf8 => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Encodage.Utf8AvecBom => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
        _ => Windows1252,
    };

    internal static string? Declare(this Encodage encodage) => encodage switch
    {
        Encodage.Latin1 or Encodage.Windows1252SousLatin1 => "ISO-8859-1",
        Encodage.Windows1252NonDeclare => null,
        _ => "UTF-8",
    };

    /// <summary>Characters that the bytes cannot hold are written as references.</summary>
    internal static bool Contient(this Encodage encodage, char c) => encodage switch
    {
        Encodage.Latin1 => c <= 0xFF,
        Encodage.Utf8 or Encodage.Utf8AvecBom => true,
        _ => c <= 0x7F || c is >= '\u00A0' and <= '\u00FF' || c is '’' or '€' or 'œ' or 'Œ',
    };
}
