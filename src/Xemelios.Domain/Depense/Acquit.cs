namespace Xemelios.Domain.Depense;

/// <summary>One ElementACQUIT: what the guichet answered on a bordereau or on a piece.</summary>
/// <param name="Accepte">EtatAck: true is OK, received by the guichet.</param>
/// <param name="CodeAnomalie">First NumAnoAck, such as ERREUR_DOUBLON_PJ.</param>
public sealed record Acquit(
    string? Domaine, bool? Accepte, string? NumeroBordereau, int? ExerciceBordereau, string? IdUnique,
    IReadOnlyList<string> NumerosDePiece, string? CodeAnomalie, string? LibelleAnomalie);
