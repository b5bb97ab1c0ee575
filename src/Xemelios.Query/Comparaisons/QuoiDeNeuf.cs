using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.Comparaisons;

/// <summary>What changed in a month, section by section.</summary>
/// <param name="Avec">The month compared with; null when there is none: then there is no section.</param>
/// <param name="MoisDesPlages">The earlier months that make the ranges of the agents, the latest first; twelve at most.</param>
public sealed record QuoiDeNeuf(
    string Siret, string? Budget, MoisDePaye Mois, MoisDePaye? Avec, IReadOnlyList<MoisDePaye> MoisDesPlages, IReadOnlyList<SectionDeNouveautes> Sections) : IReponsePartielle
{
    public bool EstPartielle => Sections.Any(s => s.Interrompue);
}

/// <summary>All the changes of one sort, or the first ones.</summary>
/// <param name="Total">How many there are, shown or not.</param>
public sealed record SectionDeNouveautes(SorteDeChangement Sorte, int Total, IReadOnlyList<Changement> Lignes)
{
    /// <summary>Ranges need three earlier months: without them the section was not looked for.</summary>
    public bool Calculee { get; init; } = true;

    /// <summary>Its time was over before it was known: it says nothing, not that there is nothing.</summary>
    public bool Interrompue { get; init; }
}
