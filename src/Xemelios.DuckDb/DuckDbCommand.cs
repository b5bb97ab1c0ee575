using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace Xemelios.DuckDb;

/// <summary>One or more statements with named parameters (<c>$name</c>). Several statements run in order and the last one's
/// result is given. A single statement stays prepared between executions.</summary>
public sealed class DuckDbCommand : DbCommand
{
    private readonly CommandExecution _execution = new();
    private string _text = "";
    private DuckDbConnection? _connection;

    [AllowNull]
    public override string CommandText
    {
        get => _text;
        set
        {
            _text = value ?? "";
            _execution.Forget();
        }
    }

    /// <summary>Seconds before the command is interrupted with a <see cref="TimeoutException"/>; 0, the default, waits without end.</summary>
    public override int CommandTimeout { get; set; }

    public override CommandType CommandType
    {
        get => CommandType.Text;
        set
        {
            if (value != CommandType.Text) throw new NotSupportedException("DuckDB runs SQL text.");
        }
    }

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; } = UpdateRowSource.None;

    /// <summary>The parameters, found by name.</summary>
    public new DuckDbParameterCollection Parameters { get; } = new();

    /// <summary>The connection that runs the command.</summary>
    public new DuckDbConnection? Connection
    {
        get => _connection;
        set
        {
            _connection = value;
            _execution.Forget();
        }
    }

    protected override DbConnection? DbConnection
    {
        get => Connection;
        set => Connection = (DuckDbConnection?)value;
    }

    protected override DbParameterCollection DbParameterCollection => Parameters;

    /// <summary>Has no effect: a command always runs in its connection's transaction.</summary>
    protected override DbTransaction? DbTransaction { get; set; }

    /// <summary>Interrupts the execution under way, which then throws <see cref="OperationCanceledException"/>; callable from any
    /// thread. The connection remains usable; a transaction under way must be rolled back.</summary>
    public override void Cancel() => _execution.Cancel();

    /// <summary>Parses and binds now; errors in the SQL show here.</summary>
    public override void Prepare() => _execution.Prepare(RequiredConnection(), RequiredText());

    /// <summary>Runs and gives the number of rows inserted, updated or deleted by all the statements.</summary>
    public override int ExecuteNonQuery() => ExecuteNonQuery(CancellationToken.None);

    /// <summary>The first column of the first row, <see cref="DBNull"/> when it is NULL, null when there is no row.</summary>
    public override object? ExecuteScalar()
    {
        using var reader = ExecuteReader();
        return reader.Read() ? reader.GetValue(0) : null;
    }

    /// <summary>Runs and gives the last statement's rows. They lie in memory, within the memory limit;
    /// <see cref="CommandBehavior.SequentialAccess"/> computes them as they are read, and nothing else may run on the connection
    /// until the reader is disposed.</summary>
    public new DuckDbDataReader ExecuteReader(CommandBehavior behavior = CommandBehavior.Default) =>
        Read(behavior, CancellationToken.None);

    /// <summary>Runs on another thread, so that the token can interrupt it and the caller's thread is free.</summary>
    public override Task<int> ExecuteNonQueryAsync(CancellationToken cancellationToken) =>
        Task.Run(() => ExecuteNonQuery(cancellationToken), cancellationToken);

    /// <inheritdoc cref="ExecuteNonQueryAsync"/>
    public override Task<object?> ExecuteScalarAsync(CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            using var reader = Read(CommandBehavior.Default, cancellationToken);
            return reader.Read() ? reader.GetValue(0) : null;
        },
        cancellationToken);

    /// <inheritdoc cref="ExecuteNonQueryAsync"/>
    public new Task<DuckDbDataReader> ExecuteReaderAsync(CancellationToken cancellationToken = default) =>
        Task.Run(() => Read(CommandBehavior.Default, cancellationToken), cancellationToken);

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => ExecuteReader(behavior);

    protected override async Task<DbDataReader> ExecuteDbDataReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken) =>
        await Task.Run(() => Read(behavior, cancellationToken), cancellationToken);

    protected override DbParameter CreateDbParameter() => new DuckDbParameter();

    protected override void Dispose(bool disposing)
    {
        if (disposing) _execution.Forget();
        base.Dispose(disposing);
    }

    private int ExecuteNonQuery(CancellationToken cancellationToken)
    {
        using var outcome = Run(streaming: false, cancellationToken);
        return outcome.RowsChanged;
    }

    private DuckDbDataReader Read(CommandBehavior behavior, CancellationToken cancellationToken)
    {
        var outcome = Run(behavior.HasFlag(CommandBehavior.SequentialAccess), cancellationToken);
        return new DuckDbDataReader(outcome, behavior.HasFlag(CommandBehavior.CloseConnection) ? _connection : null);
    }

    private CommandOutcome Run(bool streaming, CancellationToken cancellationToken)
    {
        Prepare();
        return _execution.Run(Parameters, streaming, TimeSpan.FromSeconds(CommandTimeout), cancellationToken);
    }

    private DuckDbConnection RequiredConnection() => _connection ?? throw new InvalidOperationException("The command has no connection.");

    private string RequiredText() =>
        string.IsNullOrWhiteSpace(_text) ? throw new InvalidOperationException("The command has no text.") : _text;
}
