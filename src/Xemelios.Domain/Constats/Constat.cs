using Xemelios.Domain.Valeurs;

namespace Xemelios.Domain.Constats;

/// <summary>What a rule found: a French sentence and the keys that prove it.</summary>
/// <param name="Code">The rule's code, such as RAP-01.</param>
/// <param name="Message">What is wrong, with its figures; no personal data.</param>
/// <param name="Montant">The amount at stake, when there is one.</param>
public sealed record Constat(string Code, Gravite Gravite, string Message, Montant? Montant, IReadOnlyList<Preuve> Preuves);

/// <summary>One key that leads to the rows behind a finding.</summary>
public sealed record Preuve(SorteDePreuve Sorte, string Cle);

/// <summary>What a proof points to.</summary>
public enum SorteDePreuve
{
    Nature,

    /// <summary>Number of a mandat.</summary>
    Mandat,

    /// <summary>IdUnique of a piece, else its name.</summary>
    Piece,

    /// <summary>Matricule of a bulletin.</summary>
    Bulletin,

    /// <summary>Fingerprint of a file.</summary>
    Volume,
}
