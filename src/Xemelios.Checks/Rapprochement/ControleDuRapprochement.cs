using System.Data.Common;
using Xemelios.Domain.Constats;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.Bulletins;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Justificatifs;
using Xemelios.Query.Rapprochements;

namespace Xemelios.Checks.Rapprochement;

/// <summary>Asks what the rules need about one état, and runs them all.</summary>
public sealed record ControleDuRapprochement(DemandeDEtat Demande)
{
    public IReadOnlyList<Constat> Executer(DbConnection connexion, Perimetre perimetre) => ReglesDuRapprochement.Controler(new EtatAControler(
        new RapprochementQuestion(Demande).Executer(connexion, perimetre),
        new JustificatifsQuestion(Demande.Siret, Demande.Mois, Demande.Budget).Executer(connexion, perimetre),
        new DoublesLivraisonsQuestion(Demande.Siret, Demande.Mois, Demande.Budget).Executer(connexion, perimetre))
    {
        Volumes = new VolumesDeLEtatQuestion(Demande).Executer(connexion, perimetre),
    });
}
