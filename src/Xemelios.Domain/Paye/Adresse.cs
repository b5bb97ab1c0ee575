namespace Xemelios.Domain.Paye;

/// <summary>A postal address as written. CodRes: 0 or false = resident in France (schema 1.4).</summary>
public sealed record Adresse(
    string? Type, string? Ligne1, string? Ligne2, string? Ligne3, string? CodePostal, string? Ville,
    string? CodeResidence, string? CodePays, DateOnly? Date);
