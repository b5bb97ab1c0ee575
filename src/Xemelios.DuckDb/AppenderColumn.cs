using System.Text;
using Xemelios.DuckDb.Native;

namespace Xemelios.DuckDb;

/// <summary>One column of the chunk that an appender fills.</summary>
internal sealed unsafe class AppenderColumn
{
    private const int MaxDigits64 = 18;
    private static readonly long[] PowersOfTen = BuildPowers();
    private readonly DuckDbType _storage;
    private readonly int _width;
    private readonly long _limit64;
    private byte[] _buffer = new byte[256];
    private nint _vector;
    private byte* _data;
    private ulong* _validity;

    public AppenderColumn(LogicalTypeHandle type)
    {
        Type = _storage = NativeMethods.TypeId(type);
        if (Type != DuckDbType.Decimal) return;
        Scale = NativeMethods.DecimalScale(type);
        _storage = NativeMethods.DecimalInternalType(type);
        _width = NativeMethods.DecimalWidth(type);
        _limit64 = _width <= MaxDigits64 ? PowersOfTen[_width] : 0;
    }

    public DuckDbType Type { get; }

    public byte Scale { get; }

    public static LogicalTypeHandle[] Types(AppenderHandle appender)
    {
        var types = new LogicalTypeHandle[NativeMethods.AppenderColumnCount(appender)];
        for (var i = 0; i < types.Length; i++) types[i] = NativeMethods.AppenderColumnType(appender, (ulong)i);
        return types;
    }

    /// <summary>Makes a chunk of these types, and frees them.</summary>
    public static DataChunkHandle CreateChunk(LogicalTypeHandle[] types)
    {
        var pointers = Array.ConvertAll(types, type => type.DangerousGetHandle());
        try
        {
            fixed (nint* start = pointers)
                return NativeMethods.CreateDataChunk(start, (ulong)pointers.Length);
        }
        finally
        {
            foreach (var type in types) type.Dispose();
        }
    }

    /// <summary>Takes the addresses of an empty chunk; a reset moves them.</summary>
    public void Load(nint vector)
    {
        _vector = vector;
        _data = NativeMethods.VectorData(vector);
        _validity = null;
    }

    public void SetNull(int row)
    {
        if (_validity == null)
        {
            NativeMethods.EnsureValidityWritable(_vector);
            _validity = NativeMethods.VectorValidity(_vector);
        }

        _validity[row >> 6] &= ~(1UL << (row & 63));
    }

    public void Set<T>(int row, T value) where T : unmanaged => ((T*)_data)[row] = value;

    /// <summary>DuckDB does not check what is written in a chunk: out of range values would be stored.</summary>
    public void SetDecimal(int row, Int128 unscaled)
    {
        var limit = ScaledInteger.PowerOfTen(_width);
        if (unscaled >= limit || unscaled <= -limit)
            throw new OverflowException($"{unscaled}e-{Scale} has more digits than the column holds.");
        switch (_storage)
        {
            case DuckDbType.SmallInt: Set(row, (short)unscaled); break;
            case DuckDbType.Integer: Set(row, (int)unscaled); break;
            case DuckDbType.BigInt: Set(row, (long)unscaled); break;
            default: Set(row, new NativeHugeInt(unscaled)); break;
        }
    }

    /// <summary>A decimal; nearly all are small, and pass without the integers of 128 bits, which code compiled ahead of time cannot use.</summary>
    public void SetDecimal(int row, decimal value)
    {
        if (_storage == DuckDbType.BigInt && Fits64(value, out var unscaled) && unscaled < _limit64 && unscaled > -_limit64) Set(row, unscaled);
        else SetLargeDecimal(row, value);
    }

    /// <summary>The same for a value of 64 bits, as nearly all are: the usual column takes it as it is.</summary>
    public void SetDecimal(int row, long unscaled)
    {
        if (_storage == DuckDbType.BigInt && unscaled < _limit64 && unscaled > -_limit64) Set(row, unscaled);
        else SetDecimal(row, (Int128)unscaled);
    }

    /// <summary>The place of values in the vector, to be filled.</summary>
    public Span<int> Int32s(int row, int count) => new((int*)_data + row, count);

    /// <summary>Many decimals of a column that holds them on 64 bits, <see cref="TableAppender.NoDecimal"/> for null.</summary>
    public void SetDecimals(int row, ReadOnlySpan<long> unscaled)
    {
        if (_storage != DuckDbType.BigInt) throw new InvalidOperationException("Only decimals of 10 to 18 digits are given together.");
        var place = new Span<long>((long*)_data + row, unscaled.Length);
        unscaled.CopyTo(place);
        for (var i = 0; i < place.Length; i++)
        {
            if (place[i] < _limit64 && place[i] > -_limit64) continue;
            if (place[i] != TableAppender.NoDecimal) throw new OverflowException($"{place[i]}e-{Scale} has more digits than the column holds.");
            place[i] = 0;
            SetNull(row + i);
        }
    }

    private void SetLargeDecimal(int row, decimal value) => SetDecimal(row, ScaledInteger.FromDecimal(value, Scale));

    /// <summary>value × 10^scale of the column, when it is whole and the digits written are few enough.</summary>
    private bool Fits64(decimal value, out long unscaled)
    {
        unscaled = 0;
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var missing = Scale - value.Scale;
        var digits = unchecked((ulong)(uint)bits[1] << 32 | (uint)bits[0]);
        if (bits[2] != 0 || missing is < 0 or > MaxDigits64 || digits >= (ulong)(PowersOfTen[MaxDigits64] / PowersOfTen[missing]))
            return false;
        unscaled = (long)digits * PowersOfTen[missing];
        if (bits[3] < 0) unscaled = -unscaled;
        return true;
    }

    private static long[] BuildPowers()
    {
        var powers = new long[MaxDigits64 + 1];
        powers[0] = 1;
        for (var i = 1; i < powers.Length; i++) powers[i] = powers[i - 1] * 10;
        return powers;
    }

    public void SetText(int row, string text)
    {
        var most = ParameterValue.StrictUtf8.GetMaxByteCount(text.Length);
        if (most > _buffer.Length) _buffer = new byte[most];
        var length = ParameterValue.StrictUtf8.GetBytes(text, _buffer);
        SetBytes(row, _buffer.AsSpan(0, length));
    }

    public void SetBytes(int row, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length <= NativeString.MaxInlined)
        {
            NativeString.WriteInlined((NativeString*)_data + row, bytes);
            return;
        }

        fixed (byte* start = bytes)
            NativeMethods.AssignString(_vector, (ulong)row, start, (ulong)bytes.Length);
    }
}
