namespace Xemelios.DuckDb.Tests;

public sealed class DatabaseTests : IDisposable
{
    private readonly TemporaryDatabase _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void Bibliotheque_EstCelleQueLePaquetNpmFige() =>
        Assert.StartsWith("v1.5.", DuckDbDatabase.LibraryVersion, StringComparison.Ordinal);

    [Fact]
    public void EnMemoire_UnSeulDossierEstAtteintQuandIlEstNomme()
    {
        var permis = Directory.CreateDirectory(Path.Combine(_temporary.Folder, "l'export")).FullName;
        using var database = DuckDbDatabase.Open(DuckDbDatabase.InMemory, TemporaryDatabase.Options with { FilesIn = permis });
        using var connection = database.Connect();

        connection.Execute($"COPY (SELECT 1 AS n) TO '{permis.Replace("'", "''", StringComparison.Ordinal)}/a.csv'");

        Assert.True(File.Exists(Path.Combine(permis, "a.csv")));
        Assert.Throws<DuckDbException>(() => connection.Execute($"COPY (SELECT 1 AS n) TO '{_temporary.Folder}/b.csv'"));
        Assert.Throws<DuckDbException>(() => connection.Execute("SET allowed_directories = ['/']"));
    }

    [Fact]
    public void DansUnFichier_UneAutreBaseNeSAttacheQueDansLeDossierNomme()
    {
        var permis = Directory.CreateDirectory(Path.Combine(_temporary.Folder, "archives", "1")).Parent!.FullName;
        using var database = DuckDbDatabase.Open(Path.Combine(_temporary.Folder, "d.duckdb"), TemporaryDatabase.Options with { FilesIn = permis });
        using var again = DuckDbDatabase.Open(Path.Combine(_temporary.Folder, "d.duckdb"), TemporaryDatabase.Options with { FilesIn = permis });
        using var connection = again.Connect();

        connection.Execute($"ATTACH '{permis}/1/a.duckdb' AS autre");

        Assert.True(File.Exists(Path.Combine(permis, "1", "a.duckdb")));
        Assert.Throws<DuckDbException>(() => connection.Execute($"ATTACH '{_temporary.Folder}/b.duckdb' AS ailleurs"));
        Assert.Throws<DuckDbException>(() => connection.Execute($"ATTACH '{permis}/../c.duckdb' AS ailleurs"));
        Assert.Throws<DuckDbException>(() => connection.Execute("SET allowed_directories = ['/']"));
    }

    [Fact]
    public void MemeFichier_OuvertDeuxFoisEstLaMemeInstance()
    {
        using var again = DuckDbDatabase.Open(_temporary.File, _temporary.Database.Options);
        using var writer = _temporary.Connect();
        using var reader = again.Connect();
        writer.Execute("CREATE TABLE t AS SELECT 1 AS n");
        Assert.Equal(1, reader.Scalar("SELECT n FROM t"));
        Assert.Equal(_temporary.Database.Path, again.Path);
    }

    [Fact]
    public void MemeFichier_ParUnLienSymboliqueEstLaMemeInstance()
    {
        var link = Path.Combine(_temporary.Folder, "lien");
        Directory.CreateSymbolicLink(link, _temporary.Folder);
        using var writer = _temporary.Connect();
        writer.Execute("CREATE TABLE t AS SELECT 1 AS n");
        using var again = DuckDbDatabase.Open(Path.Combine(link, ".", "paye.duckdb"), _temporary.Database.Options);
        using var reader = again.Connect();
        Assert.Equal(1, reader.Scalar("SELECT n FROM t"));
        Assert.Equal(_temporary.Database.Path, again.Path);
    }

    [Fact]
    public void MemeFichier_AvecDAutresOptionsEstRefuse()
    {
        var refusal = Assert.Throws<InvalidOperationException>(
            () => DuckDbDatabase.Open(_temporary.File, _temporary.Database.Options with { Threads = 1 }));
        Assert.Contains("other options", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fichier_SeRouvreAvecDAutresOptionsUneFoisLaDerniereConnexionFermee()
    {
        var file = Path.Combine(_temporary.Folder, "autre.duckdb");
        var database = DuckDbDatabase.Open(file, TemporaryDatabase.Options);
        var connection = database.Connect();
        connection.Execute("CREATE TABLE t AS SELECT 42 AS n");
        database.Dispose();
        Assert.Throws<ObjectDisposedException>(database.Connect);
        Assert.Throws<InvalidOperationException>(() => DuckDbDatabase.Open(file, TemporaryDatabase.Options with { ReadOnly = true }));
        connection.Dispose();
        using var readOnly = DuckDbDatabase.Open(file, TemporaryDatabase.Options with { ReadOnly = true });
        using var reader = readOnly.Connect();
        Assert.Equal(42, reader.Scalar("SELECT n FROM t"));
        var refusal = Assert.Throws<DuckDbException>(() => reader.Execute("INSERT INTO t VALUES (1)"));
        Assert.Contains("read-only", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Memoire_NEstJamaisPartagee()
    {
        using var first = Sql.InMemory();
        using var second = Sql.InMemory();
        first.Execute("CREATE TABLE t AS SELECT 1 AS n");
        Assert.Throws<DuckDbException>(() => second.Count("t"));
    }

    [Fact]
    public void Reglages_SontCeuxDesOptions()
    {
        using var connection = _temporary.Connect();
        Assert.Equal("256.0 MiB", connection.Scalar("SELECT current_setting('memory_limit')"));
        Assert.Equal(2L, connection.Single<long>("SELECT current_setting('threads')"));
        Assert.Equal(Path.Combine(_temporary.Folder, "temp"), connection.Scalar("SELECT current_setting('temp_directory')"));
        Assert.Equal(false, connection.Scalar("SELECT current_setting('enable_external_access')"));
        Assert.Equal(false, connection.Scalar("SELECT current_setting('autoload_known_extensions')"));
        Assert.Equal(false, connection.Scalar("SELECT current_setting('autoinstall_known_extensions')"));
        Assert.Equal(true, connection.Scalar("SELECT current_setting('preserve_insertion_order')"));
        Assert.Equal(true, connection.Scalar("SELECT current_setting('lock_configuration')"));
        Assert.Equal("latest", connection.Scalar("SELECT current_setting('storage_compatibility_version')"));
    }

    [Theory]
    [InlineData("SET threads = 1")]
    [InlineData("SET memory_limit = '8GB'")]
    [InlineData("SET lock_configuration = false")]
    [InlineData("SET enable_external_access = true")]
    [InlineData("PRAGMA threads = 1")]
    public void Reglages_NeChangentPlusApresLOuverture(string sql)
    {
        using var connection = _temporary.Connect();
        Assert.Throws<DuckDbException>(() => connection.Execute(sql));
    }

    [Theory]
    [InlineData("SELECT * FROM read_csv('/etc/hostname')")]
    [InlineData("SELECT * FROM read_text('/etc/hostname')")]
    [InlineData("SELECT * FROM '/etc/hostname.csv'")]
    [InlineData("COPY (SELECT 1) TO '/tmp/xemelios-ne-doit-pas-exister.csv'")]
    [InlineData("ATTACH '/tmp/xemelios-ne-doit-pas-exister.duckdb'")]
    [InlineData("INSTALL httpfs")]
    [InlineData("LOAD '/tmp/extension.duckdb_extension'")]
    public void Exterieur_EstHorsDePortee(string sql)
    {
        using var connection = _temporary.Connect();
        var refusal = Assert.Throws<DuckDbException>(() => connection.Execute(sql));
        Assert.Equal(DuckDbErrorType.Permission, refusal.ErrorType);
        Assert.False(File.Exists("/tmp/xemelios-ne-doit-pas-exister.csv"));
    }

    [Fact]
    public void Debordement_VaDansLeDossierTemporaireMalgreLAccesFerme()
    {
        var file = Path.Combine(_temporary.Folder, "petit.duckdb");
        var temp = Path.Combine(_temporary.Folder, "debordement");
        using var database = DuckDbDatabase.Open(file, new DuckDbOptions(MemoryLimitMiB: 60, Threads: 1, TempDirectory: temp));
        using var connection = database.Connect();
        connection.Execute("CREATE TABLE t AS SELECT range AS n, md5(range::VARCHAR) AS m FROM range(2000000)");
        using var command = connection.CreateCommand("SELECT n FROM t ORDER BY m DESC");
        using var sorted = command.ExecuteReader(System.Data.CommandBehavior.SequentialAccess);
        Assert.True(sorted.Read());
        Assert.NotEmpty(Directory.GetFiles(temp));
        sorted.Close();
        Assert.Equal(1999999L, connection.Single<long>("SELECT max(n) FROM t"));
    }

    [Fact]
    public void FichierQuiNEstPasUneBase_EstRefuseAvecLeMessageDeDuckDb()
    {
        var file = Path.Combine(_temporary.Folder, "texte.duckdb");
        File.WriteAllText(file, new string('x', 10_000));
        var refusal = Assert.Throws<DuckDbException>(() => DuckDbDatabase.Open(file, TemporaryDatabase.Options));
        Assert.Contains("not a valid DuckDB database file", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(DuckDbErrorType.IO, refusal.ErrorType);
    }

    [Fact]
    public void OptionsHorsBornes_SontRefusees()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => DuckDbDatabase.Open(DuckDbDatabase.InMemory, new DuckDbOptions(0, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => DuckDbDatabase.Open(DuckDbDatabase.InMemory, new DuckDbOptions(64, 0)));
    }
}
