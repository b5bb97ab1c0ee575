using Xemelios.Query.Bulletins;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Justificatifs;

namespace Xemelios.Checks.Rapprochement;

/// <summary>What the rules of the rapprochement look at: the answers of one état and of its month.</summary>
/// <param name="Etat">Lines against répartition and mandats.</param>
/// <param name="Pieces">The pieces of the employer's month.</param>
/// <param name="DoublesLivraisons">Bulletins delivered identical in several files of the état.</param>
public sealed record EtatAControler(
    Query.Rapprochements.Rapprochement Etat, JustificatifsDuMois Pieces, IReadOnlyList<DoubleLivraison> DoublesLivraisons)
{
    /// <summary>The files with bulletins, all trains of the view.</summary>
    public IReadOnlyList<VolumeDeLEtat> Volumes { get; init; } = [];
}
