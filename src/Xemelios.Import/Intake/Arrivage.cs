using Xemelios.Domain.Valeurs;

namespace Xemelios.Import.Intake;

/// <summary>One content to import, which can be read several times.</summary>
/// <remarks>A small content rests in memory, a large one in a temporary file that goes away on <see cref="Dispose"/>.</remarks>
public sealed class Arrivage : IDisposable
{
    private readonly Func<Stream> _ouvrir;
    private readonly string? _temporaire;
    private readonly Func<(Empreinte Empreinte, long Octets)> _identite;
    private readonly Func<long?> _octetsAnnonces;

    private Arrivage(Func<Stream> ouvrir, string? temporaire, string chemin, Empreinte empreinte, long octets)
        : this(ouvrir, temporaire, chemin, () => (empreinte, octets), () => octets)
    {
    }

    private Arrivage(
        Func<Stream> ouvrir, string? temporaire, string chemin, Func<(Empreinte Empreinte, long Octets)> identite, Func<long?> octetsAnnonces)
    {
        (_ouvrir, _temporaire, _identite, _octetsAnnonces) = (ouvrir, temporaire, identite, octetsAnnonces);
        Chemin = chemin;
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

    /// <summary>Fingerprint of the content. While it is being received, whoever asks waits for its last byte.</summary>
    public Empreinte Empreinte => _identite().Empreinte;

    /// <summary>Length of the content; one waits for it as for the fingerprint.</summary>
    public long Octets => _identite().Octets;

    /// <summary>The length that is known at once, or null. A file that grows while it is received ends with another one.</summary>
    public long? OctetsAnnonces => _octetsAnnonces();

    /// <summary>Rank in the container, from 1; 0 for a file that was received as such.</summary>
    public int Indice { get; init; }

    /// <summary>The folder after PJ/ in an archive of paye: SIRET or code of the collectivité that the piece belongs to.</summary>
    public string? Collectivite { get; init; }

    /// <summary>True for an entry below a PJ/ folder: by its place, a piece of an agent.</summary>
    public bool SousPj { get; init; }

    /// <summary>A content kept elsewhere, such as an original; nothing is deleted on <see cref="Dispose"/>.</summary>
    /// <param name="ouvrir">Gives a fresh, seekable stream each time.</param>
    public static Arrivage Depuis(Func<Stream> ouvrir, string chemin, Empreinte empreinte, long octets)
    {
        // A folder laid down as it came out of its archive keeps the meaning of its PJ/<collectivité>/ folders.
        var nom = NomDEntree.Lire(chemin);
        return new(ouvrir, null, chemin, empreinte, octets) { Collectivite = nom.Collectivite, SousPj = nom.SousPj };
    }

    /// <summary>A file that was received or is being received; it can be read without waiting for its fingerprint.</summary>
    internal static Arrivage DUnFichier(FichierRecu recu)
    {
        var nom = NomDEntree.Lire(recu.Chemin);
        return new(recu.Ouvrir, null, recu.Chemin, () => Identite(recu), () => recu.Reception.IsCompletedSuccessfully ? Identite(recu).Octets : recu.Octets)
        {
            Collectivite = nom.Collectivite, SousPj = nom.SousPj,
        };
    }

    private static (Empreinte Empreinte, long Octets) Identite(FichierRecu recu)
    {
        var reception = recu.Reception.GetAwaiter().GetResult();
        return (new Empreinte(reception.Empreinte), reception.Octets);
    }

    internal static Arrivage EnMemoire(byte[] contenu, string chemin, Empreinte empreinte, int indice, NomDEntree? nom = null) =>
        new(() => new MemoryStream(contenu, writable: false), null, chemin, empreinte, contenu.Length)
        {
            Indice = indice, Collectivite = nom?.Collectivite, SousPj = nom?.SousPj ?? false,
        };

    internal static Arrivage Temporaire(string fichier, string chemin, Empreinte empreinte, long octets, int indice, NomDEntree? nom = null) =>
        new(() => new FileStream(fichier, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 64 * 1024), fichier, chemin, empreinte, octets)
        {
            Indice = indice, Collectivite = nom?.Collectivite, SousPj = nom?.SousPj ?? false,
        };

    /// <summary>A fresh, seekable, read-only stream on the content.</summary>
    public Stream Ouvrir() => _ouvrir();

    public void Dispose()
    {
        if (_temporaire is not null)
            File.Delete(_temporaire);
    }

    /// <summary>The name of a piece of a flow follows its content in the XML: it is given afterwards.</summary>
    internal void Nommer(string chemin)
    {
        Chemin = chemin;
        CheminDEntree = NomDEntree.Lire(chemin[(chemin.LastIndexOf('!') + 1)..]).Chemin;
    }
}
