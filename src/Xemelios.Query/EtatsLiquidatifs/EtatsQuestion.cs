using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.EtatsLiquidatifs;

/// <summary>Lists the états, one for each train, by employer, month, budget and train.</summary>
public sealed record EtatsQuestion(string? Siret = null, string? Budget = null, MoisDePaye? Mois = null, string? Train = null)
{
    public IReadOnlyList<EtatDePaye> Executer(DbConnection connexion, Perimetre perimetre) => throw new NotSupportedException();
}
