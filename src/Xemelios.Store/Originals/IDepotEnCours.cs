namespace Xemelios.Store.Originals;

/// <summary>An original that is being copied and hashed, and can be read meanwhile.</summary>
/// <remarks>Disposing of it waits for the copier to let go of the source; without <see cref="Terminer"/> nothing is kept.</remarks>
public interface IDepotEnCours : IDisposable
{
    /// <summary>Bytes that the source said it has; null when it cannot tell before its end.</summary>
    long? OctetsAnnonces { get; }

    /// <summary>A new seekable stream on the content, from its first byte; it waits for the bytes that are still to come.</summary>
    /// <remarks>Unbuffered: ask for large blocks. Any number may be open; they outlive the deposit. One reader each.
    /// When the copy fails, or is cancelled, reading throws what stopped it. <see cref="Stream.Length"/> waits for the last byte.
    /// A deposit that was kept can be opened even once it was disposed of: it is the original.</remarks>
    Stream Ouvrir();

    /// <summary>Waits until the bytes are hashed and safe on the disk, then keeps them under their fingerprint.</summary>
    /// <exception cref="IOException">the source could not be read, or the copy written: whatever stopped the copy is thrown as it is.</exception>
    /// <exception cref="OperationCanceledException">the deposit was cancelled.</exception>
    OriginalDepose Terminer();
}
