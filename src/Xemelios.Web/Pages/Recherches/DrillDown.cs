using System.Globalization;
using Xemelios.Query.Criteres;
using Xemelios.Query.Recherches;

namespace Xemelios.Web.Pages.Recherches;

/// <summary>The criterion by which the rows that have one value under a column are found again, and no others.</summary>
public static class DrillDown
{
    /// <summary>Null when the column has no criterion.</summary>
    public static Condition? Vers(Sujet sujet, Colonne colonne, object? valeur)
    {
        ArgumentNullException.ThrowIfNull(colonne);
        if (colonne.Critere is null || sujet.Trouver(colonne.Critere) is not { } critere)
            return null;
        return EnTexte(critere, valeur) is { } texte
            ? new Test(critere, critere.Operateurs.Contains(Operateur.Identique) ? Operateur.Identique : Operateur.Egal, [texte])
            : new Test(critere, Operateur.Vide, []);
    }

    private static string? EnTexte(Critere critere, object? valeur) => valeur switch
    {
        null or "" => null,
        // Facets give months as the tables keep them.
        string mois when critere.Genre == GenreDeCritere.Mois && mois.Length == 6 => $"{mois[..4]}-{mois[4..]}",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable nombre => nombre.ToString(null, CultureInfo.InvariantCulture),
        _ => valeur.ToString(),
    };
}
