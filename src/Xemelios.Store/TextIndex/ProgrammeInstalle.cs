namespace Xemelios.Store.TextIndex;

/// <summary>Finds a program in the folders of PATH, as a shell would, without one.</summary>
internal static class ProgrammeInstalle
{
    /// <returns>Full path of the program, null when it is not there.</returns>
    public static string? Chercher(string nom)
    {
        var fichier = OperatingSystem.IsWindows() && !Path.HasExtension(nom) ? nom + ".exe" : nom;
        if (Path.IsPathFullyQualified(fichier))
            return File.Exists(fichier) ? fichier : null;
        var dossiers = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        // The current folder and relative ones are left out: what lies there is not installed.
        return dossiers.Where(Path.IsPathFullyQualified).Select(dossier => Path.Combine(dossier, fichier)).FirstOrDefault(File.Exists);
    }
}
