using Xemelios.Store.Agents;
using static Xemelios.Store.Tests.Agents.AgentsDEssai;

namespace Xemelios.Store.Tests.Agents;

public class IndexDAgentsTests
{
    private static readonly DocumentDAgent[] Agents =
        [.. Enumerable.Range(0, 40).Select(i => Agent($"{i:D4}", $"Nom{i % 7}", $"Prénom{i % 5}"))];

    [Fact]
    public void Resultats_SontLesMemesQuelsQueSoientLOrdreEtLesRepetitions()
    {
        using var essai = new AgentsDEssai(Agents);
        var resultats = essai.Agents("nom3");
        Assert.Equal(6, resultats.Count);
        essai.Index.Ajouter(Agents);
        Assert.Equal(resultats, essai.Agents("nom3"));

        using var autre = new AgentsDEssai();
        autre.Index.Ajouter(Agents.Reverse().Concat(Agents));
        Assert.Equal(resultats, autre.Agents("nom3"));
    }

    [Fact]
    public void Index_DistingueDesAgentsQuiSeSuiventPareillement()
    {
        DocumentDAgent[] agents = [Agent("1", "ab", "c"), Agent("1", "a", "bc"), Agent("1", "a", "b\0c"), Agent("1", "a\0b", "c"), Agent("1", "AB", "c")];
        using var essai = new AgentsDEssai(agents);
        Assert.Equal(agents.ToHashSet(), essai.Agents("1").Select(trouve => trouve.Agent).ToHashSet());
    }

    [Fact]
    public void Faute_EstPardonneeAussiVersUnMotAjouteDepuis()
    {
        using var essai = new AgentsDEssai(Agent("1", "Lefebvre"));
        Assert.Equal("1", essai.Matricules("lefevbre"));
        essai.Index.Ajouter([Agent("2", "Delaunay")]);
        Assert.Equal("2", essai.Matricules("delaumay"));
    }

    [Fact]
    public void ChaqueLettreLatine_SePlieCommeDansUnTexteQuiEnADautres()
    {
        // A ligature further on takes the long way round.
        for (var c = ' '; c <= 'ÿ'; c++)
        {
            using var essai = new AgentsDEssai(Agent("1", $"ab{c}cd"), Agent("2", $"ab{c}cd œ"));
            Assert.Equal("1 2", essai.Matricules($"ab{c}cd"));
        }
    }

    [Fact]
    public void Lecture_RompueSeReprend()
    {
        using var essai = new AgentsDEssai();
        Assert.Throws<InvalidDataException>(() => essai.Index.Ajouter(QuiRompt()));
        essai.Index.Ajouter(Agents);
        using var entier = new AgentsDEssai(Agents);
        Assert.Equal(entier.Agents("nom3"), essai.Agents("nom3"));

        static IEnumerable<DocumentDAgent> QuiRompt()
        {
            yield return Agents[3];
            throw new InvalidDataException();
        }
    }

    [Fact]
    public async Task Recherches_ContinuentPendantLesAjouts()
    {
        using var essai = new AgentsDEssai(Agent("0", "Temoin"));
        var ajouts = Enumerable.Range(0, 4).Select(fil => Task.Run(() =>
        {
            for (var i = 0; i < 25; i++)
                essai.Index.Ajouter([Agent($"{fil}-{i}", $"Nom{fil}x{i}")]);
        }));
        var recherches = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 25; i++)
                Assert.Equal("0", essai.Matricules("temoim"));
        }));
        await Task.WhenAll(ajouts.Concat(recherches));
        Assert.Equal("3-24", essai.Matricules("nom3x24"));
    }
}
