using System.Buffers;
using Xemelios.Domain.Constats;

namespace Xemelios.Import.Intake;

/// <summary>What XmlReader cannot bound by itself, between decoding and XmlReader.</summary>
/// <remarks>
/// Characters forbidden by XML 1.0 become spaces, one for one so that columns hold. A tag longer than <see cref="MaxBalise"/> and a DTD
/// are refused before XmlReader buffers them. The text of an element (the base64 of a piece) may have any length. Quotes are followed
/// as XML does: a ">" inside a value does not end a tag.
/// </remarks>
public sealed class LimitedXmlTextReader(TextReader source, TypeDAnomalie tropLong, TypeDAnomalie dtd) : TextReader
{
    /// <summary>Characters between "&lt;" and "&gt;".</summary>
    public const int MaxBalise = 1_048_576;

    private static readonly SearchValues<char> Controles =
        SearchValues.Create([.. Enumerable.Range(0, 32).Select(i => (char)i).Where(c => c is not ('\t' or '\n' or '\r'))]);

    private readonly SuiviDeBalise _balise = new();
    private char? _enAttente;
    private int _ligne = 1;
    private int _ligneDeBalise = 1;

    /// <summary>How many forbidden characters were replaced so far.</summary>
    public long CaracteresRemplaces { get; private set; }

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        var lus = Lire(buffer);
        var bloc = buffer[..lus];
        Assainir(bloc);
        Surveiller(bloc);
        return lus;
    }

    public override int Read()
    {
        Span<char> un = stackalloc char[2];
        return Read(un[..1]) == 0 ? -1 : un[0];
    }

    public override int Peek() => -1;

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            source.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Fills the buffer without ending on half a surrogate pair, unless the source ends there.</summary>
    private int Lire(Span<char> buffer)
    {
        if (buffer.IsEmpty)
            return 0;
        var debut = 0;
        if (_enAttente is { } garde)
        {
            buffer[0] = garde;
            (_enAttente, debut) = (null, 1);
        }

        var lus = debut < buffer.Length ? source.Read(buffer[debut..]) : 0;
        var total = debut + lus;
        if (lus > 0 && total > 1 && char.IsHighSurrogate(buffer[total - 1]))
            _enAttente = buffer[--total];
        return total;
    }

    private void Assainir(Span<char> bloc)
    {
        for (var reste = bloc; reste.IndexOfAny(Controles) is var rang and >= 0; reste = reste[(rang + 1)..])
            Remplacer(ref reste[rang]);
        for (var reste = bloc; reste.IndexOfAnyInRange('\uD800', '\uFFFF') is var rang and >= 0;)
        {
            var paire = char.IsHighSurrogate(reste[rang]) && rang + 1 < reste.Length && char.IsLowSurrogate(reste[rang + 1]);
            if (!paire && (char.IsSurrogate(reste[rang]) || reste[rang] >= '\uFFFE'))
                Remplacer(ref reste[rang]);
            reste = reste[(rang + (paire ? 2 : 1))..];
        }
    }

    private void Remplacer(ref char caractere)
    {
        caractere = ' ';
        CaracteresRemplaces++;
    }

    private void Surveiller(ReadOnlySpan<char> bloc)
    {
        var (etat, rang) = _balise.Avancer(bloc, MaxBalise);
        if (etat == EtatDeBalise.Dtd)
            throw Refus(dtd, _ligne + bloc[..rang].Count('\n'));
        if (etat == EtatDeBalise.TropLongue)
            throw Refus(tropLong, rang >= 0 ? _ligne + bloc[..rang].Count('\n') : _ligneDeBalise);
        if (etat == EtatDeBalise.Ouverte && rang >= 0)
            _ligneDeBalise = _ligne + bloc[..rang].Count('\n');
        _ligne += bloc.Count('\n');
    }

    private static FichierRefuseException Refus(TypeDAnomalie motif, int ligne) => new(motif.En(new Provenance(null, ligne)));
}
