using System.Text.RegularExpressions;

namespace Xemelios.Import.Tests.Differentiel;

/// <summary>The places of events, checked against the bytes of the file: the witness itself is sometimes wrong about them.</summary>
/// <remarks>
/// XmlReader counts a line twice, or not at all, when the white space between two attributes is cut by the end of its buffer: the lines
/// after it, and the bytes that are deduced from them, are false. Nothing else may differ, and the fast reader's places must be true.
/// </remarks>
internal static partial class PlacesXhl
{
    /// <summary>Both readings say the same but for places, and those of the fast one are all true.</summary>
    public static bool SeulesFausses(LectureXhl temoin, LectureXhl rapide, byte[] octets)
    {
        if ((temoin.Issue, rapide.Issue) != (Issue.Lue, Issue.Lue) || temoin.Lignes.SequenceEqual(rapide.Lignes))
            return false;
        return temoin.Lignes.Select(SansPlaces).SequenceEqual(rapide.Lignes.Select(SansPlaces)) && rapide.Lignes.SelectMany(l => Place().Matches(l)).All(p => EstVraie(p, octets));
    }

    private static string SansPlaces(string ligne) => Place().Replace(ligne, "{place}");

    private static bool EstVraie(Match place, byte[] octets)
    {
        if (place.Groups["octet"].Value == "∅")
            return true;
        var octet = int.Parse(place.Groups["octet"].Value);
        var lignes = 1;
        for (var i = 0; i < octet; i++)
        {
            if (octets[i] == '\n' || (octets[i] == '\r' && octets[i + 1] != '\n'))
                lignes++;
        }

        // A line of pay tells its byte alone.
        return octets[octet] == '<' && (!place.Groups["ligne"].Success || lignes == int.Parse(place.Groups["ligne"].Value));
    }

    [GeneratedRegex("(?<=[{ ])Octet=(?<octet>∅|[0-9]+) (Ligne=(?<ligne>∅|[0-9]+) )?", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Place();
}
