using Xemelios.Domain.Constats;
using Xemelios.Domain.Depense;
using Xemelios.Domain.Justificatifs;
using Xemelios.Import.Intake;

namespace Xemelios.Import.Pes;

/// <summary>Receives what a PES flow holds, in document order, while it is read.</summary>
/// <remarks>A flow can prove truncated after much was given: on <see cref="FichierRefuseException"/> the whole is discarded.</remarks>
public interface IPesVisitor
{
    /// <summary>Once, before any bordereau, piece or acquit. Which blocks the flow holds is not known yet: see <see cref="Fin"/>.</summary>
    void EnTete(FluxPes flux);

    void Bordereau(Bordereau bordereau);

    /// <summary>One piece. Its decoded content belongs to the visitor, who disposes it; null when it is absent or unreadable.</summary>
    void Piece(PieceJustificative piece, Arrivage? contenu);

    void Acquit(Acquit acquit);

    void Anomalie(Anomalie anomalie);

    /// <summary>Once, at the end of a flow that was read whole: the same header, with the blocks that were found.</summary>
    void Fin(FluxPes flux);
}
