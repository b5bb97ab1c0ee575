namespace Xemelios.Web.Imports;

/// <summary>A path of this machine that someone names to import it.</summary>
public static class CheminDuServeur
{
    private static readonly StringComparison Casse = OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    /// <summary>It is whole, it exists, and it neither lies in the data folder nor holds it: the originals of everybody are there.</summary>
    public static bool EstImportable(string chemin, string donnees) =>
        !chemin.Contains('\0', StringComparison.Ordinal) && Path.IsPathFullyQualified(chemin) && (Directory.Exists(chemin) || File.Exists(chemin))
        && !Contient(donnees, chemin) && !Contient(chemin, donnees);

    private static bool Contient(string dossier, string chemin) => Complet(chemin).StartsWith(Complet(dossier), Casse);

    private static string Complet(string chemin) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(chemin)) + Path.DirectorySeparatorChar;
}
