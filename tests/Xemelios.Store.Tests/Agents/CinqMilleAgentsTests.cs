using System.Globalization;
using System.Text;
using Xemelios.Store.Agents;

namespace Xemelios.Store.Tests.Agents;

/// <summary>Five thousand people made up from a seed, asked for one by one.</summary>
public sealed class CinqMilleAgentsTests(CinqMilleAgentsTests.Population population) : IClassFixture<CinqMilleAgentsTests.Population>
{
    private const int Effectif = 5_000;

    [Fact]
    public void Chacun_EstTrouveParNomEtPrenom() => Chacun(agent => $"{agent.Nom} {agent.Prenom}");

    [Fact]
    public void Chacun_EstTrouveParMatricule() =>
        Assert.All(population.Agents, agent => Assert.Equal(agent, population.Chercher(agent.Matricule, 1).Single().Agent));

    [Fact]
    public void Chacun_EstTrouveSansAccentsNiCasse() => Chacun(agent => $"{SansAccents(agent.Prenom)} {SansAccents(agent.Nom)}".ToUpperInvariant());

    [Fact]
    public void Chacun_EstTrouveMalgreUneFauteDansSonNom()
    {
        var hasard = new Random(3);
        Chacun(agent => $"{AvecUneFaute(agent.Nom, hasard)} {agent.Prenom}");
    }

    private void Chacun(Func<DocumentDAgent, string> texte) =>
        Assert.All(population.Agents, agent => Assert.Contains(agent, population.Chercher(texte(agent), 100).Select(trouve => trouve.Agent)));

    private static string SansAccents(string texte) => string.Concat(
        texte.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));

    private static string AvecUneFaute(string nom, Random hasard)
    {
        var rang = hasard.Next(nom.Length - 1);
        return hasard.Next(4) switch
        {
            0 => nom.Remove(rang, 1),
            1 => nom.Insert(rang, "k"),
            2 => nom.Remove(rang, 1).Insert(rang, "w"),
            _ => $"{nom[..rang]}{nom[rang + 1]}{nom[rang]}{nom[(rang + 2)..]}",
        };
    }

    public sealed class Population : IDisposable
    {
        private static readonly string[] Syllabes = ["ber", "dé", "lan", "vau", "chê", "ro", "mil", "çon", "tré", "gui", "fou", "nel", "sa", "pîn", "our"];
        private static readonly string[] Prenoms = ["Hélène", "François", "Zoé", "Jean", "Noël", "Inès", "Paul", "Anaïs", "Léa", "Benoît"];
        private static readonly string[] Services = ["École", "Mairie", "Voirie", "Crèche"];
        private readonly AgentsDEssai essai;

        public Population()
        {
            var hasard = new Random(42);
            Agents = [.. Enumerable.Range(1, Effectif).Select(i => AgentsDEssai.Agent(
                $"{i * 7:D6}", Nom(hasard), Prenoms[hasard.Next(Prenoms.Length)], service: Services[hasard.Next(Services.Length)]))];
            essai = new AgentsDEssai(Agents);
        }

        public DocumentDAgent[] Agents { get; }

        public IReadOnlyList<AgentTrouve> Chercher(string texte, int limite) =>
            essai.Index.Chercher(texte, limite, CancellationToken.None);

        public void Dispose() => essai.Dispose();

        private static string Nom(Random hasard)
        {
            var nom = string.Concat(Enumerable.Range(0, hasard.Next(3, 5)).Select(_ => Syllabes[hasard.Next(Syllabes.Length)]));
            return char.ToUpperInvariant(nom[0]) + nom[1..];
        }
    }
}
