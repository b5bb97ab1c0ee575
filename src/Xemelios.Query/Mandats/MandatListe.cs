using Xemelios.Domain.Valeurs;
using Xemelios.Query.Rapprochements;

namespace Xemelios.Query.Mandats;

/// <summary>A mandat of an exercice with the état that it pays, when one is known.</summary>
/// <param name="Courant">False for a mandat that a later accepted one replaces, or that was refused: it counts nowhere.</param>
public sealed record MandatListe(
    int Id, string Siret, string? Budget, int? Exercice, string? Bordereau, string? TypeBordereau, DateOnly? DateEmission,
    string? Numero, string? NaturePiece, string? Objet, Montant Montant, bool Courant, LienDeMandat? Lien, EtatDeMandat? Etat,
    IReadOnlyList<LigneDeMandatListee> Lignes);

/// <summary>The état that a mandat pays.</summary>
public sealed record EtatDeMandat(string Siret, string? Budget, int Annee, int Mois, string? Train);

/// <summary>One line of a mandat.</summary>
/// <param name="Montant">HT + TVA, signed by the type of bordereau.</param>
public sealed record LigneDeMandatListee(string? Numero, string? Nature, string? Fonction, Montant Montant, string? Tiers)
{
    /// <summary>Number of the mandat that this line corrects.</summary>
    public string? Corrige { get; init; }
}
