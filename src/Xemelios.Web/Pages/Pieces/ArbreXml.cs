using System.Xml;

namespace Xemelios.Web.Pages.Pieces;

/// <summary>An element of an XML piece, to be looked at: nothing of it is run or fetched.</summary>
/// <param name="Texte">Its own text, trimmed; null when it has none.</param>
public sealed record NoeudXml(string Nom, IReadOnlyList<(string Nom, string Valeur)> Attributs, string? Texte, IReadOnlyList<NoeudXml> Enfants);

/// <summary>Reads an XML piece as a tree, within what a page can show.</summary>
/// <param name="Coupe">There is more than was read.</param>
public sealed record ArbreXml(NoeudXml Racine, bool Coupe)
{
    /// <summary>Elements that a page shows; a piece has a few hundred.</summary>
    public const int PlusDElements = 5_000;

    private const int PlusProfond = 64;

    private static readonly XmlReaderSettings Prudents = new()
    {
        DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersInDocument = 8 << 20, IgnoreComments = true, IgnoreProcessingInstructions = true,
    };

    /// <summary>Null when it is not well-formed XML.</summary>
    public static ArbreXml? Lire(Stream contenu)
    {
        try
        {
            using var lecteur = XmlReader.Create(contenu, Prudents);
            lecteur.MoveToContent();
            var restants = PlusDElements;
            var racine = Element(lecteur, ref restants, 1);
            return new ArbreXml(racine, restants <= 0);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    // Past the limit the rest is left unread: what was read is shown, and the page says that there is more.
    private static NoeudXml Element(XmlReader lecteur, ref int restants, int profondeur)
    {
        restants--;
        var (nom, vide, texte, enfants) = (lecteur.Name, lecteur.IsEmptyElement, "", new List<NoeudXml>());
        var attributs = new List<(string, string)>();
        while (lecteur.MoveToNextAttribute())
            attributs.Add((lecteur.Name, lecteur.Value));
        while (!vide && restants > 0 && lecteur.Read() && lecteur.NodeType != XmlNodeType.EndElement)
        {
            if (lecteur.NodeType == XmlNodeType.Element && profondeur < PlusProfond)
                enfants.Add(Element(lecteur, ref restants, profondeur + 1));
            else if (lecteur.NodeType == XmlNodeType.Element)
                (restants, vide) = (0, true);
            else if (lecteur.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
                texte += lecteur.Value;
        }

        return new NoeudXml(nom, attributs, texte.Trim() is { Length: > 0 } dit ? dit : null, enfants);
    }
}
