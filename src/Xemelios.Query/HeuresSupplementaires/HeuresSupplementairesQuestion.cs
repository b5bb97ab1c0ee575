using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.HeuresSupplementaires;

/// <summary>Overtime declared and paid, by agent, in a month.</summary>
public sealed record HeuresSupplementairesQuestion(string Siret, MoisDePaye Mois, string? Budget = null)
{
    public HeuresDuMois Executer(DbConnection connexion, Perimetre perimetre) => throw new NotSupportedException();
}
