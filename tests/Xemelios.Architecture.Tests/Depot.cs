using System.Diagnostics;

namespace Xemelios.Architecture.Tests;

/// <summary>The files of the checkout that git tracks or would track, by path from its top with forward slashes.</summary>
public static class Depot
{
    public static string Racine { get; } = TrouverRacine();

    public static IReadOnlyList<string> Fichiers { get; } = ListerFichiers();

    public static string Chemin(string fichier) => Path.Combine(Racine, fichier);

    public static IEnumerable<string> Avec(string extension, string dossier = "") =>
        Fichiers.Where(f => f.StartsWith(dossier, StringComparison.Ordinal) && f.EndsWith(extension, StringComparison.Ordinal));

    private static string TrouverRacine()
    {
        var dossier = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(dossier.FullName, "Xemelios.Next.sln"))) dossier = dossier.Parent!;
        return dossier.FullName;
    }

    private static List<string> ListerFichiers()
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        {
            WorkingDirectory = Racine,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        var fichiers = git.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return fichiers.Where(f => File.Exists(Chemin(f))).ToList();
    }
}
