using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Xemelios.Store.TextIndex;

/// <summary>Takes pieces out of the text index, so that nothing of their words stays in its file.</summary>
internal static class RetraitDePages
{
    /// <summary>Removes all pages but those of these pieces; false when there was nothing to remove.</summary>
    public static bool NeGarderQue(SqliteConnection ecrivain, IReadOnlySet<string> empreintes)
    {
        Executer(ecrivain, "PRAGMA secure_delete = ON");
        using (var transaction = ecrivain.BeginTransaction())
        {
            var gardees = ("$gardees", JsonSerializer.Serialize(empreintes));
            const string deTrop = "FROM page WHERE empreinte NOT IN (SELECT value FROM json_each($gardees))";
            if (Executer(ecrivain, $"INSERT INTO mots_page(mots_page, rowid, texte) SELECT 'delete', id, texte {deTrop}", gardees) == 0)
                return false;
            Executer(ecrivain, $"DELETE {deTrop}", gardees);
            // The deletion of a word is noted beside it until segments are merged: merged, neither is left.
            Executer(ecrivain, "INSERT INTO mots_page(mots_page) VALUES ('optimize')");
            transaction.Commit();
        }

        Executer(ecrivain, "PRAGMA wal_checkpoint(TRUNCATE)");
        return true;
    }

    private static int Executer(SqliteConnection connexion, string ordre, params ReadOnlySpan<(string Nom, string Valeur)> valeurs)
    {
        using var commande = connexion.CreateCommand();
        commande.CommandText = ordre;
        foreach (var (nom, valeur) in valeurs)
            commande.Parameters.AddWithValue(nom, valeur);
        return commande.ExecuteNonQuery();
    }
}
