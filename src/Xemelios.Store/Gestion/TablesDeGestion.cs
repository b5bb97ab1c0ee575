using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Xemelios.Store.Gestion;

/// <summary>Some tables of gestion.db, made when they are first needed: an import never needs them.</summary>
/// <param name="fichier">Path of gestion.db.</param>
/// <param name="tables">Statements that make the tables where they are missing.</param>
public abstract class TablesDeGestion(string fichier, string tables)
{
    private readonly string _connexion = new SqliteConnectionStringBuilder { DataSource = fichier, Pooling = false }.ConnectionString;
    private readonly Lock _ecriture = new();
    private bool _pretes;

    protected static string EnTexte(DateTimeOffset le) => le.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    protected static DateTimeOffset Date(string texte) => DateTimeOffset.ParseExact(texte, "O", CultureInfo.InvariantCulture);

    protected static string? Texte(SqliteDataReader lecteur, int colonne) => lecteur.IsDBNull(colonne) ? null : lecteur.GetString(colonne);

    protected List<T> Lire<T>(string sql, Func<SqliteDataReader, T> lire, params (string Nom, object? Valeur)[] valeurs)
    {
        using var connexion = Ouvrir();
        using var commande = Commande(connexion, sql, valeurs);
        using var lecteur = commande.ExecuteReader();
        var lues = new List<T>();
        while (lecteur.Read())
            lues.Add(lire(lecteur));
        return lues;
    }

    /// <summary>Writes; the number of rows written.</summary>
    protected int Executer(string sql, params (string Nom, object? Valeur)[] valeurs)
    {
        lock (_ecriture)
        {
            using var connexion = Ouvrir();
            using var commande = Commande(connexion, sql, valeurs);
            return commande.ExecuteNonQuery();
        }
    }

    /// <summary>Writes; the first value that the statement returns, null when it returns none.</summary>
    protected object? Donner(string sql, params (string Nom, object? Valeur)[] valeurs)
    {
        lock (_ecriture)
        {
            using var connexion = Ouvrir();
            using var commande = Commande(connexion, sql, valeurs);
            return commande.ExecuteScalar();
        }
    }

    private static SqliteCommand Commande(SqliteConnection connexion, string sql, params (string Nom, object? Valeur)[] valeurs)
    {
        var commande = connexion.CreateCommand();
        commande.CommandText = sql;
        foreach (var (nom, valeur) in valeurs)
            commande.Parameters.AddWithValue($"${nom}", valeur ?? DBNull.Value);
        return commande;
    }

    private SqliteConnection Ouvrir()
    {
        var connexion = new SqliteConnection(_connexion);
        connexion.Open();
        if (!_pretes)
        {
            using var commande = Commande(connexion, tables);
            commande.ExecuteNonQuery();
            _pretes = true;
        }

        return connexion;
    }
}
