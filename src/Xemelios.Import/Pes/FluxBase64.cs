using System.Buffers;
using Xemelios.Import.Intake;

namespace Xemelios.Import.Pes;

/// <summary>Decodes base64 as it comes, whatever its white space.</summary>
/// <exception cref="FormatException">on a character or a length that base64 does not allow.</exception>
internal sealed class FluxBase64(TextReader texte) : FluxEnLecture
{
    private const int Quatrains = 4096;

    private static readonly SearchValues<char> Blancs = SearchValues.Create(" \t\r\n");
    private readonly char[] _brut = new char[Quatrains * 4];
    private readonly char[] _dense = new char[Quatrains * 8];
    private readonly byte[] _decode = new byte[Quatrains * 6];
    private int _denses;
    private int _debut;
    private int _fin;
    private bool _termine;

    public override int Read(Span<byte> buffer)
    {
        while (_debut == _fin && !_termine)
            Remplir();
        var lus = Math.Min(buffer.Length, _fin - _debut);
        _decode.AsSpan(_debut, lus).CopyTo(buffer);
        _debut += lus;
        return lus;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            texte.Dispose();
        base.Dispose(disposing);
    }

    private void Remplir()
    {
        var lus = texte.Read(_brut, 0, _brut.Length);
        Condenser(_brut.AsSpan(0, lus));
        _termine = lus == 0;
        var entiers = _denses / 4 * 4;
        if (_termine && entiers != _denses)
            throw new FormatException();
        if (!Convert.TryFromBase64Chars(_dense.AsSpan(0, entiers), _decode, out var octets))
            throw new FormatException();
        (_debut, _fin) = (0, octets);
        _dense.AsSpan(entiers, _denses - entiers).CopyTo(_dense);
        _denses -= entiers;
    }

    private void Condenser(ReadOnlySpan<char> reste)
    {
        while (!reste.IsEmpty)
        {
            var blanc = reste.IndexOfAny(Blancs);
            var bloc = blanc < 0 ? reste : reste[..blanc];
            bloc.CopyTo(_dense.AsSpan(_denses));
            _denses += bloc.Length;
            reste = blanc < 0 ? [] : reste[(blanc + 1)..];
        }
    }
}
