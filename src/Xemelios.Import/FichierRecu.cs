using Xemelios.Store.Gestion;
using Xemelios.Store.Originals;

namespace Xemelios.Import;

/// <summary>A file that was received, or is being received: it can be read at once, and is kept for good a little later.</summary>
internal sealed class FichierRecu : IDisposable
{
    private readonly Func<Stream> _ouvrir;
    private readonly IDepotEnCours? _depot;

    private FichierRecu(string chemin, string? dossier, long? octets, Func<Stream> ouvrir, Task<Reception> reception, IDepotEnCours? depot)
    {
        (Chemin, Nom, Dossier, Octets) = (chemin, NomDe(chemin), dossier, octets);
        (_ouvrir, Reception, _depot) = (ouvrir, reception, depot);
    }

    /// <summary>Path relative to what the user gave: shown, never opened.</summary>
    public string Chemin { get; }

    /// <summary>Last element of the path.</summary>
    public string Nom { get; }

    /// <summary>Folder of the batch in which it lay, or null.</summary>
    public string? Dossier { get; }

    /// <summary>Its length, as the source announces it while it is being copied.</summary>
    public long? Octets { get; }

    /// <summary>Done when every byte is on the disk and the arrival is recorded; fails with what stopped the copy.</summary>
    public Task<Reception> Reception { get; }

    public static FichierRecu Complet(Reception reception, Func<Stream> ouvrir) =>
        new(reception.Chemin, reception.Dossier, reception.Octets, ouvrir, Task.FromResult(reception), null);

    public static FichierRecu EnCours(string chemin, string? dossier, IDepotEnCours depot, Task<Reception> reception) =>
        new(chemin, dossier, depot.OctetsAnnonces, depot.Ouvrir, reception, depot);

    /// <summary>A file that could not even be opened.</summary>
    public static FichierRecu Perdu(string chemin, Exception cause) =>
        new(chemin, null, null, () => throw cause, Task.FromException<Reception>(cause), null);

    public static string NomDe(string chemin) => chemin[(chemin.LastIndexOfAny(['/', '\\']) + 1)..];

    public Stream Ouvrir() => _ouvrir();

    public void Dispose() => _depot?.Dispose();
}
