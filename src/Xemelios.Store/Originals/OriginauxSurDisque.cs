using Xemelios.Domain.Valeurs;

namespace Xemelios.Store.Originals;

/// <summary>Originals as read-only files <c>ab/cd/abcd…</c> under one folder.</summary>
public sealed class OriginauxSurDisque(string dossier) : IOriginaux
{
    private const int TailleDeTampon = 1 << 20;

    private readonly Lock _installation = new();

    public IDepotEnCours Commencer(Stream contenu, CancellationToken annulation)
    {
        Directory.CreateDirectory(dossier);
        return new DepotSurDisque(contenu, Path.Combine(dossier, $"arrivee-{Guid.NewGuid():N}.tmp"), Installer, Ouvrir, annulation);
    }

    public Stream Ouvrir(Empreinte empreinte) =>
        new FileStream(CheminDe(empreinte), FileMode.Open, FileAccess.Read, FileShare.Read, TailleDeTampon, FileOptions.SequentialScan);

    public bool Existe(Empreinte empreinte) => File.Exists(CheminDe(empreinte));

    public IEnumerable<Empreinte> Lister() =>
        !Directory.Exists(dossier)
            ? []
            : Directory.EnumerateFiles(dossier, "*", SearchOption.AllDirectories)
                .Select(Path.GetFileName).OfType<string>()
                .Where(nom => nom.Length == 64 && nom.All(char.IsAsciiHexDigitLower))
                .Order(StringComparer.Ordinal)
                .Select(nom => new Empreinte(nom));

    private string CheminDe(Empreinte empreinte)
    {
        var hexadecimal = empreinte.Hexadecimal;
        return Path.Combine(dossier, hexadecimal[..2], hexadecimal[2..4], hexadecimal);
    }

    private bool Installer(string provisoire, Empreinte empreinte)
    {
        var chemin = CheminDe(empreinte);
        lock (_installation)
        {
            if (File.Exists(chemin))
                return false;
            Directory.CreateDirectory(Path.GetDirectoryName(chemin)!);
            File.SetAttributes(provisoire, FileAttributes.ReadOnly);
            File.Move(provisoire, chemin);
            return true;
        }
    }
}
