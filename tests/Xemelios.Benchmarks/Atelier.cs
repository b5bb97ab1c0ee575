using System.Runtime.InteropServices;
using Xemelios.Benchmarks.Mesures;
using Xemelios.Benchmarks.Rapports;

namespace Xemelios.Benchmarks;

/// <summary>Where the benchmarks find the product, keep their data and write their results.</summary>
internal sealed class Atelier
{
    private Atelier(string racine)
    {
        Racine = racine;
        Donnees = Path.Combine(racine, "artifacts", "bench");
        Directory.CreateDirectory(Donnees);
        Directory.CreateDirectory(Resultats);
    }

    public string Racine { get; }

    /// <summary>Generated data, kept from one run to the next.</summary>
    public string Donnees { get; }

    public string Resultats => Path.Combine(Racine, "tests", "Xemelios.Benchmarks", "results");

    public string Readme => Path.Combine(Racine, "README.md");

    /// <summary>The folder of <c>artifacts</c> that is measured: the publication with its own runtime where there is one.</summary>
    public string Publication => File.Exists(Executable("xemelios-autonome")) ? "xemelios-autonome" : "xemelios";

    /// <summary>The published executable.</summary>
    public string Xemelios => Executable(Publication);

    public static Atelier Trouver()
    {
        var dossier = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(dossier.FullName, "Xemelios.Next.sln")))
            dossier = dossier.Parent ?? throw new InvalidOperationException("Le banc se lance depuis le dépôt.");
        return new Atelier(dossier.FullName);
    }

    /// <summary>An empty folder of this name.</summary>
    public string DossierNeuf(string nom)
    {
        var dossier = Path.Combine(Donnees, nom);
        if (Directory.Exists(dossier))
            Directory.Delete(dossier, recursive: true);
        Directory.CreateDirectory(dossier);
        return dossier;
    }

    /// <summary>The file of this name, written if it is not there yet.</summary>
    public string EnCache(string nom, Action<string> ecrire)
    {
        var fichier = Path.Combine(Donnees, nom);
        if (File.Exists(fichier))
            return fichier;
        Console.WriteLine($"Préparation de {nom}");
        ecrire(fichier + ".tmp");
        File.Move(fichier + ".tmp", fichier, overwrite: true);
        return fichier;
    }

    /// <summary>Writes a result and shows it.</summary>
    public void Publier(
        string banc, IReadOnlyDictionary<string, long> parametres, IReadOnlyList<Chiffre> chiffres, IReadOnlyList<Mesure> mesures,
        System.Text.Json.Nodes.JsonNode? details = null, string? publication = null)
    {
        var commit = Programme.Sortie("git", "-C", Racine, "rev-parse", "--short=10", "HEAD").Trim();
        var modifie = Programme.Sortie("git", "-C", Racine, "status", "--porcelain", "src").Trim().Length > 0;
        var resultat = new ResultatDeBanc(banc, TimeProvider.System.GetUtcNow(), commit, modifie, publication, Machine(), parametres, chiffres, mesures, details);
        var fichier = Path.Combine(Resultats, banc + ".json");
        resultat.Ecrire(fichier);
        Impression.Montrer(resultat);
        Console.WriteLine($"Écrit : {Path.GetRelativePath(Racine, fichier)}");
    }

    private string Executable(string publication) =>
        Path.Combine(Racine, "artifacts", publication, OperatingSystem.IsWindows() ? "xemelios.exe" : "xemelios");

    private static Machine Machine() => new(
        Environment.ProcessorCount, Processeur(), GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 20,
        RuntimeInformation.OSDescription, Environment.Version.ToString());

    private static string Processeur() =>
        File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "inconnu"
            : Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? "inconnu";
}
