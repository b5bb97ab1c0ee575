using System.Text;
using Xemelios.Import.Intake;

namespace Xemelios.Import.Tests.Intake;

public class ReconnaissanceTests
{
    [Theory]
    [InlineData("<DocumentPaye/>", TypeDeContenu.Xhl)]
    [InlineData("<?xml version='1.0'?>\r\n<!-- <PES_Aller> -->\n<?x y?><p:DocumentPaye xmlns:p='urn:autre'>", TypeDeContenu.Xhl)]
    [InlineData("\uFEFF<n:DocumentPaye>", TypeDeContenu.Xhl)]
    [InlineData("<!DOCTYPE x [<!ENTITY a '>]'><!ENTITY b SYSTEM \"file:///etc/passwd\">]><DocumentPaye>&b;", TypeDeContenu.Xhl)]
    [InlineData("<n:PES_Aller xmlns:n='x'>", TypeDeContenu.PesAller)]
    [InlineData("<PES_ACQUIT>", TypeDeContenu.PesAcquit)]
    [InlineData("<PES_Retour>", TypeDeContenu.PesAutre)]
    [InlineData("<PES_ACQUIT_RETOUR>", TypeDeContenu.PesAutre)]
    [InlineData("<PES_Nack>", TypeDeContenu.PesAutre)]
    [InlineData("<l:liensPj>", TypeDeContenu.PesAutre)]
    [InlineData("<manifeste version='1'>", TypeDeContenu.Manifeste)]
    [InlineData("<Facture>", TypeDeContenu.XmlAutre)]
    [InlineData("<!-- sans fin", TypeDeContenu.Inconnu)]
    [InlineData("", TypeDeContenu.Vide)]
    [InlineData("Catégorie;Code;Nature salarié;Nature employeur\r\nTraitementBrut;1000;64111;", TypeDeContenu.TableDePassage)]
    [InlineData("categorie,code,libelle,nature\n", TypeDeContenu.TableDePassage)]
    [InlineData("code;libellé;nature\n", TypeDeContenu.Texte)]
    [InlineData("Décision du maire", TypeDeContenu.Texte)]
    [InlineData("%PDF-1.7\n", TypeDeContenu.Pdf)]
    [InlineData("{\\rtf1", TypeDeContenu.Rtf)]
    [InlineData("GIF89a", TypeDeContenu.Gif)]
    [InlineData("II*\0", TypeDeContenu.Tiff)]
    [InlineData("\u0001\u0002\u0003\u0004", TypeDeContenu.Inconnu)]
    public void LeTypeSeReconnaitAuContenu(string contenu, TypeDeContenu attendu)
    {
        using var atelier = new Atelier();
        Assert.Equal(attendu, Reconnaissance.Reconnaitre(atelier.Recevoir("nom.trompeur", contenu)));
    }

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", false)]
    [InlineData("iso-8859-1", false)]
    public void LXhlSeReconnaitDansTousLesEncodages(string encodage, bool marque)
    {
        using var atelier = new Atelier();
        var page = Encoding.GetEncoding(encodage);
        byte[] contenu = [.. marque ? page.Preamble : [], .. page.GetBytes("<?xml version='1.0'?><DocumentPaye é='è'/>")];
        Assert.Equal(TypeDeContenu.Xhl, Reconnaissance.Reconnaitre(atelier.Recevoir("x", contenu)));
    }

    [Fact]
    public void UnDocumentBureautiqueEstUnePieceNonUneArchive()
    {
        using var atelier = new Atelier();
        Assert.Equal(TypeDeContenu.Office, Reconnaissance.Reconnaitre(atelier.Recevoir("a", Archives.Zip("_rels/.rels", "[Content_Types].xml"))));
        Assert.Equal(TypeDeContenu.OpenDocument, Reconnaissance.Reconnaitre(atelier.Recevoir("b", Archives.Zip("mimetype", "content.xml"))));
        Assert.Equal(TypeDeContenu.Zip, Reconnaissance.Reconnaitre(atelier.Recevoir("c", Archives.Zip("content.xml", "mimetype"))));
        Assert.True(TypeDeContenu.Office.EstPiece());
        Assert.False(TypeDeContenu.Zip.EstPiece());
        Assert.True(TypeDeContenu.Zip.EstArchive());
    }

    [Fact]
    public void DesOctetsAuHasardSontInconnusEtNeLeventRien()
    {
        using var atelier = new Atelier();
        var hasard = new Random(3);
        for (var i = 0; i < 300; i++)
        {
            var octets = new byte[hasard.Next(2, 3000)];
            hasard.NextBytes(octets);
            octets[^1] = 0;
            octets[0] = 0xFE;
            Assert.Equal(TypeDeContenu.Inconnu, Reconnaissance.Reconnaitre(atelier.Recevoir("x", octets)));
        }
    }
}
