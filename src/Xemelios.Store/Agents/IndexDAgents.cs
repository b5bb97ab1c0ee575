using Xemelios.Store.TextIndex;

namespace Xemelios.Store.Agents;

/// <summary>Agents in memory: the distinct values of each column with their folded words, and one small row of numbers for each
/// distinct description.</summary>
/// <remarks>No list of postings: a word is compared with every distinct value, then rows look their numbers up. Measured on a million
/// rows, both passes together take milliseconds. Searches go on side by side, and wait while agents are added.</remarks>
public sealed class IndexDAgents : IRechercheDAgents, IDisposable
{
    private readonly ReaderWriterLockSlim _acces = new();
    private readonly ColonnesDAgents _colonnes = new();
    private readonly HashSet<RangsDAgent> _agents = [];

    /// <summary>Adds descriptions; one that is known is left alone. When the source fails, what it gave before stays.</summary>
    public void Ajouter(IEnumerable<DocumentDAgent> agents)
    {
        _acces.EnterWriteLock();
        try
        {
            foreach (var agent in agents)
                _agents.Add(_colonnes.Rangs(agent));
        }
        finally
        {
            _acces.ExitWriteLock();
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<AgentTrouve> Chercher(string texte, int limite, CancellationToken annulation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limite);
        annulation.ThrowIfCancellationRequested();
        var criteres = TexteCherche.Lire(texte, MotsPlies.Decouper).Criteres;
        if (criteres.Count == 0 || limite == 0)
            return [];
        _acces.EnterReadLock();
        try
        {
            var stricts = criteres.Select(_colonnes.Stricte).ToList();
            if (stricts.Exists(critere => critere.EstVain))
                return [];
            var trouves = Meilleurs(stricts, limite, annulation);
            return trouves.Count > 0 ? trouves : Meilleurs([.. criteres.Select(_colonnes.Large)], limite, annulation);
        }
        finally
        {
            _acces.ExitReadLock();
        }
    }

    public void Dispose() => _acces.Dispose();

    private List<AgentTrouve> Meilleurs(List<CritereDAgent> criteres, int limite, CancellationToken annulation)
    {
        // The worst of those kept comes out first.
        var gardes = new PriorityQueue<RangsDAgent, (int Score, RangsDAgent Agent)>(Comparer<(int Score, RangsDAgent Agent)>.Create(
            (a, b) => a.Score != b.Score ? a.Score.CompareTo(b.Score) : _colonnes.Comparer(b.Agent, a.Agent)));
        foreach (var agent in _agents)
        {
            var score = Score(agent, criteres);
            if (score == 0)
                continue;
            annulation.ThrowIfCancellationRequested();
            if (gardes.Count < limite)
                gardes.Enqueue(agent, (score, agent));
            else
                gardes.EnqueueDequeue(agent, (score, agent));
        }

        var trouves = new List<AgentTrouve>(gardes.Count);
        while (gardes.TryDequeue(out var agent, out var rang))
            trouves.Add(new AgentTrouve(_colonnes.Document(agent), rang.Score));
        trouves.Reverse();
        return trouves;
    }

    private static int Score(RangsDAgent agent, List<CritereDAgent> criteres)
    {
        var total = 0;
        foreach (var critere in criteres)
        {
            var score = critere.Score(agent);
            if (score == 0)
                return 0;
            total += score;
        }

        return total;
    }
}

/// <summary>A description as the numbers of its values.</summary>
internal readonly record struct RangsDAgent(int Siret, int Matricule, int Nom, int Prenom, int Emploi, int Grade, int Service);
