using System.Globalization;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Nomenclatures;

namespace Xemelios.Web.Pages.Nomenclatures;

/// <summary>The names of the nomenclatures, in the words of their readers, and where their codes lead.</summary>
public static class MotsDeNomenclature
{
    /// <summary>In the order of the tabs.</summary>
    public static IReadOnlyList<(SorteDeNomenclature Sorte, string Nom)> Sortes { get; } =
    [
        (SorteDeNomenclature.Rubrique, "Rubriques"), (SorteDeNomenclature.Nature, "Natures"), (SorteDeNomenclature.Caisse, "Caisses"),
        (SorteDeNomenclature.Evenement, "Évènements"), (SorteDeNomenclature.Statut, "Statuts"), (SorteDeNomenclature.Budget, "Budgets"), (SorteDeNomenclature.Train, "Trains"),
    ];

    /// <summary>Reads "rubriques" or "rubrique"; rubriques when it does not read.</summary>
    public static SorteDeNomenclature Lire(string? texte) =>
        Enum.TryParse<SorteDeNomenclature>(texte?.TrimEnd('s', 'S'), ignoreCase: true, out var sorte) && Enum.IsDefined(sorte) ? sorte : SorteDeNomenclature.Rubrique;

    public static string Periode(PeriodeDeMois periode) => periode.Debut == periode.Fin
        ? Mois(periode.Debut)
        : $"de {Mois(periode.Debut)} à {Mois(periode.Fin)}";

    /// <summary>The bulletins that use a code; null when no search finds them.</summary>
    public static string? Bulletins(NomenclatureDEmployeur nomenclature, string code, MoisDePaye? mois)
    {
        if (Filtre(nomenclature.Sorte) is not { } filtre)
            return null;
        return Chemins.Avec("/bulletins", ("siret", nomenclature.Siret), ("mois", mois?.ToString()), (filtre, code));
    }

    private static string? Filtre(SorteDeNomenclature sorte) => sorte switch
    {
        SorteDeNomenclature.Rubrique => "rubrique",
        SorteDeNomenclature.Nature => "nature",
        SorteDeNomenclature.Statut => "statut",
        SorteDeNomenclature.Train => "train",
        SorteDeNomenclature.Budget => "budget",
        _ => null,
    };

    private static string Mois(MoisDePaye mois) => string.Create(CultureInfo.InvariantCulture, $"{mois.Mois:00}/{mois.Annee:0000}");
}
