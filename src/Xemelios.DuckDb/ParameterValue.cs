using System.Text;
using Xemelios.DuckDb.Native;

namespace Xemelios.DuckDb;

/// <summary>Makes a native value of a .NET value: null, bool, integers of 8 to 128 bits, decimal, double, string, DateOnly,
/// DateTime (kind ignored, to the microsecond), byte[], and sequences of long, int or string as lists.</summary>
internal static unsafe class ParameterValue
{
    public static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static ValueHandle Create(object? value) => value switch
    {
        null or DBNull => NativeMethods.CreateNull(),
        bool v => NativeMethods.CreateBoolean(v),
        string v => Text(v),
        decimal v => Decimal(v),
        DateOnly v => NativeMethods.CreateDate(Calendar.Days(v)),
        DateTime v => NativeMethods.CreateTimestamp(Calendar.Microseconds(v)),
        byte[] v => Blob(v),
        double v => NativeMethods.CreateDouble(v),
        IEnumerable<string?> v => List(DuckDbType.Varchar, v),
        IEnumerable<long> v => List(DuckDbType.BigInt, v),
        IEnumerable<int> v => List(DuckDbType.Integer, v),
        _ => Integer(value),
    };

    private static ValueHandle Integer(object value) => value switch
    {
        int v => NativeMethods.CreateInt32(v),
        long v => NativeMethods.CreateInt64(v),
        short v => NativeMethods.CreateInt16(v),
        byte v => NativeMethods.CreateUInt8(v),
        sbyte v => NativeMethods.CreateInt8(v),
        ushort v => NativeMethods.CreateUInt16(v),
        uint v => NativeMethods.CreateUInt32(v),
        ulong v => NativeMethods.CreateUInt64(v),
        Int128 v => NativeMethods.CreateHugeInt(new NativeHugeInt(v)),
        _ => throw new NotSupportedException($"A parameter cannot be of type {value.GetType()}."),
    };

    private static ValueHandle Text(string value)
    {
        var bytes = StrictUtf8.GetBytes(value);
        fixed (byte* start = bytes)
            return NativeMethods.CreateVarchar(start, (ulong)bytes.Length);
    }

    private static ValueHandle Blob(byte[] value)
    {
        fixed (byte* start = value)
            return NativeMethods.CreateBlob(start, (ulong)value.Length);
    }

    private static ValueHandle Decimal(decimal value)
    {
        var (unscaled, scale) = ScaledInteger.Parts(value);
        var width = Math.Max(ScaledInteger.Digits(unscaled), Math.Max(scale, 1));
        return NativeMethods.CreateDecimal(new NativeDecimal((byte)width, (byte)scale, unscaled));
    }

    private static ValueHandle List<T>(DuckDbType elementType, IEnumerable<T> elements)
    {
        var values = new List<ValueHandle>();
        try
        {
            foreach (var element in elements) values.Add(Create(element));
            // One spare place: the library refuses a null address, even for an empty list.
            var pointers = new nint[values.Count + 1];
            for (var i = 0; i < values.Count; i++) pointers[i] = values[i].DangerousGetHandle();
            using var type = NativeMethods.CreateLogicalType(elementType);
            fixed (nint* start = pointers)
                return NativeMethods.CreateList(type, start, (ulong)values.Count);
        }
        finally
        {
            values.ForEach(v => v.Dispose());
        }
    }
}
