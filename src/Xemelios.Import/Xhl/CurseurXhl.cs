using System.Xml;
using Xemelios.Domain.Constats;
using Xemelios.Import.Intake;

namespace Xemelios.Import.Xhl;

/// <summary>Walks the elements of a pay file by local name, and tells where each one starts in the bytes of the file.</summary>
internal sealed class CurseurXhl : IDisposable
{
    private readonly TexteXml _texte;
    private readonly LimitedXmlTextReader _limite;
    private readonly XmlReader _lecteur;
    private readonly PositionDansLeFlux _position;
    private readonly CancellationToken _annulation;

    public CurseurXhl(Arrivage fichier, CancellationToken annulation)
    {
        _annulation = annulation;
        _texte = DecodageXml.Ouvrir(fichier.Ouvrir());
        _limite = new LimitedXmlTextReader(_texte.Texte, CatalogueDesAnomalies.ElementTropLong, CatalogueDesAnomalies.DtdRefusee);
        _position = new PositionDansLeFlux(fichier.Ouvrir(), _texte);
        try
        {
            // Creating the reader reads already: a DTD is refused here.
            _lecteur = LectureXml.Creer(_limite);
        }
        catch
        {
            _limite.Dispose();
            _position.Dispose();
            throw;
        }
    }

    public TexteXml Texte => _texte;

    public long CaracteresRemplaces => _limite.CaracteresRemplaces;

    public string Nom => _lecteur.LocalName;

    public string EspaceDeNoms => _lecteur.NamespaceURI;

    public int Profondeur => _lecteur.Depth;

    public bool EstVide => _lecteur.IsEmptyElement;

    /// <summary>Where the current element starts. Places must be asked in document order.</summary>
    public Provenance Ici
    {
        get
        {
            var place = (IXmlLineInfo)_lecteur;
            return new Provenance(_position.OctetDeLaBalise(place), place.LineNumber);
        }
    }

    /// <summary>The V attribute of the current element as written, or null when it has none.</summary>
    public string? V => _lecteur.GetAttribute("V");

    /// <summary>Moves to the root element.</summary>
    public void AllerALaRacine()
    {
        while (Lire())
        {
            if (_lecteur.NodeType == XmlNodeType.Element)
                return;
        }
    }

    /// <summary>Moves to the next child of an element whose depth is given; false at its end. What was not read is passed over.</summary>
    public bool EnfantSuivant(int profondeur)
    {
        if (_lecteur.NodeType == XmlNodeType.Element && _lecteur.Depth == profondeur && _lecteur.IsEmptyElement)
            return false;
        while (Lire())
        {
            if (_lecteur.NodeType == XmlNodeType.Element && _lecteur.Depth == profondeur + 1)
                return true;
            if (_lecteur.NodeType == XmlNodeType.EndElement && _lecteur.Depth == profondeur)
                return false;
        }

        return false;
    }

    /// <summary>Reads to the very end, so that a file cut or followed by anything else is found out.</summary>
    public void Finir()
    {
        while (Lire())
        {
        }
    }

    public void Dispose()
    {
        _lecteur.Dispose();
        _limite.Dispose();
        _texte.Dispose();
        _position.Dispose();
    }

    private bool Lire()
    {
        try
        {
            _annulation.ThrowIfCancellationRequested();
            if (!_lecteur.Read())
                return false;
        }
        catch (XmlException illisible)
        {
            throw Refus(CatalogueDesAnomalies.XmlIllisible, illisible.LineNumber, illisible.LinePosition, illisible);
        }

        if (_lecteur.Depth > LectureXml.MaxProfondeur)
            throw new FichierRefuseException(CatalogueDesAnomalies.ImbricationTropProfonde.En(Ici));
        return true;
    }

    private FichierRefuseException Refus(TypeDAnomalie type, int ligne, int colonne, Exception cause)
    {
        var octet = ligne > 0 ? _position.Octet(ligne, colonne) : (long?)null;
        return new FichierRefuseException(type.En(new Provenance(octet, ligne > 0 ? ligne : null)), cause);
    }
}
