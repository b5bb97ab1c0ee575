namespace Xemelios.Store.Tests.Gestion.Comptes;

/// <summary>What holds in both stores: each class of tests has one child for gestion.db and one for PostgreSQL.</summary>
public abstract class TestsDesComptes(string? postgresql) : IAsyncLifetime, IDisposable
{
    private protected EssaiDeComptes Essai { get; } = new(postgresql);

    public virtual Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        Essai.Dispose();
        GC.SuppressFinalize(this);
    }
}
