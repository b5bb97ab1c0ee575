using System.Numerics;
using System.Text;
using Xemelios.DuckDb.Native;

namespace Xemelios.DuckDb;

/// <summary>One column of a result: its type, and the memory of the current chunk. Rows count within the chunk.</summary>
internal sealed unsafe class ResultColumn
{
    private byte* _data;
    private ulong* _validity;

    public ResultColumn(string name, LogicalTypeHandle type)
    {
        Name = name;
        Type = Storage = NativeMethods.TypeId(type);
        if (Type == DuckDbType.Decimal)
        {
            Width = NativeMethods.DecimalWidth(type);
            Scale = NativeMethods.DecimalScale(type);
            Storage = NativeMethods.DecimalInternalType(type);
        }

        if (Type != DuckDbType.List) return;
        using var elementType = NativeMethods.ListChildType(type);
        Element = new ResultColumn(name, elementType);
    }

    public string Name { get; }

    public DuckDbType Type { get; }

    /// <summary>The physical integer behind a DECIMAL; else the type itself.</summary>
    public DuckDbType Storage { get; }

    public byte Width { get; }

    public byte Scale { get; }

    /// <summary>The elements of a LIST column.</summary>
    public ResultColumn? Element { get; }

    public void Load(nint vector)
    {
        _data = NativeMethods.VectorData(vector);
        _validity = NativeMethods.VectorValidity(vector);
        Element?.Load(NativeMethods.ListChild(vector));
    }

    public bool IsNull(ulong row) =>
        Type == DuckDbType.SqlNull || (_validity != null && (_validity[row >> 6] >> (int)(row & 63) & 1) == 0);

    public bool Boolean(ulong row) => Type == DuckDbType.Boolean ? _data[row] != 0 : throw Mismatch("a boolean");

    public long Int64(ulong row) => Storage switch
    {
        _ when Type == DuckDbType.Decimal => throw Mismatch("an integer"),
        DuckDbType.BigInt => ((long*)_data)[row],
        DuckDbType.Integer => ((int*)_data)[row],
        _ => checked((long)Integer(row)),
    };

    public Int128 Integer(ulong row) => Type == DuckDbType.Decimal ? throw Mismatch("an integer") : Unscaled(row);

    /// <summary>The stored integer: value × 10^<see cref="Scale"/> for DECIMAL.</summary>
    public Int128 Unscaled(ulong row) => Storage switch
    {
        DuckDbType.TinyInt => ((sbyte*)_data)[row],
        DuckDbType.SmallInt => ((short*)_data)[row],
        DuckDbType.Integer => ((int*)_data)[row],
        DuckDbType.BigInt => ((long*)_data)[row],
        DuckDbType.UTinyInt => _data[row],
        DuckDbType.USmallInt => ((ushort*)_data)[row],
        DuckDbType.UInteger => ((uint*)_data)[row],
        DuckDbType.UBigInt => ((ulong*)_data)[row],
        DuckDbType.HugeInt => ((NativeHugeInt*)_data)[row].ToInt128(),
        _ => throw Mismatch("a number"),
    };

    public decimal Decimal(ulong row) => ScaledInteger.ToDecimal(Unscaled(row), Scale);

    public double Double(ulong row) => Type switch
    {
        DuckDbType.Double => ((double*)_data)[row],
        DuckDbType.Float => ((float*)_data)[row],
        _ => throw Mismatch("a floating-point number"),
    };

    public DateOnly Date(ulong row) => Type == DuckDbType.Date ? Calendar.Date(((int*)_data)[row]) : throw Mismatch("a date");

    public DateTime Time(ulong row) => Type switch
    {
        DuckDbType.Timestamp => Calendar.Time(((long*)_data)[row], DateTimeKind.Unspecified),
        DuckDbType.TimestampTz => Calendar.Time(((long*)_data)[row], DateTimeKind.Utc),
        DuckDbType.Date => Date(row).ToDateTime(TimeOnly.MinValue),
        _ => throw Mismatch("a timestamp"),
    };

    public string Text(ulong row) => Type == DuckDbType.Varchar ? Encoding.UTF8.GetString(Bytes(row)) : throw Mismatch("a text");

    /// <summary>The bytes of a VARCHAR (UTF-8) or BLOB, valid until the next chunk.</summary>
    public ReadOnlySpan<byte> Bytes(ulong row) => Type is DuckDbType.Varchar or DuckDbType.Blob
        ? NativeString.Bytes((NativeString*)_data + row)
        : throw Mismatch("a text or bytes");

    public NativeListEntry ListEntry(ulong row) => ((NativeListEntry*)_data)[row];

    public InvalidCastException Mismatch(string wanted) => new($"The column '{Name}' is {Type}, it cannot be read as {wanted}.");
}
