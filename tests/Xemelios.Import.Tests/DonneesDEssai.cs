namespace Xemelios.Import.Tests;

/// <summary>The committed samples.</summary>
internal static class DonneesDEssai
{
    public static string Chemin(string sousDossier)
    {
        var racine = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(racine.FullName, "Xemelios.Next.sln")))
            racine = racine.Parent!;
        return Path.Combine(racine.FullName, "data-samples", sousDossier);
    }
}
