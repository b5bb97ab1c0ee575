using System.Globalization;
using Xemelios.DuckDb;

namespace Xemelios.Store.Tables;

/// <summary>Integer keys given by the single importer: one more than the last one stored, be it archived since.</summary>
internal static class Cles
{
    public static int Derniere(DuckDbConnection connexion, string table)
    {
        using var commande = connexion.CreateCommand();
        commande.CommandText = 
            $"SELECT greatest(coalesce((SELECT max(id) FROM {table}), 0), coalesce((SELECT max(cle) FROM cle_archivee WHERE nom = '{table}'), 0))";
        return Convert.ToInt32(commande.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
