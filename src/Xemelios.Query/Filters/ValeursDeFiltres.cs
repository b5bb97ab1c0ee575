using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.Filters;

/// <summary>What can be chosen in a form of search: the values that the data hold, inside the perimeter.</summary>
public sealed record ValeursDeFiltres(
    IReadOnlyList<EmployeurAChoisir> Employeurs, IReadOnlyList<BudgetAChoisir> Budgets, IReadOnlyList<MoisDePaye> Mois, IReadOnlyList<string> Trains);

/// <summary>An employer and its latest name.</summary>
public sealed record EmployeurAChoisir(string Siret, string? Nom);

/// <summary>A budget of some employer.</summary>
/// <param name="Cle">Key of the code; "" is no budget.</param>
public sealed record BudgetAChoisir(string Cle, string? Libelle);

/// <summary>Lists the values of <see cref="ValeursDeFiltres"/>; they come from the volumes alone, whose number stays small.</summary>
public sealed record ValeursDeFiltresQuestion
{
    public ValeursDeFiltres Executer(DbConnection connexion, Perimetre perimetre)
    {
        var volumes = new Requete(connexion, perimetre, """
            SELECT v.siret, v.employeur_nom, v.budget, v.budget_libelle, v.periode, v.train
            FROM volume_visible v WHERE NOT v.entete_seul
            ORDER BY v.periode DESC, v.siret, v.budget, v.train, v.employeur_nom, v.budget_libelle
            """).Lire(r => (Siret: r.TexteSur(), Nom: r.Texte(), Budget: r.TexteSur(), Libelle: r.Texte(), Periode: r.Entier(), Train: r.TexteSur()));
        return new ValeursDeFiltres(
            [.. volumes.GroupBy(v => v.Siret).Select(g => new EmployeurAChoisir(g.Key, g.Select(v => v.Nom).FirstOrDefault(n => n is not null))).OrderBy(e => e.Siret, StringComparer.Ordinal)],
            [.. volumes.GroupBy(v => v.Budget).Select(g => new BudgetAChoisir(g.Key, g.Select(v => v.Libelle).FirstOrDefault(l => l is not null))).OrderBy(b => b.Cle, StringComparer.Ordinal)],
            [.. volumes.Select(v => v.Periode).Distinct().Select(MoisDePaye.FromCle)],
            [.. volumes.Select(v => v.Train).Distinct().Order(StringComparer.Ordinal)]);
    }
}
