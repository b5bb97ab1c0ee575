namespace Xemelios.DuckDb.Tests;

/// <summary>A folder of its own with a database file, deleted at the end.</summary>
internal sealed class TemporaryDatabase : IDisposable
{
    public static readonly DuckDbOptions Options = new(MemoryLimitMiB: 256, Threads: 2);

    public TemporaryDatabase()
    {
        Folder = Directory.CreateTempSubdirectory("xemelios-duckdb-").FullName;
        File = Path.Combine(Folder, "paye.duckdb");
        Database = DuckDbDatabase.Open(File, Options with { TempDirectory = Path.Combine(Folder, "temp") });
    }

    public string Folder { get; }

    public string File { get; }

    public DuckDbDatabase Database { get; }

    public DuckDbConnection Connect() => Database.Connect();

    public void Dispose()
    {
        Database.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
