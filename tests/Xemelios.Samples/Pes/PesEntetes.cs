using System.Globalization;
using System.Xml;

namespace Xemelios.Samples;

/// <summary>The heads that all PES messages share.</summary>
internal static class PesEntetes
{
    public static void Feuille(this XmlWriter xml, string nom, string uri, string valeur)
    {
        xml.WriteStartElement(nom, uri);
        xml.WriteAttributeString("V", valeur);
        xml.WriteEndElement();
    }

    public static void Enveloppe(XmlWriter xml, string uri, string nomFic, string emetteur)
    {
        xml.WriteStartElement("Enveloppe", uri);
        xml.WriteStartElement("Parametres", uri);
        xml.Feuille("Version", uri, "2");
        xml.Feuille("TypFic", uri, "PESALR2");
        xml.Feuille("NomFic", uri, nomFic);
        xml.WriteEndElement();
        xml.WriteStartElement("Emetteur", uri);
        xml.Feuille("Sigle", uri, emetteur);
        xml.Feuille("Adresse", uri, "FICTIF 1.0");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    public static void EnTete(XmlWriter xml, string uri, PesAllerFictif aller)
    {
        xml.WriteStartElement("EnTetePES", uri);
        xml.Feuille("DteStr", uri, aller.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        xml.Feuille("IdPost", uri, aller.Employeur.CodePoste);
        xml.Feuille("IdColl", uri, aller.Employeur.Siret);
        if (aller.Employeur.FinJur is { } finess)
            xml.Feuille("FinJur", uri, finess);
        xml.Feuille("CodCol", uri, aller.Employeur.CodeCollectivite);
        xml.Feuille("CodBud", uri, aller.CodeBudget);
        xml.Feuille("LibelleColBud", uri, aller.Employeur.Nom.Length > 38 ? aller.Employeur.Nom[..38] : aller.Employeur.Nom);
        xml.WriteEndElement();
    }
}
