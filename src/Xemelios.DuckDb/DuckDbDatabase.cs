using Xemelios.DuckDb.Native;

namespace Xemelios.DuckDb;

/// <summary>An open database. Opening one file several times joins the same native instance; it closes when the last database
/// object and the last connection on it are disposed. Safe to use from several threads, each with its own connection.</summary>
public sealed class DuckDbDatabase : IDisposable
{
    private readonly DatabaseHandle _handle;
    private readonly string? _realPath;
    private bool _disposed;

    private DuckDbDatabase(DatabaseHandle handle, string path, string? realPath, DuckDbOptions options)
    {
        _handle = handle;
        _realPath = realPath;
        Path = path;
        Options = options;
    }

    /// <summary>The path of a database that lives in memory only and is never shared.</summary>
    public const string InMemory = ":memory:";

    /// <summary>Version of the library, such as <c>v1.5.6</c>.</summary>
    public static string LibraryVersion => NativeMethods.Text(NativeMethods.LibraryVersion()) ?? "";

    /// <summary>Real path of the file, or <see cref="InMemory"/>.</summary>
    public string Path { get; }

    /// <summary>The options that the instance was opened with.</summary>
    public DuckDbOptions Options { get; }

    /// <summary>Opens the file (created when absent, unless read-only) or joins it if this process has it open.</summary>
    /// <exception cref="DuckDbException">DuckDB refuses: another process holds the file, the file is no database…</exception>
    /// <exception cref="InvalidOperationException">The file is open in this process with other options.</exception>
    public static DuckDbDatabase Open(string path, DuckDbOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(options);
        if (path == InMemory) return Restrict(new(OpenInMemory(options), path, realPath: null, options));
        var realPath = RealPath.Of(path);
        return new(OpenFiles.Open(realPath, options), realPath, realPath, options);
    }

    /// <summary>Gives a new open connection. It may outlive this object.</summary>
    public DuckDbConnection Connect()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (NativeMethods.Connect(_handle, out var connection) == NativeState.Error)
            throw new DuckDbException("DuckDB could not connect to the database.");
        if (_realPath is not null) OpenFiles.Retain(_realPath);
        return new DuckDbConnection(connection, Path, _realPath);
    }

    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        _handle.Dispose();
        if (_realPath is not null) OpenFiles.Release(_realPath);
    }

    private static DuckDbDatabase Restrict(DuckDbDatabase database)
    {
        if (database.Options.Restriction() is not { } restriction) return database;
        using var connection = database.Connect();
        connection.Execute(restriction);
        return database;
    }

    private static DatabaseHandle OpenInMemory(DuckDbOptions options) =>
        DatabaseOpening.Open(options, (config, out database, out error) =>
            NativeMethods.Open(InMemory, out database, config, out error));
}
