using System.Xml;
using Xemelios.Domain.Constats;
using Xemelios.Import.Intake;

namespace Xemelios.Import.Tests.Intake;

public class LimitedXmlTextReaderTests
{
    private const int SoixanteMo = 60_000_000;

    [Fact]
    public void LesCaracteresInterditsDeviennentDesEspacesUnPourUn()
    {
        using var lecteur = Ouvrir(new StringReader("a\u0001b\u0000c\td\r\ne\uFFFEf\uD800g\uDC00h\U0001F600i\u0085j"));
        Assert.Equal("a b c\td\r\ne f g h\U0001F600i\u0085j", lecteur.ReadToEnd());
        Assert.Equal(5, lecteur.CaracteresRemplaces);
    }

    [Fact]
    public void UnePaireDeSubstitutionCoupeeParLeTamponResteEntiere()
    {
        var texte = string.Concat(Enumerable.Repeat("x\U0001F600", 1000)) + "\uD83D";
        for (var taille = 2; taille < 9; taille++)
        {
            using var lecteur = Ouvrir(new StringReader(texte));
            var lu = new System.Text.StringBuilder();
            var tampon = new char[taille];
            while (lecteur.Read(tampon, 0, taille) is var n and > 0)
                lu.Append(tampon, 0, n);
            Assert.Equal(texte[..^1] + " ", lu.ToString());
        }
    }

    [Theory]
    [InlineData("<a v='", "x", "'/>")]
    [InlineData("<a v='", ">", "'/>")]
    [InlineData("<a v=\"", "'>", "\"/>")]
    [InlineData("<a v=\"", "-->", "\"/>")]
    [InlineData("<a v=\"", "]]>", "\"/>")]
    [InlineData("<a ", "b='>' ", "/>")]
    [InlineData("<", "a", "/>")]
    [InlineData("<a", " ", "/>")]
    public void UneBaliseDeSoixanteMoEstRefuseeSansEtreGardee(string debut, string motif, string fin)
    {
        using var lecteur = Ouvrir(new Repetition("<r>\n<b/>\n" + debut, motif, SoixanteMo, fin + "</r>"));
        using var xml = LectureXml.Creer(lecteur);
        var avant = GC.GetAllocatedBytesForCurrentThread();
        var refus = Assert.Throws<FichierRefuseException>(() => LireTout(xml));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - avant, 0, 128 << 20);
        Assert.Equal(("XHL-0035", 3), (refus.Motif.Code, refus.Motif.Provenance.Ligne));
    }

    [Theory]
    [InlineData("<a>", "QUJD ", "</a>")]
    [InlineData("<a><![CDATA[", "<'\" ", "]]></a>")]
    [InlineData("<a><!--", "<'\" ", "--></a>")]
    [InlineData("<a><?p ", "<'\" ", "?></a>")]
    [InlineData("", "<!-- -> - ' -->", "<a/>")]
    [InlineData("<a>", "<b v=\"'>\" w='\">'/>", "</a>")]
    public void UnTexteLongPasseQuelQueSoitSonContenu(string debut, string motif, string fin)
    {
        using var lecteur = Ouvrir(new Repetition(debut, motif, 3_000_000, fin));
        using var xml = LectureXml.Creer(lecteur);
        LireTout(xml);
        Assert.Equal(ReadState.EndOfFile, xml.ReadState);
    }

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>")]
    [InlineData("<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY x 'xx'><!ENTITY y '&x;&x;'>]><a>&y;</a>")]
    [InlineData("<!-- --><!DOCTYPE a><a/>")]
    public void UneDtdEstRefuseeSansEtreLue(string texte)
    {
        using var lecteur = Ouvrir(new StringReader(texte));
        Assert.Equal("XHL-0002", Assert.Throws<FichierRefuseException>(() => LireTout(LectureXml.Creer(lecteur))).Motif.Code);
    }

    [Fact]
    public void UneDtdEstVueQuelQueSoitLeDecoupageEnBlocs()
    {
        for (var taille = 1; taille < 20; taille++)
        {
            using var lecteur = Ouvrir(new StringReader("<!-- - --><!DOCTYPE a><a/>"));
            var tampon = new char[taille];
            Assert.Throws<FichierRefuseException>(() =>
            {
                while (lecteur.Read(tampon, 0, taille) > 0)
                {
                }
            });
        }
    }

    [Fact]
    public void UneDtdEnTexteOuEnCommentaireNEnEstPasUne()
    {
        using var lecteur = Ouvrir(new StringReader("<!-- <!DOCTYPE x> --><a v='!DOCTYPE'><![CDATA[<!DOCTYPE x>]]></a>"));
        using var xml = LectureXml.Creer(lecteur);
        LireTout(xml);
    }

    /// <summary>However the text is cut into blocks, the same is refused and the same passes.</summary>
    [Fact]
    public void LeDecoupageEnBlocsNeChangeRien()
    {
        const string Texte = "<a><!-- - -- > --->\n<b v='>\"' w=\">'\"/><![CDATA[ ]] ]>]]]><?p ? > ??><c/></a>";
        for (var taille = 1; taille < 40; taille++)
        {
            using var lecteur = Ouvrir(new StringReader(Texte));
            var lu = new System.Text.StringBuilder();
            var tampon = new char[taille];
            while (lecteur.Read(tampon, 0, taille) is var n and > 0)
                lu.Append(tampon, 0, n);
            Assert.Equal(Texte, lu.ToString());
        }
    }

    private static LimitedXmlTextReader Ouvrir(TextReader source) =>
        new(source, CatalogueDesAnomalies.ElementTropLong, CatalogueDesAnomalies.DtdRefusee);

    private static void LireTout(XmlReader xml)
    {
        while (xml.Read())
        {
        }
    }

    /// <summary>A long text that is never held whole.</summary>
    private sealed class Repetition(string debut, string motif, long longueur, string fin) : TextReader
    {
        private readonly long _milieu = longueur / motif.Length * motif.Length;
        private long _rang;

        public override int Read(char[] buffer, int index, int count)
        {
            var i = 0;
            for (; i < count && _rang < debut.Length + _milieu + fin.Length; i++, _rang++)
                buffer[index + i] = Caractere(_rang);
            return i;
        }

        public override int Read(Span<char> buffer)
        {
            var tampon = System.Buffers.ArrayPool<char>.Shared.Rent(buffer.Length);
            var lus = Read(tampon, 0, buffer.Length);
            tampon.AsSpan(0, lus).CopyTo(buffer);
            System.Buffers.ArrayPool<char>.Shared.Return(tampon);
            return lus;
        }

        private char Caractere(long rang) =>
            rang < debut.Length ? debut[(int)rang]
            : rang < debut.Length + _milieu ? motif[(int)((rang - debut.Length) % motif.Length)]
            : fin[(int)(rang - debut.Length - _milieu)];
    }
}
