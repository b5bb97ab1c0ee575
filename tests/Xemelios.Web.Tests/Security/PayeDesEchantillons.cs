using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Xemelios.Web.Tests.Imports;

namespace Xemelios.Web.Tests.Security;

/// <summary>One bulletin of the samples, read by a plain walk through its XML: nothing of the program is asked.</summary>
internal sealed record BulletinDuXml(string Siret, string Mois, string Matricule, string Net, string HeuresSup, IReadOnlyList<(string Code, string Montant)> Lignes);

/// <summary>The pay of a folder of samples, in its files or carried by a PES.</summary>
internal static class PayeDesEchantillons
{
    public static IReadOnlyList<BulletinDuXml> Lire(string dossier)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return [.. Directory.GetFiles(ServeurDImport.Echantillon(dossier)).Where(f => !f.EndsWith(".zip", StringComparison.Ordinal)).Select(f => XDocument.Load(f)).SelectMany(Documents).SelectMany(Bulletins)];
    }

    private static IEnumerable<XDocument> Documents(XDocument fichier) => fichier.Root!.Name.LocalName == "DocumentPaye"
        ? [fichier]
        : fichier.Descendants().Where(e => e.Name.LocalName == "Fichier" && (string?)e.Attribute("MIMEType") == "application/xml").Select(Decompresser);

    private static XDocument Decompresser(XElement fichier)
    {
        using var contenu = new GZipStream(new MemoryStream(Convert.FromBase64String(fichier.Value)), CompressionMode.Decompress);
        return XDocument.Load(contenu);
    }

    private static IEnumerable<BulletinDuXml> Bulletins(XDocument document)
    {
        var siret = document.Descendants().First(e => e.Name.LocalName == "Siret").Attribute("V")!.Value;
        var mois = $"{Valeur(document.Root!, "Annee")}-{Valeur(document.Root!, "Mois")}";
        return document.Descendants().Where(e => e.Name.LocalName == "PayeIndivMensuel").Select(b => new BulletinDuXml(
            siret, mois, Valeur(b.Elements().First(), "Matricule")!, Valeur(b, "MtNet") ?? "", Valeur(b, "NbHeureSup") ?? "",
            [.. b.Elements().Where(e => e.Name.LocalName == "Remuneration").Elements().Select(l => (Valeur(l, "Code") ?? "", Valeur(l, "Mt") ?? ""))]));
    }

    private static string? Valeur(XElement element, string nom) => element.Elements().FirstOrDefault(e => e.Name.LocalName == nom)?.Attribute("V")?.Value;
}
