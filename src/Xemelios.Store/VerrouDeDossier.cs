namespace Xemelios.Store;

/// <summary>The right to be the one process that owns a data folder: an open file that nobody else can open.</summary>
public sealed class VerrouDeDossier : IDisposable
{
    private readonly FileStream _fichier;

    private VerrouDeDossier(FileStream fichier) => _fichier = fichier;

    /// <summary>Takes the lock, or returns null when another process holds it. The system frees it if the process dies.</summary>
    public static VerrouDeDossier? Prendre(string dossier)
    {
        Directory.CreateDirectory(dossier);
        try
        {
            return new VerrouDeDossier(new FileStream(
                Path.Combine(dossier, "verrou"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => _fichier.Dispose();
}

/// <summary>Another process owns the data folder.</summary>
public sealed class DossierOccupeException(string dossier)
    : Exception("Le dossier de données est utilisé par un autre programme Xemelios.")
{
    public string Dossier { get; } = dossier;
}
