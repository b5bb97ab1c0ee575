using Microsoft.Data.Sqlite;

namespace Xemelios.Store.TextIndex;

/// <summary>FTS5 itself cuts and folds what somebody typed, in a temporary table, so that questions are read as pages are.</summary>
/// <remarks>Nothing of what was typed reaches the FTS5 query language but words that this tokenizer yielded.</remarks>
internal static class DecoupageFts
{
    private const string CreerLaSaisie = $"""
        CREATE VIRTUAL TABLE temp.saisie USING fts5(texte, tokenize = '{IndexSchema.Tokenizer}');
        CREATE VIRTUAL TABLE temp.mots_saisis USING fts5vocab(temp, saisie, instance);
        """;

    /// <summary>The words of each part. The connection must be of one use: it gets a temporary table.</summary>
    public static List<string[]> Decouper(SqliteConnection connexion, string[] parties)
    {
        using var commande = connexion.CreateCommand();
        commande.CommandText = CreerLaSaisie;
        commande.ExecuteNonQuery();

        commande.CommandText = "INSERT INTO temp.saisie(rowid, texte) VALUES ($rang, $texte)";
        var rang = commande.Parameters.Add("$rang", SqliteType.Integer);
        var texte = commande.Parameters.Add("$texte", SqliteType.Text);
        for (var i = 0; i < parties.Length; i++)
        {
            (rang.Value, texte.Value) = (i, parties[i]);
            commande.ExecuteNonQuery();
        }

        var mots = parties.Select(_ => new List<string>()).ToList();
        commande.Parameters.Clear();
        commande.CommandText = """SELECT doc, term FROM temp.mots_saisis ORDER BY doc, "offset" """;
        using var lecteur = commande.ExecuteReader();
        while (lecteur.Read())
            mots[lecteur.GetInt32(0)].Add(lecteur.GetString(1));
        return mots.ConvertAll(partie => partie.ToArray());
    }
}
