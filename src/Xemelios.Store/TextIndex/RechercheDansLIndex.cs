using Microsoft.Data.Sqlite;

namespace Xemelios.Store.TextIndex;

/// <summary>The two questions put to FTS5, best first, ties in the order of keys.</summary>
internal static class RechercheDansLIndex
{
    // bm25 levels off: weights must be far apart for a name to stay before a first name whatever the length of the document.
    private const string MeilleursAgents = """
        SELECT a.siret, a.matricule, a.nom, a.prenom, a.emploi, a.grade, a.service,
               -bm25(mots_agent, 100, 100, 10, 1, 1, 1, 0) AS score
        FROM mots_agent JOIN agent a ON a.id = mots_agent.rowid
        WHERE mots_agent MATCH $expression
        ORDER BY score DESC, a.siret, a.matricule, a.nom, a.prenom, a.emploi, a.grade, a.service
        LIMIT $limite
        """;

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

    public static List<AgentTrouve> Agents(SqliteConnection connexion, string expression, int limite)
    {
        using var commande = Preparer(connexion, MeilleursAgents, expression, limite);
        using var lecteur = commande.ExecuteReader();
        var trouves = new List<AgentTrouve>();
        while (lecteur.Read())
        {
            trouves.Add(new(
                new(lecteur.GetString(0), lecteur.GetString(1), lecteur.GetString(2), lecteur.GetString(3),
                    lecteur.GetString(4), lecteur.GetString(5), lecteur.GetString(6)),
                lecteur.GetDouble(7)));
        }

        return trouves;
    }

    public static List<PageTrouvee> Pages(SqliteConnection connexion, string expression, int limite)
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
