using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Xemelios.Store.Tests.Gestion.Comptes;

/// <summary>A real PostgreSQL server for the tests, on a socket in a folder of its own: Debian's, started here and stopped by its process number.</summary>
public sealed class ServeurPostgreSql : IDisposable
{
    /// <summary>PostgreSQL refuses to run as root: these own the server then.</summary>
    private static readonly string[] Proprietaires = ["postgres", "nobody"];

    private readonly DirectoryInfo _dossier = Directory.CreateTempSubdirectory("xempg");
    private readonly string _programmes = Programmes();
    private int _bases;

    public ServeurPostgreSql()
    {
        if (Environment.IsPrivilegedProcess)
            Lancer("chown", Proprietaire(), _dossier.FullName);
        Serveur("initdb", "-D", Donnees, "-U", "essai", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync");
        Serveur("pg_ctl", "-D", Donnees, "-w", "-l", Path.Combine(_dossier.FullName, "serveur.log"),
            "-o", $"-k {_dossier.FullName} -c listen_addresses='' -c fsync=off -c max_connections=50", "start");
    }

    private string Donnees => Path.Combine(_dossier.FullName, "donnees");

    /// <summary>The connection string of a new, empty base.</summary>
    public string NouvelleBase()
    {
        var nom = string.Create(CultureInfo.InvariantCulture, $"essai{Interlocked.Increment(ref _bases)}");
        using var connexion = new NpgsqlConnection(Connexion("postgres"));
        connexion.Open();
        using var commande = new NpgsqlCommand($"CREATE DATABASE {nom}", connexion);
        commande.ExecuteNonQuery();
        return Connexion(nom);
    }

    public void Dispose()
    {
        NpgsqlConnection.ClearAllPools();
        Serveur("pg_ctl", "-D", Donnees, "-w", "-m", "immediate", "stop");
        _dossier.Delete(recursive: true);
    }

    /// <exception cref="PostgreSqlAbsentException">No server was found: a test that cannot run has failed.</exception>
    private static string Programmes() =>
        (Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [])
            .Select(d => Path.Combine(d, "bin")).Where(d => File.Exists(Path.Combine(d, "initdb")))
            .OrderByDescending(d => int.TryParse(Path.GetFileName(Path.GetDirectoryName(d)), CultureInfo.InvariantCulture, out var version) ? version : 0)
            .FirstOrDefault() ?? throw new PostgreSqlAbsentException();

    private static string Proprietaire() =>
        Proprietaires.First(p => File.ReadLines("/etc/passwd").Any(ligne => ligne.StartsWith($"{p}:", StringComparison.Ordinal)));

    private string Connexion(string nom) => new NpgsqlConnectionStringBuilder { Host = _dossier.FullName, Username = "essai", Database = nom, MaxPoolSize = 5 }.ConnectionString;

    private void Serveur(string programme, params string[] arguments)
    {
        string[] commande = [Path.Combine(_programmes, programme), .. arguments];
        if (Environment.IsPrivilegedProcess)
            commande = ["runuser", "-u", Proprietaire(), "--", .. commande];
        Lancer(commande);
    }

    private void Lancer(params string[] commande)
    {
        using var processus = Process.Start(new ProcessStartInfo(commande[0], commande[1..]) { WorkingDirectory = _dossier.FullName, RedirectStandardOutput = true, UseShellExecute = false })!;
        processus.OutputDataReceived += (_, _) => { };
        processus.BeginOutputReadLine();
        // Not the end of the output, which the server may keep open: the end of the command.
        while (!processus.WaitForExit(TimeSpan.FromMinutes(1)))
            throw new TimeoutException(commande[0]);
        Assert.True(processus.ExitCode == 0, $"{string.Join(' ', commande)} : {processus.ExitCode}");
    }
}

/// <summary>There is no PostgreSQL server on this machine.</summary>
public sealed class PostgreSqlAbsentException() : Exception(
    "PostgreSQL est introuvable dans /usr/lib/postgresql. Installez le paquet « postgresql ».");

/// <summary>One server for all the classes that need it.</summary>
[CollectionDefinition(Nom)]
public sealed class AvecPostgreSql : ICollectionFixture<ServeurPostgreSql>
{
    public const string Nom = "PostgreSQL";
}
