namespace Xemelios.Import.Intake;

/// <summary>One zip of an archive in several volumes.</summary>
public sealed record VolumeDeManifeste(string? Numero, string Fichier);

/// <summary>One file that the manifest describes.</summary>
/// <param name="Volume">Number of the volume that holds it.</param>
/// <param name="Chemin">Its path inside that volume, cleaned as <see cref="Arrivage.CheminDEntree"/> is.</param>
/// <param name="Collectivite">buIdCol: the collectivité that it belongs to.</param>
public sealed record DocumentDeManifeste(
    string? Volume, string Chemin, string? Type, string? Collectivite, string? LibelleCollectivite, string? CodeBudget,
    string? IdUnique, string? NomOrigine);

/// <summary>The table of contents of an archive of XéMéLios. Its actions are never executed: they are not even read.</summary>
public sealed record Manifeste(IReadOnlyList<VolumeDeManifeste> Volumes, IReadOnlyList<DocumentDeManifeste> Documents)
{
}
