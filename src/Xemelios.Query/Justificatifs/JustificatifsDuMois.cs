using Xemelios.Domain.Justificatifs;

namespace Xemelios.Query.Justificatifs;

/// <summary>The pieces that the bulletins of a month reference, those that are missing, and those that nothing references.</summary>
/// <param name="References">Distinct references: present plus missing. One on paper or on a disc is missing among the files, and its support says why.</param>
public sealed record JustificatifsDuMois(
    int References, int Presentes, int Manquantes, int Orphelines, IReadOnlyList<PieceDuMois> Pieces);

/// <summary>One piece or one reference without piece.</summary>
/// <param name="Support">The code as the bulletin writes it.</param>
/// <param name="Empreinte">Fingerprint of the content; null when missing.</param>
/// <param name="Bulletins">Matricules of the bulletins that reference it.</param>
/// <param name="Mandats">Numbers of the mandats that reference it.</param>
/// <param name="Piece">Identifier of the piece; null when missing.</param>
/// <param name="Conflit">Several contents exist under this identifier: the first accepted one is shown.</param>
/// <param name="Reference">True when a bulletin of the month references it: what the counts of references hold.</param>
public sealed record PieceDuMois(
    string? IdUnique, string? Nom, StatutDePiece Statut, string? Support, string? Empreinte,
    IReadOnlyList<string?> Bulletins, IReadOnlyList<string?> Mandats,
    string? SupportLibelle, int? Piece, string? TypeMime, long? Octets, bool Conflit, bool Reference);

/// <summary>Where a piece stands.</summary>
public enum StatutDePiece
{
    Presente,
    Manquante,
    Orpheline,
}
