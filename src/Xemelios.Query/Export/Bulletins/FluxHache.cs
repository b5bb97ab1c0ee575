using System.Security.Cryptography;

namespace Xemelios.Query.Export.Bulletins;

/// <summary>Hashes what is written through it, and counts it; the stream under it stays open.</summary>
internal sealed class FluxHache(Stream sortie, IncrementalHash hachage) : Stream
{
    private long _octets;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    /// <summary>Bytes written.</summary>
    public override long Length => _octets;

    public override long Position
    {
        get => _octets;
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        hachage.AppendData(buffer);
        sortie.Write(buffer);
        _octets += buffer.Length;
    }

    public override void Flush() => sortie.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
