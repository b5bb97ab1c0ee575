using System.Numerics;

namespace Xemelios.DuckDb;

/// <summary>Values as objects, and the .NET type of each DuckDB type.</summary>
internal static class ColumnValue
{
    public static Type ClrType(ResultColumn column) => column.Type switch
    {
        DuckDbType.Boolean => typeof(bool),
        DuckDbType.TinyInt => typeof(sbyte),
        DuckDbType.SmallInt => typeof(short),
        DuckDbType.Integer => typeof(int),
        DuckDbType.BigInt => typeof(long),
        DuckDbType.UTinyInt => typeof(byte),
        DuckDbType.USmallInt => typeof(ushort),
        DuckDbType.UInteger => typeof(uint),
        DuckDbType.UBigInt => typeof(ulong),
        DuckDbType.HugeInt or DuckDbType.Decimal => typeof(decimal),
        DuckDbType.Float => typeof(float),
        DuckDbType.Double => typeof(double),
        DuckDbType.Varchar => typeof(string),
        DuckDbType.Date => typeof(DateOnly),
        DuckDbType.Timestamp or DuckDbType.TimestampTz => typeof(DateTime),
        DuckDbType.Blob => typeof(byte[]),
        DuckDbType.List => ListClrType(column.Element!),
        _ => typeof(object),
    };

    /// <summary>The value, which is not NULL. HUGEINT is a decimal, or a <see cref="BigInteger"/> when it does not fit.</summary>
    public static object Boxed(ResultColumn column, ulong row) => column.Type switch
    {
        DuckDbType.Boolean => column.Boolean(row),
        DuckDbType.Integer => (int)column.Int64(row),
        DuckDbType.BigInt => column.Int64(row),
        DuckDbType.Decimal => column.Decimal(row),
        DuckDbType.HugeInt => HugeInt(column.Integer(row)),
        DuckDbType.Double => column.Double(row),
        DuckDbType.Float => (float)column.Double(row),
        DuckDbType.Varchar => column.Text(row),
        DuckDbType.Date => column.Date(row),
        DuckDbType.Timestamp or DuckDbType.TimestampTz => column.Time(row),
        DuckDbType.Blob => column.Bytes(row).ToArray(),
        DuckDbType.List => List(column, row),
        _ => SmallInteger(column, row),
    };

    /// <summary>The elements of a list: string?[], long?[] for every integer type, decimal?[], DateOnly?[] or bool?[].</summary>
    public static object List(ResultColumn column, ulong row) => column.Element!.Type switch
    {
        DuckDbType.Varchar => Elements<string?>(column, row, static (element, i) => element.Text(i)),
        DuckDbType.Decimal or DuckDbType.HugeInt => Elements<decimal?>(column, row, static (element, i) => element.Decimal(i)),
        DuckDbType.Date => Elements<DateOnly?>(column, row, static (element, i) => element.Date(i)),
        DuckDbType.Boolean => Elements<bool?>(column, row, static (element, i) => element.Boolean(i)),
        _ => Elements<long?>(column, row, static (element, i) => element.Int64(i)),
    };

    private static Type ListClrType(ResultColumn element) => element.Type switch
    {
        DuckDbType.Varchar => typeof(string[]),
        DuckDbType.Decimal or DuckDbType.HugeInt => typeof(decimal?[]),
        DuckDbType.Date => typeof(DateOnly?[]),
        DuckDbType.Boolean => typeof(bool?[]),
        _ => typeof(long?[]),
    };

    private static object SmallInteger(ResultColumn column, ulong row) => column.Type switch
    {
        DuckDbType.TinyInt => (sbyte)column.Int64(row),
        DuckDbType.SmallInt => (short)column.Int64(row),
        DuckDbType.UTinyInt => (byte)column.Int64(row),
        DuckDbType.USmallInt => (ushort)column.Int64(row),
        DuckDbType.UInteger => (uint)column.Int64(row),
        DuckDbType.UBigInt => (ulong)column.Integer(row),
        _ => throw new NotSupportedException($"The column '{column.Name}' is {column.Type}, which is not read: cast it in SQL."),
    };

    private static object HugeInt(Int128 value)
    {
        var magnitudeFits = value <= (Int128)decimal.MaxValue && value >= (Int128)decimal.MinValue;
        return magnitudeFits ? (decimal)value : (BigInteger)value;
    }

    private static T[] Elements<T>(ResultColumn column, ulong row, Func<ResultColumn, ulong, T> read)
    {
        var element = column.Element!;
        var entry = column.ListEntry(row);
        var values = new T[checked((int)entry.Length)];
        for (var i = 0; i < values.Length; i++)
        {
            var at = entry.Offset + (ulong)i;
            if (!element.IsNull(at)) values[i] = read(element, at);
        }

        return values;
    }
}
