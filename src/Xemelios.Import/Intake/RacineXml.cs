using System.Buffers;

namespace Xemelios.Import.Intake;

/// <summary>Finds the root of an XML text without parsing it: past the declaration, comments, instructions and a DTD, which is skipped.</summary>
internal static class RacineXml
{
    private static readonly SearchValues<char> FinsDeNom = SearchValues.Create(" \t\r\n/>");

    /// <summary>The local name of the root, or null when none starts in the text.</summary>
    public static string? Trouver(ReadOnlySpan<char> texte)
    {
        while (true)
        {
            texte = texte.TrimStart();
            if (texte is not ['<', _, ..])
                return null;
            var suite = texte[1] switch
            {
                '?' => Apres(texte, "?>"),
                '!' when texte.StartsWith("<!--") => Apres(texte[4..], "-->"),
                '!' => ApresDtd(texte[2..]),
                _ => [],
            };
            if (texte[1] is not ('?' or '!'))
                return NomLocal(texte[1..]);
            if (suite.IsEmpty)
                return null;
            texte = suite;
        }
    }

    private static ReadOnlySpan<char> Apres(ReadOnlySpan<char> texte, string marque)
    {
        var rang = texte.IndexOf(marque);
        return rang < 0 ? [] : texte[(rang + marque.Length)..];
    }

    /// <summary>A DTD ends at the first "&gt;" outside of brackets and quotes.</summary>
    private static ReadOnlySpan<char> ApresDtd(ReadOnlySpan<char> texte)
    {
        var crochets = 0;
        for (var i = 0; i < texte.Length; i++)
        {
            switch (texte[i])
            {
                case '"' or '\'' when texte[(i + 1)..].IndexOf(texte[i]) is var fin and >= 0:
                    i += fin + 1;
                    break;
                case '[':
                    crochets++;
                    break;
                case ']':
                    crochets--;
                    break;
                case '>' when crochets == 0:
                    return texte[(i + 1)..];
                default:
                    break;
            }
        }

        return [];
    }

    private static string? NomLocal(ReadOnlySpan<char> texte)
    {
        var fin = texte.IndexOfAny(FinsDeNom);
        if (fin <= 0)
            return null;
        var nom = texte[..fin];
        return nom[(nom.IndexOf(':') + 1)..].ToString();
    }
}
