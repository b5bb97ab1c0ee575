namespace Xemelios.Query.JustificatifsAttendus;

/// <summary>What the list of justificatifs asks for one event of pay.</summary>
/// <param name="Rubrique">Number in annexe I of the CGCT, article D.1617-19, part 21 (collectivités).</param>
/// <param name="RubriqueSante">Number in part 22 (établissements de santé, sociaux et médico-sociaux).</param>
/// <param name="Texte">What the list says, in our words.</param>
public sealed record Exigence(
    EvenementDePaye Evenement, string Libelle, string? Rubrique, string? RubriqueSante, string Texte, IReadOnlyList<PieceAttendue> Pieces)
{
    /// <summary>The number for this employer.</summary>
    public string? RubriquePour(bool sante) => sante ? RubriqueSante : Rubrique;
}

/// <summary>One piece that the list asks for.</summary>
/// <param name="Cle">Stable, snake case.</param>
/// <param name="Collective">One piece may serve several agents: looked for among all the pieces of the month, mandats included.</param>
/// <param name="Mots">Pattern of the words, folded to capitals without accents, that name such a piece.</param>
public sealed record PieceAttendue(string Cle, string Libelle, bool Collective, string Mots)
{
    /// <summary>Asked in some cases that neither file tells: shown, never counted as missing.</summary>
    public bool Conditionnelle { get; init; }
}
