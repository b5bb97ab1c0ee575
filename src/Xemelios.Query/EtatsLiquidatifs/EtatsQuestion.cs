using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Rapprochements;

namespace Xemelios.Query.EtatsLiquidatifs;

/// <summary>Lists the états, one for each train, by employer, month, budget and train.</summary>
/// <param name="Budget">Any spelling; "" for the états without budget; null for all.</param>
public sealed record EtatsQuestion(string? Siret = null, string? Budget = null, MoisDePaye? Mois = null, string? Train = null)
{
    public IReadOnlyList<EtatDePaye> Executer(DbConnection connexion, Perimetre perimetre)
    {
        var dossiers = DossiersDePaye.Charger(connexion, perimetre, Siret, Mois);
        return [.. dossiers.ParTrain
            .Where(t => (Budget is null || t.Cle.Budget == CodeBudget.Cle(Budget))
                && (Train is null || string.Equals(t.TrainNom ?? "", Train.Trim(), StringComparison.OrdinalIgnoreCase)))
            .Select(t => dossiers.Etat(t.Cle))];
    }
}
