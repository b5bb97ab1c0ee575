namespace Xemelios.Query.JustificatifsAttendus;

/// <summary>A piece that is there: a reference of a bulletin that was resolved, or a piece of a mandat of the month.</summary>
public sealed record PieceConnue(int Piece, string Nom, string? Description)
{
    /// <summary>Name and description, folded.</summary>
    internal string Mots { get; init; } = MotsDePiece.Plier(Nom, Description);
}

/// <summary>Whether an expected piece is there; doubt is shown, not hidden.</summary>
public enum PresenceDePiece
{
    /// <summary>A piece says by its name or its description that it is this one.</summary>
    Presente,

    /// <summary>Pieces are there, but nothing says of what nature they are.</summary>
    NatureInconnue,

    /// <summary>Nothing, or pieces that say that they are something else.</summary>
    Manquante,
}

/// <summary>One expected piece, and what was found for it.</summary>
public sealed record PieceDemandee(string Cle, string Libelle, PresenceDePiece Presence, IReadOnlyList<PieceConnue> Pieces)
{
    /// <summary>Asked in some cases only: its absence proves nothing.</summary>
    public bool Conditionnelle { get; init; }
}
