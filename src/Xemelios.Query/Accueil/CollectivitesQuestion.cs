using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.Accueil;

/// <summary>The employers that a reader may choose, with their budgets and their months of pay, by name.</summary>
public sealed record CollectivitesQuestion
{
    public IReadOnlyList<Collectivite> Executer(DbConnection connexion, Perimetre perimetre) =>
        [.. new Requete(connexion, perimetre, """
            SELECT siret, arg_max(employeur_nom, contenu) FILTER (employeur_nom IS NOT NULL), budget, min(nullif(trim(budget_libelle), '')), periode
            FROM volume_visible WHERE NOT entete_seul GROUP BY siret, budget, periode ORDER BY siret, budget, periode DESC
            """)
            .Lire(r => (Siret: r.TexteSur(), Nom: r.Texte(), Budget: r.TexteSur(), Libelle: r.Texte(), Mois: MoisDePaye.FromCle(r.Entier())))
            .GroupBy(v => v.Siret)
            .Select(g => new Collectivite(
                g.Key,
                g.MaxBy(v => v.Mois).Nom ?? g.FirstOrDefault(v => v.Nom is not null).Nom,
                [.. g.GroupBy(v => v.Budget).Select(b => new BudgetDeCollectivite(b.Key, b.FirstOrDefault(v => v.Libelle is not null).Libelle, [.. b.Select(v => v.Mois)]))]))
            .OrderBy(c => c.Nom ?? c.Siret, StringComparer.CurrentCultureIgnoreCase).ThenBy(c => c.Siret, StringComparer.Ordinal)];
}

/// <summary>An employer.</summary>
/// <param name="Nom">As its latest file writes it; null when none does.</param>
public sealed record Collectivite(string Siret, string? Nom, IReadOnlyList<BudgetDeCollectivite> Budgets)
{
    /// <summary>Its months of pay, the latest first.</summary>
    public IReadOnlyList<MoisDePaye> Mois { get; } = [.. Budgets.SelectMany(b => b.Mois).Distinct().OrderDescending()];
}

/// <summary>One budget of an employer.</summary>
/// <param name="Cle">"" for what names no budget.</param>
/// <param name="Mois">Its months of pay, the latest first.</param>
public sealed record BudgetDeCollectivite(string Cle, string? Libelle, IReadOnlyList<MoisDePaye> Mois);
