using System.Globalization;
using System.Text;

namespace Xemelios.Import.Intake;

/// <summary>The name of an archive entry, made safe to show. It never names a file of this machine.</summary>
/// <param name="Chemin">Segments joined by "/", without empty, "." nor ".." segments.</param>
/// <param name="QuitteLArchive">The name points elsewhere: absolute, with a drive, with "..".</param>
/// <param name="Nettoye">The name had characters that deceive: control, direction of writing, "!".</param>
internal sealed record NomDEntree(string Chemin, bool QuitteLArchive, bool Nettoye)
{
    private const int LongueurMax = 1024;

    public string Nom => Chemin[(Chemin.LastIndexOf('/') + 1)..];

    /// <summary>As in XéMéLios, a name that starts with "_" is set aside (so is what macOS adds under __MACOSX).</summary>
    public bool EstIgnore => Chemin[0] == '_' || Nom[0] == '_';

    public bool SousPj => RangDePj() >= 0;

    /// <summary>The folder after PJ/, or null when the piece is directly under PJ/.</summary>
    public string? Collectivite =>
        RangDePj() is var rang and >= 0 && Segments() is var segments && rang + 2 < segments.Length ? segments[rang + 1] : null;

    /// <summary>A dangerous name keeps only its last element.</summary>
    public static NomDEntree Lire(string brut)
    {
        var propre = Nettoyer(brut.Length > LongueurMax ? brut[^LongueurMax..] : brut);
        var segments = propre.Split('/', '\\')
            .Select(s => s.Trim()).Where(s => s.Length > 0 && s != ".").ToArray();
        var nettoye = propre != brut;
        var quitte = brut.StartsWith('/') || brut.StartsWith('\\')
            || segments.Any(s => s == ".." || (s.Length >= 2 && s[1] == ':' && char.IsAsciiLetter(s[0])));
        var surs = segments.Where(s => s != "..").Select(s => s.Replace(':', '_')).ToArray();
        if (surs.Length == 0)
            return new NomDEntree("sans-nom", quitte, nettoye);
        return new NomDEntree(quitte || nettoye ? surs[^1] : string.Join('/', surs), quitte, nettoye);
    }

    private string[] Segments() => Chemin.Split('/');

    private int RangDePj()
    {
        var segments = Segments();
        var rang = Array.FindIndex(segments, s => s.Equals("PJ", StringComparison.OrdinalIgnoreCase));
        return rang < segments.Length - 1 ? rang : -1;
    }

    /// <summary>"!" separates containers in a shown path; marks that reverse the direction of writing disguise extensions.</summary>
    private static string Nettoyer(string brut)
    {
        var propre = new StringBuilder(brut.Length);
        foreach (var c in brut)
            propre.Append(EstTrompeur(c) ? '_' : c);
        return propre.ToString();
    }

    private static bool EstTrompeur(char c) => c == '!' || char.IsControl(c) || char.IsSurrogate(c)
        || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
