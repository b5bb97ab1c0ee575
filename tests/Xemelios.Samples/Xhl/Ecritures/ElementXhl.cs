using System.Xml;

namespace Xemelios.Samples;

/// <summary>An element of a pay file as it means: local name, value, children. How it is written is decided afterwards.</summary>
public sealed class ElementXhl(string nom)
{
    public string Nom { get; set; } = nom;

    /// <summary>The attribute V; null for none.</summary>
    public string? V { get; set; }

    public List<ElementXhl> Enfants { get; } = [];

    /// <summary>Itself and all that is below, in document order.</summary>
    public IEnumerable<ElementXhl> Tous() => Enfants.SelectMany(e => e.Tous()).Prepend(this);

    public ElementXhl Copier()
    {
        var copie = new ElementXhl(Nom) { V = V };
        copie.Enfants.AddRange(Enfants.Select(e => e.Copier()));
        return copie;
    }

    /// <summary>Reads a well-formed file; prefixes, comments and attributes other than V are left out.</summary>
    public static ElementXhl Lire(byte[] xhl)
    {
        using var lecteur = XmlReader.Create(new MemoryStream(xhl));
        var ouverts = new Stack<ElementXhl>();
        var racine = new ElementXhl("");
        ouverts.Push(racine);
        while (lecteur.Read())
        {
            if (lecteur.NodeType == XmlNodeType.EndElement)
            {
                ouverts.Pop();
            }
            else if (lecteur.NodeType == XmlNodeType.Element)
            {
                var element = new ElementXhl(lecteur.LocalName) { V = lecteur.GetAttribute("V") };
                ouverts.Peek().Enfants.Add(element);
                if (!lecteur.IsEmptyElement)
                    ouverts.Push(element);
            }
        }

        return racine.Enfants[0];
    }
}
