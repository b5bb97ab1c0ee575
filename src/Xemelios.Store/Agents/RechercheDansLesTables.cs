using Xemelios.DuckDb;
using Xemelios.Store.Tables;

namespace Xemelios.Store.Agents;

/// <summary>The search over the agents of the pay tables: an import writes nothing for it, whoever asks first reads what is new.</summary>
/// <remarks>Agents are only ever added, with growing keys, by one importer at a time: what was committed since is what has a key
/// beyond the last one read.</remarks>
internal sealed class RechercheDansLesTables(Func<DuckDbConnection> connecter) : IRechercheDAgents, IDisposable
{
    private readonly Lock _lecture = new();
    private readonly IndexDAgents _index = new();
    private int _dernierLu;

    /// <inheritdoc/>
    public IReadOnlyList<AgentTrouve> Chercher(string texte, int limite, CancellationToken annulation)
    {
        annulation.ThrowIfCancellationRequested();
        LireLesNouveaux(annulation);
        return _index.Chercher(texte, limite, annulation);
    }

    public void Dispose() => _index.Dispose();

    private void LireLesNouveaux(CancellationToken annulation)
    {
        lock (_lecture)
        {
            using var connexion = connecter();
            var dernier = Cles.Derniere(connexion, "agent");
            if (dernier > _dernierLu)
                _index.Ajouter(LectureDesAgents.Entre(connexion, _dernierLu, dernier, annulation));
            _dernierLu = dernier;
        }
    }
}
