using Xemelios.Query.Recherches;

namespace Xemelios.Query.Tests.Donnees;

/// <summary>What tests read in a page of results.</summary>
internal static class Resultats
{
    /// <summary>The cells of one column, as text.</summary>
    public static IEnumerable<string?> Colonne(this PageDeResultat page, string cle) => page.Rangees.Select(r => page.Cellule(r, cle)?.ToString());

    /// <summary>The total under one column, as text.</summary>
    public static string? Total(this PageDeResultat page, string cle) =>
        page.Totaux.Cellules[page.Colonnes.ToList().FindIndex(c => c.Cle == cle)]?.ToString();
}
