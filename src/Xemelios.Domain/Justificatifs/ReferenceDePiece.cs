using Xemelios.Domain.Constats;

namespace Xemelios.Domain.Justificatifs;

/// <summary>A reference from a bulletin, a mandat or a line of mandat to a piece (PJRef).</summary>
/// <param name="Support">The code as written: XHL and PES do not have the same list.</param>
/// <param name="IdUnique">The join key.</param>
/// <param name="Nom">NomPJ: the file name.</param>
/// <param name="TypePj">PES only: 003 dépense, 004 état de paye…</param>
public sealed record ReferenceDePiece(string? Support, string? IdUnique, string? Nom, string? TypePj = null, Provenance Provenance = default);
