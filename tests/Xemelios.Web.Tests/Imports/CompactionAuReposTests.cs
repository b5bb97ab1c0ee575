using Xemelios.Store;
using Xemelios.Web.Imports;

namespace Xemelios.Web.Tests.Imports;

/// <summary>A server that has nothing to import makes its originals smaller.</summary>
public sealed class CompactionAuReposTests : IAsyncLifetime
{
    private readonly ServeurDImport _serveur = new();

    public Task InitializeAsync() => _serveur.InitializeAsync();

    public Task DisposeAsync() => _serveur.DisposeAsync();

    [Fact]
    public async Task LesOriginauxSontCompressesQuandRienNeSImporte()
    {
        await _serveur.Importer("commune/2026-03");
        _serveur.Service<CompactionAuRepos>().Passer(default);
        Assert.Equal(3, Compresses());
        Assert.Empty(_serveur.Service<Entrepot>().Compaction.Candidats());
        var relu = await _serveur.Importer("commune/2026-03");
        Assert.Equal(0, relu.Rapport!.Totaux.Rejetes);
        Assert.Empty(_serveur.Service<Entrepot>().Compaction.Candidats());
    }

    [Fact]
    public async Task UnImportEnCoursPasseAvant()
    {
        await _serveur.Importer("commune/2026-03");
        var compaction = _serveur.Service<CompactionAuRepos>();
        // A thread of its own: whoever holds the lock may take it again.
        var passage = new Thread(() => compaction.Passer(default));
        lock (_serveur.Service<Entrepot>().Ecriture)
        {
            passage.Start();
            passage.Join();
        }

        Assert.Equal(0, Compresses());
        compaction.Passer(default);
        Assert.Equal(3, Compresses());
    }

    private int Compresses() => Directory.GetFiles(Path.Combine(_serveur.Donnees, "originaux"), "*.gz", SearchOption.AllDirectories).Length;
}
