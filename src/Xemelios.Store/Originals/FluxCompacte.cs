using System.Buffers.Binary;
using System.IO.Compression;

namespace Xemelios.Store.Originals;

/// <summary>Reads a compressed original anywhere, inflating the members that it needs and no other.</summary>
/// <remarks>Throws <see cref="InvalidDataException"/> as soon as it meets damage: each member carries its own checksum.</remarks>
internal sealed class FluxCompacte : Stream
{
    private readonly FileStream _fichier;
    private readonly List<long> _debuts = [0];
    private readonly long _octets;
    private readonly byte[] _contenu = new byte[MembreGzip.Contenu];
    private byte[] _membre = [];
    private int _charge = -1;
    private long _position;

    public FluxCompacte(string chemin)
    {
        _fichier = new FileStream(chemin, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1);
        try
        {
            _octets = Parcourir();
        }
        catch (EndOfStreamException)
        {
            _fichier.Dispose();
            throw Abime();
        }
        catch
        {
            _fichier.Dispose();
            throw;
        }
    }

    public override bool CanRead => _fichier.CanRead;

    public override bool CanSeek => _fichier.CanSeek;

    public override bool CanWrite => false;

    public override long Length => _octets;

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
        ObjectDisposedException.ThrowIf(!_fichier.CanRead, this);
        if (_position >= _octets || buffer.IsEmpty)
            return 0;
        Charger((int)(_position / MembreGzip.Contenu));
        var present = _contenu.AsSpan(0, OctetsDu(_charge))[(int)(_position % MembreGzip.Contenu)..];
        var lus = Math.Min(buffer.Length, present.Length);
        present[..lus].CopyTo(buffer);
        _position += lus;
        return lus;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => Position = offset + origin switch
    {
        SeekOrigin.Begin => 0,
        SeekOrigin.Current => _position,
        _ => _octets,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _fichier.Dispose();
        base.Dispose(disposing);
    }

    private static InvalidDataException Abime(Exception? cause = null) => new("L'original compressé est abîmé.", cause);

    /// <summary>Finds where each member begins, and returns how many bytes they hold together.</summary>
    private long Parcourir()
    {
        var enTete = new byte[MembreGzip.EnTete];
        while (_debuts[^1] < _fichier.Length)
        {
            _fichier.Position = _debuts[^1];
            _fichier.ReadExactly(enTete);
            _debuts.Add(_debuts[^1] + (MembreGzip.LongueurDe(enTete) ?? throw Abime()));
        }

        if (_debuts.Count == 1 || _debuts[^1] != _fichier.Length)
            throw Abime();
        _fichier.Position = _fichier.Length - 4;
        _fichier.ReadExactly(enTete, 0, 4);
        var dernier = BinaryPrimitives.ReadUInt32LittleEndian(enTete);
        if (dernier is 0 or > MembreGzip.Contenu)
            throw Abime();
        return ((_debuts.Count - 2L) * MembreGzip.Contenu) + dernier;
    }

    private int OctetsDu(int membre) => (int)Math.Min(MembreGzip.Contenu, _octets - ((long)membre * MembreGzip.Contenu));

    private void Charger(int membre)
    {
        if (membre == _charge)
            return;
        _charge = -1;
        var longueur = (int)(_debuts[membre + 1] - _debuts[membre]);
        if (_membre.Length < longueur)
            _membre = new byte[longueur];
        try
        {
            _fichier.Position = _debuts[membre];
            _fichier.ReadExactly(_membre, 0, longueur);
            using var gzip = new GZipStream(new MemoryStream(_membre, 0, longueur), CompressionMode.Decompress);
            gzip.ReadExactly(_contenu, 0, OctetsDu(membre));
            // The checksum comes after the last byte: it is looked at when there is nothing left to read.
            if (gzip.ReadByte() >= 0)
                throw Abime();
        }
        catch (Exception e) when (e is EndOfStreamException or InvalidDataException)
        {
            throw Abime(e);
        }

        _charge = membre;
    }
}
