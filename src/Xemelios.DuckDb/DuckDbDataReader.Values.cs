using System.Numerics;
using System.Runtime.CompilerServices;

namespace Xemelios.DuckDb;

/// <summary>The values of the current row.</summary>
public sealed partial class DuckDbDataReader
{
    public override bool IsDBNull(int ordinal) => Column(ordinal).IsNull(_row);

    public override object GetValue(int ordinal)
    {
        var column = Column(ordinal);
        return column.IsNull(_row) ? DBNull.Value : ColumnValue.Boxed(column, _row);
    }

    public override int GetValues(object[] values)
    {
        var count = Math.Min(values.Length, FieldCount);
        for (var i = 0; i < count; i++) values[i] = GetValue(i);
        return count;
    }

    public override bool GetBoolean(int ordinal) => NotNull(ordinal).Boolean(_row);

    public override byte GetByte(int ordinal) => checked((byte)GetInt64(ordinal));

    public override short GetInt16(int ordinal) => checked((short)GetInt64(ordinal));

    public override int GetInt32(int ordinal) => checked((int)GetInt64(ordinal));

    public override long GetInt64(int ordinal) => NotNull(ordinal).Int64(_row);

    /// <summary>Any integer column, HUGEINT included.</summary>
    public Int128 GetInt128(int ordinal) => NotNull(ordinal).Integer(_row);

    public override decimal GetDecimal(int ordinal) => NotNull(ordinal).Decimal(_row);

    /// <summary>value × 10^scale of a DECIMAL column as the integer that it is stored as (cents of a DECIMAL(14,2)).</summary>
    /// <exception cref="InvalidCastException">The column is no DECIMAL with this scale.</exception>
    /// <exception cref="OverflowException">The integer does not fit in a long.</exception>
    public long GetScaled(int ordinal, int scale)
    {
        var column = NotNull(ordinal);
        if (column.Type != DuckDbType.Decimal || column.Scale != scale) throw column.Mismatch($"a decimal of scale {scale}");
        return checked((long)column.Unscaled(_row));
    }

    public override double GetDouble(int ordinal) => NotNull(ordinal).Double(_row);

    public override float GetFloat(int ordinal) => (float)NotNull(ordinal).Double(_row);

    public override string GetString(int ordinal) => NotNull(ordinal).Text(_row);

    /// <summary>The UTF-8 bytes of a text or the bytes of a BLOB, without a copy: valid until the next <see cref="Read"/>.</summary>
    public ReadOnlySpan<byte> GetUtf8(int ordinal) => NotNull(ordinal).Bytes(_row);

    public override DateTime GetDateTime(int ordinal) => NotNull(ordinal).Time(_row);

    /// <summary>A DATE column.</summary>
    public DateOnly GetDateOnly(int ordinal) => NotNull(ordinal).Date(_row);

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length)
    {
        var bytes = NotNull(ordinal).Bytes(_row);
        if (buffer is null) return bytes.Length;
        var part = bytes[(int)Math.Min(dataOffset, bytes.Length)..];
        part = part[..Math.Min(length, part.Length)];
        part.CopyTo(buffer.AsSpan(bufferOffset));
        return part.Length;
    }

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length)
    {
        var text = GetString(ordinal);
        if (buffer is null) return text.Length;
        var start = (int)Math.Min(dataOffset, text.Length);
        var count = Math.Min(length, text.Length - start);
        text.CopyTo(start, buffer, bufferOffset, count);
        return count;
    }

    public override char GetChar(int ordinal) => GetString(ordinal)[0];

    public override Guid GetGuid(int ordinal) => throw new NotSupportedException("UUID columns are not read: cast them to VARCHAR.");

    /// <summary>The value as <typeparamref name="T"/>, without boxing for the types that have a getter. NULL is default when
    /// <typeparamref name="T"/> is a nullable value type.</summary>
    public override T GetFieldValue<T>(int ordinal)
    {
        if (typeof(T) == typeof(int)) return As<int, T>(GetInt32(ordinal));
        if (typeof(T) == typeof(long)) return As<long, T>(GetInt64(ordinal));
        if (typeof(T) == typeof(decimal)) return As<decimal, T>(GetDecimal(ordinal));
        if (typeof(T) == typeof(string)) return (T)(object)GetString(ordinal);
        if (typeof(T) == typeof(bool)) return As<bool, T>(GetBoolean(ordinal));
        if (typeof(T) == typeof(short)) return As<short, T>(GetInt16(ordinal));
        if (typeof(T) == typeof(byte)) return As<byte, T>(GetByte(ordinal));
        if (typeof(T) == typeof(DateOnly)) return As<DateOnly, T>(GetDateOnly(ordinal));
        if (typeof(T) == typeof(DateTime)) return As<DateTime, T>(GetDateTime(ordinal));
        if (typeof(T) == typeof(Int128)) return As<Int128, T>(GetInt128(ordinal));
        if (typeof(T) == typeof(BigInteger)) return As<BigInteger, T>(GetInt128(ordinal));
        if (typeof(T) == typeof(ulong)) return As<ulong, T>(checked((ulong)GetInt128(ordinal)));
        if (default(T) is null && Nullable.GetUnderlyingType(typeof(T)) is not null) return GetNullable<T>(ordinal);
        return (T)ColumnValue.Boxed(NotNull(ordinal), _row);
    }

    /// <summary>Nullable value types; they box when the column's own type is another one.</summary>
    private T GetNullable<T>(int ordinal)
    {
        if (IsDBNull(ordinal)) return default!;
        if (typeof(T) == typeof(int?)) return As<int?, T>(GetInt32(ordinal));
        if (typeof(T) == typeof(long?)) return As<long?, T>(GetInt64(ordinal));
        if (typeof(T) == typeof(decimal?)) return As<decimal?, T>(GetDecimal(ordinal));
        if (typeof(T) == typeof(short?)) return As<short?, T>(GetInt16(ordinal));
        if (typeof(T) == typeof(byte?)) return As<byte?, T>(GetByte(ordinal));
        if (typeof(T) == typeof(DateOnly?)) return As<DateOnly?, T>(GetDateOnly(ordinal));
        if (typeof(T) == typeof(DateTime?)) return As<DateTime?, T>(GetDateTime(ordinal));
        return (T)ColumnValue.Boxed(Column(ordinal), _row);
    }

    private static TTo As<TFrom, TTo>(TFrom value) => Unsafe.As<TFrom, TTo>(ref value);

    private ResultColumn Column(int ordinal)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        return _onRow ? _columns[ordinal] : throw new InvalidOperationException("There is no current row: call Read first.");
    }

    private ResultColumn NotNull(int ordinal)
    {
        var column = Column(ordinal);
        return column.IsNull(_row) ? throw new InvalidCastException($"The column '{column.Name}' is NULL.") : column;
    }
}
