using System.Globalization;
using System.Text;
using Xemelios.Store.TextIndex;

namespace Xemelios.Store.Agents;

/// <summary>The words of a text without case or accents, one space between two: « Lebœuf-d'Été » is <c>leboeuf d ete</c>.</summary>
/// <remarks>Words are runs of letters and digits, as the tokenizer of the index of pieces cuts them.</remarks>
internal static class MotsPlies
{
    public static string De(string texte) =>
        Plier(Ascii.IsValid(texte) ? texte : TexteIndexable.Normaliser(texte).Normalize(NormalizationForm.FormD));

    /// <summary>The words of each text.</summary>
    public static List<string[]> Decouper(string[] textes) =>
        [.. textes.Select(texte => De(texte).Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    private static string Plier(string texte)
    {
        var mots = new StringBuilder(texte.Length);
        var entreDeux = false;
        foreach (var rune in texte.EnumerateRunes())
        {
            var categorie = Rune.GetUnicodeCategory(rune);
            if (categorie is UnicodeCategory.NonSpacingMark)
                continue;
            if (!Rune.IsLetterOrDigit(rune) && categorie is not (UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber or UnicodeCategory.PrivateUse))
            {
                entreDeux = mots.Length > 0;
                continue;
            }

            if (entreDeux)
                mots.Append(' ');
            entreDeux = false;
            mots.Append(Rune.ToLowerInvariant(rune));
        }

        // Most matricules are their own words: one string is enough then.
        return mots.Equals(texte) ? texte : mots.ToString();
    }
}
