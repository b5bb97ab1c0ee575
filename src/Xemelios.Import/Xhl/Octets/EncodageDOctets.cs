using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Xemelios.Import.Intake;

namespace Xemelios.Import.Xhl;

/// <summary>An encoding that the byte reader knows, and whether given bytes agree with it.</summary>
internal sealed class EncodageDOctets
{
    /// <summary>Controls that XML forbids; of two-byte-and-more characters, U+FFFE and U+FFFF are looked for apart.</summary>
    private static readonly SearchValues<byte> Interdits = SearchValues.Create([.. Enumerable.Range(0, 32).Where(o => o is not (9 or 10 or 13)).Select(o => (byte)o)]);

    private readonly Encoding _encodage;
    private readonly bool _utf8;
    private readonly bool _latin1;

    private EncodageDOctets(Encoding encodage, FormeDuTexte forme)
    {
        (_encodage, Forme) = (encodage, forme);
        (_utf8, _latin1) = (encodage is UTF8Encoding, encodage.CodePage == 28591);
    }

    public FormeDuTexte Forme { get; }

    /// <summary>The encoding that the first bytes announce, or null when it is one for the general reader.</summary>
    public static EncodageDOctets? Annonce(ReadOnlySpan<byte> tete) => Creer(DecodageXml.Annonce(tete), repare: false, windows1252: false);

    /// <summary>The encoding found by looking at the whole file.</summary>
    public static EncodageDOctets? Sonde(Stream fichier)
    {
        using var texte = DecodageXml.Ouvrir(fichier);
        return Creer(texte.Encodage, texte.Repare, texte.Windows1252);
    }

    /// <summary>Tells the letters of a run of bytes.</summary>
    public string Decoder(ReadOnlySpan<byte> octets) => _encodage.GetString(octets);

    /// <exception cref="TexteInhabituelException">The bytes are not what the encoding says, or hold characters that XML forbids.</exception>
    public void Verifier(ReadOnlySpan<byte> octets)
    {
        if (_latin1 && octets.ContainsAnyInRange((byte)0x80, (byte)0x9F) || _utf8 && !Utf8.IsValid(octets))
            throw new TexteInhabituelException { AutreEncodage = true };
        if (octets.ContainsAny(Interdits) || _utf8 && ContientUnNonCaractere(octets))
            throw new TexteInhabituelException();
    }

    private static EncodageDOctets? Creer(Encoding encodage, bool repare, bool windows1252) =>
        encodage is UTF8Encoding || encodage.CodePage is 28591 or 1252
            ? new EncodageDOctets(encodage, new FormeDuTexte(encodage.WebName, repare, windows1252))
            : null;

    /// <summary>U+FFFE and U+FFFF: EF BF BE and EF BF BF.</summary>
    private static bool ContientUnNonCaractere(ReadOnlySpan<byte> octets)
    {
        for (var reste = octets; reste.IndexOf([(byte)0xEF, (byte)0xBF]) is var rang and >= 0 && rang + 2 < reste.Length; reste = reste[(rang + 2)..])
        {
            if (reste[rang + 2] >= 0xBE)
                return true;
        }

        return false;
    }
}
