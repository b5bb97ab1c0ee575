using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Rapprochements;
using Xemelios.Store.Gestion.Controles;

namespace Xemelios.Query.Controles;

/// <summary>What is written of the control of an état and of its natures, beside its rapprochement.</summary>
public sealed record SuiviDeLEtatQuestion(DemandeDEtat Demande)
{
    /// <exception cref="EtatIntrouvableException">nothing answers.</exception>
    public SuiviDeLEtat Executer(CarnetDeControle carnet, DbConnection connexion, Perimetre perimetre) => De(
        new RapprochementQuestion(Demande).Executer(connexion, perimetre), new VolumesDeLEtatQuestion(Demande).Executer(connexion, perimetre), carnet, perimetre);

    /// <summary>The same, from answers already given inside the perimeter.</summary>
    public static SuiviDeLEtat De(Rapprochement r, IReadOnlyList<VolumeDeLEtat> volumes, CarnetDeControle carnet, Perimetre perimetre) => SuiviDeLEtat.Etablir(
        r, volumes.Select(v => v.Train), [.. volumes.Select(v => v.Empreinte)],
        carnet.DesEtats(perimetre, r.Etat.Siret, Domain.Valeurs.CodeBudget.Cle(r.Etat.Budget), new Domain.Valeurs.MoisDePaye(r.Etat.Annee, r.Etat.Mois)));
}
