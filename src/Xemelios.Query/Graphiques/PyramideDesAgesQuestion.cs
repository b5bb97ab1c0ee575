using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.Graphiques;

/// <summary>The agents of a month by age and sex, as their NIR gives them: the format has neither birth date nor sex (format page §2).</summary>
/// <remarks>Age at 31 December = year − (1900 + figures 2–3 of the NIR), less 100 above 99; men 1, 3, 7, women 2, 4, 8. To whoever does not see
/// the NIR, a count from 1 to 4 is not told, nor the least of the others when one alone would be found from their sum.</remarks>
/// <param name="Budget">Its code, any spelling; "" for what has none, null for all.</param>
public sealed record PyramideDesAgesQuestion(string Siret, MoisDePaye Mois, string? Budget = null)
{
    private const int Jeune = 15;
    private const int Age = 79;
    private const int Largeur = 5;
    private const int PetitEffectif = 5;
    private static readonly string[] Sexes = ["H", "F"];

    public PyramideDesAges Executer(DbConnection connexion, Perimetre perimetre)
    {
        var lus = new Requete(connexion, perimetre, """
            , sien AS (
                SELECT max(regexp_replace(a.nir, '\s', '', 'g')) AS nir
                FROM paye_individuelle p JOIN agent a ON a.id = p.agent JOIN volume_visible v ON v.contenu = p.contenu
                WHERE v.siret = $siret AND v.periode = $periode AND ($budget::VARCHAR IS NULL OR v.budget = $budget)
                GROUP BY coalesce(a.matricule, '#' || a.id)),
            lu AS (
                SELECT CASE WHEN left(nir, 1) IN ('1', '3', '7') THEN 'H' WHEN left(nir, 1) IN ('2', '4', '8') THEN 'F' END AS sexe,
                       $annee - (1900 + CASE WHEN regexp_matches(nir, '^[0-9]{3}') THEN substr(nir, 2, 2)::INTEGER END) AS age
                FROM sien)
            SELECT sexe, CASE WHEN age > 99 THEN age - 100 ELSE age END AS age_lu, count(*) FROM lu GROUP BY ALL ORDER BY ALL
            """).Avec("siret", Siret).Avec("periode", Mois.Cle).Avec("budget", Budget is null ? null : CodeBudget.Cle(Budget)).Avec("annee", Mois.Annee)
            .Lire(r => (Sexe: r.Texte(), Age: r.EntierOuNul(), Nombre: r.Entier()));
        var ages = lus.Where(l => l is { Sexe: not null, Age: >= Jeune and <= Age }).ToList();
        var tranches = Tranches([.. ages.Select(l => (l.Sexe!, l.Age!.Value, l.Nombre))]).ToList();
        return new PyramideDesAges(
            perimetre.Montre(DonneesProtegees.Nir) ? tranches : Taire(tranches), lus.Sum(l => l.Nombre), lus.Sum(l => l.Nombre) - ages.Sum(l => l.Nombre), !perimetre.Montre(DonneesProtegees.Nir));
    }

    private static IEnumerable<TrancheDAge> Tranches(IReadOnlyList<(string Sexe, int Age, int Nombre)> ages)
    {
        if (ages.Count == 0)
            yield break;
        var premiere = ages.Min(a => a.Age) / Largeur * Largeur;
        for (var de = premiere; de <= ages.Max(a => a.Age); de += Largeur)
        {
            var nombres = Sexes.Select(s => ages.Where(a => a.Sexe == s && a.Age >= de && a.Age < de + Largeur).Sum(a => a.Nombre)).ToList();
            yield return new TrancheDAge(de, de + Largeur - 1, nombres[0], nombres[1]);
        }
    }

    private static List<TrancheDAge> Taire(List<TrancheDAge> tranches)
    {
        var nombres = tranches.SelectMany(t => new[] { t.Hommes, t.Femmes }).OfType<int>().Where(n => n > 0).Order().ToList();
        var petits = nombres.Count(n => n < PetitEffectif);
        var tu = petits == 1 && nombres.Count > 1 ? nombres[1] : PetitEffectif - 1;
        return petits == 0 ? tranches : [.. tranches.Select(t => t with { Hommes = Dit(t.Hommes, tu), Femmes = Dit(t.Femmes, tu) })];
    }

    private static int? Dit(int? nombre, int tu) => nombre > 0 && nombre <= tu ? null : nombre;
}

/// <summary>The agents of a month by age.</summary>
/// <param name="Agents">Distinct matricules.</param>
/// <param name="SansAge">Those of them whose NIR gives no age from 15 to 79, or no sex.</param>
/// <param name="PetitsEffectifsTus">The reader does not see the NIR: small counts are not told.</param>
public sealed record PyramideDesAges(IReadOnlyList<TrancheDAge> Tranches, int Agents, int SansAge, bool PetitsEffectifsTus);

/// <summary>Ages, both bounds included; a count that is not told is null.</summary>
public sealed record TrancheDAge(int De, int A, int? Hommes, int? Femmes);
