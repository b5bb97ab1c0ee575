using System.Text;
using static Xemelios.Store.Tests.TextIndex.IndexDEssai;

namespace Xemelios.Store.Tests.TextIndex;

public class TextesHostilesTests
{
    private static readonly string[] Morceaux =
    [
        "\"", "*", "(", ")", "{", "}", "^", ":", "-", "+", "'", "''", ";", "--", "/*", "\0", "\\", "%", "_", "$1", "?", ",", ".", "|", "&",
        "AND", "OR", "NOT", "NEAR", "NEAR(a b, 3)", "nom:", "rowid", "rank", "DROP TABLE agent;", " ", "\t", "\r\n", "\u00A0", "\u200B", "\u00AD",
        "😀", "👩‍👩‍👧", "\uD83D", "\uDE00", "\uFFFE", "\uFFFF", "\uFFFD", "\uFEFF", "\u0301", "\u0345", "İ", "ſ", "ﬁ", "ß", "Œ", "«", "»", "“", "”",
        "漢字", "عربى", "नमस्ते", "\U0001D54F", "\uE000", "\U0010FFFF", "e\u0301\u0302\u0303", "martin", "Hélène", "000123", "0", "d'", "Saint-", "a", "lefebvre",
    ];

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
        using var essai = new IndexDEssai(Agent("1", "Martin"));
        Assert.Equal("", essai.Matricules(texte));
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
        using var essai = new IndexDEssai(Agent("1", "Martin", emploi: "Drop table agent"), Agent("2", "Durand"));
        Assert.Equal("1", essai.Matricules(texte));
    }

    [Fact]
    public void Texte_DeDixMilleCaracteresEstSansDanger()
    {
        using var essai = new IndexDEssai(Agent("1", "Martin", "Paul"), Agent("2", "Durand"));
        foreach (var mot in new[] { "m", "martin ", "\"", "\" ", "\"a\" ", "'", "(", "a AND ", "é", "😀", "xyzab ", "0 ", "martin\" \"paul " })
            essai.Agents(string.Concat(Enumerable.Repeat(mot, 10_000 / mot.Length)));
        Assert.Equal("1", essai.Matricules(string.Concat(Enumerable.Repeat("martin paul ", 900))));
        Assert.Equal("1", essai.Matricules("martin" + new string(' ', 989) + " paul " + new string('x', 10_000)));
    }

    [Fact]
    public void MilliersDeTextesHostiles_SontSansDanger()
    {
        var hasard = new Random(20260301);
        using var essai = new IndexDEssai(Agent("000123", "Martin", "Hélène"), Agent("2", "Lefebvre", service: "Saint-Exemple"));
        essai.Index.Ajouter([], [new("piece", 1, "Arrêté de Martin, lefebvre et a.")]);
        for (var essaiN = 0; essaiN < 2_000; essaiN++)
        {
            var texte = TexteHostile(hasard);
            essai.Agents(texte);
            essai.Pages(texte);
        }

        Assert.Equal("000123", essai.Matricules("martin"));
    }

    [Fact]
    public void DocumentsHostiles_SontGardesEtRetrouves()
    {
        var hasard = new Random(7);
        var agents = Enumerable.Range(0, 300).Select(i => Agent($"H{i:D3}", TexteHostile(hasard), TexteHostile(hasard))).ToArray();
        using var essai = new IndexDEssai(agents);
        essai.Index.Ajouter([], agents.Select(agent => new Xemelios.Store.TextIndex.DocumentDePiece(agent.Matricule, 1, $"{agent.Matricule} {agent.Nom}")));
        var empreinte = essai.Index.EmpreinteLogique();
        essai.Index.Ajouter(agents, []);
        Assert.Equal(empreinte, essai.Index.EmpreinteLogique());
        foreach (var agent in agents)
        {
            // SQLite keeps text as UTF-8: half a surrogate pair comes back as the replacement character, everything else as it was.
            var attendu = agent with { Nom = EnUtf8(agent.Nom), Prenom = EnUtf8(agent.Prenom) };
            Assert.Equal(attendu, Assert.Single(essai.Agents(agent.Matricule)).Agent);
            Assert.Equal(agent.Matricule, Assert.Single(essai.Pages(agent.Matricule)).Empreinte);
        }
    }

    private static string EnUtf8(string texte) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(texte));

    private static string TexteHostile(Random hasard)
    {
        var texte = new StringBuilder();
        for (var reste = hasard.Next(1, 15); reste > 0; reste--)
        {
            if (hasard.Next(8) == 0)
                texte.Append((char)hasard.Next(0x10000));
            else
                texte.Append(Morceaux[hasard.Next(Morceaux.Length)]);
        }

        return texte.ToString();
    }
}
