using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Xemelios.Store.TextIndex;

namespace Xemelios.Store.Agents;

/// <summary>The words of a text without case or accents, one space between two: « Lebœuf-d'Été » is <c>leboeuf d ete</c>.</summary>
/// <remarks>Words are runs of letters and digits, as the tokenizer of the index of pieces cuts them.</remarks>
internal static class MotsPlies
{
    // From À to ÿ: what each letter folds to, a blank where it takes more than dropping an accent.
    private const string Latin1 = "aaaaaa ceeeeiiii nooooo  uuuuy  aaaaaa ceeeeiiii nooooo  uuuuy y";

    public static string De(string texte) =>
        EnPeuDeTravail(texte) ?? Plier(TexteIndexable.Normaliser(texte).Normalize(NormalizationForm.FormD));

    /// <summary>The words of each text.</summary>
    public static List<string[]> Decouper(string[] textes) =>
        [.. textes.Select(texte => De(texte).Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    /// <summary>The same for the letters of most names, without the tables of Unicode; null when it takes them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // it folds every name when the program has just started
    private static string? EnPeuDeTravail(string texte)
    {
        if (texte.Length > 256)
            return null;
        Span<char> mots = stackalloc char[256];
        var longueur = 0;
        var entreDeux = false;
        foreach (var c in texte)
        {
            var plie = c < '\u0080' ? AsciiPlie(c) : c is >= 'À' and <= 'ÿ' ? Latin1[c - 'À'] : ' ';
            if (plie == ' ' && c >= '\u0080')
                return null;
            if (plie == ' ')
            {
                entreDeux = longueur > 0;
                continue;
            }

            if (entreDeux)
                mots[longueur++] = ' ';
            entreDeux = false;
            mots[longueur++] = plie;
        }

        // Most matricules are their own words: one string is enough then.
        return mots[..longueur].SequenceEqual(texte) ? texte : new string(mots[..longueur]);
    }

    private static char AsciiPlie(char c) => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ';

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

        return mots.ToString();
    }
}
