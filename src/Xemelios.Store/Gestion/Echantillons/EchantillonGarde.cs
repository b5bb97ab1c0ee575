using Xemelios.Domain.Echantillons;

namespace Xemelios.Store.Gestion.Echantillons;

/// <summary>A sample as it was drawn, kept for as long as the folder.</summary>
/// <param name="Plan">The plan that it was drawn by (its first version).</param>
/// <param name="Auteur">The account that drew it.</param>
/// <param name="Le">UTC.</param>
public sealed record EchantillonGarde(long Id, long Plan, string Libelle, EchantillonTire Tire, string Auteur, DateTimeOffset Le)
{
    /// <summary>Units that somebody looked at.</summary>
    public int Vus { get; init; }
}

/// <summary>A tick of a sheet as it is asked for.</summary>
/// <param name="Vu">The last pointage that its author saw on the unit; 0 for none.</param>
public sealed record PointageDemande(int Poste, int Rang, DecisionDePointage Decision, Domain.Valeurs.Montant? Constate, string? Note, long Vu);

/// <summary>What was found of a bulletin of an agent, and in which sample.</summary>
public sealed record PointageDAgent(Pointage Pointage, Domain.Valeurs.MoisDePaye Mois);
