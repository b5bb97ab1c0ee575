using System.Xml.Linq;

namespace Xemelios.Architecture.Tests;

/// <summary>A project file: what it names itself, refers to and allows.</summary>
public sealed record Projet(string Fichier, string Nom, IReadOnlySet<string> Projets, IReadOnlySet<string> Paquets, bool CodeNonSur)
{
    public static IReadOnlyList<Projet> Tous { get; } = Depot.Avec(".csproj").Select(Lire).ToList();

    public static IEnumerable<Projet> Sources => Tous.Where(p => p.Fichier.StartsWith("src/", StringComparison.Ordinal));

    private static Projet Lire(string fichier)
    {
        using var contenu = File.OpenRead(Depot.Chemin(fichier));
        var projet = XDocument.Load(contenu);
        return new Projet(
            fichier,
            Path.GetFileNameWithoutExtension(fichier),
            Noms(projet, "ProjectReference").Select(Path.GetFileNameWithoutExtension).ToHashSet()!,
            Noms(projet, "PackageReference").ToHashSet(),
            projet.Descendants("AllowUnsafeBlocks").Any(e => (bool)e));
    }

    private static IEnumerable<string> Noms(XDocument projet, string element) =>
        projet.Descendants(element).Select(e => ((string?)e.Attribute("Include") ?? "").Replace('\\', '/'));
}
