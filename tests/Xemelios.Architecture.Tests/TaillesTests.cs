using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Xemelios.Architecture.Tests;

/// <summary>Code stays small enough to be read: 95th percentiles, so that one long but clear file is no offence.</summary>
public sealed class TaillesTests
{
    [Theory]
    [InlineData("src/")]
    [InlineData("tests/")]
    public void LesFichiersCSharpTiennentEn300Lignes(string dossier) => Tient(300, Lignes(".cs", dossier));

    [Fact]
    public void LesFichiersRazorTiennentEn120Lignes() => Tient(120, Lignes(".razor", "src/"));

    [Theory]
    [InlineData("src/")]
    [InlineData("tests/")]
    public void LesMethodesTiennentEn35Lignes(string dossier) => Tient(35, Depot.Avec(".cs", dossier).SelectMany(Methodes));

    private static void Tient(int maximum, IEnumerable<(string Nom, int Lignes)> mesures)
    {
        var triees = mesures.OrderBy(m => m.Lignes).ToList();
        Assert.NotEmpty(triees);
        var rang = (int)Math.Ceiling(triees.Count * 0.95m) - 1;
        var plusLongs = string.Join("\n", triees.AsEnumerable().Reverse().Take(10).Select(m => $"{m.Lignes} {m.Nom}"));
        Assert.True(triees[rang].Lignes <= maximum, $"95e centile : {triees[rang].Lignes} lignes, au plus {maximum}. Les plus longs :\n{plusLongs}");
    }

    private static IEnumerable<(string, int)> Lignes(string extension, string dossier) =>
        Depot.Avec(extension, dossier).Select(f => (f, File.ReadLines(Depot.Chemin(f)).Count()));

    private static IEnumerable<(string, int)> Methodes(string fichier) =>
        CSharpSyntaxTree.ParseText(File.ReadAllText(Depot.Chemin(fichier))).GetRoot().DescendantNodes()
            .Where(n => n is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax { Body: not null } or LocalFunctionStatementSyntax)
            .Select(n => (fichier + " " + Nom(n), HauteurEnLignes(n)));

    private static string Nom(SyntaxNode noeud) => noeud switch
    {
        MethodDeclarationSyntax methode => methode.Identifier.Text,
        LocalFunctionStatementSyntax fonction => fonction.Identifier.Text,
        ConstructorDeclarationSyntax constructeur => constructeur.Identifier.Text,
        _ => noeud.Kind().ToString(),
    };

    private static int HauteurEnLignes(SyntaxNode noeud)
    {
        var etendue = noeud.GetLocation().GetLineSpan();
        return etendue.EndLinePosition.Line - etendue.StartLinePosition.Line + 1;
    }
}
