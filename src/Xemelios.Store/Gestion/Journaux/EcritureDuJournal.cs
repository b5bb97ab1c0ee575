using System.Globalization;
using Microsoft.Data.Sqlite;
using Xemelios.Domain.Habilitations;

namespace Xemelios.Store.Gestion.Journaux;

/// <summary>The open connection that writes the journal: kept from one act to the next, since opening costs more than writing.</summary>
/// <remarks>Not safe for several threads: <see cref="Journal"/> holds the lock.</remarks>
internal sealed class EcritureDuJournal : IDisposable
{
    private const byte SorteDeTete = 2;

    private readonly SqliteConnection _connexion;
    private readonly FichierDesTetes _fichierDesTetes;
    private readonly SqliteCommand _derniere;
    private readonly SqliteCommand _ajout;

    /// <summary>Opens gestion.db and makes the tables where there are none.</summary>
    public EcritureDuJournal(string dossier)
    {
        _fichierDesTetes = new FichierDesTetes(Path.Combine(dossier, Journal.NomDuFichierDesTetes));
        _connexion = Ouvrir(Path.Combine(dossier, Journal.NomDeLaBase));
        try
        {
            // Each act is on the disk before it is done; in WAL that is one wait for the disk, and readers never stop the writer.
            Executer("PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON");
            EnTransaction(() => Existe(_connexion) ? 0 : Executer(TablesDuJournal.Creer));
            _fichierDesTetes.Completer(TetesApres);
            _derniere = Commande("SELECT rang, substr(le, 1, 10), empreinte FROM journal ORDER BY rang DESC LIMIT 1");
            _ajout = Commande(
                $"INSERT INTO journal (rang, {string.Join(", ", TablesDuJournal.Champs)}, precedente, empreinte) " +
                $"VALUES ($rang, {string.Join(", ", TablesDuJournal.Champs.Select(c => $"CAST(${c} AS TEXT)"))}, $precedente, $empreinte)");
            foreach (var nom in (string[])["rang", .. TablesDuJournal.Champs, "precedente", "empreinte"])
                _ajout.Parameters.Add(new SqliteParameter($"${nom}", DBNull.Value));
        }
        catch
        {
            _connexion.Dispose();
            throw;
        }
    }

    public SqliteConnection Connexion => _connexion;

    /// <summary>A connection on the base, which makes nothing.</summary>
    public static SqliteConnection Ouvrir(string fichier)
    {
        var connexion = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = fichier, Pooling = false, DefaultTimeout = 10 }.ConnectionString);
        connexion.Open();
        return connexion;
    }

    /// <summary>Writes an act after the last one, and the head of the day that it ends, if it ends one.</summary>
    public void Ajouter(Acte acte, DateTimeOffset le)
    {
        if (EnTransaction(() => Suivre(acte, le)))
            _fichierDesTetes.Completer(TetesApres);
    }

    /// <summary>The head of the journal as it is now; null when it is empty.</summary>
    public TeteDuJournal? PoserUneTete()
    {
        EnTransaction(() => Derniere() is { } derniere && PoserUneTete(derniere));
        _fichierDesTetes.Completer(TetesApres);
        return Tetes("ORDER BY numero DESC LIMIT 1").SingleOrDefault();
    }

    /// <summary>The heads kept, in their order.</summary>
    public IReadOnlyList<TeteDuJournal> Tetes(string suite = "ORDER BY numero")
    {
        using var commande = Commande($"SELECT jour, rang, nombre, empreinte FROM journal_tete {suite}");
        using var lecteur = commande.ExecuteReader();
        var tetes = new List<TeteDuJournal>();
        while (lecteur.Read())
            tetes.Add(new(DateOnly.ParseExact(lecteur.GetString(0), "yyyy-MM-dd", CultureInfo.InvariantCulture), lecteur.GetInt64(1), lecteur.GetInt64(2), Convert.ToHexStringLower(lecteur.GetFieldValue<byte[]>(3))));
        return tetes;
    }

    /// <summary>The seal of a head.</summary>
    public static byte[] SceauDeTete(long numero, byte[] precedente, string jour, long rang, long nombre, byte[] empreinte) =>
        Sceau.Calculer(SorteDeTete, numero, precedente, Sceau.Octets(jour), Sceau.Octets(rang), Sceau.Octets(nombre), empreinte);

    /// <summary>Does it all, or nothing of it.</summary>
    public T EnTransaction<T>(Func<T> faire)
    {
        Executer("BEGIN IMMEDIATE");
        try
        {
            var fait = faire();
            Executer("COMMIT");
            return fait;
        }
        catch
        {
            // The transaction that the base itself rolled back is no longer there.
            if (SQLitePCL.raw.sqlite3_get_autocommit(_connexion.Handle) == 0)
                Executer("ROLLBACK");
            throw;
        }
    }

    /// <summary>Inside a transaction: writes the act; true when it began a new day.</summary>
    public bool Suivre(Acte acte, DateTimeOffset le)
    {
        var derniere = Derniere();
        var rangee = RangeeDuJournal.Nouvelle((derniere?.Rang ?? 0) + 1, derniere?.Empreinte ?? Sceau.Origine, acte, le);
        // The clock may have gone back: another day, whichever, ends the one before.
        var tete = derniere is not null && derniere.Jour != rangee.Jour && PoserUneTete(derniere);
        Inserer(rangee);
        return tete;
    }

    public void Dispose()
    {
        _derniere.Dispose();
        _ajout.Dispose();
        _connexion.Dispose();
    }

    public SqliteCommand Commande(string sql, params (string Nom, object? Valeur)[] valeurs)
    {
        var commande = _connexion.CreateCommand();
        commande.CommandText = sql;
        foreach (var (nom, valeur) in valeurs)
            commande.Parameters.AddWithValue($"${nom}", valeur ?? DBNull.Value);
        return commande;
    }

    public int Executer(string sql, params (string Nom, object? Valeur)[] valeurs)
    {
        using var commande = Commande(sql, valeurs);
        return commande.ExecuteNonQuery();
    }

    /// <summary>The tables were made.</summary>
    public static bool Existe(SqliteConnection connexion)
    {
        using var commande = connexion.CreateCommand();
        commande.CommandText = "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'journal')";
        return (long)commande.ExecuteScalar()! == 1;
    }

    private Fin? Derniere()
    {
        using var lecteur = _derniere.ExecuteReader();
        return lecteur.Read() ? new Fin(lecteur.GetInt64(0), lecteur.GetString(1), lecteur.GetFieldValue<byte[]>(2)) : null;
    }

    private void Inserer(RangeeDuJournal rangee)
    {
        _ajout.Parameters[0].Value = rangee.Rang;
        for (var i = 0; i < rangee.Champs.Length; i++)
            _ajout.Parameters[i + 1].Value = (object?)rangee.Champs[i] ?? DBNull.Value;
        _ajout.Parameters[^2].Value = rangee.Precedente;
        _ajout.Parameters[^1].Value = rangee.Empreinte;
        _ajout.ExecuteNonQuery();
    }

    /// <summary>False when the last entry is a head already.</summary>
    private bool PoserUneTete(Fin derniere)
    {
        var (numero, rang, precedente) = DerniereTete();
        if (rang == derniere.Rang)
            return false;
        var nombre = derniere.Rang - rang;
        Executer(
            "INSERT INTO journal_tete (numero, jour, rang, nombre, empreinte, precedente, sceau) VALUES ($numero, $jour, $rang, $nombre, $empreinte, $precedente, $sceau)",
            ("numero", numero + 1), ("jour", derniere.Jour), ("rang", derniere.Rang), ("nombre", nombre), ("empreinte", derniere.Empreinte), ("precedente", precedente),
            ("sceau", SceauDeTete(numero + 1, precedente, derniere.Jour, derniere.Rang, nombre, derniere.Empreinte)));
        return true;
    }

    private (long Numero, long Rang, byte[] Sceau) DerniereTete()
    {
        using var commande = Commande("SELECT numero, rang, sceau FROM journal_tete ORDER BY numero DESC LIMIT 1");
        using var lecteur = commande.ExecuteReader();
        return lecteur.Read() ? (lecteur.GetInt64(0), lecteur.GetInt64(1), lecteur.GetFieldValue<byte[]>(2)) : (0, 0, Sceau.Origine);
    }

    private IReadOnlyList<TeteDuJournal> TetesApres(long rang) => Tetes($"WHERE rang > {rang} ORDER BY numero");

    private sealed record Fin(long Rang, string Jour, byte[] Empreinte);
}
