using Xemelios.Domain.Valeurs;

namespace Xemelios.Import.Intake;

/// <summary>One content to import, which can be read several times.</summary>
/// <remarks>A small content rests in memory, a large one in a temporary file that goes away on <see cref="Dispose"/>.</remarks>
public sealed class Arrivage : IDisposable
{
    private readonly byte[]? _contenu;
    private readonly string? _fichier;
    private readonly bool _temporaire;

    private Arrivage(byte[]? contenu, string? fichier, bool temporaire, string chemin, Empreinte empreinte, long octets)
    {
        (_contenu, _fichier, _temporaire) = (contenu, fichier, temporaire);
        (Chemin, Empreinte, Octets) = (chemin, empreinte, octets);
        CheminDEntree = NomDEntree.Lire(chemin[(chemin.LastIndexOf('!') + 1)..]).Chemin;
    }

    /// <summary>What users are shown: "lot.zip!2025/paye.xhl". Never a path to open.</summary>
    public string Chemin { get; private set; }

    /// <summary>The path inside the container, cleaned: without drive, "..", nor control characters.</summary>
    public string CheminDEntree { get; private set; }

    /// <summary>The last element of the name.</summary>
    public string Nom => CheminDEntree[(CheminDEntree.LastIndexOf('/') + 1)..];

    /// <summary>The folders before the name: a hint only.</summary>
    public string? Dossier => CheminDEntree.LastIndexOf('/') is var coupe and > 0 ? CheminDEntree[..coupe] : null;

    public Empreinte Empreinte { get; }

    /// <summary>Length of the content.</summary>
    public long Octets { get; }

    /// <summary>Rank in the container, from 1; 0 for a file that was received as such.</summary>
    public int Indice { get; init; }

    /// <summary>The folder after PJ/ in an archive of paye: SIRET or code of the collectivité that the piece belongs to.</summary>
    public string? Collectivite { get; init; }

    /// <summary>True for an entry below a PJ/ folder: by its place, a piece of an agent.</summary>
    public bool SousPj { get; init; }

    /// <summary>A file that is already on disk and stays there.</summary>
    public static Arrivage DepuisFichier(string fichier, string chemin, Empreinte empreinte, long octets) =>
        new(null, fichier, temporaire: false, chemin, empreinte, octets);

    internal static Arrivage EnMemoire(byte[] contenu, string chemin, Empreinte empreinte, int indice, NomDEntree? nom = null) =>
        new(contenu, null, temporaire: false, chemin, empreinte, contenu.Length)
        {
            Indice = indice, Collectivite = nom?.Collectivite, SousPj = nom?.SousPj ?? false,
        };

    internal static Arrivage Temporaire(string fichier, string chemin, Empreinte empreinte, long octets, int indice, NomDEntree? nom = null) =>
        new(null, fichier, temporaire: true, chemin, empreinte, octets)
        {
            Indice = indice, Collectivite = nom?.Collectivite, SousPj = nom?.SousPj ?? false,
        };

    /// <summary>A fresh, seekable, read-only stream on the content.</summary>
    public Stream Ouvrir() => _contenu is not null
        ? new MemoryStream(_contenu, writable: false)
        : new FileStream(_fichier!, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 64 * 1024);

    public void Dispose()
    {
        if (_temporaire)
            File.Delete(_fichier!);
    }

    /// <summary>The name of a piece of a flow follows its content in the XML: it is given afterwards.</summary>
    internal void Nommer(string chemin)
    {
        Chemin = chemin;
        CheminDEntree = NomDEntree.Lire(chemin[(chemin.LastIndexOf('!') + 1)..]).Chemin;
    }
}
