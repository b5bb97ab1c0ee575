using Xemelios.DuckDb.Native;

namespace Xemelios.DuckDb;

/// <summary>Makes the exception that a failed result carries.</summary>
internal static unsafe class ResultFailure
{
    public static DuckDbException Of(NativeResult* result) =>
        new(NativeMethods.Text(NativeMethods.ResultError(result)) ?? "DuckDB failed without a message.", NativeMethods.ResultErrorType(result));
}
