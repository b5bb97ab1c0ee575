using Microsoft.Data.Sqlite;

namespace Xemelios.Store.TextIndex;

/// <summary>What is asked of FTS5: pages, best first, ties in the order of keys.</summary>
internal static class RechercheDansLIndex
{
    private const string MeilleuresPages = """
        SELECT p.id, p.empreinte, p.page, -bm25(mots_page) AS score
        FROM mots_page JOIN page p ON p.id = mots_page.rowid
        WHERE mots_page MATCH $expression
        ORDER BY score DESC, p.empreinte, p.page
        LIMIT $limite
        """;

    // Apart from the ranking: an extract reads the whole page again, which only the pages that are kept deserve. The + keeps SQLite
    // from looking each page up on its own: that would gather the words of an unfinished one as many times.
    private const string Extraits = """
        SELECT rowid, snippet(mots_page, 0, '«', '»', '…', 24) FROM mots_page
        WHERE mots_page MATCH $expression AND +rowid IN (SELECT value FROM json_each($pages))
        """;

    public static List<PageTrouvee> Chercher(SqliteConnection connexion, string expression, int limite)
    {
        var classees = new List<(long Id, string Empreinte, int Page, double Score)>();
        using (var commande = Preparer(connexion, MeilleuresPages, expression, limite))
        {
            using var lecteur = commande.ExecuteReader();
            while (lecteur.Read())
                classees.Add((lecteur.GetInt64(0), lecteur.GetString(1), lecteur.GetInt32(2), lecteur.GetDouble(3)));
        }

        var extraits = LireLesExtraits(connexion, expression, classees.Select(page => page.Id));
        return classees.ConvertAll(page => new PageTrouvee(page.Empreinte, page.Page, extraits[page.Id], page.Score));
    }

    private static Dictionary<long, string> LireLesExtraits(SqliteConnection connexion, string expression, IEnumerable<long> pages)
    {
        using var commande = connexion.CreateCommand();
        commande.CommandText = Extraits;
        commande.Parameters.AddWithValue("$expression", expression);
        commande.Parameters.AddWithValue("$pages", $"[{string.Join(',', pages)}]");
        using var lecteur = commande.ExecuteReader();
        var extraits = new Dictionary<long, string>();
        while (lecteur.Read())
            extraits.Add(lecteur.GetInt64(0), lecteur.GetString(1));
        return extraits;
    }

    private static SqliteCommand Preparer(SqliteConnection connexion, string question, string expression, int limite)
    {
        var commande = connexion.CreateCommand();
        commande.CommandText = question;
        commande.Parameters.AddWithValue("$expression", expression);
        commande.Parameters.AddWithValue("$limite", limite);
        return commande;
    }
}
