using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.EtatsLiquidatifs;

namespace Xemelios.Query.Rapprochements;

/// <summary>Sets the lines of an état against its répartition and its mandats.</summary>
public sealed record RapprochementQuestion(DemandeDEtat Demande)
{
    public Rapprochement Executer(DbConnection connexion, Perimetre perimetre)
    {
        var dossiers = DossiersDePaye.Charger(connexion, perimetre, Demande.Siret, Demande.Mois);
        return dossiers.Rapprocher(dossiers.Trouver(Demande).Cle);
    }
}
