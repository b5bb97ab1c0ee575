using Xemelios.Domain.Constats;

namespace Xemelios.Domain.Justificatifs;

/// <summary>A piece of a PES_PJ block, without its content.</summary>
/// <param name="Rang">Rank of the PJ in the flow, from 1.</param>
/// <param name="Provenance">Where its Fichier element starts in the flow: from there its content can be read again.</param>
public sealed record PieceJustificative(
    int Rang, string? IdUnique, string? Nom, string? TypePj, string? Description, string? TypeMime,
    IReadOnlyList<ReferenceComptable> References, Provenance Provenance);

/// <summary>RefCompta: the mandat that a piece sent on its own belongs to.</summary>
/// <param name="Identifiant">The number of the mandat (IdPce).</param>
/// <param name="Complement">The number of its line, or null for the whole mandat.</param>
public sealed record ReferenceComptable(string? Domaine, int? Exercice, string? TypeObjet, string? Identifiant, string? Complement);
