using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.Graphiques;

/// <summary>How the gross of the bulletins of a month is spread: counts by range, quartiles, and no one's name.</summary>
/// <param name="Budget">Its code, any spelling; "" for what has none, null for all.</param>
public sealed record DistributionDuBrutQuestion(string Siret, MoisDePaye Mois, string? Budget = null)
{
    private const long Euro = 100;
    private const int PlusDeTranches = 15;
    private static readonly long[] Pas = [50, 100, 200, 250, 500, 1000, 2000, 5000, 10_000, 50_000];

    /// <summary>Null when the month has no bulletin.</summary>
    public DistributionDuBrut? Executer(DbConnection connexion, Perimetre perimetre)
    {
        var resume = Requete(connexion, perimetre, """
            SELECT count(*), min(brut), quantile_disc(brut, 0.25), quantile_disc(brut, 0.5), quantile_disc(brut, 0.75), max(brut), sum(brut), quantile_disc(brut, 0.95) FROM paye
            """).Lire(r => (Nombre: r.Entier(), Min: r.Somme(), Q1: r.Somme(), Mediane: r.Somme(), Q3: r.Somme(), Max: r.Somme(), Total: r.Somme(), Haut: r.Somme()))[0];
        if (resume.Nombre == 0)
            return null;
        var pas = Array.Find(Pas, p => resume.Haut.Centimes / (p * Euro) < PlusDeTranches) is > 0 and var trouve ? trouve * Euro : Pas[^1] * Euro;
        var tranches = Requete(connexion, perimetre, """
            SELECT CASE WHEN brut < 0 THEN -1 ELSE least((brut * 100)::BIGINT // $pas, $derniere) END AS rang, count(*) FROM paye GROUP BY rang ORDER BY rang
            """).Avec("pas", pas).Avec("derniere", (long)PlusDeTranches).Lire(r => (Rang: r.Entier(), Nombre: r.Entier())).ToDictionary(t => t.Rang, t => t.Nombre);
        return new DistributionDuBrut(resume.Nombre, resume.Min, resume.Q1, resume.Mediane, resume.Q3, resume.Max, Moyenne(resume.Total, resume.Nombre), [.. Tranches(tranches, pas)]);
    }

    // Empty ranges between two that are not are shown: a hole says something.
    private static IEnumerable<TrancheDeBrut> Tranches(Dictionary<int, int> nombres, long pas)
    {
        if (nombres.TryGetValue(-1, out var negatifs))
            yield return new TrancheDeBrut(null, Montant.Zero, negatifs);
        var rangs = nombres.Keys.Where(r => r >= 0).ToList();
        if (rangs.Count == 0)
            yield break;
        for (var rang = rangs.Min(); rang <= rangs.Max(); rang++)
            yield return new TrancheDeBrut(new Montant(rang * pas), rang == PlusDeTranches ? null : new Montant((rang + 1) * pas), nombres.GetValueOrDefault(rang));
    }

    private static Montant Moyenne(Montant total, int nombre) => Montant.FromDecimal(decimal.Round(total.ToDecimal() / nombre, 2, MidpointRounding.AwayFromZero));

    private Requete Requete(DbConnection connexion, Perimetre perimetre, string sql) => new Requete(connexion, perimetre, $"""
        , paye AS (
            SELECT coalesce(p.brut, p.brut_lignes, 0) AS brut FROM paye_individuelle p JOIN volume_visible v ON v.contenu = p.contenu
            WHERE v.siret = $siret AND v.periode = $periode AND ($budget::VARCHAR IS NULL OR v.budget = $budget))
        {sql}
        """).Avec("siret", Siret).Avec("periode", Mois.Cle).Avec("budget", Budget is null ? null : CodeBudget.Cle(Budget));
}

/// <summary>The spread of the gross of a month, bulletin by bulletin.</summary>
/// <param name="Mediane">A gross that some bulletin has: half of them have no more.</param>
public sealed record DistributionDuBrut(
    int Bulletins, Montant Min, Montant Q1, Montant Mediane, Montant Q3, Montant Max, Montant Moyenne, IReadOnlyList<TrancheDeBrut> Tranches);

/// <summary>The bulletins whose gross is at least <paramref name="De"/> and less than <paramref name="A"/>; null for no bound.</summary>
public sealed record TrancheDeBrut(Montant? De, Montant? A, int Bulletins);
