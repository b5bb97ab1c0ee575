using System.Text;
using System.Xml;

namespace Xemelios.Import.Intake;

/// <summary>From the line and column that XmlReader tells to the byte of the original file.</summary>
/// <remarks>
/// A cursor that only goes forward: asking for places in document order costs one reading of the file in all. Lines end as XmlReader
/// counts them ("\n", "\r\n", "\r" alone); columns are UTF-16 units, as it counts them too.
/// </remarks>
public sealed class PositionDansLeFlux : IDisposable
{
    private readonly Stream _flux;
    private readonly byte[] _tampon = new byte[64 * 1024];
    private readonly int _pas;
    private readonly int _rangSignifiant;
    private readonly bool _utf8;
    private readonly bool _connu;
    private int _debut;
    private int _fin;
    private long _octet;
    private int _ligne = 1;
    private int _colonne = 1;
    private bool _apresRetour;

    /// <param name="flux">A second, seekable stream on the bytes that <see cref="DecodageXml"/> decoded; disposed with this.</param>
    public PositionDansLeFlux(Stream flux, TexteXml texte)
        : this(flux, texte.Encodage, texte.OctetsDeBom)
    {
    }

    /// <param name="debut">Byte that is line 1, column 1.</param>
    internal PositionDansLeFlux(Stream flux, Encoding encodage, long debut)
    {
        _flux = flux;
        _flux.Position = _octet = debut;
        _utf8 = encodage is UTF8Encoding;
        _pas = encodage is UnicodeEncoding ? 2 : 1;
        _rangSignifiant = encodage.CodePage == 1201 ? 1 : 0;
        _connu = _utf8 || _pas == 2 || encodage.IsSingleByte;
    }

    /// <summary>The byte of the "&lt;" of the element on which the reader stands.</summary>
    public long? OctetDeLaBalise(IXmlLineInfo position) => Octet(position.LineNumber, position.LinePosition - 1);

    /// <summary>The byte of the character at a line and column, both from 1; null for a place before the last one asked.</summary>
    public long? Octet(int ligne, int colonne)
    {
        if (!_connu || ligne < _ligne || (ligne == _ligne && colonne < _colonne))
            return null;
        while (_ligne < ligne && Remplir())
            PasserLigne();
        while (_ligne == ligne && _colonne < colonne && Remplir())
            Avancer(colonne);
        SauterLfApresRetour(ligne);
        return _octet;
    }

    public void Dispose() => _flux.Dispose();

    private bool Remplir()
    {
        if (_fin - _debut >= _pas)
            return true;
        _tampon.AsSpan(_debut, _fin - _debut).CopyTo(_tampon);
        (_debut, _fin) = (0, _fin - _debut);
        _fin += _flux.ReadAtLeast(_tampon.AsSpan(_fin), _pas, throwOnEndOfStream: false);
        return _fin >= _pas;
    }

    /// <summary>Moves to just after the end of the present line, or to the end of what is buffered.</summary>
    private void PasserLigne()
    {
        var reste = _tampon.AsSpan(_debut, _fin - _debut);
        if (_apresRetour && Unite(reste) == '\n')
        {
            Consommer(_pas);
            _apresRetour = false;
            return;
        }

        var rang = RangDeFinDeLigne(reste);
        if (rang < 0)
        {
            Consommer(reste.Length / _pas * _pas);
            _apresRetour = false;
            return;
        }

        _apresRetour = Unite(reste[rang..]) == '\r';
        Consommer(rang + _pas);
        (_ligne, _colonne) = (_ligne + 1, 1);
    }

    /// <summary>The line feed of a "\r\n" belongs to the line before: it is passed before columns are counted.</summary>
    private void SauterLfApresRetour(int ligne)
    {
        if (_apresRetour && _ligne == ligne && _colonne == 1 && Remplir())
        {
            if (Unite(_tampon.AsSpan(_debut, _fin - _debut)) == '\n')
                Consommer(_pas);
            _apresRetour = false;
        }
    }

    private void Avancer(int colonne)
    {
        SauterLfApresRetour(_ligne);
        _apresRetour = false;
        var reste = _tampon.AsSpan(_debut, _fin - _debut);
        var voulues = Math.Min(colonne - _colonne, reste.Length / _pas);
        if (voulues == 0)
            return;
        if (!_utf8 || Ascii.IsValid(reste[..voulues]))
        {
            _colonne += voulues;
            Consommer(voulues * _pas);
            return;
        }

        AvancerEnUtf8(reste, colonne);
    }

    /// <summary>A sequence counts one column on its first byte (two past U+FFFF); its other bytes count none.</summary>
    private void AvancerEnUtf8(ReadOnlySpan<byte> reste, int colonne)
    {
        var i = 0;
        while (i < reste.Length && (_colonne < colonne || (reste[i] & 0xC0) == 0x80))
        {
            if ((reste[i] & 0xC0) != 0x80)
                _colonne += reste[i] >= 0xF0 ? 2 : 1;
            i++;
        }

        Consommer(i);
    }

    private int RangDeFinDeLigne(ReadOnlySpan<byte> reste)
    {
        if (_pas == 1)
            return reste.IndexOfAny((byte)'\n', (byte)'\r');
        for (var i = 0; i + 1 < reste.Length; i += 2)
        {
            if (Unite(reste[i..]) is '\n' or '\r')
                return i;
        }

        return -1;
    }

    private char Unite(ReadOnlySpan<byte> octets) => _pas == 1
        ? (char)octets[0]
        : (char)(octets[_rangSignifiant] | (octets[1 - _rangSignifiant] << 8));

    private void Consommer(int octets)
    {
        _debut += octets;
        _octet += octets;
    }
}
