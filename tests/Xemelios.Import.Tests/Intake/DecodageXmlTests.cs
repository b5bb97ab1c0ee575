using System.Text;
using Xemelios.Import.Intake;

namespace Xemelios.Import.Tests.Intake;

public class DecodageXmlTests
{
    private static readonly Encoding Page1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    [Theory]
    [InlineData("<?xml version='1.0' encoding='ISO-8859-1' ?><a v='été'/>", "iso-8859-1", false, false)]
    [InlineData("<?xml version='1.0' encoding='latin1'?><a v='œuvre 12 €'/>", "windows-1252", false, true)]
    [InlineData("<?xml version='1.0' encoding='windows-1252'?><a v='œuvre 12 €'/>", "windows-1252", false, false)]
    [InlineData("<?xml version='1.0' encoding='UTF-8' standalone='no'?><a v='œuvre été'/>", "utf-8", false, false)]
    [InlineData("<a v='œuvre été'/>", "utf-8", false, false)]
    [InlineData("<?xml version='1.0' encoding='UTF-8'?><a v='œuvre été'/>", "windows-1252", true, false)]
    [InlineData("<a v='œuvre été'/>", "windows-1252", true, false)]
    [InlineData("<?xml version='1.0' encoding='inconnu'?><a v='été'/>", "utf-8", false, false)]
    [InlineData("<?xml version='1.0' encoding='UTF-16'?><a v='été'/>", "utf-16", false, false)]
    public void LesOctetsSontLusDansLeurEncodage(string texte, string page, bool repare, bool windows1252)
    {
        var encodage = page == "windows-1252" ? Page1252 : Encoding.GetEncoding(page);
        using var lu = DecodageXml.Ouvrir(new MemoryStream(encodage.GetBytes(texte)));
        Assert.Equal(texte, lu.Texte.ReadToEnd());
        Assert.Equal((repare, windows1252, 0), (lu.Repare, lu.Windows1252, lu.OctetsDeBom));
    }

    [Theory]
    [InlineData("utf-8", 3)]
    [InlineData("utf-16", 2)]
    [InlineData("utf-16BE", 2)]
    public void LaMarqueLEmporteSurLaDeclaration(string page, int octets)
    {
        var encodage = Encoding.GetEncoding(page);
        const string Texte = "<?xml version='1.0' encoding='ISO-8859-1'?><a v='été'/>";
        using var lu = DecodageXml.Ouvrir(new MemoryStream([.. encodage.Preamble, .. encodage.GetBytes(Texte)]));
        Assert.Equal(Texte, lu.Texte.ReadToEnd());
        Assert.Equal(octets, lu.OctetsDeBom);
    }

    [Fact]
    public void UneSequenceUtf8CoupeeParUnBlocResteValide()
    {
        for (var decalage = 0; decalage < 5; decalage++)
        {
            var texte = new string('a', 65_530 + decalage) + "é€\U0001F600" + new string('b', 70_000);
            using var lu = DecodageXml.Ouvrir(new MemoryStream(Encoding.UTF8.GetBytes(texte)));
            Assert.False(lu.Repare);
            Assert.Equal(texte, lu.Texte.ReadToEnd());
        }
    }

    [Theory]
    [InlineData(new byte[] { 0xC3 })]
    [InlineData(new byte[] { 0xE2, 0x82 })]
    [InlineData(new byte[] { 0x80 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    public void UneFinDeSequenceManquanteFaitLireEnWindows1252(byte[] fin)
    {
        byte[] contenu = [.. Encoding.ASCII.GetBytes(new string('a', 65_536 * 2)), .. fin];
        using var lu = DecodageXml.Ouvrir(new MemoryStream(contenu));
        Assert.True(lu.Repare);
    }
}
