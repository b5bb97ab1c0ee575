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

    /// <summary>The bytes that follow the tag of the current element; empty when they are not at hand, or when its name is unknown or has a prefix.</summary>
    public virtual ReadOnlySpan<byte> Suite => default;

    /// <summary>Where the last tag ends, among the bytes at hand.</summary>
    public virtual int Place => 0;

    /// <summary>Where V starts, among the bytes at hand.</summary>
    public virtual int PlaceDeV => 0;

    /// <summary>The bytes from a place to <see cref="Place"/>.</summary>
    public virtual ReadOnlySpan<byte> Depuis(int place) => default;

    /// <summary>Goes past so many bytes of <see cref="Suite"/>, which were seen to be the content and the end of the current element.</summary>
    /// <param name="derniere">The last element of the content.</param>
    public virtual void Passer(int longueur, Balise derniere) => throw new NotSupportedException();

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
