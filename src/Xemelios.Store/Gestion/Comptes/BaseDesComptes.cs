using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Xemelios.Store.Gestion.Comptes;

/// <summary>Where the accounts are kept: gestion.db of the data folder, or a PostgreSQL base that several nodes share.</summary>
/// <remarks>Nothing is opened nor built before the first use: an import does not pay for accounts. Writers go one at a time.</remarks>
[SuppressMessage("Reliability", "CA1001", Justification = "The wait handle of the semaphore is never asked for: there is nothing to dispose of.")]
public sealed class BaseDesComptes
{
    private const string Historique = "historique_des_comptes";
    private readonly SemaphoreSlim _ecriture = new(1, 1);
    private readonly Lock _ouverture = new();
    private readonly string? _sqlite;
    private readonly string? _postgresql;
    private readonly DbContextOptions<ContexteDeGestion> _options;
    private bool _prete;

    /// <param name="dossier">The data folder: gestion.db, the key of secrets, the list of forbidden passwords.</param>
    /// <param name="postgresql">Connection string of a PostgreSQL base; null for gestion.db.</param>
    public BaseDesComptes(string dossier, string? postgresql = null)
    {
        Dossier = dossier;
        var options = new DbContextOptionsBuilder<ContexteDeGestion>();
        if (postgresql is { Length: > 0 })
        {
            _postgresql = postgresql;
            options.UseNpgsql(postgresql, npgsql => npgsql.MigrationsHistoryTable(Historique));
        }
        else
        {
            // The time-out is how long a writer waits for another connection to be done.
            _sqlite = new SqliteConnectionStringBuilder { DataSource = Path.Combine(dossier, "gestion.db"), ForeignKeys = true, DefaultTimeout = 30 }.ConnectionString;
            options.UseSqlite(_sqlite, sqlite => sqlite.MigrationsHistoryTable(Historique));
        }

        _options = options.Options;
    }

    /// <summary>The data folder.</summary>
    public string Dossier { get; }

    /// <summary>A context of its own, for one unit of work; the tables are made or brought up to date by the first.</summary>
    public ContexteDeGestion Ouvrir()
    {
        lock (_ouverture)
        {
            if (!_prete)
                Preparer();
            _prete = true;
        }

        return new ContexteDeGestion(_options);
    }

    /// <summary>How many postes comptables were declared. In gestion.db nothing is built to know it: every command asks.</summary>
    internal int NombreDePostes()
    {
        if (_sqlite is not null)
            return ATable(_sqlite, "poste_comptable") ? Compter(_sqlite, "SELECT count(*) FROM poste_comptable") : 0;
        using var contexte = Ouvrir();
        return contexte.Postes.Count();
    }

    /// <summary>Somebody has an account. Where gestion.db has no table of accounts, nothing is built to know it.</summary>
    public bool ExisteUnCompte()
    {
        if (_sqlite is not null && !ATable(_sqlite, "compte"))
            return false;
        using var contexte = Ouvrir();
        return contexte.Comptes.Any();
    }

    /// <summary>Lets go of gestion.db or of the server. The folder owns the base: no container that hands it out may dispose of it.</summary>
    public void Fermer()
    {
        if (_sqlite is not null)
        {
            using var connexion = new SqliteConnection(_sqlite);
            SqliteConnection.ClearPool(connexion);
        }
        else
        {
            using var connexion = new NpgsqlConnection(_postgresql);
            NpgsqlConnection.ClearPool(connexion);
        }
    }

    /// <summary>Reads, in a context that follows no change.</summary>
    internal async Task<T> LireAsync<T>(Func<ContexteDeGestion, Task<T>> lecture)
    {
        await using var contexte = Ouvrir();
        contexte.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTrackingWithIdentityResolution;
        return await lecture(contexte);
    }

    /// <summary>Checks, journals and writes while nobody else writes.</summary>
    /// <remarks>The journal may live in the same base: it is written before the transaction of the change begins, never inside.</remarks>
    internal async Task<T> EcrireAsync<T>(Func<ContexteDeGestion, Task<T>> ecriture)
    {
        await _ecriture.WaitAsync();
        try
        {
            await using var contexte = Ouvrir();
            return await ecriture(contexte);
        }
        finally
        {
            _ecriture.Release();
        }
    }

    /// <summary>While the scope lasts nobody else writes: for what goes through the stores of Identity.</summary>
    internal async Task<IDisposable> EcrireSeulAsync()
    {
        await _ecriture.WaitAsync();
        return new Tour(_ecriture);
    }

    private static bool ATable(string connexionALaBase, string table) =>
        Compter(connexionALaBase, "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = $table", ("$table", table)) > 0;

    private static int Compter(string connexionALaBase, string sql, params (string Nom, string Valeur)[] valeurs)
    {
        using var connexion = new SqliteConnection(connexionALaBase);
        connexion.Open();
        using var commande = connexion.CreateCommand();
        commande.CommandText = sql;
        foreach (var (nom, valeur) in valeurs)
            commande.Parameters.AddWithValue(nom, valeur);
        return Convert.ToInt32(commande.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private void Preparer()
    {
        using var contexte = new ContexteDeGestion(_options);
        if (_sqlite is not null)
        {
            using var connexion = new SqliteConnection(_sqlite);
            connexion.Open();
            using var commande = connexion.CreateCommand();
            // This process owns the folder: a lock on migrations is that of a process that died.
            commande.CommandText = """PRAGMA journal_mode = 'wal'; DROP TABLE IF EXISTS "__EFMigrationsLock";""";
            commande.ExecuteNonQuery();
        }

        if (contexte.Database.GetPendingMigrations().Any())
            contexte.Database.Migrate();
    }

    private sealed class Tour(SemaphoreSlim semaphore) : IDisposable
    {
        public void Dispose() => semaphore.Release();
    }
}
