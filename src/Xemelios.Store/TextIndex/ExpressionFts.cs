namespace Xemelios.Store.TextIndex;

/// <summary>Writes criteria in the query language of FTS5; every word is quoted, so that none can be read as syntax.</summary>
internal static class ExpressionFts
{
    /// <summary>All criteria, each as it was typed; a word that no document holds gives way to its neighbours.</summary>
    /// <returns>null when a word has neither: nothing can match.</returns>
    public static string? Stricte(TexteCherche cherche, Vocabulaire vocabulaire) => Joindre(cherche, mot =>
        vocabulaire.Contient(mot) ? TelQuel(mot) : vocabulaire.Voisins(mot).Select(Citer));

    /// <summary>All criteria, each word as it was typed or as one of its neighbours.</summary>
    public static string? Large(TexteCherche cherche, Vocabulaire vocabulaire) => Joindre(cherche, mot =>
        TelQuel(mot).Concat(vocabulaire.Voisins(mot).Select(Citer)));

    private static string? Joindre(TexteCherche cherche, Func<Critere.Mot, IEnumerable<string>> formes)
    {
        var clauses = new List<string>();
        foreach (var critere in cherche.Criteres)
        {
            var clause = critere is Critere.Mot mot ? string.Join(" OR ", formes(mot)) : Citer(critere.Texte);
            if (clause.Length == 0)
                return null;
            clauses.Add($"({clause})");
        }

        return clauses.Count == 0 ? null : string.Join(" AND ", clauses);
    }

    /// <summary>An unfinished word counts twice when it is a whole word: Martin stands before Martinez.</summary>
    private static IEnumerable<string> TelQuel(Critere.Mot mot) =>
        mot.EstDernier ? [Citer(mot.Texte), Citer(mot.Texte) + "*"] : [Citer(mot.Texte)];

    /// <summary>A word or words side by side, as they are.</summary>
    public static string Citer(string mots) => $"\"{mots.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
