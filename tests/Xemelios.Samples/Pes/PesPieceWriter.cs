using System.Globalization;
using System.Xml;

namespace Xemelios.Samples;

/// <summary>Writes <c>PES_PJ</c>.</summary>
internal sealed class PesPieceWriter(XmlWriter xml)
{
    public void Ecrire(string uri, IReadOnlyList<PjDePes> pieces)
    {
        xml.WriteStartElement("PES_PJ", uri);
        xml.WriteStartElement("EnTetePES_PJ", uri);
        xml.Feuille("IdVer", uri, "1");
        xml.WriteEndElement();
        foreach (var piece in pieces)
            Piece(uri, piece);
        xml.WriteEndElement();
    }

    private void Piece(string uri, PjDePes piece)
    {
        xml.WriteStartElement("PJ", uri);
        xml.WriteStartElement("Contenu", uri);
        xml.WriteStartElement("Fichier", uri);
        xml.WriteAttributeString("MIMEType", piece.Mime);
        xml.WriteString(Texte(piece));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.Feuille("IdUnique", uri, piece.IdUnique);
        xml.Feuille("NomPJ", uri, piece.NomPJ);
        xml.Feuille("TypePJ", uri, piece.TypePJ);
        xml.Feuille("Description", uri, piece.Description);
        foreach (var reference in piece.References)
            Reference(uri, reference);
        xml.WriteEndElement();
    }

    private static string Texte(PjDePes piece) => piece.Emballage switch
    {
        Emballage.SansGzip => Convert.ToBase64String(piece.Contenu),
        Emballage.GzipEnLignes => $"\n{Convert.ToBase64String(GzipFictif.Compresser(piece.Contenu), Base64FormattingOptions.InsertLineBreaks)}\n",
        Emballage.DoubleGzip => Convert.ToBase64String(GzipFictif.Compresser(GzipFictif.Compresser(piece.Contenu))),
        _ => Convert.ToBase64String(GzipFictif.Compresser(piece.Contenu)),
    };

    private void Reference(string uri, RefComptaFictive reference)
    {
        xml.WriteStartElement("RefCompta", uri);
        xml.Feuille("Domaine", uri, "01");
        xml.Feuille("Exercice", uri, reference.Exercice.ToString(CultureInfo.InvariantCulture));
        xml.Feuille("TypeObjet", uri, reference.TypeObjet);
        xml.Feuille("Identifiant", uri, reference.IdPce.ToString(CultureInfo.InvariantCulture));
        if (reference.IdLigne is { } ligne)
            xml.Feuille("ComplementIdentifiant", uri, ligne.ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }
}
