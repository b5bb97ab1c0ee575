using System.Data.Common;
using System.Globalization;

namespace Xemelios.Store.Tables;

/// <summary>What the tables hold of one exercice of a budget.</summary>
/// <param name="Siret">As the files write it; '' for those that give none.</param>
/// <param name="Budget">Key of the budget, '' without budget.</param>
public sealed record ExercicePresent(string Siret, string Budget, int Exercice, int Bulletins, int Mandats);

/// <summary>Lists the exercices of pay and of mandats.</summary>
public static class ExercicesPresents
{
    private const string Sql = """
        SELECT siret, budget, exercice, sum(bulletins)::INTEGER, sum(mandats)::INTEGER FROM (
            SELECT e.siret, v.budget, v.periode // 100 AS exercice, v.bulletins, 0 AS mandats
            FROM volume v JOIN employeur e ON e.id = v.employeur WHERE v.remplace_par IS NULL
            UNION ALL
            SELECT coalesce(trim(f.id_coll), ''), coalesce(upper(regexp_replace(f.cod_bud, '\s', '', 'g')), ''), b.exercice, 0, count(m.id)
            FROM flux_pes f JOIN bordereau b ON b.contenu = f.contenu LEFT JOIN mandat m ON m.bordereau = b.id
            WHERE b.exercice IS NOT NULL GROUP BY b.id, 1, 2, 3)
        GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
        """;

    public static IReadOnlyList<ExercicePresent> Lire(DbConnection connexion)
    {
        using var commande = connexion.CreateCommand();
        commande.CommandText = Sql;
        using var lecteur = commande.ExecuteReader();
        var presents = new List<ExercicePresent>();
        while (lecteur.Read())
        {
            presents.Add(new ExercicePresent(
                lecteur.GetString(0), lecteur.GetString(1), Entier(lecteur, 2), Entier(lecteur, 3), Entier(lecteur, 4)));
        }

        return presents;
    }

    private static int Entier(DbDataReader lecteur, int colonne) => Convert.ToInt32(lecteur.GetValue(colonne), CultureInfo.InvariantCulture);
}
