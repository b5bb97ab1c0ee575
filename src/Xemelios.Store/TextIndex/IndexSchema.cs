using Microsoft.Data.Sqlite;

namespace Xemelios.Store.TextIndex;

/// <summary>Tables of the text index: documents with unique keys, their words, and the vocabulary of each.</summary>
internal static class IndexSchema
{
    public const string Tokenizer = "unicode61 remove_diacritics 2";

    /// <summary>To be raised when tables or normalisation change: an index of another version is fed again from the originals.</summary>
    private const long Version = 1;

    // identite holds name, first name, name: a quoted phrase may go from one to the other, in both orders.
    private const string Tables = $"""
        CREATE TABLE agent(
            id INTEGER PRIMARY KEY, siret TEXT NOT NULL, matricule TEXT NOT NULL, nom TEXT NOT NULL, prenom TEXT NOT NULL,
            emploi TEXT NOT NULL, grade TEXT NOT NULL, service TEXT NOT NULL,
            UNIQUE (siret, matricule, nom, prenom, emploi, grade, service));
        CREATE VIRTUAL TABLE mots_agent USING fts5(
            matricule, nom, prenom, emploi, grade, service, identite, content = '', tokenize = '{Tokenizer}');
        CREATE VIRTUAL TABLE vocabulaire_agent USING fts5vocab(mots_agent, row);

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
