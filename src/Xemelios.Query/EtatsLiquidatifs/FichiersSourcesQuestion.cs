using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.Export;

namespace Xemelios.Query.EtatsLiquidatifs;

/// <summary>The files that some answers are drawn from: those of états, then the flows of mandats, each once.</summary>
/// <param name="Mandats">Identifiers of mandats.</param>
public sealed record FichiersSourcesQuestion(IReadOnlyList<DemandeDEtat> Etats, IReadOnlyList<int> Mandats)
{
    public FichiersSourcesQuestion(DemandeDEtat etat)
        : this([etat], [])
    {
    }

    public IReadOnlyList<FichierSource> Executer(DbConnection connexion, Perimetre perimetre) =>
    [
        .. Etats.SelectMany(e => new VolumesDeLEtatQuestion(e).Executer(connexion, perimetre)).Select(v => new FichierSource(v.Nom, v.Empreinte)).Distinct(),
        .. Flux(connexion, perimetre),
    ];

    private List<FichierSource> Flux(DbConnection connexion, Perimetre perimetre) => Mandats.Count == 0 ? [] : new Requete(connexion, perimetre, """
        SELECT coalesce((SELECT min(l.nom) FROM livraison l WHERE l.contenu = f.contenu), f.nom_fic, c.empreinte), c.empreinte
        FROM flux_visible f JOIN contenu c ON c.id = f.contenu
        WHERE f.contenu IN (SELECT m.contenu FROM mandat m WHERE list_contains($mandats, m.id))
        ORDER BY 1, 2
        """).Avec("mandats", Mandats.ToArray()).Lire(r => new FichierSource(r.TexteSur(), r.TexteSur()));
}
