using System.Collections;
using System.Data.Common;
using Xemelios.DuckDb.Native;

namespace Xemelios.DuckDb;

/// <summary>Reads a result chunk by chunk, forward only. Integer getters accept every integer type whose value fits,
/// <see cref="GetDecimal"/> every integer and DECIMAL; a NULL read by a typed getter is an <see cref="InvalidCastException"/>.</summary>
public sealed unsafe partial class DuckDbDataReader : DbDataReader
{
    private readonly CommandOutcome _outcome;
    private readonly DuckDbConnection? _closeWithReader;
    private readonly ResultColumn[] _columns;
    private DataChunkHandle? _chunk;
    private ulong _chunkSize;
    private ulong _row;
    private bool _onRow;
    private bool _finished;
    private bool _closed;

    internal DuckDbDataReader(CommandOutcome outcome, DuckDbConnection? closeWithReader)
    {
        _outcome = outcome;
        _closeWithReader = closeWithReader;
        _columns = ReadColumns(outcome.Result.Pointer);
        HasRows = FetchChunk();
    }

    public override int Depth => 0;

    public override int FieldCount => _columns.Length;

    public override bool HasRows { get; }

    public override bool IsClosed => _closed;

    /// <summary>Rows inserted, updated or deleted; 0 for a query.</summary>
    public override int RecordsAffected => _outcome.RowsChanged;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    public override bool Read()
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        if (_finished) return false;
        if (_onRow) _row++;
        _onRow = _row < _chunkSize || FetchChunk();
        return _onRow;
    }

    /// <summary>Always false: only the last statement of a command gives its rows.</summary>
    public override bool NextResult() => false;

    public override string GetName(int ordinal) => _columns[ordinal].Name;

    public override int GetOrdinal(string name)
    {
        var ordinal = Array.FindIndex(_columns, c => c.Name == name);
        if (ordinal < 0) ordinal = Array.FindIndex(_columns, c => string.Equals(c.Name, name, StringComparison.OrdinalIgnoreCase));
        return ordinal >= 0 ? ordinal : throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such column.");
    }

    public override Type GetFieldType(int ordinal) => ColumnValue.ClrType(_columns[ordinal]);

    /// <summary>The DuckDB type, such as <c>Decimal(38,2)</c> or <c>BigInt</c>.</summary>
    public override string GetDataTypeName(int ordinal)
    {
        var column = _columns[ordinal];
        return column.Type == DuckDbType.Decimal ? $"Decimal({column.Width},{column.Scale})" : column.Type.ToString();
    }

    public override IEnumerator GetEnumerator() => new DbEnumerator(this);

    public override void Close()
    {
        if (_closed) return;
        _closed = true;
        _chunk?.Dispose();
        _outcome.Dispose();
        _closeWithReader?.Close();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) Close();
        base.Dispose(disposing);
    }

    private static ResultColumn[] ReadColumns(NativeResult* result)
    {
        var columns = new ResultColumn[NativeMethods.ColumnCount(result)];
        for (var i = 0; i < columns.Length; i++)
        {
            using var type = NativeMethods.ColumnLogicalType(result, (ulong)i);
            columns[i] = new ResultColumn(NativeMethods.Text(NativeMethods.ColumnName(result, (ulong)i)) ?? "", type);
        }

        return columns;
    }

    private bool FetchChunk()
    {
        _chunk?.Dispose();
        _row = 0;
        do
        {
            _chunk = NativeMethods.FetchChunk(*_outcome.Result.Pointer);
            if (_chunk.IsInvalid) return Finish();
            _chunkSize = NativeMethods.DataChunkSize(_chunk);
        }
        while (_chunkSize == 0);
        for (var i = 0; i < _columns.Length; i++)
            _columns[i].Load(NativeMethods.DataChunkVector(_chunk, (ulong)i));
        return true;
    }

    /// <summary>A missing chunk is the end, or a failure while a streamed result was computed.</summary>
    private bool Finish()
    {
        _finished = true;
        _chunkSize = 0;
        if (NativeMethods.ResultError(_outcome.Result.Pointer) == 0) return false;
        var failure = ResultFailure.Of(_outcome.Result.Pointer);
        throw failure.ErrorType == DuckDbErrorType.Interrupt
            ? new OperationCanceledException(failure.Message, failure)
            : failure;
    }
}
