using Xemelios.Store.TextIndex;

namespace Xemelios.Store.Tests.TextIndex;

public class TextesHostilesTests
{
    [Fact]
    public void MilliersDeTextesHostiles_SontSansDanger()
    {
        var hasard = new Random(20260301);
        using var essai = IndexDEssai.AvecPages("Arrêté de Martin, lefebvre et a.");
        for (var essaiN = 0; essaiN < 2_000; essaiN++)
            essai.Pages(TexteHostile.Tirer(hasard));
        Assert.Single(essai.Pages("martin"));
    }

    [Fact]
    public void DocumentsHostiles_SontGardesEtRetrouves()
    {
        var hasard = new Random(7);
        var pages = Enumerable.Range(0, 300).Select(i => new DocumentDePiece($"H{i:D3}", 1, $"H{i:D3} {TexteHostile.Tirer(hasard)}")).ToArray();
        using var essai = new IndexDEssai();
        essai.Index.Ajouter(pages);
        var empreinte = essai.Index.EmpreinteLogique();
        essai.Index.Ajouter(pages);
        Assert.Equal(empreinte, essai.Index.EmpreinteLogique());
        foreach (var page in pages)
            Assert.Equal(page.Empreinte, Assert.Single(essai.Pages(page.Empreinte)).Empreinte);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\n")]
    [InlineData("*")]
    [InlineData("\"")]
    [InlineData("\"\"")]
    [InlineData("\"*\" \"'\"")]
    [InlineData("\0")]
    [InlineData("😀")]
    [InlineData("-- ; ' )")]
    public void Texte_SansLettreNiChiffreNeTrouveRien(string texte)
    {
        using var essai = IndexDEssai.AvecPages("Martin");
        Assert.Empty(essai.Pages(texte));
    }

    [Theory]
    [InlineData("\"martin")]
    [InlineData("martin\"")]
    [InlineData("martin*")]
    [InlineData("^martin")]
    [InlineData("-martin")]
    [InlineData("(martin")]
    [InlineData("mar\u00ADtin")]
    [InlineData("\0martin\0")]
    [InlineData("martin 😀")]
    [InlineData("“Martin”")]
    [InlineData("'; DROP TABLE agent; -- martin ")]
    public void Signes_NeComptentPas(string texte)
    {
        using var essai = IndexDEssai.AvecPages("Martin, drop table agent", "Durand");
        Assert.Equal(1, Assert.Single(essai.Pages(texte)).Page);
    }

    [Fact]
    public void Texte_DeDixMilleCaracteresEstSansDanger()
    {
        using var essai = IndexDEssai.AvecPages("Martin Paul", "Durand");
        foreach (var mot in new[] { "m", "martin ", "\"", "\" ", "\"a\" ", "'", "(", "a AND ", "é", "😀", "xyzab ", "0 ", "martin\" \"paul " })
            essai.Pages(string.Concat(Enumerable.Repeat(mot, 10_000 / mot.Length)));
        Assert.Equal(1, Assert.Single(essai.Pages(string.Concat(Enumerable.Repeat("martin paul ", 900)))).Page);
        Assert.Equal(1, Assert.Single(essai.Pages("martin" + new string(' ', 989) + " paul " + new string('x', 10_000))).Page);
    }
}
