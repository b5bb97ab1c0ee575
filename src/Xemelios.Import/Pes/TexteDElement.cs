using System.Xml;

namespace Xemelios.Import.Pes;

/// <summary>The text of the element on which an XML reader stands, by blocks, however long. At its end the reader is on the end tag.</summary>
/// <remarks>The text of elements inside it (signed forms of schema 2.1) is read as if it stood there.</remarks>
internal sealed class TexteDElement : TextReader
{
    private readonly XmlReader _xml;
    private readonly int _profondeur;
    private bool _fini;

    public TexteDElement(XmlReader xml)
    {
        (_xml, _profondeur, _fini) = (xml, xml.Depth, xml.IsEmptyElement);
        Avancer();
    }

    public override int Read(char[] buffer, int index, int count)
    {
        while (!_fini)
        {
            var lus = EstTexte ? _xml.ReadValueChunk(buffer, index, count) : 0;
            if (lus > 0)
                return lus;
            Avancer();
        }

        return 0;
    }

    private bool EstTexte => _xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA;

    /// <summary>Passes over what was not read, so that the reader is left on the end tag.</summary>
    public void Finir()
    {
        while (!_fini)
            Avancer();
    }

    private void Avancer()
    {
        if (!_fini)
            _fini = !_xml.Read() || _xml.Depth <= _profondeur;
    }
}
