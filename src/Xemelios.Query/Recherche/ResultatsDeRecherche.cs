namespace Xemelios.Query.Recherche;

/// <summary>Agents first, then pieces, best first.</summary>
/// <param name="Total">How many were found, shown or not.</param>
public sealed record ResultatsDeRecherche(int Total, long DureeMs, IReadOnlyList<ResultatDeRecherche> Resultats);

/// <summary>An agent with its bulletins, or a piece with the words around those that match.</summary>
/// <param name="Sorte">agent or piece.</param>
/// <param name="Bulletins">For an agent, how many of its bulletins are in the scope; for a piece, 0.</param>
/// <param name="DernierMois">AAAA-MM.</param>
/// <param name="Extrait">For a piece; the matches stand between « and ».</param>
/// <param name="Piece">Identifier of the piece.</param>
public sealed record ResultatDeRecherche(
    string Sorte, string? Matricule, string? Nom, string? Prenom, string? Siret, int Bulletins, string? DernierMois, string? Extrait, int? Piece)
{
    public const string Agent = "agent";

    /// <summary>Then <see cref="Nom"/> is the name of the piece.</summary>
    public const string PieceJustificative = "piece";
}
