using System.Data.Common;
using Xemelios.Domain.Habilitations;

namespace Xemelios.Query.EtatsLiquidatifs;

/// <summary>Rebuilds the état liquidatif along one axis.</summary>
public sealed record EtatLiquidatifQuestion(DemandeDEtat Demande, AxeDEtat Par)
{
    public EtatLiquidatif Executer(DbConnection connexion, Perimetre perimetre) => throw new NotSupportedException();
}
