namespace Xemelios.Query;

/// <summary>Halves of characters (surrogates) that came alone, and the sign that is none (U+FFFE): no table holds any, and neither UTF-8 nor normalisation takes them.</summary>
internal static class DemiCaracteres
{
    /// <summary>The same text with the sign of what cannot be read in their place.</summary>
    public static string Remplacer(string texte) =>
        (texte.Any(char.IsSurrogate) ? string.Concat(texte.EnumerateRunes()) : texte).Replace('\uFFFE', '\uFFFD');
}
