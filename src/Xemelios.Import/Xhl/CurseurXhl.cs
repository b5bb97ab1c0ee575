using Xemelios.Domain.Constats;

namespace Xemelios.Import.Xhl;

/// <summary>How the bytes of a file had to be read.</summary>
/// <param name="Encodage">Name of the encoding really used.</param>
/// <param name="Repare">The bytes are not valid in the declared (or default) encoding: read as windows-1252.</param>
/// <param name="Windows1252">Declared ISO-8859-1, but holds letters that only windows-1252 has.</param>
internal sealed record FormeDuTexte(string Encodage, bool Repare, bool Windows1252);

/// <summary>Walks the elements of a pay file by local name, and tells where each one starts in the bytes of the file.</summary>
/// <remarks>Two of them: over the framework's XmlReader, and over bytes. What elements mean is decided once, by those who use it.</remarks>
internal abstract class CurseurXhl : IDisposable
{
    public abstract FormeDuTexte Forme { get; }

    /// <summary>The current element, when the format knows its name.</summary>
    public Balise Balise { get; protected set; }

    /// <summary>Elements around the current one: 0 for the root.</summary>
    public int Profondeur { get; protected set; }

    /// <summary>The local name of the current element.</summary>
    public abstract string Nom { get; }

    public abstract string EspaceDeNoms { get; }

    /// <summary>Where the current element starts. Places must be asked in document order.</summary>
    public abstract Provenance Ici { get; }

    /// <summary>The V attribute of the current element as written, or null when it has none.</summary>
    public abstract string? V { get; }

    /// <summary>The bytes of V when they are at hand and stand for themselves; empty when <see cref="V"/> must be asked.</summary>
    public virtual ReadOnlySpan<byte> Octets => default;

    /// <summary>Byte of the file where the current element starts.</summary>
    public virtual long? Octet => Ici.Octet;

    /// <summary>Where the last tag ends, among the bytes at hand; -1 when there are none to look at.</summary>
    public virtual int Place => -1;

    /// <summary>Where the current element starts, among the bytes at hand.</summary>
    public virtual int Debut => -1;

    /// <summary>Where V starts, among the bytes at hand.</summary>
    public virtual int PlaceDeV => -1;

    /// <summary>The bytes from a place to <see cref="Place"/>.</summary>
    public virtual ReadOnlySpan<byte> Depuis(int place) => default;

    /// <summary>The bytes from <see cref="Place"/> on, when the next tag is that of a child of an element of this depth, or of its end; else none.</summary>
    public virtual ReadOnlySpan<byte> Suite(int profondeur) => default;

    /// <summary>Goes past so many bytes of <see cref="Suite"/>, which were seen to be one whole child.</summary>
    /// <param name="debut">Where it starts in them.</param>
    /// <param name="derniere">The last element in it.</param>
    public virtual void Passer(int debut, int longueur, Balise derniere) => throw new NotSupportedException();

    /// <summary>Forbidden characters read as spaces so far.</summary>
    public virtual long CaracteresRemplaces => 0;

    /// <summary>The bytes at hand end here, between two elements, while the document goes on.</summary>
    public virtual bool AuBoutDuBloc => false;

    /// <summary>Moves to the root element.</summary>
    public abstract void AllerALaRacine();

    /// <summary>Moves to the next child of an element whose depth is given; false at its end. What was not read is passed over.</summary>
    public abstract bool EnfantSuivant(int profondeur);

    /// <summary>Reads to the very end, so that a file cut or followed by anything else is found out.</summary>
    public abstract void Finir();

    public abstract void Dispose();
}
