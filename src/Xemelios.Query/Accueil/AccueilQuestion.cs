using System.Data.Common;
using Xemelios.Domain.Habilitations;

namespace Xemelios.Query.Accueil;

/// <summary>The grid of the first screen: états by employer and month.</summary>
/// <param name="NombreDeMois">How many months to show, the latest first.</param>
public sealed record AccueilQuestion(int NombreDeMois = 12)
{
    public GrilleDAccueil Executer(DbConnection connexion, Perimetre perimetre) => throw new NotSupportedException();
}
