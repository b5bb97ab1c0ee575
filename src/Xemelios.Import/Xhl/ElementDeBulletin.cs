using System.Text;
using System.Xml;
using Xemelios.Domain.Constats;
using Xemelios.Import.Intake;

namespace Xemelios.Import.Xhl;

/// <summary>Gives back the XML of one bulletin, byte for byte as its file holds it.</summary>
public static class ElementDeBulletin
{
    private const int TeteDEncodage = 1024;

    /// <summary>From the "&lt;" of its start tag to the "&gt;" of its end tag; null when no bulletin begins at this byte.</summary>
    /// <param name="fichier">A pay file that was imported.</param>
    public static byte[]? Lire(Arrivage fichier, long octet)
    {
        if (octet < 0 || octet >= fichier.Octets)
            return null;
        var (structure, ecrit) = Encodages(fichier);
        // The marks of XML are the same bytes in all encodings of single-byte units: where no name has an accent, nothing else matters.
        return (Fin(fichier, octet, structure) ?? Fin(fichier, octet, ecrit)) is { } fin ? Copier(fichier, octet, fin) : null;
    }

    private static (Encoding Structure, Encoding Ecrit) Encodages(Arrivage fichier)
    {
        using var flux = fichier.Ouvrir();
        var tete = new byte[TeteDEncodage];
        var ecrit = DecodageXml.Annonce(tete.AsSpan(0, flux.ReadAtLeast(tete, tete.Length, throwOnEndOfStream: false)));
        return (ecrit is UnicodeEncoding ? ecrit : Encoding.Latin1, ecrit);
    }

    /// <summary>The byte after the element.</summary>
    private static long? Fin(Arrivage fichier, long octet, Encoding encodage)
    {
        try
        {
            if (BaliseDeFin(fichier, octet, encodage) is not { } balise)
                return null;
            using var places = new PositionDansLeFlux(fichier.Ouvrir(), encodage, octet);
            return places.Octet(balise.Ligne, balise.Colonne) is { } nom ? FinDeBalise(fichier, nom, encodage) : null;
        }
        catch (Exception e) when (e is XmlException or FichierRefuseException)
        {
            return null;
        }
    }

    /// <summary>Line and column of the name in the end tag, the bulletin being at line 1, column 1.</summary>
    private static (int Ligne, int Colonne)? BaliseDeFin(Arrivage fichier, long octet, Encoding encodage)
    {
        using var flux = fichier.Ouvrir();
        flux.Position = octet;
        using var texte = new StreamReader(flux, encodage, detectEncodingFromByteOrderMarks: false);
        using var borne = new LimitedXmlTextReader(texte, CatalogueDesAnomalies.ElementTropLong, CatalogueDesAnomalies.DtdRefusee);
        using var xml = LectureXml.CreerFragment(borne);
        if (!xml.Read() || xml.NodeType != XmlNodeType.Element || xml.LocalName != "PayeIndivMensuel" || xml.IsEmptyElement)
            return null;
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.EndElement, Depth: 0 })
                return Place((IXmlLineInfo)xml);
        }

        return null;
    }

    private static (int Ligne, int Colonne) Place(IXmlLineInfo xml) => (xml.LineNumber, xml.LinePosition);

    private static long? FinDeBalise(Arrivage fichier, long nom, Encoding encodage)
    {
        using var flux = fichier.Ouvrir();
        flux.Position = nom;
        var pas = encodage is UnicodeEncoding ? 2 : 1;
        Span<byte> unite = stackalloc byte[pas];
        for (var place = nom; flux.ReadAtLeast(unite, pas, throwOnEndOfStream: false) == pas; place += pas)
        {
            if (encodage.GetString(unite) == ">")
                return place + pas;
        }

        return null;
    }

    private static byte[] Copier(Arrivage fichier, long debut, long fin)
    {
        using var flux = fichier.Ouvrir();
        flux.Position = debut;
        var octets = new byte[checked((int)(fin - debut))];
        flux.ReadExactly(octets);
        return octets;
    }
}
