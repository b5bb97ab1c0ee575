using Xemelios.DuckDb;
using Xemelios.Store.Tables;

namespace Xemelios.Store.Agents;

/// <summary>The search over the agents of the pay tables: an import writes nothing for it, whoever asks first reads what is new.</summary>
/// <remarks>Agents are added with growing keys, by one importer at a time: what was committed since is what has a key
/// beyond the last one read. When some were deleted, all are read again.</remarks>
internal sealed class RechercheDansLesTables(Func<DuckDbConnection> connecter) : IRechercheDAgents, IDisposable
{
    private readonly Lock _lecture = new();
    private IndexDAgents _index = new();
    private int _dernierLu;

    /// <inheritdoc/>
    public IReadOnlyList<AgentTrouve> Chercher(string texte, int limite, CancellationToken annulation)
    {
        annulation.ThrowIfCancellationRequested();
        return LireLesNouveaux(annulation).Chercher(texte, limite, annulation);
    }

    /// <summary>Forgets everything. A search under way ends on what it had.</summary>
    public void Oublier()
    {
        lock (_lecture)
            (_index, _dernierLu) = (new IndexDAgents(), 0);
    }

    public void Dispose() => _index.Dispose();

    private IndexDAgents LireLesNouveaux(CancellationToken annulation)
    {
        lock (_lecture)
        {
            using var connexion = connecter();
            var dernier = Cles.Derniere(connexion, "agent");
            if (dernier > _dernierLu)
                _index.Ajouter(LectureDesAgents.Entre(connexion, _dernierLu, dernier, annulation));
            _dernierLu = dernier;
            return _index;
        }
    }
}
