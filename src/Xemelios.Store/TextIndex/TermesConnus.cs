using Microsoft.Data.Sqlite;

namespace Xemelios.Store.TextIndex;

/// <summary>All words of the pages, kept from one search to the next.</summary>
/// <remarks>fts5vocab reads the whole index to list them. Pages are added: as long as the last one is the same, so
/// are the words, unless some were removed.</remarks>
internal sealed class TermesConnus
{
    private Lecture? derniere;

    /// <summary>The words that the connection's transaction sees.</summary>
    public IReadOnlyList<string> Lire(SqliteConnection connexion, CancellationToken annulation)
    {
        using var commande = connexion.CreateCommand();
        commande.CommandText = "SELECT ifnull(max(id), 0) FROM page";
        var dernierePage = (long)commande.ExecuteScalar()!;
        var connus = Volatile.Read(ref derniere);
        if (connus?.DernierePage == dernierePage)
            return connus.Termes;
        var termes = new List<string>();
        commande.CommandText = "SELECT term FROM vocabulaire_page";
        using var lecteur = commande.ExecuteReader();
        while (lecteur.Read())
        {
            annulation.ThrowIfCancellationRequested();
            termes.Add(lecteur.GetString(0));
        }

        Volatile.Write(ref derniere, new(dernierePage, termes));
        return termes;
    }

    /// <summary>Pages were removed.</summary>
    public void Oublier() => Volatile.Write(ref derniere, null);

    private sealed record Lecture(long DernierePage, IReadOnlyList<string> Termes);
}
