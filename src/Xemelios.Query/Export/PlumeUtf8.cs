using System.Globalization;
using System.Text.Unicode;

namespace Xemelios.Query.Export;

/// <summary>Writes UTF-8 through a buffer of its own: what makes a million rows of text cost less than their compression.</summary>
internal sealed class PlumeUtf8(Stream sortie)
{
    private const int PlusLongNombre = 64;

    private readonly byte[] _tampon = new byte[1 << 16];
    private int _rempli;

    public void Ecrire(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > _tampon.Length - _rempli)
            Vider();
        if (utf8.Length > _tampon.Length)
        {
            sortie.Write(utf8);
            return;
        }

        utf8.CopyTo(_tampon.AsSpan(_rempli));
        _rempli += utf8.Length;
    }

    /// <summary>Text as it is; half a surrogate pair becomes U+FFFD.</summary>
    public void Texte(ReadOnlySpan<char> texte)
    {
        while (!texte.IsEmpty)
        {
            Utf8.FromUtf16(texte, _tampon.AsSpan(_rempli), out var lus, out var ecrits);
            _rempli += ecrits;
            texte = texte[lus..];
            if (!texte.IsEmpty)
                Vider();
        }
    }

    /// <summary>A number or a date under an invariant format.</summary>
    public void Valeur<T>(T valeur, ReadOnlySpan<char> format)
        where T : IUtf8SpanFormattable
    {
        if (_tampon.Length - _rempli < PlusLongNombre)
            Vider();
        if (!valeur.TryFormat(_tampon.AsSpan(_rempli), out var ecrits, format, CultureInfo.InvariantCulture))
            throw new ArgumentOutOfRangeException(nameof(valeur));
        _rempli += ecrits;
    }

    public void Vider()
    {
        sortie.Write(_tampon.AsSpan(0, _rempli));
        _rempli = 0;
    }
}
