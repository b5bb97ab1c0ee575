using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Xemelios.Web.Pages.Aide;

/// <summary>The words of a text as a search compares them: without accents, case nor the mark of the plural.</summary>
public static partial class MotsDAide
{
    // Words that say nothing of what is looked for.
    private static readonly HashSet<string> Vides = [.. "le la les un une de du des et ou au aux en que qui quoi est sont ce ces son sa ses sur dans par pour avec comment faire mon ma mes je on il".Split(' ')];

    /// <summary>The words, in order, those that say nothing left out.</summary>
    public static IReadOnlyList<string> De(string? texte) => [.. Mot().Matches(Plier(texte)).Select(m => m.Value).Where(m => m.Length > 1 && !Vides.Contains(m)).Select(Singulier)];

    /// <summary>What names a term in an address.</summary>
    public static string Ancre(string terme) => string.Join('-', Mot().Matches(Plier(terme)).Select(m => m.Value));

    private static string Plier(string? texte) => string.Concat((texte ?? "").Normalize(NormalizationForm.FormD)
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)).ToLowerInvariant().Replace("œ", "oe", StringComparison.Ordinal);

    private static string Singulier(string mot) => mot.Length > 3 && mot[^1] is 's' or 'x' ? mot[..^1] : mot;

    [GeneratedRegex("[a-z0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Mot();
}
