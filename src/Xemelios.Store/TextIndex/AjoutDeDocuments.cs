using Microsoft.Data.Sqlite;

namespace Xemelios.Store.TextIndex;

/// <summary>Adds documents within the writer's transaction; one whose key is known is left alone.</summary>
internal sealed class AjoutDeDocuments(SqliteConnection connexion) : IDisposable
{
    private readonly SqliteCommand agent = Preparer(connexion, """
        INSERT INTO agent(siret, matricule, nom, prenom, emploi, grade, service) VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT DO NOTHING RETURNING id
        """, 7);

    private readonly SqliteCommand motsDeLAgent = Preparer(connexion, """
        INSERT INTO mots_agent(rowid, matricule, nom, prenom, emploi, grade, service, identite) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        """, 8);

    private readonly SqliteCommand page = Preparer(connexion, """
        INSERT INTO page(empreinte, page, texte) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING id
        """, 3);

    private readonly SqliteCommand motsDeLaPage = Preparer(connexion, "INSERT INTO mots_page(rowid, texte) VALUES ($1, $2)", 2);

    public void Ajouter(DocumentDAgent document)
    {
        string[] champs = [document.Matricule, document.Nom, document.Prenom, document.Emploi, document.Grade, document.Service];
        if (Executer(agent, [document.Siret, .. champs]) is not { } id)
            return;
        var mots = Array.ConvertAll(champs, TexteIndexable.Normaliser);
        Executer(motsDeLAgent, [id, .. mots, $"{mots[1]} {mots[2]} {mots[1]}"]);
    }

    public void Ajouter(DocumentDePiece document)
    {
        var texte = TexteIndexable.Normaliser(document.Texte);
        if (Executer(page, [document.Empreinte, document.Page, texte]) is { } id)
            Executer(motsDeLaPage, [id, texte]);
    }

    public void Dispose()
    {
        agent.Dispose();
        motsDeLAgent.Dispose();
        page.Dispose();
        motsDeLaPage.Dispose();
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
