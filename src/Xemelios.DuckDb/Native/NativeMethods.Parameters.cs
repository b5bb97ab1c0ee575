using System.Runtime.InteropServices;

namespace Xemelios.DuckDb.Native;

/// <summary>Binding values to a prepared statement; parameters count from 1.</summary>
internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library, EntryPoint = "duckdb_nparams")]
    internal static partial ulong ParameterCount(PreparedStatementHandle statement);

    [LibraryImport(Library, EntryPoint = "duckdb_parameter_name")]
    internal static partial nint ParameterName(PreparedStatementHandle statement, ulong index);

    [LibraryImport(Library, EntryPoint = "duckdb_clear_bindings")]
    internal static partial NativeState ClearBindings(PreparedStatementHandle statement);

    [LibraryImport(Library, EntryPoint = "duckdb_bind_value")]
    internal static partial NativeState BindValue(PreparedStatementHandle statement, ulong index, ValueHandle value);

    [LibraryImport(Library, EntryPoint = "duckdb_create_null_value")]
    internal static partial ValueHandle CreateNull();

    [LibraryImport(Library, EntryPoint = "duckdb_create_bool")]
    internal static partial ValueHandle CreateBoolean([MarshalAs(UnmanagedType.U1)] bool value);

    [LibraryImport(Library, EntryPoint = "duckdb_create_int8")]
    internal static partial ValueHandle CreateInt8(sbyte value);

    [LibraryImport(Library, EntryPoint = "duckdb_create_uint8")]
    internal static partial ValueHandle CreateUInt8(byte value);

    [LibraryImport(Library, EntryPoint = "duckdb_create_int16")]
    internal static partial ValueHandle CreateInt16(short value);

    [LibraryImport(Library, EntryPoint = "duckdb_create_uint16")]
    internal static partial ValueHandle CreateUInt16(ushort value);

    [LibraryImport(Library, EntryPoint = "duckdb_create_int32")]
    internal static partial ValueHandle CreateInt32(int value);

    [LibraryImport(Library, EntryPoint = "duckdb_create_uint32")]
    internal static partial ValueHandle CreateUInt32(uint value);

    [LibraryImport(Library, EntryPoint = "duckdb_create_int64")]
    internal static partial ValueHandle CreateInt64(long value);

    [LibraryImport(Library, EntryPoint = "duckdb_create_uint64")]
    internal static partial ValueHandle CreateUInt64(ulong value);

    [LibraryImport(Library, EntryPoint = "duckdb_create_hugeint")]
    internal static partial ValueHandle CreateHugeInt(NativeHugeInt value);

    [LibraryImport(Library, EntryPoint = "duckdb_create_decimal")]
    internal static partial ValueHandle CreateDecimal(NativeDecimal value);

    [LibraryImport(Library, EntryPoint = "duckdb_create_double")]
    internal static partial ValueHandle CreateDouble(double value);

    [LibraryImport(Library, EntryPoint = "duckdb_create_date")]
    internal static partial ValueHandle CreateDate(int days);

    [LibraryImport(Library, EntryPoint = "duckdb_create_timestamp")]
    internal static partial ValueHandle CreateTimestamp(long microseconds);

    [LibraryImport(Library, EntryPoint = "duckdb_create_varchar_length")]
    internal static partial ValueHandle CreateVarchar(byte* text, ulong length);

    [LibraryImport(Library, EntryPoint = "duckdb_create_blob")]
    internal static partial ValueHandle CreateBlob(byte* bytes, ulong length);

    [LibraryImport(Library, EntryPoint = "duckdb_create_list_value")]
    internal static partial ValueHandle CreateList(LogicalTypeHandle elementType, nint* values, ulong count);

    [LibraryImport(Library, EntryPoint = "duckdb_destroy_value")]
    internal static partial void DestroyValue(ref nint value);
}
