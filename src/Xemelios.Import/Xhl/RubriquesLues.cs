using System.Runtime.CompilerServices;
using Xemelios.Domain.Paye;

namespace Xemelios.Import.Xhl;

/// <summary>One <see cref="Rubrique"/> for all the lines of a file that say the same words.</summary>
/// <remarks>Found first by the texts as objects, which a reader makes once for each word that comes back, then by what they say.</remarks>
internal sealed class RubriquesLues
{
    private const int Cases = 1 << 12;
    private readonly Rubrique?[] _cases = new Rubrique?[Cases];
    private readonly Dictionary<Rubrique, Rubrique> _toutes = [];

    public Rubrique Trouver(CategorieDeLigne categorie, string? code, string? libelle, string element)
    {
        ref var place = ref _cases[unchecked((uint)(RuntimeHelpers.GetHashCode(code) * 31 + RuntimeHelpers.GetHashCode(libelle) + (int)categorie)) % Cases];
        if (place is not null && place.Categorie == categorie && ReferenceEquals(place.Code, code) && ReferenceEquals(place.Libelle, libelle) &&
            (categorie != CategorieDeLigne.Inconnue || place.Element == element))
            return place;
        var lue = new Rubrique(categorie, code, libelle, categorie == CategorieDeLigne.Inconnue ? element : null);
        if (!_toutes.TryAdd(lue, lue))
            lue = _toutes[lue];
        return place = lue;
    }
}
