using System.Globalization;
using Xemelios.Domain.Paye;

namespace Xemelios.Query.Criteres;

/// <summary>The names and labels of the categories of lines, which the tables keep as numbers.</summary>
internal static class CategoriesEnSql
{
    private static readonly CategorieDeLigne[] Connues = [.. Enum.GetValues<CategorieDeLigne>().Where(c => c != CategorieDeLigne.Inconnue)];

    /// <summary>Name of the XHL element: TraitBrut.</summary>
    public static string Nom(string colonne) => Choix(colonne, c => c.ToString());

    /// <summary>"Traitement principal".</summary>
    public static string Libelle(string colonne) => Choix(colonne, c => c.Libelle());

    private static string Choix(string colonne, Func<CategorieDeLigne, string> texte)
    {
        var cas = Connues.Select(c => string.Create(CultureInfo.InvariantCulture, $"WHEN {(int)c} THEN '{texte(c).Replace("'", "''", StringComparison.Ordinal)}'"));
        return $"CASE {colonne} {string.Join(' ', cas)} ELSE '{texte(CategorieDeLigne.Inconnue)}' END";
    }
}
