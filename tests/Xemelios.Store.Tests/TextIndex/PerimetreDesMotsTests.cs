using Xemelios.Store.TextIndex;

namespace Xemelios.Store.Tests.TextIndex;

/// <summary>What a reader may not see helps him to spell nothing: an answer never tells that a word stands elsewhere.</summary>
public sealed class PerimetreDesMotsTests
{
    private static readonly string[] Mots = ["martin", "martim", "martins", "marti", "delibert", "delibere", "deliberes", "deliberation", "prime", "primes", "00123", "0123", "fin", "arrete"];

    [Theory]
    [InlineData("martim")]
    [InlineData("martim prime")]
    [InlineData("martixn")]
    public void UnMotDHorsDuPerimetreNEmpecheNiNeProposeRien(string cherche)
    {
        using var essai = new IndexDEssai();
        essai.Index.Ajouter([new DocumentDePiece("sienne", 1, "Martin prime"), new DocumentDePiece("autre", 1, "Martim Martixns prime")]);

        Assert.Equal(["sienne"], essai.Pages(cherche, e => e == "sienne").Select(p => p.Empreinte));
        Assert.Equal(["autre"], essai.Pages("martixns", e => e == "autre").Select(p => p.Empreinte));
        Assert.Empty(essai.Pages("\"Martim\"", e => e == "sienne"));
    }

    [Fact]
    public void LaReponseEstCelleDUnIndexQuiNAuraitQueSonPerimetre()
    {
        for (var graine = 1; graine <= 40; graine++)
        {
            var hasard = new Random(graine);
            var pages = Enumerable.Range(0, 12).Select(i => new DocumentDePiece($"{(i % 2 == 0 ? "sienne" : "autre")}-{i}", 1, Phrase(hasard, 4))).ToList();
            using var tout = new IndexDEssai();
            tout.Index.Ajouter(pages);
            using var seul = new IndexDEssai();
            seul.Index.Ajouter(pages.Where(p => EstSienne(p.Empreinte)));
            for (var essai = 0; essai < 20; essai++)
            {
                var cherche = Phrase(hasard, hasard.Next(1, 4));
                Assert.Equal(
                    (graine, cherche, string.Join(' ', seul.Pages(cherche).Select(p => p.Empreinte + p.Extrait).Order(StringComparer.Ordinal))),
                    (graine, cherche, string.Join(' ', tout.Pages(cherche, EstSienne).Select(p => p.Empreinte + p.Extrait).Order(StringComparer.Ordinal))));
            }
        }
    }

    [Fact]
    public void LaLimiteCompteCeQuiEstVisible()
    {
        using var essai = new IndexDEssai();
        essai.Index.Ajouter(Enumerable.Range(0, 50).Select(i => new DocumentDePiece($"autre-{i}", 1, "martin")).Append(new DocumentDePiece("sienne-1", 1, "martin et bien d'autres mots encore")));

        Assert.Equal("sienne-1", Assert.Single(essai.Index.Chercher("martin", 3, EstSienne, default)).Empreinte);
    }

    private static bool EstSienne(string empreinte) => empreinte.StartsWith("sienne", StringComparison.Ordinal);

    private static string Phrase(Random hasard, int mots) => string.Join(' ', Enumerable.Range(0, mots).Select(_ => Mots[hasard.Next(Mots.Length)]));
}
