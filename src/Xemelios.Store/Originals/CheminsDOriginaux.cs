using Xemelios.Domain.Valeurs;

namespace Xemelios.Store.Originals;

/// <summary>Where originals lie under their folder: <c>ab/cd/abcd…</c> as received, <c>ab/cd/abcd….gz</c> compressed; what is not finished at the root.</summary>
internal sealed class CheminsDOriginaux(string dossier)
{
    private const string Suffixe = ".gz";
    private const string Provisoires = "*.tmp";

    public string Simple(Empreinte empreinte)
    {
        var hexadecimal = empreinte.Hexadecimal;
        return Path.Combine(dossier, hexadecimal[..2], hexadecimal[2..4], hexadecimal);
    }

    public string Compacte(Empreinte empreinte) => Simple(empreinte) + Suffixe;

    /// <summary>A new temporary file: it is on the disk of the originals, so that naming it for good is a mere renaming.</summary>
    public string Provisoire(string sorte)
    {
        Directory.CreateDirectory(dossier);
        return Path.Combine(dossier, $"{sorte}-{Guid.NewGuid():N}.tmp");
    }

    /// <summary>Removes what an interruption left unfinished.</summary>
    public void Nettoyer()
    {
        if (!Directory.Exists(dossier))
            return;
        foreach (var reste in Directory.EnumerateFiles(dossier, Provisoires))
            Retirer(reste);
    }

    /// <summary>Every file that holds an original, in order of fingerprint; one that was just compressed may be there twice.</summary>
    public IEnumerable<(Empreinte Empreinte, FileInfo Fichier)> Fichiers() =>
        !Directory.Exists(dossier)
            ? []
            : new DirectoryInfo(dossier).EnumerateFiles("*", SearchOption.AllDirectories)
                .Where(f => EstUnNom(SansSuffixe(f.Name)))
                .OrderBy(f => f.Name, StringComparer.Ordinal)
                .Select(f => (new Empreinte(SansSuffixe(f.Name)), f));

    /// <summary>Gives a finished file its name for good; from then on nobody writes to it.</summary>
    public static void Installer(string provisoire, string chemin)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(chemin)!);
        File.SetAttributes(provisoire, FileAttributes.ReadOnly);
        File.Move(provisoire, chemin);
    }

    /// <summary>Windows does not delete a read-only file.</summary>
    public static void Retirer(string chemin)
    {
        if (!File.Exists(chemin))
            return;
        File.SetAttributes(chemin, FileAttributes.Normal);
        File.Delete(chemin);
    }

    private static string SansSuffixe(string nom) => nom.EndsWith(Suffixe, StringComparison.Ordinal) ? nom[..^Suffixe.Length] : nom;

    private static bool EstUnNom(string nom) => nom.Length == 64 && nom.All(char.IsAsciiHexDigitLower);
}
