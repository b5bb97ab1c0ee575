using System.Collections.Concurrent;

namespace Xemelios.Store.Tests.Originals;

/// <summary>A source that gives what the test tells it to, when the test tells it to.</summary>
internal sealed class SourceCommandee : Stream
{
    private readonly BlockingCollection<Func<byte[]>> _suite = [];
    private byte[] _reste = [];

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Set once the copier asked for something.</summary>
    public ManualResetEventSlim Demandee { get; } = new();

    public void Livrer(ReadOnlySpan<byte> octets)
    {
        var bloc = octets.ToArray();
        _suite.Add(() => bloc);
    }

    public void Finir() => _suite.CompleteAdding();

    public void Rompre(Exception echec) => _suite.Add(() => throw echec);

    public override int Read(Span<byte> buffer)
    {
        Demandee.Set();
        if (_reste.Length == 0)
        {
            if (!_suite.TryTake(out var suivant, Timeout.Infinite))
                return 0;
            _reste = suivant();
        }

        var lus = Math.Min(buffer.Length, _reste.Length);
        _reste.AsSpan(0, lus).CopyTo(buffer);
        _reste = _reste[lus..];
        return lus;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
