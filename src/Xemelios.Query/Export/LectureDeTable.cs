using System.Globalization;

namespace Xemelios.Query.Export;

/// <summary>What all writers read of a table in the same way.</summary>
internal static class LectureDeTable
{
    private const string MotTotal = "Total";

    /// <summary>The rows, each with as many cells as there are columns.</summary>
    /// <exception cref="ArgumentException">a row has more or fewer.</exception>
    public static IEnumerable<IReadOnlyList<object?>> LignesVerifiees(this TableDeReponse table)
    {
        foreach (var ligne in table.Lignes)
            yield return Verifier(table, ligne);
    }

    /// <summary>The totals, with the word "Total" in the first column of text that is free; null without totals.</summary>
    public static IReadOnlyList<object?>? LigneDeTotal(this TableDeReponse table)
    {
        if (table.Totaux is null)
            return null;
        object?[] cellules = [.. Verifier(table, table.Totaux)];
        var libre = Array.FindIndex(cellules, c => c is null);
        if (libre >= 0 && table.Colonnes[libre].Type == TypeDeColonne.Texte)
            cellules[libre] = MotTotal;
        return cellules;
    }

    /// <summary>What is said of an answer beside its rows, as names and values; the source files apart.</summary>
    public static IReadOnlyList<(string Nom, string Valeur)> Dire(this ProvenanceDeTable provenance, string titre) =>
    [
        ("Titre", titre),
        ("Critères", provenance.Criteres),
        ("Établi le", provenance.Etabli.ToString("dd/MM/yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture)),
        ("Utilisateur", provenance.Utilisateur),
    ];

    private static IReadOnlyList<object?> Verifier(TableDeReponse table, IReadOnlyList<object?> ligne) =>
        ligne.Count == table.Colonnes.Count
            ? ligne
            : throw new ArgumentException($"Une ligne a {ligne.Count} cellules, la table « {table.Titre} » a {table.Colonnes.Count} colonnes.", nameof(table));
}
