using Microsoft.Data.Sqlite;

namespace Xemelios.Store.TextIndex;

/// <summary>Adds pages within the writer's transaction; one whose key is known is left alone.</summary>
internal sealed class AjoutDePages(SqliteConnection connexion) : IDisposable
{
    private readonly SqliteCommand page = Preparer(connexion, """
        INSERT INTO page(empreinte, page, texte) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING id
        """, 3);

    private readonly SqliteCommand mots = Preparer(connexion, "INSERT INTO mots_page(rowid, texte) VALUES ($1, $2)", 2);

    public void Ajouter(DocumentDePiece document)
    {
        var texte = TexteIndexable.Normaliser(document.Texte);
        if (Executer(page, [document.Empreinte, document.Page, texte]) is { } id)
            Executer(mots, [id, texte]);
    }

    public void Dispose()
    {
        page.Dispose();
        mots.Dispose();
    }

    private static object? Executer(SqliteCommand commande, object[] valeurs)
    {
        for (var i = 0; i < valeurs.Length; i++)
            commande.Parameters[i].Value = valeurs[i];
        return commande.ExecuteScalar();
    }

    private static SqliteCommand Preparer(SqliteConnection connexion, string ordre, int valeurs)
    {
        var commande = connexion.CreateCommand();
        commande.CommandText = ordre;
        for (var i = 1; i <= valeurs; i++)
            commande.Parameters.Add(new SqliteParameter($"${i}", null));
        return commande;
    }
}
