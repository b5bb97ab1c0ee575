using Xemelios.Store.TextIndex;

namespace Xemelios.Store.Tests.TextIndex;

public class RechercheDePiecesTests
{
    [Fact]
    public void Extrait_MontreLesMotsTrouvesEntreGuillemets()
    {
        using var essai = IndexDEssai.AvecPages("Arrêté portant   attribution\n\tdu régime indemnitaire à « l'agent ».");
        var page = Assert.Single(essai.Pages("REGIME attribut"));
        Assert.Equal(("piece", 1), (page.Empreinte, page.Page));
        Assert.Equal("Arrêté portant «attribution» du «régime» indemnitaire à “ l'agent ”.", page.Extrait);
    }

    [Fact]
    public void Extrait_SeTientAutourDesMotsDUneLonguePage()
    {
        var texte = string.Join(' ', Enumerable.Range(0, 2_000).Select(i => $"mot{i}"));
        using var essai = IndexDEssai.AvecPages(texte);
        var extrait = Assert.Single(essai.Pages("mot1500")).Extrait;
        Assert.Contains("mot1499 «mot1500» mot1501", extrait, StringComparison.Ordinal);
        Assert.True(extrait.Length < 400 && extrait.StartsWith('…') && extrait.EndsWith('…'));
    }

    [Theory]
    [InlineData("primes de fin", "2")]
    [InlineData("\"fin d'année\"", "2")]
    [InlineData("delibertaion", "1 3")]
    [InlineData("indemnite", "1")]
    [InlineData("inexistant", "")]
    public void Recherche_SuitPourLesPiecesLesReglesDesAgents(string texte, string attendues)
    {
        using var essai = IndexDEssai.AvecPages(
            "Délibération relative à l'indemnité", "Décision : primes de fin d'année, l'année et sa fin", "La délibéra\u00ADtion du conseil, avec tout ce qu'il faut de mots");
        Assert.Equal(attendues, string.Join(' ', essai.Pages(texte).Select(page => page.Page)));
    }

    [Fact]
    public void Piece_SansTexteEstConnue()
    {
        using var essai = new IndexDEssai();
        Assert.False(essai.Index.ConnaitLaPiece("a"));
        essai.Index.Ajouter([new DocumentDePiece("a", 1, "")]);
        Assert.True(essai.Index.ConnaitLaPiece("a"));
        Assert.False(essai.Index.ConnaitLaPiece("b"));
    }
}
