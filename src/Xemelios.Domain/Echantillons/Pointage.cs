using Xemelios.Domain.Valeurs;

namespace Xemelios.Domain.Echantillons;

/// <summary>What somebody found of a unit of a sample; the last one on it counts, those before stay.</summary>
/// <param name="Poste">Rank of the poste in the sample, from 0.</param>
/// <param name="Rang">Rank of the unit in the poste, from 0.</param>
/// <param name="Constate">The amount that was due, of an error.</param>
/// <param name="Note">In objective words.</param>
/// <param name="Le">UTC.</param>
public sealed record Pointage(long Id, int Poste, int Rang, DecisionDePointage Decision, Montant? Constate, string? Note, string Auteur, DateTimeOffset Le);
