using System.Text;
using Xemelios.Web.Pages.Pieces;

namespace Xemelios.Web.Tests.Pages;

public sealed class ArbreXmlTests
{
    [Fact]
    public void UnFichierXmlSeLitEnArbre()
    {
        var arbre = Lire("<a x='1' y='2'>texte<b/><c><d>fin</d></c></a>")!;

        Assert.False(arbre.Coupe);
        Assert.Equal(("a", "texte"), (arbre.Racine.Nom, arbre.Racine.Texte));
        Assert.Equal([("x", "1"), ("y", "2")], arbre.Racine.Attributs);
        Assert.Equal(["b", "c"], arbre.Racine.Enfants.Select(e => e.Nom));
        Assert.Equal("fin", arbre.Racine.Enfants[1].Enfants[0].Texte);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<a>")]
    [InlineData("pas du XML")]
    [InlineData("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>")]
    public void CeQuiNEstPasDuXmlSurNeSAffichePas(string texte) => Assert.Null(Lire(texte));

    [Fact]
    public void UnTresGrosFichierEstCoupeEtLeDit()
    {
        var gros = Lire($"<a>{string.Concat(Enumerable.Repeat("<b>1</b>", ArbreXml.PlusDElements * 2))}</a>")!;
        var profond = Lire(string.Concat(Enumerable.Repeat("<a>", 500)) + string.Concat(Enumerable.Repeat("</a>", 500)))!;

        Assert.True(gros.Coupe);
        Assert.InRange(gros.Racine.Enfants.Count, ArbreXml.PlusDElements - 2, ArbreXml.PlusDElements);
        Assert.True(profond.Coupe);
    }

    private static ArbreXml? Lire(string texte) => ArbreXml.Lire(new MemoryStream(Encoding.UTF8.GetBytes(texte)));
}
