using System.Data.Common;
using System.Globalization;
using Xemelios.Checks.Parametres;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Checks.Moteur;

/// <summary>Lays out the parameters for the rules: table <c>parametre</c>, one row a month and one column a parameter, and the exact arithmetic of pay.</summary>
internal static class TableDesParametres
{
    /// <summary>Rappels reach back to here.</summary>
    private const int PremiereAnnee = 2000;

    // DuckDB divides decimals into floating numbers: quotient() stays exact to eleven decimals, and au_centime() rounds half away from zero,
    // first to eight decimals so that what a division cut off does not move a half cent.
    private const string Arithmetique = """
        CREATE OR REPLACE TEMP MACRO quotient(n, d) AS
            CAST((CAST(CAST(n AS DECIMAL(26,6)) * 1000000 AS HUGEINT) * 100000) // CAST(d AS HUGEINT) AS DECIMAL(27,0)) * 0.00000000001;
        CREATE OR REPLACE TEMP MACRO au_centime(x) AS CAST(round(round(x, 8), 2) AS DECIMAL(14,2));
        CREATE OR REPLACE TEMP MACRO premier_jour(mois) AS make_date(mois // 100, mois % 100, 1);
        CREATE OR REPLACE TEMP MACRO dernier_jour(mois) AS last_day(make_date(mois // 100, mois % 100, 1))
        """;

    public static void Poser(DbConnection connexion, ParametresLegaux parametres, int derniereAnnee)
    {
        var mois = Enumerable.Range(PremiereAnnee, Math.Max(1, derniereAnnee - PremiereAnnee + 1)).SelectMany(a => Enumerable.Range(1, 12).Select(m => new MoisDePaye(a, m)));
        var rangees = mois.Select(m => $"({m.Cle}, {string.Join(", ", parametres.Tous.Select(p => Ecrire(p.Au(m)?.Valeur)))})");
        var colonnes = string.Join(", ", parametres.Tous.Select(p => $"{p.Nom}::DECIMAL(12,6) AS {p.Nom}"));
        Executer(connexion, Arithmetique);
        Executer(connexion, $"CREATE OR REPLACE TEMP TABLE parametre AS SELECT periode, {colonnes} FROM (VALUES {string.Join(", ", rangees)}) AS v(periode, {string.Join(", ", parametres.Tous.Select(p => p.Nom))})");
    }

    private static string Ecrire(decimal? valeur) => valeur?.ToString(CultureInfo.InvariantCulture) ?? "NULL";

    private static void Executer(DbConnection connexion, string sql)
    {
        using var commande = connexion.CreateCommand();
        commande.CommandText = sql;
        commande.ExecuteNonQuery();
    }
}
