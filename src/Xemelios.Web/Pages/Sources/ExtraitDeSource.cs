using System.Text;
using Xemelios.Import.Intake;

namespace Xemelios.Web.Pages.Sources;

/// <summary>Some lines of a file around a byte, decoded as the importer decodes them.</summary>
/// <param name="Debut">Byte where the excerpt starts.</param>
/// <param name="Cherchee">Rank of the line that holds the byte.</param>
public sealed record ExtraitDeSource(long Debut, long Fin, long Octets, string Encodage, IReadOnlyList<string> Lignes, int Cherchee)
{
    private const int Autour = 2048;

    /// <summary>The excerpt of a file of text; null when the byte is not in it.</summary>
    public static ExtraitDeSource? Lire(Arrivage source, long octet)
    {
        if (octet < 0 || octet >= Math.Max(1, source.Octets))
            return null;
        var encodage = EncodageDe(source);
        using var flux = source.Ouvrir();
        // Two-byte encodings are cut between characters only.
        var debut = Math.Max(0, octet - Autour) & ~1L;
        flux.Position = debut;
        var octets = new byte[Autour * 2];
        var lus = flux.ReadAtLeast(octets, octets.Length, throwOnEndOfStream: false);
        var coupe = (int)Math.Min(lus, octet - debut);
        var avant = Decouper(encodage.GetString(octets, 0, coupe));
        var apres = Decouper(encodage.GetString(octets, coupe, lus - coupe));
        var lignes = avant.SkipLast(1).Append(avant[^1] + apres[0]).Concat(apres.Skip(1)).ToList();
        return new ExtraitDeSource(debut, debut + lus, source.Octets, encodage.WebName, lignes, avant.Length - 1);
    }

    private static Encoding EncodageDe(Arrivage source)
    {
        using var texte = DecodageXml.Ouvrir(source.Ouvrir());
        return texte.Encodage;
    }

    private static string[] Decouper(string texte) => texte.ReplaceLineEndings("\n").Split('\n');
}
