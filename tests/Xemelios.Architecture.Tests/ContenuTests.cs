using System.Text.RegularExpressions;

namespace Xemelios.Architecture.Tests;

/// <summary>What no file of the project may say.</summary>
public sealed partial class ContenuTests
{
    private const int PlusGrandTexte = 2_000_000;

    // Put together here, so that this file does not say it either.
    private static readonly string[] Hotes = [string.Join('.', "api", "nuget", "org"), string.Join('.', "registry", "npmjs", "org")];

    private static readonly Regex CheminDeMachine = new(
        @"(?<![\w.~$})-])/(" + string.Join('|', "work", "farm", "root", "home", "Users") + @")/|[A-Za-z]:\\Users\\",
        RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10));

    [Fact]
    public void AucunFichierNeNommeUnHoteDePaquets() => RienNeContient(texte => Hotes.Any(h => texte.Contains(h, StringComparison.OrdinalIgnoreCase)));

    [Fact]
    public void AucunFichierNeNommeUnCheminDeMachine() => RienNeContient(texte => CheminDeMachine.IsMatch(texte));

    [Fact]
    public void AucuneRequeteSqlNEstEcriteDansUnePage() => AucunePageNeContient(RequeteSql());

    /// <summary>The content security policy makes browsers ignore them without a word to the reader.</summary>
    [Fact]
    public void AucunePageNePorteDeStyleNiDeScriptDansSonTexte() => AucunePageNeContient(StyleOuScriptEnLigne());

    private static void RienNeContient(Predicate<string> interdit)
    {
        var textes = Depot.Fichiers.Where(f => new FileInfo(Depot.Chemin(f)).Length < PlusGrandTexte);

        Assert.DoesNotContain(textes, f => interdit(File.ReadAllText(Depot.Chemin(f))));
    }

    private static void AucunePageNeContient(Regex interdit)
    {
        var pages = Depot.Avec(".razor", "src/").ToList();

        Assert.NotEmpty(pages);
        Assert.DoesNotContain(pages, f => interdit.IsMatch(File.ReadAllText(Depot.Chemin(f))));
    }

    [GeneratedRegex(@"\b(SELECT\s[^<>]{1,400}?\sFROM|INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|CREATE\s+(TABLE|VIEW))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex RequeteSql();

    [GeneratedRegex(@"\sstyle\s*=|<style\b|<script(?![^>]*\ssrc=)|\son[a-z]+\s*=\s*""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex StyleOuScriptEnLigne();
}
