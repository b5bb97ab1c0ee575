using Xemelios.Domain.Valeurs;

namespace Xemelios.Domain.Echantillons;

/// <summary>Why the units of a stratum are in the sample, or are not.</summary>
public enum SorteDeStrate
{
    /// <summary>All looked at: an event that is always controlled.</summary>
    Toujours,

    /// <summary>All looked at: from the threshold on.</summary>
    Seuil,

    /// <summary>All looked at: by monetary unit, their amount is at least the interval.</summary>
    Certaine,

    /// <summary>Drawn from.</summary>
    Sondee,

    /// <summary>By monetary unit: amounts of zero or less, which no cent can draw.</summary>
    HorsTirage,
}

/// <summary>A part of a population. The strata of a draw share all of it: each unit is in one.</summary>
/// <param name="Nom">The value that a stratified draw shares by; "" elsewhere.</param>
/// <param name="Tires">Units of it in the sample.</param>
public sealed record StrateTiree(SorteDeStrate Sorte, string Nom, int Effectif, Montant Montant, int Tires);

/// <summary>A unit of the sample.</summary>
/// <param name="Cle">See <see cref="CleDUnite"/>.</param>
/// <param name="Strate">Its rank among the strata.</param>
public sealed record UniteTiree(string Cle, Montant Montant, int Strate)
{
    /// <summary>By which a bulletin is still named when its file is gone.</summary>
    public string? Matricule { get; init; }
}

/// <summary>What was drawn for a poste.</summary>
/// <param name="Unites">Always looked at first, then in the order of the draw.</param>
/// <param name="Population">Fingerprint of all that could be drawn: keys, amounts, strata.</param>
public sealed record TirageDePoste(IReadOnlyList<StrateTiree> Strates, IReadOnlyList<UniteTiree> Unites, string Population)
{
    public int Effectif => Strates.Sum(s => s.Effectif);

    public Montant Montant => Strates.Aggregate(Montant.Zero, (somme, s) => somme + s.Montant);

    /// <summary>The same units, for the same reasons, out of the same population.</summary>
    public bool EstEgalA(TirageDePoste autre) => Population == autre.Population && Strates.SequenceEqual(autre.Strates) && Unites.SequenceEqual(autre.Unites);
}
