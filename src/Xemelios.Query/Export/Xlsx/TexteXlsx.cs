using System.Buffers;
using System.Globalization;

namespace Xemelios.Query.Export.Xlsx;

/// <summary>Text inside the XML of a sheet (ST_Xstring): what XML cannot hold is written <c>_x0000_</c>, and so is the underscore
/// of a text that would read like that.</summary>
internal static class TexteXlsx
{
    /// <summary>Length of <c>_x0000_</c>.</summary>
    private const int LongueurDEchappement = 7;

    private static readonly SearchValues<char> Sensibles = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(c => (char)c).Except(['\t', '\n']), '&', '<', '>', '_', '\uFFFE', '\uFFFF']);

    public static void Ecrire(PlumeUtf8 plume, ReadOnlySpan<char> texte)
    {
        while (texte.IndexOfAny(Sensibles) is >= 0 and var place)
        {
            plume.Texte(texte[..place]);
            Echapper(plume, texte[place..]);
            texte = texte[(place + 1)..];
        }

        plume.Texte(texte);
    }

    private static void Echapper(PlumeUtf8 plume, ReadOnlySpan<char> suite)
    {
        switch (suite[0])
        {
            case '&': plume.Ecrire("&amp;"u8); break;
            case '<': plume.Ecrire("&lt;"u8); break;
            case '>': plume.Ecrire("&gt;"u8); break;
            case '_' when !EstUnEchappement(suite): plume.Ecrire("_"u8); break;
            default: plume.Texte(string.Create(CultureInfo.InvariantCulture, $"_x{(int)suite[0]:X4}_")); break;
        }
    }

    private static bool EstUnEchappement(ReadOnlySpan<char> suite) =>
        suite.Length >= LongueurDEchappement && suite[1] == 'x' && suite[LongueurDEchappement - 1] == '_'
        && !suite[2..(LongueurDEchappement - 1)].ContainsAnyExcept(ChiffresHexadecimaux);

    private static readonly SearchValues<char> ChiffresHexadecimaux = SearchValues.Create("0123456789abcdefABCDEF");
}
