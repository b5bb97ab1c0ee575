using Microsoft.Win32.SafeHandles;

namespace Xemelios.Store.Originals;

/// <summary>Reads the file of a copy behind its copier: what is not there yet is waited for.</summary>
internal sealed class FluxSuivi(CopieEnCours copie, SafeFileHandle fichier) : Stream
{
    private long _position;

    public override bool CanRead => !fichier.IsClosed;

    public override bool CanSeek => !fichier.IsClosed;

    public override bool CanWrite => false;

    public override long Length => copie.AttendreLaTaille();

    public override long Position
    {
        get => _position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _position = value;
        }
    }

    public override int Read(Span<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(fichier.IsClosed, this);
        var presents = copie.AttendreAuDela(_position) - _position;
        if (presents <= 0)
            return 0;
        var lus = RandomAccess.Read(fichier, buffer[..(int)Math.Min(buffer.Length, presents)], _position);
        _position += lus;
        return lus;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => Position = offset + origin switch
    {
        SeekOrigin.Begin => 0,
        SeekOrigin.Current => _position,
        _ => Length,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            fichier.Dispose();
        base.Dispose(disposing);
    }
}
