using System.Globalization;
using System.Text;

namespace Xemelios.Query.Export;

/// <summary>Names that every system takes, made of words that come from outside.</summary>
public static class NomDeFichier
{
    private const int PlusLong = 100;

    /// <summary>The name of a piece, which often lacks the extension of its type.</summary>
    public static string DePiece(string? nom, string? typeMime)
    {
        var sur = Sur(nom ?? "piece");
        var extension = typeMime switch { "application/pdf" => ".pdf", "image/png" => ".png", "image/jpeg" => ".jpg", "application/xml" => ".xml", _ => "" };
        return sur.EndsWith(extension, StringComparison.OrdinalIgnoreCase) ? sur : sur + extension;
    }

    /// <summary>Letters without accents, digits, "-", "_" and inner dots; "sans-nom" when nothing is left.</summary>
    public static string Sur(string texte)
    {
        var nom = new StringBuilder();
        foreach (var c in DemiCaracteres.Remplacer(texte).Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') nom.Append(c);
            else if (char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && nom.Length > 0 && nom[^1] != '_') nom.Append('_');
        }

        // The end is kept: it is the extension that tells what the file is.
        var sur = nom.ToString().Trim('.', '_', '-');
        sur = sur.Length > PlusLong ? sur[..(PlusLong / 2)] + sur[^(PlusLong / 2)..] : sur;
        return sur.Length == 0 ? "sans-nom" : sur;
    }
}
