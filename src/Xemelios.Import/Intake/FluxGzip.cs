using System.Buffers.Binary;
using System.IO.Compression;

namespace Xemelios.Import.Intake;

/// <summary>Decompresses gzip (RFC 1952), one member after another, and checks that each one is whole.</summary>
/// <remarks>GZipStream takes the end of a cut file for the end of its content: half a paye would pass for a whole one.</remarks>
internal sealed class FluxGzip(Stream source) : FluxEnLecture
{
    private static readonly byte[] Magie = [0x1F, 0x8B];

    private readonly Reprise _source = new(source);
    private DeflateStream? _membre;
    private Crc32 _crc = new();
    private uint _longueur;
    private bool _commence;

    public override int Read(Span<byte> buffer)
    {
        if (!_commence)
            Commencer();
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
        _commence = true;
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
        _source.Marquer();
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
        if (_source.CommencePar(Magie))
            Commencer();
    }

    /// <summary>Feeds DeflateStream, which reads ahead, and takes back what it did not use.</summary>
    private sealed class Reprise(Stream source) : FluxEnLecture
    {
        private const int Bloc = 8192;

        /// <summary>Room for the end of a member and the start of the next one after a full block.</summary>
        private readonly byte[] _bloc = new byte[Bloc + 16];
        private int _debut;
        private int _fin;
        private int _membre;

        /// <summary>More was asked than there is: the member is cut.</summary>
        public bool EstEpuisee { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            if (_debut == _fin)
                (_debut, _membre, _fin) = (0, 0, source.Read(_bloc, 0, Bloc));
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

        /// <summary>The data of a member starts here.</summary>
        public void Marquer() => _membre = _debut;

        /// <summary>Finds the mark that ends the member, and goes on after it.</summary>
        /// <remarks>
        /// The member ends in the present block: DeflateStream only asks for a block when it needs it. The mark of an empty member is all
        /// zeros, like the last byte of its data: of several places, the one that another member or the end follows is the right one.
        /// </remarks>
        public bool ReprendreApres(ReadOnlySpan<byte> marque)
        {
            Completer(_membre, marque.Length + Magie.Length);
            var zone = _bloc.AsSpan(0, _fin);
            _debut = -1;
            for (var depart = 0; zone[depart..].IndexOf(marque) is var rang and >= 0; depart += rang + 1)
            {
                _debut = depart + rang + marque.Length;
                if (_debut == _fin || zone[_debut..].StartsWith(Magie))
                    break;
            }

            return _debut >= 0;
        }

        public bool CommencePar(ReadOnlySpan<byte> octets)
        {
            Completer(_debut, octets.Length);
            return _bloc.AsSpan(_debut, _fin - _debut).StartsWith(octets);
        }

        /// <summary>Drops what precedes a place and reads some bytes more after the block.</summary>
        private void Completer(int depuis, int octets)
        {
            _bloc.AsSpan(depuis, _fin - depuis).CopyTo(_bloc);
            (_debut, _membre, _fin) = (0, 0, _fin - depuis);
            var voulus = Math.Min(octets, _bloc.Length - _fin);
            _fin += source.ReadAtLeast(_bloc.AsSpan(_fin, voulus), voulus, throwOnEndOfStream: false);
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                source.Dispose();
            base.Dispose(disposing);
        }
    }
}
