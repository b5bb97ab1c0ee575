using static Xemelios.Store.Tests.Agents.AgentsDEssai;

namespace Xemelios.Store.Tests.Agents;

public class TextesHostilesTests
{
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
        using var essai = new AgentsDEssai(Agent("1", "Martin"));
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
        using var essai = new AgentsDEssai(Agent("1", "Martin", emploi: "Drop table agent"), Agent("2", "Durand"));
        Assert.Equal("1", essai.Matricules(texte));
    }

    [Fact]
    public void Texte_DeDixMilleCaracteresEstSansDanger()
    {
        using var essai = new AgentsDEssai(Agent("1", "Martin", "Paul"), Agent("2", "Durand"));
        foreach (var mot in new[] { "m", "martin ", "\"", "\" ", "\"a\" ", "'", "(", "a AND ", "é", "😀", "xyzab ", "0 ", "martin\" \"paul " })
            essai.Agents(string.Concat(Enumerable.Repeat(mot, 10_000 / mot.Length)));
        Assert.Equal("1", essai.Matricules(string.Concat(Enumerable.Repeat("martin paul ", 900))));
        Assert.Equal("1", essai.Matricules("martin" + new string(' ', 989) + " paul " + new string('x', 10_000)));
    }

    [Fact]
    public void MilliersDeTextesHostiles_SontSansDanger()
    {
        var hasard = new Random(20260301);
        using var essai = new AgentsDEssai(Agent("000123", "Martin", "Hélène"), Agent("2", "Lefebvre", service: "Saint-Exemple"));
        for (var essaiN = 0; essaiN < 2_000; essaiN++)
            essai.Agents(TexteHostile.Tirer(hasard));
        Assert.Equal("000123", essai.Matricules("martin"));
    }

    [Fact]
    public void DocumentsHostiles_SontGardesEtRetrouves()
    {
        var hasard = new Random(7);
        var agents = Enumerable.Range(0, 300).Select(i => Agent($"H{i:D3}", TexteHostile.Tirer(hasard), TexteHostile.Tirer(hasard))).ToArray();
        using var essai = new AgentsDEssai(agents);
        essai.Index.Ajouter(agents);
        foreach (var agent in agents)
            Assert.Equal(agent, Assert.Single(essai.Agents(agent.Matricule)).Agent);
    }
}
