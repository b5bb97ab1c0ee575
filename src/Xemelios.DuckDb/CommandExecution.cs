using Xemelios.DuckDb.Native;

namespace Xemelios.DuckDb;

/// <summary>What a run gave: the last statement's result and the rows changed by all of them.</summary>
internal sealed record CommandOutcome(ResultHandle Result, int RowsChanged, Action Released) : IDisposable
{
    public void Dispose()
    {
        Result.Dispose();
        Released();
    }
}

/// <summary>Runs the statements of one command, and interrupts them.</summary>
internal sealed unsafe class CommandExecution
{
    private readonly Lock _gate = new();
    private StatementBatch? _batch;
    private ConnectionHandle? _running;
    private bool _cancelled;
    private bool _timedOut;

    /// <summary>Keeps the statements of the text, prepared for the connection.</summary>
    public void Prepare(DuckDbConnection connection, string sql)
    {
        var handle = connection.Handle;
        _batch ??= new StatementBatch(handle, sql);
    }

    /// <summary>Drops the prepared statements: the text or the connection changed.</summary>
    public void Forget()
    {
        _batch?.Dispose();
        _batch = null;
    }

    /// <summary>DuckDB forgets an interruption that comes before a statement starts, so it is also kept as a flag that is read
    /// between the start of each statement and its execution.</summary>
    public void Cancel()
    {
        lock (_gate)
        {
            if (_running is null) return;
            _cancelled = true;
            NativeMethods.Interrupt(_running);
        }
    }

    public CommandOutcome Run(DuckDbParameterCollection parameters, bool streaming, TimeSpan timeout, CancellationToken token)
    {
        var batch = _batch!;
        CommandOutcome? outcome = null;
        Begin(batch.Connection);
        try
        {
            using var registration = token.Register(Cancel);
            using var timer = timeout > TimeSpan.Zero ? new Timer(_ => TimeOut(), state: null, timeout, Timeout.InfiniteTimeSpan) : null;
            return outcome = RunAll(batch, parameters, streaming);
        }
        catch (DuckDbException e) when (e.ErrorType == DuckDbErrorType.Interrupt)
        {
            throw Interrupted(token);
        }
        catch (OperationCanceledException)
        {
            throw Interrupted(token);
        }
        finally
        {
            if (outcome is null || !streaming) End();
        }
    }

    private CommandOutcome RunAll(StatementBatch batch, DuckDbParameterCollection parameters, bool streaming)
    {
        var rowsChanged = 0L;
        for (var i = 0; ; i++)
        {
            var last = i == batch.Count - 1;
            var statement = batch.Statement(i);
            ParameterBinder.Bind(statement, parameters);
            var result = RunOne(statement, streaming && last);
            rowsChanged += (long)NativeMethods.RowsChanged(result.Pointer);
            if (last) return new CommandOutcome(result, checked((int)rowsChanged), End);
            result.Dispose();
        }
    }

    private ResultHandle RunOne(PreparedStatementHandle statement, bool streaming)
    {
        var state = streaming
            ? NativeMethods.PendingPreparedStreaming(statement, out var pending)
            : NativeMethods.PendingPrepared(statement, out pending);
        using var owned = pending;
        if (state == NativeState.Error) throw new DuckDbException(NativeMethods.Text(NativeMethods.PendingError(pending)) ?? "");
        if (Volatile.Read(ref _cancelled)) throw new OperationCanceledException();
        var result = new ResultHandle();
        if (NativeMethods.ExecutePending(pending, result.Pointer) == NativeState.Success) return result;
        using (result) throw ResultFailure.Of(result.Pointer);
    }

    private void Begin(ConnectionHandle connection)
    {
        lock (_gate)
        {
            _running = connection;
            _cancelled = false;
            _timedOut = false;
        }
    }

    private void End()
    {
        lock (_gate)
            _running = null;
    }

    private void TimeOut()
    {
        _timedOut = true;
        Cancel();
    }

    private Exception Interrupted(CancellationToken token)
    {
        if (_timedOut) return new TimeoutException("The command ran longer than its CommandTimeout.");
        return token.IsCancellationRequested ? new OperationCanceledException(token) : new OperationCanceledException();
    }
}
