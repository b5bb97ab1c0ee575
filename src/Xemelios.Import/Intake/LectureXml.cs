using System.Xml;

namespace Xemelios.Import.Intake;

/// <summary>The only way that outside XML is read: as a stream, without DTD, entity or network.</summary>
public static class LectureXml
{
    /// <summary>Elements inside elements; the formats read here need less than 12.</summary>
    public const int MaxProfondeur = 64;

    public static XmlReader Creer(LimitedXmlTextReader source) => XmlReader.Create(source, Reglages(ConformanceLevel.Document));

    /// <summary>For one element in the middle of a document, whose prefixes are declared further up: any prefix is known.</summary>
    internal static XmlReader CreerFragment(LimitedXmlTextReader source)
    {
        var contexte = new XmlParserContext(null, new TousPrefixes(new NameTable()), null, XmlSpace.None);
        return XmlReader.Create(source, Reglages(ConformanceLevel.Fragment), contexte);
    }

    private static XmlReaderSettings Reglages(ConformanceLevel niveau) => new()
    {
        ConformanceLevel = niveau,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CheckCharacters = true,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        CloseInput = false,
    };

    private sealed class TousPrefixes(XmlNameTable noms) : XmlNamespaceManager(noms)
    {
        public override string? LookupNamespace(string prefix) =>
            base.LookupNamespace(prefix) ?? (prefix.Length > 0 ? NameTable!.Add($"prefixe:{prefix}") : null);
    }
}
