using Xemelios.Domain.Valeurs;

namespace Xemelios.Store.Originals;

/// <summary>Every file received, byte for byte under its fingerprint, written once: the truth from which all else is rebuilt.</summary>
/// <remarks>Four methods, so that another kind of storage can take its place.</remarks>
public interface IOriginaux
{
    /// <summary>Copies a stream to the end while hashing it. A content already there is not written again.</summary>
    OriginalDepose Deposer(Stream contenu, CancellationToken annulation);

    /// <summary>Opens an original, seekable.</summary>
    /// <exception cref="FileNotFoundException">it was never received, or it was lost.</exception>
    Stream Ouvrir(Empreinte empreinte);

    bool Existe(Empreinte empreinte);

    /// <summary>All originals, in order of fingerprint.</summary>
    IEnumerable<Empreinte> Lister();
}

/// <summary>What became of a deposit.</summary>
/// <param name="Nouveau">False when the same bytes were there already.</param>
public sealed record OriginalDepose(Empreinte Empreinte, long Octets, bool Nouveau);
