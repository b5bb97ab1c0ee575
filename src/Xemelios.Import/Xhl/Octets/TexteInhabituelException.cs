namespace Xemelios.Import.Xhl;

/// <summary>The byte reader met what it does not read, or does not want to judge: the XmlReader reader must read the file again.</summary>
public sealed class TexteInhabituelException : Exception
{
    public TexteInhabituelException()
        : base("Forme de XML laissée au lecteur général.")
    {
    }

    /// <summary>Only the encoding is another than announced, which was seen after the first bytes: the same reader can begin again.</summary>
    public bool AutreEncodage { get; init; }
}
