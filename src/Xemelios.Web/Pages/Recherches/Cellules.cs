using Xemelios.Domain.Valeurs;
using Xemelios.Query.Export;
using Xemelios.Query.Recherches;
using Xemelios.Web.Components;

namespace Xemelios.Web.Pages.Recherches;

/// <summary>The cells of a result as a French reader reads them.</summary>
public static class Cellules
{
    /// <summary>Aligned to the right.</summary>
    public static bool EstNumerique(Colonne colonne)
    {
        ArgumentNullException.ThrowIfNull(colonne);
        return colonne.Type is TypeDeColonne.Montant or TypeDeColonne.Nombre or TypeDeColonne.Entier || colonne.Cle == "indice";
    }

    /// <summary>Null for what is empty.</summary>
    public static string? Dire(object? cellule) => cellule switch
    {
        null or "" => null,
        Montant montant => FormatFrancais.Montant(montant.ToDecimal()),
        decimal nombre => FormatFrancais.Nombre(nombre),
        // A year is not a count: 2 026 would not be read as one.
        long entier => entier is > 1900 and < 2200 ? $"{entier}" : FormatFrancais.Entier(entier),
        DateOnly date => $"{date:dd/MM/yyyy}",
        MoisDePaye mois => $"{mois.Mois:00}/{mois.Annee}",
        _ => cellule.ToString(),
    };
}
