using System.Data;
using System.Data.Common;

namespace Xemelios.DuckDb;

/// <summary>A transaction: it sees the data as committed when it began. Disposing it without <see cref="Commit"/> rolls back.</summary>
public sealed class DuckDbTransaction : DbTransaction
{
    private readonly DuckDbConnection _connection;
    private bool _ended;
    private bool _doomed;

    private DuckDbTransaction(DuckDbConnection connection, bool ownedByAppender)
    {
        _connection = connection;
        IsOwnedByAppender = ownedByAppender;
    }

    public override IsolationLevel IsolationLevel => IsolationLevel.Snapshot;

    protected override DbConnection? DbConnection => _ended ? null : _connection;

    /// <summary>Begun by an appender for itself, since none was under way.</summary>
    internal bool IsOwnedByAppender { get; }

    internal static DuckDbTransaction Begin(DuckDbConnection connection, bool ownedByAppender)
    {
        if (connection.CurrentTransaction is not null)
            throw new InvalidOperationException("A transaction is already under way on this connection.");
        connection.Execute("BEGIN TRANSACTION");
        return connection.CurrentTransaction = new DuckDbTransaction(connection, ownedByAppender);
    }

    /// <summary>Refuses a later commit: an abandoned appender may have left a part of its rows in the transaction.</summary>
    internal void Doom() => _doomed = true;

    /// <summary>Commits.</summary>
    /// <exception cref="InvalidOperationException">Already ended, or an appender was abandoned within it: roll back.</exception>
    public override void Commit()
    {
        if (_doomed)
            throw new InvalidOperationException("An appender was abandoned in this transaction, which holds a part of its rows: roll back.");
        End("COMMIT");
    }

    public override void Rollback() => End("ROLLBACK");

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_ended) Rollback();
        base.Dispose(disposing);
    }

    private void End(string sql)
    {
        if (_ended) throw new InvalidOperationException("This transaction has ended.");
        _ended = true;
        _connection.CurrentTransaction = null;
        _connection.Execute(sql);
    }
}
