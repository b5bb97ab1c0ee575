using Microsoft.Data.Sqlite;

namespace Xemelios.Store.TextIndex;

/// <summary>What is asked of FTS5: pages that the reader may see, best first, ties in the order of keys.</summary>
internal sealed class RechercheDansLIndex
{
    private const string Visible = "piece_visible";

    private readonly SqliteConnection _connexion;
    private readonly string _filtre;

    /// <param name="visible">Whether the reader may see the piece of this fingerprint; null: he sees all.</param>
    public RechercheDansLIndex(SqliteConnection connexion, Func<string, bool>? visible)
    {
        (_connexion, ToutEstVisible) = (connexion, visible is null);
        _filtre = visible is null ? "" : $"AND {Visible}(p.empreinte)";
        if (visible is not null)
            connexion.CreateFunction(Visible, visible);
    }

    public bool ToutEstVisible { get; }

    // Apart from the ranking: an extract reads the whole page again, which only the pages that are kept deserve. The + keeps SQLite
    // from looking each page up on its own: that would gather the words of an unfinished one as many times.
    private const string Extraits = """
        SELECT rowid, snippet(mots_page, 0, '«', '»', '…', 24) FROM mots_page
        WHERE mots_page MATCH $expression AND +rowid IN (SELECT value FROM json_each($pages))
        """;

    public List<PageTrouvee> Chercher(string expression, int limite)
    {
        var classees = new List<(long Id, string Empreinte, int Page, double Score)>();
        using (var commande = Preparer(
            $"""
            SELECT p.id, p.empreinte, p.page, -bm25(mots_page) AS score
            FROM mots_page JOIN page p ON p.id = mots_page.rowid
            WHERE mots_page MATCH $expression {_filtre}
            ORDER BY score DESC, p.empreinte, p.page
            LIMIT $limite
            """, expression))
        {
            commande.Parameters.AddWithValue("$limite", limite);
            using var lecteur = commande.ExecuteReader();
            while (lecteur.Read())
                classees.Add((lecteur.GetInt64(0), lecteur.GetString(1), lecteur.GetInt32(2), lecteur.GetDouble(3)));
        }

        var extraits = LireLesExtraits(expression, classees.Select(page => page.Id));
        return classees.ConvertAll(page => new PageTrouvee(page.Empreinte, page.Page, extraits[page.Id], page.Score));
    }

    /// <summary>Whether a page matches.</summary>
    public bool Existe(string expression)
    {
        using var commande = Preparer($"SELECT EXISTS (SELECT 1 FROM mots_page JOIN page p ON p.id = mots_page.rowid WHERE mots_page MATCH $expression {_filtre})", expression);
        return (long)commande.ExecuteScalar()! == 1;
    }

    private Dictionary<long, string> LireLesExtraits(string expression, IEnumerable<long> pages)
    {
        using var commande = Preparer(Extraits, expression);
        commande.Parameters.AddWithValue("$pages", $"[{string.Join(',', pages)}]");
        using var lecteur = commande.ExecuteReader();
        var extraits = new Dictionary<long, string>();
        while (lecteur.Read())
            extraits.Add(lecteur.GetInt64(0), lecteur.GetString(1));
        return extraits;
    }

    private SqliteCommand Preparer(string question, string expression)
    {
        var commande = _connexion.CreateCommand();
        commande.CommandText = question;
        commande.Parameters.AddWithValue("$expression", expression);
        return commande;
    }
}
