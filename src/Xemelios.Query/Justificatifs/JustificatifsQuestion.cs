using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.Justificatifs;

/// <summary>Lists the pieces of a month: present, missing, orphan.</summary>
public sealed record JustificatifsQuestion(string Siret, MoisDePaye Mois, string? Budget = null)
{
    public JustificatifsDuMois Executer(DbConnection connexion, Perimetre perimetre) => throw new NotSupportedException();
}
