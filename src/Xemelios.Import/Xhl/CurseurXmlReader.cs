using System.Xml;
using Xemelios.Domain.Constats;
using Xemelios.Import.Intake;

namespace Xemelios.Import.Xhl;

/// <summary>The cursor over the framework's XmlReader: any encoding and any form of XML, constant memory.</summary>
internal sealed class CurseurXmlReader : CurseurXhl
{
    private readonly TexteXml _texte;
    private readonly LimitedXmlTextReader _limite;
    private readonly XmlReader _lecteur;
    private readonly PositionDansLeFlux _position;
    private readonly CancellationToken _annulation;

    public CurseurXmlReader(Arrivage fichier, CancellationToken annulation)
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

    public override FormeDuTexte Forme => new(_texte.Encodage.WebName, _texte.Repare, _texte.Windows1252);

    public override long CaracteresRemplaces => _limite.CaracteresRemplaces;

    public override string Nom => _lecteur.LocalName;

    public override string EspaceDeNoms => _lecteur.NamespaceURI;

    public override Provenance Ici
    {
        get
        {
            var place = (IXmlLineInfo)_lecteur;
            return new Provenance(_position.OctetDeLaBalise(place), place.LineNumber);
        }
    }

    public override string? V => _lecteur.GetAttribute("V");

    public override void AllerALaRacine()
    {
        while (Lire())
        {
            if (_lecteur.NodeType == XmlNodeType.Element)
                return;
        }
    }

    public override bool EnfantSuivant(int profondeur)
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

    public override void Finir()
    {
        while (Lire())
        {
        }
    }

    public override void Dispose()
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
        if (_lecteur.NodeType == XmlNodeType.Element)
            (Balise, Profondeur) = (NomsDeBalise.Trouver(_lecteur.LocalName), _lecteur.Depth);
        return true;
    }

    private FichierRefuseException Refus(TypeDAnomalie type, int ligne, int colonne, Exception cause)
    {
        var octet = ligne > 0 ? _position.Octet(ligne, colonne) : (long?)null;
        return new FichierRefuseException(type.En(new Provenance(octet, ligne > 0 ? ligne : null)), cause);
    }
}
