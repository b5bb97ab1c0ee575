using Microsoft.Data.Sqlite;

namespace Xemelios.Store.TextIndex;

/// <summary>Tables of the text index: pages with unique keys, their words, and the vocabulary.</summary>
internal static class IndexSchema
{
    public const string Tokenizer = "unicode61 remove_diacritics 2";

    /// <summary>To be raised when tables or normalisation change: an index of another version is fed again from the originals.</summary>
    private const long Version = 2;

    private const string Tables = $"""
        CREATE TABLE page(
            id INTEGER PRIMARY KEY, empreinte TEXT NOT NULL, page INTEGER NOT NULL, texte TEXT NOT NULL, UNIQUE (empreinte, page));
        CREATE VIRTUAL TABLE mots_page USING fts5(texte, content = 'page', content_rowid = 'id', tokenize = '{Tokenizer}');
        CREATE VIRTUAL TABLE vocabulaire_page USING fts5vocab(mots_page, row);
        """;

    /// <summary>Creates the tables of a new file; refuses a file of another version or of another kind.</summary>
    public static void Preparer(SqliteConnection connexion, string chemin)
    {
        try
        {
            using var commande = connexion.CreateCommand();
            commande.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY";
            commande.ExecuteNonQuery();
            commande.CommandText = "PRAGMA user_version";
            var version = (long)commande.ExecuteScalar()!;
            if (version == 0)
                Creer(connexion);
            else if (version != Version)
                throw new IndexDeRechercheIllisibleException(chemin);
        }
        catch (SqliteException illisible)
        {
            throw new IndexDeRechercheIllisibleException(chemin, illisible);
        }
    }

    private static void Creer(SqliteConnection connexion)
    {
        using var transaction = connexion.BeginTransaction();
        using var commande = connexion.CreateCommand();
        commande.CommandText = $"{Tables} PRAGMA user_version = {Version};";
        commande.ExecuteNonQuery();
        transaction.Commit();
    }
}
