using Microsoft.Data.Sqlite;

namespace Xemelios.Store.TextIndex;

/// <summary>All words of one of the two tables, kept from one search to the next.</summary>
/// <remarks>fts5vocab reads the whole index to list them. Documents are only ever added: as long as the last one is the same, so
/// are the words.</remarks>
internal sealed class TermesConnus(string documents, string vocabulaire)
{
    private Lecture? derniere;

    /// <summary>The fts5vocab table.</summary>
    public string Table => vocabulaire;

    /// <summary>The words that the connection's transaction sees.</summary>
    public IReadOnlyList<string> Lire(SqliteConnection connexion, CancellationToken annulation)
    {
        using var commande = connexion.CreateCommand();
        commande.CommandText = $"SELECT ifnull(max(id), 0) FROM {documents}";
        var dernierDocument = (long)commande.ExecuteScalar()!;
        var connus = Volatile.Read(ref derniere);
        if (connus?.DernierDocument == dernierDocument)
            return connus.Termes;
        var termes = new List<string>();
        commande.CommandText = $"SELECT term FROM {vocabulaire}";
        using var lecteur = commande.ExecuteReader();
        while (lecteur.Read())
        {
            annulation.ThrowIfCancellationRequested();
            termes.Add(lecteur.GetString(0));
        }

        Volatile.Write(ref derniere, new(dernierDocument, termes));
        return termes;
    }

    private sealed record Lecture(long DernierDocument, IReadOnlyList<string> Termes);
}
