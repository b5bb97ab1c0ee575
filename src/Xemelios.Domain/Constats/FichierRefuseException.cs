namespace Xemelios.Domain.Constats;

/// <summary>A file is refused whole; the anomaly says why. Nothing of it is stored but its original.</summary>
public sealed class FichierRefuseException : Exception
{
    public FichierRefuseException(Anomalie motif)
        : base(motif.Message) => Motif = motif;

    public FichierRefuseException(Anomalie motif, Exception cause)
        : base(motif.Message, cause) => Motif = motif;

    public Anomalie Motif { get; }
}
