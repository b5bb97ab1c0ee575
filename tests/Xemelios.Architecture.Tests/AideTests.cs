using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Xemelios.Architecture.Tests;

/// <summary>Whatever code the program can show, its help tells what it means; and it tells of no other.</summary>
public sealed partial class AideTests
{
    private static readonly string[] Textes = ["src/Xemelios.Web/Aide/codes/", "src/Xemelios.Web/Aide/controles/"];

    [Fact]
    public void ChaqueCodeDuProgrammeAUneAideEtAucuneAideNEstDeTrop()
    {
        var duProgramme = Depot.Avec(".cs", "src/").SelectMany(Chaines).SelectMany(c => Code().Matches(c)).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal).ToList();
        var deLAide = Textes.SelectMany(t => Depot.Avec(".md", t)).SelectMany(f => File.ReadLines(Depot.Chemin(f))).Where(l => l.StartsWith("## ", StringComparison.Ordinal)).Select(l => l[3..].Trim());

        Assert.True(duProgramme.Count > 100);
        Assert.Equal(duProgramme, deLAide.Order(StringComparer.Ordinal));
    }

    // A code is a text of its own, or it begins a sentence.
    private static IEnumerable<string> Chaines(string fichier) => CSharpSyntaxTree.ParseText(File.ReadAllText(Depot.Chemin(fichier))).GetRoot().DescendantTokens()
        .Where(t => t.IsKind(SyntaxKind.StringLiteralToken) || t.IsKind(SyntaxKind.InterpolatedStringTextToken)).Select(t => t.ValueText);

    // Two figures for a rule, four for the rest: SHA-256 is no code of ours.
    [GeneratedRegex(@"^[A-Z]{2,5}-(\d{2}|\d{4})(?=$| : )", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
