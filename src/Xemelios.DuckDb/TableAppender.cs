using Xemelios.DuckDb.Native;

namespace Xemelios.DuckDb;

/// <summary>Fills a table row by row, each column in order, without boxing: values go straight into DuckDB's column vectors.
/// <para>Rows are committed all together or not at all: within the connection's transaction if one is under way, otherwise in a
/// transaction of the appender's own, which <see cref="Close"/> commits. Disposing without <see cref="Close"/> is
/// <see cref="Abandon"/>: buffered rows are dropped, an own transaction is rolled back, and a transaction of the caller's, which
/// may hold a part of the rows, can only be rolled back.</para></summary>
public sealed unsafe class TableAppender : IDisposable
{
    private readonly DuckDbTransaction? _ownTransaction;
    private readonly DuckDbTransaction _transaction;
    private readonly AppenderHandle _appender;
    private readonly DataChunkHandle _chunk;
    private AppenderColumn[] _columns;
    private readonly int _chunkCapacity;
    private int _column;
    private int _row;
    private bool _ended;

    /// <summary>Stands for NULL where decimals are given as plain numbers.</summary>
    public const long NoDecimal = long.MinValue;

    private TableAppender(DuckDbTransaction transaction, DuckDbTransaction? ownTransaction, AppenderHandle appender)
    {
        _transaction = transaction;
        _ownTransaction = ownTransaction;
        _appender = appender;
        _chunkCapacity = checked((int)NativeMethods.VectorSize());
        var types = AppenderColumn.Types(appender);
        _columns = Array.ConvertAll(types, type => new AppenderColumn(type));
        _chunk = AppenderColumn.CreateChunk(types);
        LoadVectors();
    }

    /// <summary>Rows ended so far.</summary>
    public long RowCount { get; private set; }

    internal static TableAppender Create(DuckDbConnection connection, string? schema, string table)
    {
        if (connection.CurrentTransaction is { IsOwnedByAppender: true })
            throw new InvalidOperationException("Another appender holds its own transaction: begin one to fill several tables together.");
        var own = connection.CurrentTransaction is null ? DuckDbTransaction.Begin(connection, ownedByAppender: true) : null;
        if (NativeMethods.AppenderCreate(connection.Handle, catalog: null, schema, table, out var appender) == NativeState.Success)
            return new TableAppender(connection.CurrentTransaction!, own, appender);
        var message = NativeMethods.Text(NativeMethods.AppenderError(appender));
        appender.Dispose();
        own?.Dispose();
        throw new DuckDbException(message ?? $"DuckDB could not open an appender on '{table}'.");
    }

    /// <summary>NULL in any column.</summary>
    public void Null()
    {
        Current().SetNull(_row);
        _column++;
    }

    public void Bool(bool? value) => Set(DuckDbType.Boolean, value is { } v ? (v ? (byte)1 : (byte)0) : (byte?)null);

    /// <summary>A UTINYINT.</summary>
    public void Byte(byte? value) => Set(DuckDbType.UTinyInt, value);

    /// <summary>A SMALLINT.</summary>
    public void Int16(short? value) => Set(DuckDbType.SmallInt, value);

    /// <summary>An INTEGER.</summary>
    public void Int32(int? value) => Set(DuckDbType.Integer, value);

    /// <summary>A BIGINT.</summary>
    public void Int64(long? value) => Set(DuckDbType.BigInt, value);

    /// <summary>A UBIGINT.</summary>
    public void UInt64(ulong? value) => Set(DuckDbType.UBigInt, value);

    /// <summary>A HUGEINT.</summary>
    public void Int128(Int128? value) => Set<NativeHugeInt>(DuckDbType.HugeInt, value is { } v ? new NativeHugeInt(v) : null);

    /// <summary>A DOUBLE.</summary>
    public void Double(double? value) => Set(DuckDbType.Double, value);

    /// <summary>A DATE.</summary>
    public void Date(DateOnly? value) => Set<int>(DuckDbType.Date, value is { } v ? Calendar.Days(v) : null);

    /// <summary>A TIMESTAMP, without time zone: the kind is ignored, and what is below the microsecond cut off.</summary>
    public void Timestamp(DateTime? value) => Set<long>(DuckDbType.Timestamp, value is { } v ? Calendar.Microseconds(v) : null);

    /// <summary>A DECIMAL given as value × 10^scale of the column (cents for scale 2).</summary>
    /// <exception cref="OverflowException">The value has more digits than the column's width.</exception>
    public void Decimal18(long? scaled)
    {
        var column = Current(DuckDbType.Decimal);
        if (scaled is { } v) column.SetDecimal(_row, v);
        else column.SetNull(_row);
        _column++;
    }

    /// <summary>A DECIMAL.</summary>
    /// <exception cref="OverflowException">More digits than the column's width, or more fraction digits than its scale.</exception>
    public void Decimal(decimal? value)
    {
        var column = Current(DuckDbType.Decimal);
        if (value is { } v) column.SetDecimal(_row, v);
        else column.SetNull(_row);
        _column++;
    }

    /// <summary>A VARCHAR.</summary>
    /// <exception cref="System.Text.EncoderFallbackException">The text has half a surrogate pair.</exception>
    public void Text(string? value)
    {
        var column = Current(DuckDbType.Varchar);
        if (value is null) column.SetNull(_row);
        else column.SetText(_row, value);
        _column++;
    }

    /// <summary>A VARCHAR given as UTF-8; an empty span is an empty text.</summary>
    /// <exception cref="ArgumentException">The bytes are not UTF-8.</exception>
    public void Text(ReadOnlySpan<byte> utf8)
    {
        if (!System.Text.Unicode.Utf8.IsValid(utf8)) throw new ArgumentException("The text is not valid UTF-8.", nameof(utf8));
        Current(DuckDbType.Varchar).SetBytes(_row, utf8);
        _column++;
    }

    /// <summary>A BLOB; an empty span is an empty one.</summary>
    public void Blob(ReadOnlySpan<byte> bytes)
    {
        Current(DuckDbType.Blob).SetBytes(_row, bytes);
        _column++;
    }

    /// <summary>How many rows can be given column by column, by <see cref="Int32s"/> and <see cref="Decimals18"/>, before <see cref="EndRows"/>.</summary>
    public int Room => _chunkCapacity - _row;

    /// <summary>The next INTEGER column of that many rows, to be filled by the caller; none is null.</summary>
    /// <remarks>The span is that of DuckDB's own vector: it is good until <see cref="EndRows"/>.</remarks>
    public Span<int> Int32s(int count)
    {
        var column = Column(DuckDbType.Integer, count);
        _column++;
        return column.Int32s(_row, count);
    }

    /// <summary>The next DECIMAL column, of 10 to 18 digits, of as many rows: values × 10^scale, <see cref="NoDecimal"/> for NULL.</summary>
    /// <exception cref="OverflowException">A value has more digits than the column's width.</exception>
    public void Decimals18(ReadOnlySpan<long> scaled)
    {
        Column(DuckDbType.Decimal, scaled.Length).SetDecimals(_row, scaled);
        _column++;
    }

    /// <summary>Ends rows that were given column by column.</summary>
    /// <exception cref="InvalidOperationException">A column has no value.</exception>
    public void EndRows(int count)
    {
        if (_column != _columns.Length || _ended || count > Room)
            throw IncompleteRow();
        _column = 0;
        RowCount += count;
        _row += count;
        if (_row == _chunkCapacity) AppendChunk();
    }

    /// <summary>Ends the row.</summary>
    /// <exception cref="InvalidOperationException">A column has no value.</exception>
    public void EndRow()
    {
        if (_column != _columns.Length || _ended)
            throw IncompleteRow();
        _column = 0;
        RowCount++;
        if (++_row == _chunkCapacity) AppendChunk();
    }

    private Exception IncompleteRow() => _ended
        ? new ObjectDisposedException(nameof(TableAppender))
        : new InvalidOperationException($"The row has {_column} values, the table {_columns.Length} columns.");

    /// <summary>Hands the ended rows to the table, in the transaction: its other statements see them.</summary>
    public void Flush()
    {
        ObjectDisposedException.ThrowIf(_ended, this);
        if (_column != 0) throw new InvalidOperationException("A row has begun and is not ended.");
        AppendChunk();
        Check(NativeMethods.AppenderFlush(_appender));
    }

    /// <summary>Flushes, ends the appender and commits its own transaction if it has one; a caller's transaction goes on.</summary>
    public void Close()
    {
        Flush();
        Check(NativeMethods.AppenderClose(_appender));
        Release();
        _ownTransaction?.Commit();
    }

    /// <summary>Drops the rows; see the remarks of the class.</summary>
    public void Abandon()
    {
        if (_ended) return;
        var touched = RowCount > 0 || _column > 0;
        Release();
        if (touched) _transaction.Doom();
        _ownTransaction?.Dispose();
    }

    public void Dispose() => Abandon();

    private void Release()
    {
        _ended = true;
        _columns = [];
        _chunk.Dispose();
        _appender.Dispose();
    }

    private void AppendChunk()
    {
        if (_row == 0) return;
        NativeMethods.DataChunkSetSize(_chunk, (ulong)_row);
        Check(NativeMethods.AppendDataChunk(_appender, _chunk));
        NativeMethods.DataChunkReset(_chunk);
        _row = 0;
        LoadVectors();
    }

    private void LoadVectors()
    {
        for (var i = 0; i < _columns.Length; i++)
            _columns[i].Load(NativeMethods.DataChunkVector(_chunk, (ulong)i));
    }

    private void Set<T>(DuckDbType type, T? value) where T : unmanaged
    {
        var column = Current(type);
        if (value is { } v) column.Set(_row, v);
        else column.SetNull(_row);
        _column++;
    }

    private AppenderColumn Current(DuckDbType type)
    {
        var column = Current();
        return column.Type == type ? column : throw WrongType(column, type);
    }

    private AppenderColumn Column(DuckDbType type, int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Room);
        return Current(type);
    }

    private InvalidOperationException WrongType(AppenderColumn column, DuckDbType type) =>
        new($"Column {_column + 1} is {column.Type}, it cannot take a value of {type}.");

    /// <summary>The column that takes the next value. Called for every value: it holds only what is needed when all is well.</summary>
    private AppenderColumn Current()
    {
        var columns = _columns;
        return (uint)_column < (uint)columns.Length ? columns[_column] : throw NoColumn();
    }

    private Exception NoColumn() => _ended
        ? new ObjectDisposedException(nameof(TableAppender))
        : new InvalidOperationException($"The table has {_columns.Length} columns only: end the row.");

    private void Check(NativeState state)
    {
        if (state == NativeState.Success) return;
        throw new DuckDbException(NativeMethods.Text(NativeMethods.AppenderError(_appender)) ?? "DuckDB refused the rows.");
    }
}
