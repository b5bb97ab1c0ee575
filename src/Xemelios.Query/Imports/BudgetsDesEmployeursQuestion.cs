using System.Data.Common;
using Xemelios.Domain.Habilitations;

namespace Xemelios.Query.Imports;

/// <summary>The budgets that the stored files of some employers name: what may be answered for a file that names none.</summary>
public sealed record BudgetsDesEmployeursQuestion(IReadOnlyCollection<string> Sirets)
{
    public IReadOnlyList<BudgetDEmployeur> Executer(DbConnection connexion, Perimetre perimetre) => new Requete(connexion, perimetre, """
        SELECT v.siret, v.budget, max(v.budget_code), max(v.budget_libelle)
        FROM volume_visible v
        WHERE list_contains($sirets, v.siret) AND v.budget <> ''
        GROUP BY v.siret, v.budget ORDER BY v.siret, v.budget
        """).Avec("sirets", Sirets.ToArray())
        .Lire(r => new BudgetDEmployeur(r.TexteSur(), r.TexteSur(), r.Texte() ?? "", r.Texte()));
}

/// <summary>A budget that an employer has.</summary>
/// <param name="Cle">Key of the code.</param>
/// <param name="Code">As a file writes it.</param>
public sealed record BudgetDEmployeur(string Siret, string Cle, string Code, string? Libelle);
