using Xemelios.DuckDb.Native;

namespace Xemelios.DuckDb;

/// <summary>The statements of one text. A single one is prepared at once and kept; of several, each is prepared when its turn
/// comes, since it may need what the former ones create.</summary>
internal sealed class StatementBatch : IDisposable
{
    private readonly ExtractedStatementsHandle _extracted;
    private PreparedStatementHandle? _prepared;

    public StatementBatch(ConnectionHandle connection, string sql)
    {
        Connection = connection;
        Count = checked((int)NativeMethods.ExtractStatements(connection, sql, out _extracted));
        try
        {
            if (Count == 0) throw ExtractionFailure();
            if (Count == 1) _prepared = Prepare(0);
        }
        catch
        {
            _extracted.Dispose();
            throw;
        }
    }

    public ConnectionHandle Connection { get; }

    public int Count { get; }

    /// <summary>The statement, valid until the next call or disposal.</summary>
    public PreparedStatementHandle Statement(int index)
    {
        if (Count == 1) return _prepared!;
        _prepared?.Dispose();
        return _prepared = Prepare(index);
    }

    public void Dispose()
    {
        _prepared?.Dispose();
        _extracted.Dispose();
    }

    private PreparedStatementHandle Prepare(int index)
    {
        if (NativeMethods.PrepareExtractedStatement(Connection, _extracted, (ulong)index, out var statement) == NativeState.Success)
            return statement;
        using (statement)
            throw new DuckDbException(NativeMethods.Text(NativeMethods.PrepareError(statement)) ?? "DuckDB could not prepare the statement.");
    }

    private Exception ExtractionFailure()
    {
        var error = NativeMethods.Text(NativeMethods.ExtractStatementsError(_extracted));
        return error is null ? new InvalidOperationException("The command holds no statement.") : new DuckDbException(error);
    }
}
