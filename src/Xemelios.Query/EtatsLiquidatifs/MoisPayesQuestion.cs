using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.EtatsLiquidatifs;

/// <summary>The months that hold an état of an employer's budget, in order: what "month before" and "month after" lead to.</summary>
/// <param name="Budget">The code, any spelling; "" for the états without budget.</param>
/// <param name="Train">The train, "" for the one without a name; null for any.</param>
public sealed record MoisPayesQuestion(string Siret, string Budget, string? Train = null)
{
    public IReadOnlyList<MoisDePaye> Executer(DbConnection connexion, Perimetre perimetre) =>
        new Requete(connexion, perimetre, """
            SELECT DISTINCT v.periode FROM volume_visible v
            WHERE v.siret = $siret AND v.budget = $budget AND NOT v.entete_seul
              AND ($train::VARCHAR IS NULL OR upper(v.train) = upper($train))
            ORDER BY v.periode
            """).Avec("siret", Siret).Avec("budget", CodeBudget.Cle(Budget)).Avec("train", Train?.Trim())
            .Lire(r => MoisDePaye.FromCle(r.Entier()));
}
