using Xemelios.Domain.Valeurs;

namespace Xemelios.Store.Gestion.Notes;

/// <summary>The kinds of notes, as they are written in gestion.db.</summary>
public enum SorteDeNote
{
    /// <summary>An agent contests something that is held on him (RGPD, art. 16): the source stays as received, the note stands beside it.</summary>
    Rectification,
}

/// <summary>What became of a note.</summary>
public enum EtatDeNote
{
    EnAttente,
    Acceptee,
    Refusee,
}

/// <summary>What a note is about: an agent of an employer, and for a bulletin where it stood when the note was written.</summary>
/// <param name="Siret">The employer.</param>
public sealed record CibleDeNote(string Siret)
{
    /// <summary>The agent; null for a bulletin that names none.</summary>
    public string? Matricule { get; init; }

    /// <summary>Fingerprint of the file and rank in it of the bulletin; null for a note on the agent.</summary>
    public string? Volume { get; init; }

    public int? Ordre { get; init; }

    /// <summary>Of the bulletin: they still say which one it was when its file is replaced, and decide who reads the note.</summary>
    public MoisDePaye? Mois { get; init; }

    /// <summary>Key of the budget of the bulletin (see <c>CodeBudget.Cle</c>).</summary>
    public string? Budget { get; init; }
}

/// <summary>A note: it is written once, what is decided of it comes after it, and nothing of either is ever changed.</summary>
/// <param name="Objet">What it bears on: for a rectification, the field that is contested.</param>
/// <param name="Texte">What is said, in objective words.</param>
/// <param name="Preuve">Reference of what proves it.</param>
/// <param name="Auteur">The account that wrote it.</param>
/// <param name="Le">UTC.</param>
public sealed record Note(long Id, SorteDeNote Sorte, CibleDeNote Cible, string Objet, string Texte, string? Preuve, string Auteur, DateTimeOffset Le)
{
    /// <summary>The first one first.</summary>
    public IReadOnlyList<DecisionDeNote> Decisions { get; init; } = [];

    /// <summary>What was decided last.</summary>
    public EtatDeNote Etat => Decisions is [.., var derniere] ? derniere.Etat : EtatDeNote.EnAttente;
}

/// <summary>What was decided of a note, why, by whom and when (UTC).</summary>
public sealed record DecisionDeNote(EtatDeNote Etat, string Motif, string Auteur, DateTimeOffset Le);
