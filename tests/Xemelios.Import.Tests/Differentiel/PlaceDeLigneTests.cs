using System.Globalization;
using System.Text.RegularExpressions;
using Xemelios.Import.Intake;
using Xemelios.Import.Xhl;
using Xemelios.Samples;

namespace Xemelios.Import.Tests.Differentiel;

/// <summary>The place of a line, found from that of its bulletin, is the one that a reading of the whole file gives.</summary>
public sealed partial class PlaceDeLigneTests
{
    [Fact]
    public void ChaqueLigneEstRetrouveeASaPlace()
    {
        var lignes = 0;
        for (var graine = 0UL; graine < 60; graine++)
        {
            var octets = XhlReecrit.Creer(graine).Octets;
            foreach (var (bulletin, places) in Places(octets))
            {
                lignes += places.Length;
                for (var position = 0; position <= places.Length + 1; position++)
                    Assert.Equal(position >= 1 && position <= places.Length ? places[position - 1] : null, Trouver(octets, bulletin, position));
            }
        }

        Assert.True(lignes > 500, $"{lignes} lignes");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(500)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void UnOctetQuiNEstPasUnBulletinNeDonneRien(long octet) => Assert.Null(Trouver(XhlReecrit.Creer(0).Octets, octet, 1));

    private static long? Trouver(byte[] octets, long bulletin, int position) => PlaceDeLigne.Trouver(
        Arrivage.Depuis(() => new MemoryStream(octets, writable: false), "essai.xhl", default, octets.Length), bulletin, position, CancellationToken.None);

    private static IEnumerable<(long Bulletin, long?[] Lignes)> Places(byte[] octets)
    {
        var lecture = LectureXhl.Faire(new XmlXhlReader(), octets);
        foreach (var bulletin in lecture.Lignes.Where(l => l.StartsWith("Bulletin ", StringComparison.Ordinal)))
        {
            var lignes = Ligne().Matches(bulletin);
            yield return (Octet(Debut().Match(bulletin)), [.. lignes.Select(l => (long?)Octet(l))]);
        }
    }

    private static long Octet(Match place) => long.Parse(place.Groups["octet"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^Bulletin .*?Provenance=\{Octet=(?<octet>\d+) ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Debut();

    [GeneratedRegex(@" Position=\d+ Octet=(?<octet>\d+) ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ligne();
}
