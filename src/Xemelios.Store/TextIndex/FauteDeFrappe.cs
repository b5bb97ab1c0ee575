namespace Xemelios.Store.TextIndex;

/// <summary>One typing error: a letter inserted, left out, replaced, or two neighbours exchanged (Damerau-Levenshtein distance 1).</summary>
internal static class FauteDeFrappe
{
    /// <summary>Whether the two words are the same but for one typing error at most.</summary>
    public static bool SepareAuPlus(ReadOnlySpan<char> mot, ReadOnlySpan<char> terme)
    {
        if (Math.Abs(mot.Length - terme.Length) > 1)
            return false;
        var commun = mot.CommonPrefixLength(terme);
        var reste = mot[commun..];
        var autre = terme[commun..];
        if (reste.Length == autre.Length)
            return reste.Length == 0 || reste[1..].SequenceEqual(autre[1..]) || SontEchanges(reste, autre);
        return reste.Length > autre.Length ? reste[1..].SequenceEqual(autre) : reste.SequenceEqual(autre[1..]);
    }

    /// <summary>Whether the word, but for one typing error at most, begins the term.</summary>
    public static bool SepareAuPlusDuDebut(ReadOnlySpan<char> mot, ReadOnlySpan<char> terme)
    {
        var longueurMax = Math.Min(mot.Length + 1, terme.Length);
        for (var longueur = mot.Length - 1; longueur <= longueurMax; longueur++)
        {
            if (SepareAuPlus(mot, terme[..longueur]))
                return true;
        }

        return false;
    }

    private static bool SontEchanges(ReadOnlySpan<char> reste, ReadOnlySpan<char> autre) =>
        reste.Length >= 2 && reste[0] == autre[1] && reste[1] == autre[0] && reste[2..].SequenceEqual(autre[2..]);
}
