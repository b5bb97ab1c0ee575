using System.Data.Common;

namespace Xemelios.Query.Matieres;

/// <summary>Lays out what an employer gives beside his pay: one temporary table each, empty when it was not given.</summary>
internal static class TablesFournies
{
    public static void Poser(DbConnection connexion, IReadOnlyCollection<TableFournie> fournies)
    {
        foreach (var table in TableAFournir.Toutes)
        {
            Executer(connexion, $"CREATE OR REPLACE TEMP TABLE fourni_{table.Nom} ({string.Join(", ", table.Colonnes.Select(c => $"{c.Nom} {Type(c.Sorte)}"))})");
            foreach (var ligne in fournies.Where(f => f.Table.Nom == table.Nom).SelectMany(f => f.Lignes))
                Inserer(connexion, table, ligne);
        }
    }

    private static string Type(SorteDeColonne sorte) => sorte switch
    {
        SorteDeColonne.Nombre => "DECIMAL(18,4)",
        SorteDeColonne.Date => "DATE",
        _ => "VARCHAR",
    };

    private static void Inserer(DbConnection connexion, TableAFournir table, IReadOnlyList<string?> ligne)
    {
        using var commande = connexion.CreateCommand();
        commande.CommandText = $"INSERT INTO fourni_{table.Nom} VALUES ({string.Join(", ", table.Colonnes.Select((c, i) => $"CAST($v{i} AS {Type(c.Sorte)})"))})";
        for (var i = 0; i < ligne.Count; i++)
            PerimetreSql.Ajouter(commande, $"v{i}", ligne[i]);
        commande.ExecuteNonQuery();
    }

    private static void Executer(DbConnection connexion, string sql)
    {
        using var commande = connexion.CreateCommand();
        commande.CommandText = sql;
        commande.ExecuteNonQuery();
    }
}
