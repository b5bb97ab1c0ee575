using System.Buffers;
using System.Globalization;
using System.Text;

namespace Xemelios.Import.Intake;

/// <summary>Tells the type of a content by its first 64 KiB, without expanding or executing anything.</summary>
public static class Reconnaissance
{
    private const int Tete = 64 * 1024;
    private const int EntreesExaminees = 64;

    /// <summary>White space and the byte order mark of UTF-8.</summary>
    private static readonly SearchValues<byte> Blancs = SearchValues.Create([0xEF, 0xBB, 0xBF, 9, 10, 13, 32]);

    /// <summary>Characters that no text holds.</summary>
    private static readonly SearchValues<byte> Binaires =
        SearchValues.Create([.. Enumerable.Range(0, 32).Select(i => (byte)i).Where(c => c is not (9 or 10 or 12 or 13))]);

    public static TypeDeContenu Reconnaitre(Arrivage arrivage)
    {
        if ((arrivage.OctetsAnnonces ?? arrivage.Octets) == 0)
            return TypeDeContenu.Vide;
        using var flux = arrivage.Ouvrir();
        var tampon = ArrayPool<byte>.Shared.Rent(Tete);
        try
        {
            var tete = tampon.AsSpan(0, flux.ReadAtLeast(tampon.AsSpan(0, Tete), Tete, throwOnEndOfStream: false));
            var type = ParSignature(tete) ?? ParTexte(tete);
            return type == TypeDeContenu.Zip ? TypeDeZip(flux) : type;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(tampon);
        }
    }

    private static TypeDeContenu? ParSignature(ReadOnlySpan<byte> tete) => tete switch
    {
        [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..] => TypeDeContenu.Zip,
        [0x1F, 0x8B, 8, ..] => TypeDeContenu.Gzip,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, ..] => TypeDeContenu.Png,
        [0xFF, 0xD8, 0xFF, ..] => TypeDeContenu.Jpeg,
        [(byte)'I', (byte)'I', 42 or 43, 0, ..] or [(byte)'M', (byte)'M', 0, 42 or 43, ..] => TypeDeContenu.Tiff,
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => TypeDeContenu.Gif,
        [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..] => TypeDeContenu.Rtf,
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => TypeDeContenu.OfficeAncien,
        _ when EstPdf(tete) => TypeDeContenu.Pdf,
        _ when LecteurDeTar.EstEnTete(tete) => TypeDeContenu.Tar,
        _ => null,
    };

    /// <summary>Readers of PDF accept a header within the first 1 024 bytes; other bytes before it come from bad transports.</summary>
    private static bool EstPdf(ReadOnlySpan<byte> tete) => tete[..Math.Min(1024, tete.Length)].IndexOf("%PDF-"u8) >= 0
        && (tete.IndexOfAnyExcept(Blancs) is var debut && tete[debut] != '<');

    private static TypeDeContenu ParTexte(ReadOnlySpan<byte> tete)
    {
        var (encodage, bom) = DecodageXml.Marque(tete);
        var texte = (encodage is UnicodeEncoding ? encodage : Encoding.Latin1).GetString(tete[bom..]);
        if (texte.AsSpan().TrimStart() is ['<', ..])
            return ParRacine(texte);
        if (encodage is not UnicodeEncoding && tete.ContainsAny(Binaires))
            return TypeDeContenu.Inconnu;
        return EstTableDePassage(PremiereLigne(tete, bom, encodage)) ? TypeDeContenu.TableDePassage : TypeDeContenu.Texte;
    }

    private static TypeDeContenu ParRacine(string texte) => RacineXml.Trouver(texte) switch
    {
        null => TypeDeContenu.Inconnu,
        "DocumentPaye" => TypeDeContenu.Xhl,
        "PES_Aller" => TypeDeContenu.PesAller,
        "PES_ACQUIT" => TypeDeContenu.PesAcquit,
        "manifeste" => TypeDeContenu.Manifeste,
        "liensPj" => TypeDeContenu.PesAutre,
        var racine when racine.StartsWith("PES_", StringComparison.Ordinal) => TypeDeContenu.PesAutre,
        _ => TypeDeContenu.XmlAutre,
    };

    private static string PremiereLigne(ReadOnlySpan<byte> tete, int bom, Encoding? encodage)
    {
        var texte = NomsDeZip.Decoder(tete[bom..], DecodageXml.PageWindows1252);
        if (encodage is UnicodeEncoding)
            texte = encodage.GetString(tete[bom..]);
        var fin = texte.AsSpan().IndexOfAny('\r', '\n');
        return fin < 0 ? texte : texte[..fin];
    }

    private static bool EstTableDePassage(string ligne)
    {
        var colonnes = SansAccents(ligne).Split(';', ',').Select(c => c.Trim(' ', '"', '\t')).ToList();
        return colonnes.Contains("categorie") && colonnes.Contains("code")
            && colonnes.Exists(c => c.StartsWith("nature", StringComparison.Ordinal));
    }

    private static string SansAccents(string texte) => string.Concat(
        texte.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark))
        .ToLowerInvariant();

    /// <summary>Office and LibreOffice documents are zips: pieces, not archives.</summary>
    private static TypeDeContenu TypeDeZip(Stream flux)
    {
        using var lecteur = new LecteurDeZip(flux, new CompteurDInflation(new Limites()));
        try
        {
            var examinees = lecteur.ARepertoire ? EntreesExaminees : 1;
            for (var i = 0; i < examinees && lecteur.Suivante() is { } entree; i++)
            {
                if (entree.Nom == "[Content_Types].xml")
                    return TypeDeContenu.Office;
                if (i == 0 && entree.Nom == "mimetype")
                    return TypeDeContenu.OpenDocument;
            }
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            return TypeDeContenu.Zip;
        }

        return TypeDeContenu.Zip;
    }
}
