namespace Xemelios.Query.Export.Xlsx;

/// <summary>The width of columns, in characters, from their titles and their first rows.</summary>
internal static class LargeursDeColonnes
{
    private const int LaPlusGrande = 60;

    /// <summary>Beside the title stands the button of the filter.</summary>
    private const int Bouton = 4;

    public static IReadOnlyList<int> Mesurer(TableDeReponse table, IReadOnlyList<IReadOnlyList<object?>> premieres) =>
        [.. table.Colonnes.Select((colonne, i) => Math.Min(Math.Max(Contenu(colonne.Type, i, premieres), colonne.Titre.Length + Bouton), LaPlusGrande))];

    private static int Contenu(TypeDeColonne type, int colonne, IReadOnlyList<IReadOnlyList<object?>> premieres) => type switch
    {
        TypeDeColonne.Texte => premieres.Select(l => l[colonne] is string texte ? texte.Length + 2 : 0).DefaultIfEmpty().Max(),
        TypeDeColonne.Montant => 16,
        TypeDeColonne.Nombre => 13,
        _ => 12,
    };
}
