using System.Text;
using System.Xml;
using Xemelios.Domain.Constats;
using Xemelios.Import.Intake;

namespace Xemelios.Import.Tests.Intake;

public class PositionDansLeFluxTests
{
    public static TheoryData<int, string> Cas
    {
        get
        {
            var cas = new TheoryData<int, string>();
            foreach (var encodage in new[] { "utf-8", "utf-8-bom", "iso-8859-1", "utf-16", "utf-16BE" })
            {
                for (var graine = 1; graine <= 12; graine++)
                    cas.Add(graine, encodage);
            }

            return cas;
        }
    }

    /// <summary>The naive implementation is the text itself: the n-th "&lt;" of an element, encoded up to there.</summary>
    [Theory]
    [MemberData(nameof(Cas))]
    public void LesOctetsSontCeuxDesBalises(int graine, string encodage)
    {
        var page = Encoding.GetEncoding(encodage.Replace("-bom", "", StringComparison.Ordinal));
        var (texte, balises) = Document(new Random(graine), page is UTF8Encoding or UnicodeEncoding, graine, encodage);
        byte[] marque = encodage.EndsWith("-bom", StringComparison.Ordinal) || page is UnicodeEncoding ? [.. page.Preamble] : [];
        byte[] octets = [.. marque, .. page.GetBytes(texte)];
        var attendus = balises.Select(b => (long)marque.Length + page.GetByteCount(texte.AsSpan(0, b))).ToList();

        using var lu = DecodageXml.Ouvrir(new MemoryStream(octets));
        using var source = new LimitedXmlTextReader(lu.Texte, CatalogueDesAnomalies.ElementTropLong, CatalogueDesAnomalies.DtdRefusee);
        using var xml = LectureXml.Creer(source);
        using var position = new PositionDansLeFlux(new MemoryStream(octets), lu);
        var trouves = new List<long>();
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element)
                trouves.Add(position.OctetDeLaBalise((IXmlLineInfo)xml) ?? -1);
        }

        Assert.Equal(attendus, trouves);
        Assert.All(trouves, o => Assert.Equal("<"u8.ToArray(), octets.AsSpan((int)o, page is UnicodeEncoding ? 2 : 1).ToArray().Where(b => b != 0)));
    }

    [Fact]
    public void UnePositionDejaPasseeEstInconnue()
    {
        var octets = Encoding.UTF8.GetBytes("<a>\n<b/></a>");
        using var lu = DecodageXml.Ouvrir(new MemoryStream(octets));
        using var position = new PositionDansLeFlux(new MemoryStream(octets), lu);
        Assert.Equal(4, position.Octet(2, 1));
        Assert.Equal(4, position.Octet(2, 1));
        Assert.Null(position.Octet(1, 1));
    }

    [Fact]
    public void UnFichierDUneSeuleLigneEstParcouruUneFoisSansAllouer()
    {
        var octets = Encoding.UTF8.GetBytes("<a>" + string.Concat(Enumerable.Repeat("<b v='é'/>", 200_000)) + "</a>");
        using var lu = DecodageXml.Ouvrir(new MemoryStream(octets));
        using var position = new PositionDansLeFlux(new MemoryStream(octets), lu);
        var avant = GC.GetAllocatedBytesForCurrentThread();
        long? dernier = null;
        for (var i = 0; i < 200_000; i++)
            dernier = position.Octet(1, 4 + i * 10);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - avant, 0, 10_000);
        Assert.Equal(3 + 199_999 * 11, dernier);
    }

    private static (string Texte, List<int> Balises) Document(Random hasard, bool unicode, int graine, string encodage)
    {
        var texte = new StringBuilder(encodage == "iso-8859-1" ? "<?xml version='1.0' encoding='ISO-8859-1'?>" : "");
        var balises = new List<int> { texte.Length };
        texte.Append("<racine>");
        string[] fins = ["\n", "\r\n", "\r", "", "", "\r\r\n\n"];
        string[] valeurs = unicode ? ["a", "é", "€uro", "\U0001F600x", "l1\nl2\r\nl3", "\r", ""] : ["a", "é", "ÿ", "l1\nl2\r\nl3", "\r", ""];
        for (var i = 0; i < 4000; i++)
        {
            texte.Append(fins[hasard.Next(fins.Length)]);
            if (hasard.Next(8) == 0)
                texte.Append("<!-- é < ").Append(valeurs[hasard.Next(valeurs.Length)]).Append("-->");
            if (graine % 4 == 0 && hasard.Next(1000) == 0)
                texte.Append(' ', 70_000);
            balises.Add(texte.Length);
            texte.Append("<e v=\"").Append(valeurs[hasard.Next(valeurs.Length)]).Append("\"/>");
            if (hasard.Next(5) == 0)
                texte.Append(valeurs[hasard.Next(valeurs.Length)]);
        }

        return (texte.Append("</racine>").ToString(), balises);
    }
}
