namespace Xemelios.Store.Tests.TextIndex;

/// <summary>A folder of its own for one test, gone with it.</summary>
internal sealed class DossierDEssai : IDisposable
{
    public DossierDEssai() => Directory.CreateDirectory(Chemin);

    public string Chemin { get; } = Path.Combine(AppContext.BaseDirectory, "essais", Guid.NewGuid().ToString("N"));

    public string Fichier(string nom) => Path.Combine(Chemin, nom);

    public void Dispose() => Directory.Delete(Chemin, recursive: true);
}
