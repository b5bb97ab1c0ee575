using System.Globalization;
using System.Text;
using System.Xml;

namespace Xemelios.Samples;

/// <summary>One answer of Hélios, on a bordereau or on a piece.</summary>
public sealed record ElementDAcquit(bool Accepte, int? NumBord, int Exercice, string? IdUnique = null, string? Erreur = null);

/// <summary>Writes <c>PES_ACQUIT</c>, version 2 (nested) or 1 (flat).</summary>
public static class AcquitWriter
{
    private const string EspaceV1 = "http://www.minefi.gouv.fr/cp/helios/pes_v2/Rev0/retour";

    /// <summary>The bytes of the acquit of <paramref name="aller"/>.</summary>
    public static byte[] Octets(PesAllerFictif aller, IReadOnlyList<ElementDAcquit> elements, bool version1 = false)
    {
        using var flux = new MemoryStream();
        using (var xml = XmlWriter.Create(flux, new XmlWriterSettings { Encoding = Encoding.Latin1, Indent = true, IndentChars = " ", NewLineChars = "\n" }))
        {
            xml.WriteStartElement("n", "PES_ACQUIT", version1 ? EspaceV1 : $"{EspaceV1}/v2");
            PesEntetes.Enveloppe(xml, "", aller.NomFic, "HELIOS");
            PesEntetes.EnTete(xml, "", aller);
            xml.WriteStartElement("ACQUIT");
            xml.WriteStartElement("EnTeteAcquit");
            xml.Feuille("IdVer", "", version1 ? "1" : "2");
            xml.WriteEndElement();
            foreach (var element in elements)
                Element(xml, element, version1);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return flux.ToArray();
    }

    private static void Element(XmlWriter xml, ElementDAcquit element, bool version1)
    {
        var exercice = element.Exercice.ToString(CultureInfo.InvariantCulture);
        xml.WriteStartElement("ElementACQUIT");
        xml.Feuille("DomaineAck", "", element.IdUnique is null ? "5" : "4");
        xml.Feuille("EtatAck", "", element.Accepte ? "1" : "0");
        if (element.NumBord is { } numero)
        {
            var bord = numero.ToString(CultureInfo.InvariantCulture);
            xml.Feuille(version1 ? "ExerciceBord" : "NumBord", "", version1 ? exercice : bord);
            xml.Feuille(version1 ? "NumBord" : "ExerciceBord", "", version1 ? bord : exercice);
        }

        if (element.IdUnique is { } id)
            xml.Feuille("IdUnique", "", id);
        if (element.Erreur is { } erreur)
            Erreur(xml, erreur, version1);
        xml.WriteEndElement();
    }

    private static void Erreur(XmlWriter xml, string code, bool version1)
    {
        if (!version1)
            xml.WriteStartElement("Erreur");
        xml.Feuille("NumAnoAck", "", code);
        xml.Feuille("LibelleAnoAck", "", "Refus fictif");
        if (!version1)
            xml.WriteEndElement();
    }
}
