using System.Runtime.InteropServices;

namespace Xemelios.DuckDb.Native;

/// <summary>Base of what libduckdb allocates: a pointer whose destructor takes its address and clears it.</summary>
internal abstract class DuckDbHandle : SafeHandle
{
    protected DuckDbHandle() : base(0, ownsHandle: true)
    {
    }

    public override bool IsInvalid => handle == 0;
}

internal sealed class DatabaseHandle : DuckDbHandle
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.Close(ref handle);
        return true;
    }
}

internal sealed class InstanceCacheHandle : DuckDbHandle
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.DestroyInstanceCache(ref handle);
        return true;
    }
}

internal sealed class ConfigHandle : DuckDbHandle
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.DestroyConfig(ref handle);
        return true;
    }
}

internal sealed class ConnectionHandle : DuckDbHandle
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.Disconnect(ref handle);
        return true;
    }
}

internal sealed class ExtractedStatementsHandle : DuckDbHandle
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.DestroyExtracted(ref handle);
        return true;
    }
}

internal sealed class PreparedStatementHandle : DuckDbHandle
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.DestroyPrepare(ref handle);
        return true;
    }
}

internal sealed class PendingResultHandle : DuckDbHandle
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.DestroyPending(ref handle);
        return true;
    }
}

internal sealed class ValueHandle : DuckDbHandle
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.DestroyValue(ref handle);
        return true;
    }
}

internal sealed class LogicalTypeHandle : DuckDbHandle
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.DestroyLogicalType(ref handle);
        return true;
    }
}

internal sealed class DataChunkHandle : DuckDbHandle
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.DestroyDataChunk(ref handle);
        return true;
    }
}

/// <summary>An appender. Releasing it would flush what it still buffers, so the buffer is emptied first:
/// rows reach the table only by an explicit flush or close.</summary>
internal sealed class AppenderHandle : DuckDbHandle
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.AppenderClear(handle);
        NativeMethods.AppenderDestroy(ref handle);
        return true;
    }
}

/// <summary>A result: the only native object that the caller allocates, as a structure passed by value or by address.</summary>
internal sealed unsafe class ResultHandle : SafeHandle
{
    public ResultHandle() : base(0, ownsHandle: true) => SetHandle((nint)NativeMemory.AllocZeroed((nuint)sizeof(NativeResult)));

    public override bool IsInvalid => handle == 0;

    /// <summary>Address of the structure, valid until the handle is disposed.</summary>
    public NativeResult* Pointer
    {
        get
        {
            ObjectDisposedException.ThrowIf(IsClosed, this);
            return (NativeResult*)handle;
        }
    }

    protected override bool ReleaseHandle()
    {
        NativeMethods.DestroyResult((NativeResult*)handle);
        NativeMemory.Free((void*)handle);
        return true;
    }
}
