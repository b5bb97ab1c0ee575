using System.Xml;
using Xemelios.Domain.Constats;
using Xemelios.Import.Intake;

namespace Xemelios.Import.Pes;

/// <summary>Walks a PES flow element by element, by local names only, and knows where each one stands in the file.</summary>
internal sealed class CurseurXml : IDisposable
{
    private readonly TexteXml _texte;
    private readonly LimitedXmlTextReader _source;
    private readonly PositionDansLeFlux _position;

    public CurseurXml(Arrivage flux)
    {
        _texte = DecodageXml.Ouvrir(flux.Ouvrir());
        _source = new LimitedXmlTextReader(_texte.Texte, CatalogueDesAnomalies.ElementTropLongPes, CatalogueDesAnomalies.DtdRefuseePes);
        _position = new PositionDansLeFlux(flux.Ouvrir(), _texte);
        try
        {
            Xml = LectureXml.Creer(_source);
        }
        catch (FichierRefuseException)
        {
            _source.Dispose();
            _position.Dispose();
            throw;
        }
    }

    public XmlReader Xml { get; }

    public string Nom => Xml.LocalName;

    /// <summary>The attribute V of the present element, trimmed; an empty one is an absent one.</summary>
    public string? Valeur => Xml.GetAttribute("V")?.Trim() is { Length: > 0 } valeur ? valeur : null;

    /// <summary>Where the present element starts. To be asked in document order.</summary>
    public Provenance Ici
    {
        get
        {
            var ligne = (IXmlLineInfo)Xml;
            return new Provenance(_position.OctetDeLaBalise(ligne), ligne.LineNumber);
        }
    }

    public void AllerALaRacine()
    {
        while (Xml.NodeType != XmlNodeType.Element)
        {
            if (!Lire())
                throw new XmlException();
        }
    }

    /// <summary>Calls for each child element; what the call does not read of it is passed over.</summary>
    public void Enfants(Action surEnfant)
    {
        if (Xml.IsEmptyElement)
            return;
        var profondeur = Xml.Depth;
        while (Lire() && Xml.Depth > profondeur)
        {
            if (Xml.NodeType == XmlNodeType.Element && Xml.Depth == profondeur + 1)
                surEnfant();
        }
    }

    /// <summary>Reads what follows the root: a truncated or doubled document fails here.</summary>
    public void Finir()
    {
        while (Lire())
        {
        }
    }

    /// <summary>The place where the XML broke.</summary>
    public Provenance Rupture(XmlException erreur)
    {
        if (erreur.LineNumber <= 0)
            return Provenance.Inconnue;
        return new Provenance(_position.Octet(erreur.LineNumber, erreur.LinePosition), erreur.LineNumber);
    }

    public void Dispose()
    {
        Xml.Dispose();
        _source.Dispose();
        _position.Dispose();
        _texte.Dispose();
    }

    private bool Lire()
    {
        if (!Xml.Read())
            return false;
        if (Xml.Depth > LectureXml.MaxProfondeur)
            throw new FichierRefuseException(CatalogueDesAnomalies.ImbricationTropProfondePes.En(Ici));
        return true;
    }
}
