using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Xemelios.DuckDb.Native;

namespace Xemelios.DuckDb;

/// <summary>A connection, made open by <see cref="DuckDbDatabase.Connect"/>. One thread uses it at a time; only
/// <see cref="DuckDbCommand.Cancel"/> may come from another.</summary>
public sealed class DuckDbConnection : DbConnection
{
    private readonly ConnectionHandle _handle;
    private readonly string _path;
    private readonly string? _heldFile;
    private bool _closed;

    internal DuckDbConnection(ConnectionHandle handle, string path, string? heldFile)
    {
        _handle = handle;
        _path = path;
        _heldFile = heldFile;
    }

    /// <summary>The path of the database; it cannot be changed.</summary>
    [AllowNull]
    public override string ConnectionString
    {
        get => _path;
        set => throw new NotSupportedException("A connection comes from DuckDbDatabase.Connect; it has no connection string to set.");
    }

    public override string Database => System.IO.Path.GetFileNameWithoutExtension(_path);

    public override string DataSource => _path;

    public override string ServerVersion => DuckDbDatabase.LibraryVersion;

    public override ConnectionState State => _closed ? ConnectionState.Closed : ConnectionState.Open;

    /// <summary>The transaction under way, begun by <see cref="BeginTransaction"/> or by an appender.</summary>
    internal DuckDbTransaction? CurrentTransaction { get; set; }

    internal ConnectionHandle Handle
    {
        get
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            return _handle;
        }
    }

    /// <summary>Begins a transaction. DuckDB knows one isolation level, snapshot.</summary>
    public new DuckDbTransaction BeginTransaction() => DuckDbTransaction.Begin(this, ownedByAppender: false);

    /// <summary>Makes a command on this connection.</summary>
    public new DuckDbCommand CreateCommand() => new() { Connection = this };

    /// <summary>Makes a command with its text.</summary>
    public DuckDbCommand CreateCommand(string sql) => new() { Connection = this, CommandText = sql };

    /// <summary>Runs statements without parameters and gives the number of rows that they changed.</summary>
    public int Execute(string sql)
    {
        using var command = CreateCommand(sql);
        return command.ExecuteNonQuery();
    }

    /// <summary>Opens an appender on a table; see <see cref="TableAppender"/> for when rows are committed.</summary>
    public TableAppender CreateAppender(string table, string? schema = null) => TableAppender.Create(this, schema, table);

    public override void Open()
    {
        if (_closed) throw new InvalidOperationException("A closed connection is not opened again: ask DuckDbDatabase.Connect.");
    }

    /// <summary>Closes for good; a transaction under way is rolled back.</summary>
    public override void Close()
    {
        if (_closed) return;
        CurrentTransaction?.Dispose();
        _closed = true;
        _handle.Dispose();
        if (_heldFile is not null) OpenFiles.Release(_heldFile);
    }

    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException("A connection keeps its database.");

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel)
    {
        if (isolationLevel is not (IsolationLevel.Unspecified or IsolationLevel.Snapshot))
            throw new NotSupportedException($"DuckDB knows snapshot isolation only, not {isolationLevel}.");
        return BeginTransaction();
    }

    protected override DbCommand CreateDbCommand() => CreateCommand();

    protected override void Dispose(bool disposing)
    {
        if (disposing) Close();
        base.Dispose(disposing);
    }
}
