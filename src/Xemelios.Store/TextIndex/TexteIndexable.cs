using System.Globalization;
using System.Text;

namespace Xemelios.Store.TextIndex;

/// <summary>The one form in which text enters the index, whether it is stored or searched.</summary>
/// <remarks>The tokenizer folds case and accents; this does what it does not: ligatures (œ, ﬁ), soft hyphens, control characters.
/// « and » become “ and ”, because extracts mark matches with them.</remarks>
internal static class TexteIndexable
{
    /// <summary>The text in form KC, with each run of blanks and control characters made one space.</summary>
    public static string Normaliser(string texte)
    {
        var normalise = new StringBuilder(texte.Length);
        foreach (var rune in texte.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                if (normalise.Length > 0 && normalise[^1] != ' ')
                    normalise.Append(' ');
            }
            else
            {
                Ajouter(normalise, rune);
            }
        }

        return normalise.ToString().TrimEnd(' ').Normalize(NormalizationForm.FormKC);
    }

    private static void Ajouter(StringBuilder normalise, Rune rune)
    {
        switch (rune.Value)
        {
            case 'œ': normalise.Append("oe"); break;
            case 'Œ': normalise.Append("Oe"); break;
            case 'æ': normalise.Append("ae"); break;
            case 'Æ': normalise.Append("Ae"); break;
            case 'ß': normalise.Append("ss"); break;
            case '«': normalise.Append('“'); break;
            case '»': normalise.Append('”'); break;
            case 0xFFFE: normalise.Append('\uFFFD'); break; // String.Normalize throws on it
            default:
                if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format)
                    normalise.Append(rune);
                break;
        }
    }
}
