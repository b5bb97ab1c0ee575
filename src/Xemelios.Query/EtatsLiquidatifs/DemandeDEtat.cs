using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.EtatsLiquidatifs;

/// <summary>Which état is asked for.</summary>
/// <param name="Budget">The code, any spelling; "" for the état without budget; null when there is only one.</param>
/// <param name="Train">The train; null for all trains of the month together.</param>
public sealed record DemandeDEtat(string Siret, MoisDePaye Mois, string? Budget = null, string? Train = null);
