using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.Mandats;

/// <summary>A mandat with what links it and what it counts for.</summary>
/// <param name="Signe">1, −1, or 0 for what is outside of the execution of the budget.</param>
/// <param name="Rattachement">Charges à payer: kept apart from the pay of a month.</param>
/// <param name="EstPaye">NatPce 11, a reference of type 004, or natures of pay only.</param>
internal sealed record MandatLu(
    int Id, string? IdColl, string Budget, string? BudgetEcrit, int? Exercice, string TypeBordereau, string? Bordereau, DateOnly? DateEmission,
    string? Numero, string? NaturePiece, string? Objet, DateOnly? DateEcheance, bool Courant, int Signe, bool Rattachement, bool EstPaye)
{
    public IReadOnlyList<LigneLue> Lignes { get; init; } = [];

    /// <summary>The first nine digits of the collectivité.</summary>
    public string? Siren => IdColl is { Length: >= 9 } ? IdColl[..9] : IdColl;

    public bool Compte => Courant && Signe != 0 && !Rattachement;

    public Montant Montant => Lignes.Aggregate(Montant.Zero, (somme, l) => somme + l.Montant);
}

/// <summary>One line, its amount signed.</summary>
internal sealed record LigneLue(
    int Mandat, int Rang, string? Numero, string? Nature, string? Fonction, Montant Montant,
    int? OrigineExercice, string? OrigineMandat, string? Tiers);

/// <summary>A sure link that the files themselves state.</summary>
/// <param name="Reference">Which reference of the mandat, so that each is resolved by its best rule alone.</param>
/// <param name="Regle">1 IdUnique, 2 NomPJ of a piece, 3 name of a received file, 4 RefCompta.</param>
internal sealed record LienSur(int Mandat, string Reference, int Regle, EtatsLiquidatifs.CleDEtat Etat);
