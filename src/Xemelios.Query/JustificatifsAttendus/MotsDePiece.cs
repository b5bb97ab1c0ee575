using System.Text.RegularExpressions;
using Xemelios.Query.Mandats;

namespace Xemelios.Query.JustificatifsAttendus;

/// <summary>What the name and the description of a piece say, folded so that "Arrêté_I.F.S.E.-12.pdf" reads ARRETE I F S E 12 PDF.</summary>
internal static partial class MotsDePiece
{
    private static readonly TimeSpan Delai = TimeSpan.FromSeconds(1);

    public static string Plier(params IEnumerable<string?> textes) =>
        Separateurs().Replace(string.Join(' ', textes.Select(MoisDuMandat.Plier)), " ").Trim();

    public static bool Disent(string plies, string motif) => Regex.IsMatch(plies, motif, RegexOptions.ExplicitCapture, Delai);

    [GeneratedRegex("[^A-Z0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Separateurs();
}
