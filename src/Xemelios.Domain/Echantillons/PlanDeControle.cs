namespace Xemelios.Domain.Echantillons;

/// <summary>A plan de contrôle of an employer: its postes. A change is a new version beside the one before, which stays.</summary>
/// <param name="Id">Of this version.</param>
/// <param name="Souche">Of its first version, by which the plan is named.</param>
/// <param name="Le">UTC.</param>
public sealed record PlanDeControle(long Id, long Souche, string Libelle, string Siret, IReadOnlyList<PosteDeControle> Postes, string Auteur, DateTimeOffset Le)
{
    /// <summary>Nothing more is drawn by it.</summary>
    public bool Retire { get; init; }
}
