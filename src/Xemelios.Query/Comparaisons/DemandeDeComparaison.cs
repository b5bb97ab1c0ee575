using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.Comparaisons;

/// <summary>Which two months of an employer are set side by side.</summary>
/// <param name="Mois">The second month: "après".</param>
/// <param name="Avec">The first month: "avant". Any other month, even a later one.</param>
/// <param name="Budget">The code, any spelling; "" for the états without budget; null for all budgets together.</param>
public sealed record DemandeDeComparaison(string Siret, MoisDePaye Mois, MoisDePaye Avec, string? Budget = null);
