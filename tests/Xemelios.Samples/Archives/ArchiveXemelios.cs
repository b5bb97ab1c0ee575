using System.Text;
using System.Xml;

namespace Xemelios.Samples;

/// <summary>Archives that XéMéLios reads: plain zip with <c>PJ/</c>, and volumes with a manifest.</summary>
public static class ArchiveXemelios
{
    /// <summary>Path of a piece in the plain layout.</summary>
    public static string CheminDePiece(string siret, PieceFictive piece) => $"PJ/{siret}/{piece.NomFichier}";

    /// <summary>Pieces as entries <c>PJ/&lt;SIRET&gt;/&lt;file&gt;</c>.</summary>
    public static IEnumerable<FichierFictif> Pieces(string siret, IEnumerable<PieceFictive> pieces) =>
        pieces.Select(p => new FichierFictif(CheminDePiece(siret, p), p.Contenu()));

    /// <summary>
    /// Zips <c>nom_1.zip</c> (XHL and manifest) and <c>nom_2.zip</c> (pieces). With <paramref name="nomsOpaques"/> only the manifest
    /// tells which piece is which.
    /// </summary>
    public static List<FichierFictif> AvecManifeste(
        string nom, MoisDePaye mois, IReadOnlyList<FichierFictif> xhl, IReadOnlyList<PieceFictive> pieces, bool nomsOpaques)
    {
        var entrees = pieces
            .Select((p, i) => (Piece: p, Fichier: new FichierFictif(nomsOpaques ? $"documents/{i + 1:0000}.bin" : CheminDePiece(mois.Employeur.Siret, p), p.Contenu())))
            .ToList();
        var manifeste = Manifeste(nom, mois, xhl, entrees);
        var premier = new FichierFictif($"{nom}_1.zip", ZipFictif.Creer([new("manifeste_XeMeLios.xml", manifeste), .. xhl]));
        return entrees.Count == 0 ? [premier] : [premier, new($"{nom}_2.zip", ZipFictif.Creer(entrees.Select(e => e.Fichier)))];
    }

    private static byte[] Manifeste(string nom, MoisDePaye mois, IReadOnlyList<FichierFictif> xhl, List<(PieceFictive Piece, FichierFictif Fichier)> pieces)
    {
        using var flux = new MemoryStream();
        using (var xml = XmlWriter.Create(flux, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("manifeste");
            xml.WriteAttributeString("version", "1");
            xml.WriteAttributeString("codeAppli", "CGD-SPL");
            xml.WriteStartElement("volumes");
            Volume(xml, "1", $"{nom}_1.zip");
            if (pieces.Count > 0)
                Volume(xml, "2", $"{nom}_2.zip");
            xml.WriteEndElement();
            xml.WriteStartElement("documents");
            foreach (var fichier in xhl)
                Document(xml, "1", fichier.Chemin, "documentPaye", mois, null);
            foreach (var (piece, fichier) in pieces)
                Document(xml, "2", fichier.Chemin, "PJ", mois, piece);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return flux.ToArray();
    }

    private static void Volume(XmlWriter xml, string numero, string fichier)
    {
        xml.WriteStartElement("volume");
        xml.WriteAttributeString("num", numero);
        xml.WriteAttributeString("fichier", fichier);
        xml.WriteEndElement();
    }

    private static void Document(XmlWriter xml, string volume, string chemin, string type, MoisDePaye mois, PieceFictive? piece)
    {
        xml.WriteStartElement("document");
        xml.WriteAttributeString("volume", volume);
        xml.WriteAttributeString("path", chemin);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("buIdCol", mois.Employeur.Siret);
        xml.WriteAttributeString("buLibelle", mois.Employeur.Nom);
        xml.WriteAttributeString("buCode", mois.Budget ?? "00");
        if (piece is not null)
        {
            xml.WriteAttributeString("idUnique", piece.IdUnique);
            xml.WriteAttributeString("nomOrigine", piece.NomFichier);
        }

        xml.WriteEndElement();
    }
}
