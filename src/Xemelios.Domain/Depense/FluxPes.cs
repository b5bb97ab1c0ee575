namespace Xemelios.Domain.Depense;

/// <summary>The envelope and header of a PES flow: who sends it, for which budget.</summary>
/// <param name="Root">PES_Aller, PES_ACQUIT…: the local name of the root.</param>
/// <param name="IdColl">SIRET of the budget collectivité; sometimes a SIREN, sometimes empty.</param>
public sealed record FluxPes(
    string Root, string? NomFic, string? TypFic, DateOnly? DateStructure, string? IdPost, string? IdColl, string? FinJur,
    string? CodCol, string? CodBud, string? LibelleColBud, bool ADepense, bool APieces, IReadOnlyList<string> AutresDomaines);
