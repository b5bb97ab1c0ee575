using Xemelios.Domain.Valeurs;

namespace Xemelios.Store.Originals;

/// <summary>Every file received, byte for byte under its fingerprint, written once: the truth from which all else is rebuilt.</summary>
/// <remarks>Five methods, so that another kind of storage can take its place.</remarks>
public interface IOriginaux
{
    /// <summary>Begins to copy a stream, from where it stands to its end, on a thread of its own, and returns at once.</summary>
    /// <param name="contenu">Left alone by the caller until the deposit is disposed of; never closed here.</param>
    /// <param name="annulation">Stops the copy and those who wait for it.</param>
    IDepotEnCours Commencer(Stream contenu, CancellationToken annulation);

    /// <summary>Opens an original, seekable.</summary>
    /// <exception cref="FileNotFoundException">it was never received, or it was lost.</exception>
    Stream Ouvrir(Empreinte empreinte);

    bool Existe(Empreinte empreinte);

    /// <summary>All originals, in order of fingerprint.</summary>
    IEnumerable<Empreinte> Lister();

    /// <summary>Removes an original for good, in whatever form it is kept; nothing happens when it is not there.</summary>
    void Retirer(Empreinte empreinte);

    /// <summary>Copies a stream to the end while hashing it. A content already there is not written again.</summary>
    OriginalDepose Deposer(Stream contenu, CancellationToken annulation)
    {
        using var depot = Commencer(contenu, annulation);
        return depot.Terminer();
    }
}

/// <summary>What became of a deposit.</summary>
/// <param name="Nouveau">False when the same bytes were there already.</param>
public sealed record OriginalDepose(Empreinte Empreinte, long Octets, bool Nouveau);
