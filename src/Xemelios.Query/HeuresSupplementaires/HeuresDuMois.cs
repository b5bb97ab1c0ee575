using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.HeuresSupplementaires;

/// <summary>Overtime of a month, declared (NbHeureSup) and paid (lines).</summary>
public sealed record HeuresDuMois(IReadOnlyList<HeuresDUnAgent> Agents, TotauxDHeures Totaux);

/// <summary>One agent who has declared or paid overtime.</summary>
public sealed record HeuresDUnAgent(
    string? Matricule, string? Nom, decimal HeuresDeclarees, decimal HeuresPayees, Montant Montant,
    IReadOnlyList<HeuresParTaux> Taux, string? Prenom);

/// <summary>The lines of one rate; null when a line gives none.</summary>
public sealed record HeuresParTaux(decimal? Taux, decimal Heures, Montant Montant);

/// <summary>Sums over the agents.</summary>
public sealed record TotauxDHeures(int Agents, decimal HeuresDeclarees, decimal HeuresPayees, Montant Montant);
