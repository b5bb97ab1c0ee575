namespace Xemelios.Domain.Constats;

/// <summary>One kind of anomaly: its code, its usual gravity and what it means.</summary>
/// <param name="Defaut">The defect of the format page it answers to (D1 to D54), when there is one.</param>
public sealed record TypeDAnomalie(string Code, Gravite Gravite, string Sens, string? Defaut = null)
{
    /// <summary>An anomaly of this kind, at a place; the message says more than the general sense when it can.</summary>
    public Anomalie En(Provenance provenance, string? message = null) => new(Code, Gravite, message ?? Sens, provenance);
}

/// <summary>Every kind of anomaly that reading files can raise. A code is never reused for another sense.</summary>
public static partial class CatalogueDesAnomalies
{
    /// <summary>All kinds, by code.</summary>
    public static IReadOnlyDictionary<string, TypeDAnomalie> Tous { get; } =
        typeof(CatalogueDesAnomalies).GetFields()
            .Select(f => f.GetValue(null)).OfType<TypeDAnomalie>().ToDictionary(t => t.Code);
}
