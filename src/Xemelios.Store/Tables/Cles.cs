using System.Globalization;
using Xemelios.DuckDb;

namespace Xemelios.Store.Tables;

/// <summary>Integer keys given by the single importer: one more than the last one stored.</summary>
internal static class Cles
{
    public static int Derniere(DuckDbConnection connexion, string table)
    {
        using var commande = connexion.CreateCommand();
        commande.CommandText = $"SELECT coalesce(max(id), 0) FROM {table}";
        return Convert.ToInt32(commande.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
