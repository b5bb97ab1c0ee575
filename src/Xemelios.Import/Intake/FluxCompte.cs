namespace Xemelios.Import.Intake;

/// <summary>A part of another stream, that counts what was read of it. The other stream is not disposed.</summary>
/// <param name="longueur">Bytes of the part, or null to read to the end. A stream that ends before is cut: <see cref="EndOfStreamException"/>.</param>
/// <param name="finEstCoupure">The reader knows by itself where it ends: when it asks for more than the part, the part is cut.</param>
internal sealed class FluxCompte(Stream source, long? longueur = null, bool finEstCoupure = false) : FluxEnLecture
{
    public long Lus { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        var place = longueur is { } l ? (int)Math.Min(buffer.Length, l - Lus) : buffer.Length;
        if (place == 0)
            return finEstCoupure && buffer.Length > 0 ? throw new EndOfStreamException() : 0;
        var lus = source.Read(buffer[..place]);
        if (lus == 0 && longueur is not null)
            throw new EndOfStreamException();
        Lus += lus;
        return lus;
    }
}
