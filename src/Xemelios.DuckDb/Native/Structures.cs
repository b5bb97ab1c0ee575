using System.Runtime.InteropServices;

namespace Xemelios.DuckDb.Native;

/// <summary>duckdb_result: 48 bytes; only the last field still means something, and it belongs to the library.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeResult
{
    private readonly ulong _columnCount;
    private readonly ulong _rowCount;
    private readonly ulong _rowsChanged;
    private readonly nint _columns;
    private readonly nint _errorMessage;
    private readonly nint _internalData;
}

/// <summary>duckdb_hugeint.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct NativeHugeInt(Int128 value)
{
    private readonly ulong _lower = unchecked((ulong)value);
    private readonly long _upper = unchecked((long)(value >> 64));

    public Int128 ToInt128() => new(unchecked((ulong)_upper), _lower);
}

/// <summary>duckdb_decimal: value = unscaled / 10^scale.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct NativeDecimal(byte width, byte scale, Int128 unscaled)
{
    private readonly byte _width = width;
    private readonly byte _scale = scale;
    private readonly NativeHugeInt _value = new(unscaled);
}

/// <summary>duckdb_list_entry: where the elements of one row lie in the child vector.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct NativeListEntry
{
    public readonly ulong Offset;
    public readonly ulong Length;
}

/// <summary>duckdb_string_t: up to 12 bytes lie inside of it, longer texts behind a pointer after a 4-byte prefix.</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
internal unsafe struct NativeString
{
    public const int MaxInlined = 12;

    [FieldOffset(0)] public uint Length;
    [FieldOffset(4)] private fixed byte _inlined[MaxInlined];
    [FieldOffset(8)] private readonly byte* _pointer;

    /// <summary>Bytes of the string at <paramref name="text"/>, which must stay in native memory while they are read.</summary>
    public static ReadOnlySpan<byte> Bytes(NativeString* text)
    {
        var length = checked((int)text->Length);
        return length <= MaxInlined ? new(text->_inlined, length) : new(text->_pointer, length);
    }

    /// <summary>Writes a short text in place. All 16 bytes are set, since DuckDB compares them whole.</summary>
    public static void WriteInlined(NativeString* target, ReadOnlySpan<byte> bytes)
    {
        *target = default;
        target->Length = (uint)bytes.Length;
        bytes.CopyTo(new Span<byte>(target->_inlined, MaxInlined));
    }
}

/// <summary>duckdb_state.</summary>
internal enum NativeState
{
    Success = 0,
    Error = 1,
}
