using Xemelios.Domain.Echantillons;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Checks.Echantillonnage;

/// <summary>A part of the population, and what was drawn of it.</summary>
internal sealed record StrateComposee(SorteDeStrate Sorte, string Nom, IReadOnlyCollection<Unite> Unites, IReadOnlyCollection<Unite> Tirees)
{
    /// <summary>Looked at whole.</summary>
    public static StrateComposee Entiere(SorteDeStrate sorte, IReadOnlyCollection<Unite> unites) => new(sorte, "", unites, unites);

    public StrateTiree EnBref() => new(Sorte, Nom, Unites.Count, Unites.Aggregate(Montant.Zero, (somme, u) => somme + u.Montant), Tirees.Count);
}
