using System.Globalization;
using System.Text;

namespace Xemelios.Query.Export.Pdf;

/// <summary>Text on its way into a PDF.</summary>
internal static class TextePdf
{
    /// <summary>What can be drawn: control characters become spaces, and those that only direct others (bidi marks, joiners) go.</summary>
    public static string Imprimable(string? texte)
    {
        if (texte is null || !texte.EnumerateRunes().Any(EstInvisible))
            return texte ?? "";
        var imprimable = new StringBuilder(texte.Length);
        foreach (var caractere in texte.EnumerateRunes())
        {
            if (!EstInvisible(caractere)) imprimable.Append(caractere.ToString());
            else if (Rune.GetUnicodeCategory(caractere) != UnicodeCategory.Format) imprimable.Append(' ');
        }

        return imprimable.ToString();
    }

    /// <summary>UTF-16, big endian, in hexadecimal.</summary>
    public static string Hexadecimal(string texte) => Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(texte));

    /// <summary>A text string of a dictionary: UTF-16 with its mark.</summary>
    public static string Chaine(string texte) => $"<FEFF{Hexadecimal(texte)}>";

    /// <summary>Cuts a text into lines that fit, at spaces when there are any.</summary>
    public static IReadOnlyList<string> Couper(string texte, PolicePdf police, double taille, double largeur)
    {
        if (police.Largeur(texte, taille) <= largeur)
            return [texte];
        List<string> lignes = [];
        var reste = texte;
        while (reste.Length > 0)
        {
            var longueur = QuiTient(reste, police, taille, largeur);
            lignes.Add(reste[..longueur].TrimEnd());
            reste = reste[longueur..].TrimStart();
        }

        return lignes;
    }

    private static int QuiTient(string texte, PolicePdf police, double taille, double largeur)
    {
        var (longueur, espace, somme) = (0, 0, 0d);
        foreach (var caractere in texte.EnumerateRunes())
        {
            somme += police.Largeur(caractere.ToString(), taille);
            if (somme > largeur && longueur > 0)
                return espace > 0 ? espace : longueur;
            longueur += caractere.Utf16SequenceLength;
            if (caractere.Value is ' ' or '-' or '/' or ';')
                espace = longueur;
        }

        return longueur;
    }

    private static bool EstInvisible(Rune caractere) =>
        Rune.IsControl(caractere) || caractere.Value is 0xFFFE or 0xFFFF || Rune.GetUnicodeCategory(caractere) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
