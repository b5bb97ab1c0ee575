namespace Xemelios.Domain.Constats;

/// <summary>Where in a file something stands: byte offset from 0 and line from 1, when they are known.</summary>
public readonly record struct Provenance(long? Octet, int? Ligne)
{
    public static readonly Provenance Inconnue;
}

/// <summary>A defect of the data: collected, shown and exported, never thrown.</summary>
/// <param name="Code">Stable code such as XHL-0012; <see cref="CatalogueDesAnomalies"/> lists them all.</param>
/// <param name="Message">A French sentence without personal data: what, what was kept, what to do.</param>
public sealed record Anomalie(string Code, Gravite Gravite, string Message, Provenance Provenance);
