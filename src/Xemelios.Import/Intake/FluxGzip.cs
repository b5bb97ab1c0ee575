using System.Buffers.Binary;
using System.IO.Compression;

namespace Xemelios.Import.Intake;

/// <summary>Decompresses gzip (RFC 1952), one member after another, and checks that each one is whole.</summary>
/// <remarks>GZipStream takes the end of a cut file for the end of its content: half a paye would pass for a whole one.</remarks>
internal sealed class FluxGzip : FluxEnLecture
{
    private readonly Reprise _source;
    private DeflateStream? _membre;
    private Crc32 _crc = new();
    private uint _longueur;

    public FluxGzip(Stream source)
    {
        _source = new Reprise(source);
        Commencer();
    }

    public override int Read(Span<byte> buffer)
    {
        while (_membre is not null && !buffer.IsEmpty)
        {
            var lus = _membre.Read(buffer);
            _crc.Ajouter(buffer[..lus]);
            _longueur = unchecked(_longueur + (uint)lus);
            if (lus > 0)
                return lus;
            Terminer();
        }

        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _membre?.Dispose();
            _source.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Commencer()
    {
        Span<byte> fixe = stackalloc byte[10];
        _source.Exactement(fixe);
        if (fixe is not [0x1F, 0x8B, 8, ..])
            throw new InvalidDataException();
        var drapeaux = fixe[3];
        if ((drapeaux & 4) != 0)
        {
            _source.Exactement(fixe[..2]);
            for (int reste = BinaryPrimitives.ReadUInt16LittleEndian(fixe); reste > 0; reste--)
                _source.Exactement(fixe[..1]);
        }

        if ((drapeaux & 8) != 0)
            PasserTexte(fixe[..1]);
        if ((drapeaux & 16) != 0)
            PasserTexte(fixe[..1]);
        if ((drapeaux & 2) != 0)
            _source.Exactement(fixe[..2]);
        (_crc, _longueur) = (new Crc32(), 0);
        _membre = new DeflateStream(_source, CompressionMode.Decompress, leaveOpen: true);
    }

    private void PasserTexte(Span<byte> un)
    {
        do
            _source.Exactement(un);
        while (un[0] != 0);
    }

    /// <summary>The check sum and length that follow a member tell that it is whole, and where it ends. Other bytes after it are padding.</summary>
    private void Terminer()
    {
        _membre!.Dispose();
        _membre = null;
        Span<byte> fin = stackalloc byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(fin, _crc.Valeur);
        BinaryPrimitives.WriteUInt32LittleEndian(fin[4..], _longueur);
        if (_source.EstEpuisee || !_source.ReprendreApres(fin))
            throw new InvalidDataException();
        if (_source.CommencePar([0x1F, 0x8B]))
            Commencer();
    }

    /// <summary>Feeds DeflateStream, which reads ahead, and takes back what it did not use.</summary>
    private sealed class Reprise(Stream source) : FluxEnLecture
    {
        private const int Bloc = 8192;

        private readonly byte[] _bloc = new byte[Bloc + 8];
        private int _debut;
        private int _fin;

        /// <summary>More was asked than there is: the member is cut.</summary>
        public bool EstEpuisee { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            if (_debut == _fin)
                (_debut, _fin) = (0, source.Read(_bloc, 0, Bloc));
            EstEpuisee |= _fin == 0;
            var lus = Math.Min(buffer.Length, _fin - _debut);
            _bloc.AsSpan(_debut, lus).CopyTo(buffer);
            _debut += lus;
            return lus;
        }

        public void Exactement(Span<byte> octets)
        {
            while (!octets.IsEmpty)
            {
                var lus = Read(octets);
                if (lus == 0)
                    throw new InvalidDataException();
                octets = octets[lus..];
            }
        }

        /// <summary>The member ends in the present block: DeflateStream only asks for a block when it needs it.</summary>
        public bool ReprendreApres(ReadOnlySpan<byte> marque)
        {
            _fin += source.ReadAtLeast(_bloc.AsSpan(_fin, 8), 8, throwOnEndOfStream: false);
            var rang = _bloc.AsSpan(0, _fin).IndexOf(marque);
            _debut = rang + marque.Length;
            return rang >= 0;
        }

        public bool CommencePar(ReadOnlySpan<byte> octets)
        {
            if (_fin - _debut < octets.Length)
            {
                _bloc.AsSpan(_debut, _fin - _debut).CopyTo(_bloc);
                (_debut, _fin) = (0, _fin - _debut);
                _fin += source.ReadAtLeast(_bloc.AsSpan(_fin, Bloc - _fin), octets.Length, throwOnEndOfStream: false);
            }

            return _bloc.AsSpan(_debut, _fin - _debut).StartsWith(octets);
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                source.Dispose();
            base.Dispose(disposing);
        }
    }
}
