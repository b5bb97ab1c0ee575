using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.EtatsLiquidatifs;

namespace Xemelios.Query.Graphiques;

/// <summary>What an employer pays month after month, by nature: gross and employer's share, from the totals made at import.</summary>
/// <param name="Budget">Its code, any spelling; "" for what has none, null for all.</param>
public sealed record MasseSalarialeQuestion(string Siret, string? Budget = null)
{
    /// <summary>The months shown: two years, so that each has the one that it is compared to.</summary>
    public const int PlusDeMois = 24;

    /// <summary>Natures that have a colour and a pattern of their own: beyond that they are brought together.</summary>
    private const int PlusDeNatures = 6;

    public MasseSalariale Executer(DbConnection connexion, Perimetre perimetre)
    {
        var sommes = new Requete(connexion, perimetre, """
            SELECT t.periode, t.nature, sum(t.montant) FILTER (t.est_brut), sum(t.montant) FILTER (t.est_cotisation)
            FROM total_de_paye t
            WHERE (t.est_brut OR t.est_cotisation) AND t.contenu IN (
                SELECT v.contenu FROM volume_visible v WHERE v.siret = $siret AND ($budget::VARCHAR IS NULL OR v.budget = $budget))
            GROUP BY t.periode, t.nature ORDER BY t.periode, t.nature
            """).Avec("siret", Siret).Avec("budget", Budget is null ? null : CodeBudget.Cle(Budget))
            .Lire(r => new Somme(MoisDePaye.FromCle(r.Entier()), r.Texte(), r.Somme(), r.Somme()));
        var mois = sommes.Select(s => s.Mois).Distinct().OrderDescending().Take(PlusDeMois).Order().ToList();
        sommes.RemoveAll(s => !mois.Contains(s.Mois));
        var libelles = new LectureDesFaits(connexion, perimetre, Siret, mois: null).Natures().Where(n => n.Libelle is not null)
            .GroupBy(n => n.Code).ToDictionary(g => g.Key, g => g.First().Libelle);
        var series = Series(sommes, libelles).ToList();
        return new MasseSalariale(series, [.. mois.Select(m => DuMois(m, [.. sommes.Where(s => s.Mois == m)], series))]);
    }

    private static IEnumerable<SerieDeNature> Series(List<Somme> sommes, Dictionary<string, string?> libelles)
    {
        var natures = sommes.Where(s => s.Nature is not null).GroupBy(s => s.Nature!)
            .OrderByDescending(g => g.Sum(s => Math.Abs((s.Brut + s.Charges).Centimes))).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key).ToList();
        var seules = natures.Count <= PlusDeNatures + 1 ? natures.Count : PlusDeNatures;
        foreach (var nature in natures.Take(seules))
            yield return new SerieDeNature(nature, libelles.GetValueOrDefault(nature), [nature]);
        if (natures.Count > seules)
            yield return new SerieDeNature("Autres natures", null, [.. natures.Skip(seules).Order(StringComparer.Ordinal)]);
        if (sommes.Exists(s => s.Nature is null))
            yield return new SerieDeNature("Sans nature", null, []);
    }

    private static MasseDuMois DuMois(MoisDePaye mois, List<Somme> sommes, List<SerieDeNature> series) => new(
        mois, Montant(sommes.Select(s => s.Brut)), Montant(sommes.Select(s => s.Charges)),
        [.. series.Select(serie => Montant(sommes.Where(s => s.Nature is null ? serie.Natures.Count == 0 : serie.Natures.Contains(s.Nature)).Select(s => s.Brut + s.Charges)))]);

    private static Montant Montant(IEnumerable<Montant> montants) => montants.Aggregate(Domain.Valeurs.Montant.Zero, (a, b) => a + b);

    private sealed record Somme(MoisDePaye Mois, string? Nature, Montant Brut, Montant Charges);
}

/// <summary>The months, in order, each with one amount for each series.</summary>
public sealed record MasseSalariale(IReadOnlyList<SerieDeNature> Series, IReadOnlyList<MasseDuMois> Mois);

/// <summary>One nature, those that are brought together, or what has none.</summary>
/// <param name="Natures">Empty for what has none.</param>
public sealed record SerieDeNature(string Nom, string? Libelle, IReadOnlyList<string> Natures);

/// <summary>One month: gross plus contributions is the sum of the series.</summary>
public sealed record MasseDuMois(MoisDePaye Mois, Montant Brut, Montant Charges, IReadOnlyList<Montant> ParSerie)
{
    public Montant Total => Brut + Charges;
}
