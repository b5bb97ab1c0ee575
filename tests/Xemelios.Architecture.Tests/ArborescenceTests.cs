namespace Xemelios.Architecture.Tests;

/// <summary>Everything has its place, and the places have names that say something.</summary>
public sealed class ArborescenceTests
{
    private static readonly string[] NomsPermisALaRacine =
    [
        "src", "tests", "data-samples", "Xemelios.Next.sln", "README.md", "run.sh", "run.ps1",
        "global.json", "Directory.Build.props", "Directory.Packages.props", "BannedSymbols.txt",
    ];

    private static readonly string[] NomsQuiNeDisentRien = ["Common", "Shared", "Utils", "Helpers", "Application", "Infrastructure"];

    [Fact]
    public void LaRacineNeContientQueCeQuiYEstPrevu()
    {
        var noms = Depot.Fichiers.Select(f => f.Split('/')[0]).Distinct().Where(nom => !nom.StartsWith('.'));

        Assert.Empty(noms.Except(NomsPermisALaRacine));
    }

    [Fact]
    public void AucunProjetNiDossierNePorteUnNomQuiNeDitRien()
    {
        var noms = Depot.Fichiers.Where(f => f.StartsWith("src/", StringComparison.Ordinal) || f.StartsWith("tests/", StringComparison.Ordinal))
            .SelectMany(f => f.Split('/')[..^1].Select(dossier => (Fichier: f, Dossier: dossier)));

        Assert.Empty(noms.Where(n => n.Dossier.Split('.').Intersect(NomsQuiNeDisentRien).Any()).Select(n => n.Fichier));
    }

    [Fact]
    public void ChaqueProjetEstDansLaSolutionEtASonFichierDeVerrouillage()
    {
        var solution = File.ReadAllText(Depot.Chemin("Xemelios.Next.sln")).Replace('\\', '/');

        Assert.NotEmpty(Projet.Tous);
        Assert.Empty(Projet.Tous.Where(p => !solution.Contains(p.Fichier, StringComparison.Ordinal)).Select(p => p.Fichier));
        Assert.Empty(Projet.Tous.Select(p => Path.GetDirectoryName(p.Fichier)!.Replace('\\', '/') + "/packages.lock.json").Except(Depot.Fichiers));
    }
}
