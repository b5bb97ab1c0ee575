using System.Text;
using System.Xml;
using Xemelios.Domain.Constats;
using Xemelios.Import.Intake;

namespace Xemelios.Import.Pes;

/// <summary>Opens again one Fichier element in the middle of a flow, without reading what precedes it.</summary>
internal static class RelectureDePiece
{
    /// <summary>Base64 is ASCII: apart from two-byte encodings, which the "&lt;" gives away, how the rest is encoded does not matter.</summary>
    public static Stream Ouvrir(Stream flux, long octet)
    {
        Span<byte> tete = stackalloc byte[4];
        flux.Position = octet;
        tete = tete[..flux.ReadAtLeast(tete, tete.Length, throwOnEndOfStream: false)];
        flux.Position = octet;
        var encodage = DecodageXml.Marque(tete).Encodage ?? Encoding.Latin1;
        var texte = new StreamReader(flux, encodage, detectEncodingFromByteOrderMarks: false, 64 * 1024);
        var source = new LimitedXmlTextReader(texte, CatalogueDesAnomalies.ElementTropLongPes, CatalogueDesAnomalies.DtdRefuseePes);
        var xml = LectureXml.CreerFragment(source);
        xml.Read();
        if (xml is not { NodeType: XmlNodeType.Element, LocalName: "Fichier" })
            throw new FichierRefuseException(CatalogueDesAnomalies.ContenuDePieceIllisible.En(new Provenance(octet, null)));
        return ContenuDePiece.Decoder(new TexteRelu(xml, source), new CompteurDInflation(new Limites()));
    }

    /// <summary>Disposes the whole chain down to the flow.</summary>
    private sealed class TexteRelu(XmlReader xml, LimitedXmlTextReader source) : TextReader
    {
        private readonly TexteDElement _texte = new(xml);

        public override int Read(char[] buffer, int index, int count) => _texte.Read(buffer, index, count);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                xml.Dispose();
                source.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
