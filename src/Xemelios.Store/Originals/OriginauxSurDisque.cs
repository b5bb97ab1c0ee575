using System.Buffers;
using System.Security.Cryptography;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Store.Originals;

/// <summary>Originals as read-only files <c>ab/cd/abcd…</c> under one folder.</summary>
public sealed class OriginauxSurDisque(string dossier) : IOriginaux
{
    private const int TailleDeTampon = 1 << 20;

    public OriginalDepose Deposer(Stream contenu, CancellationToken annulation)
    {
        Directory.CreateDirectory(dossier);
        var provisoire = Path.Combine(dossier, $"arrivee-{Guid.NewGuid():N}.tmp");
        try
        {
            var (empreinte, octets) = Copier(contenu, provisoire, annulation);
            return new OriginalDepose(empreinte, octets, Installer(provisoire, empreinte));
        }
        finally
        {
            File.Delete(provisoire);
        }
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

    private static (Empreinte Empreinte, long Octets) Copier(Stream contenu, string provisoire, CancellationToken annulation)
    {
        using var hachage = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var sortie = new FileStream(provisoire, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1);
        var tampon = ArrayPool<byte>.Shared.Rent(TailleDeTampon);
        try
        {
            long octets = 0;
            int lus;
            while ((lus = contenu.Read(tampon)) > 0)
            {
                annulation.ThrowIfCancellationRequested();
                hachage.AppendData(tampon, 0, lus);
                sortie.Write(tampon, 0, lus);
                octets += lus;
            }

            // The name is the promise that the bytes are there: they reach the disk before it does.
            sortie.Flush(flushToDisk: true);
            return (Empreinte.FromBytes(hachage.GetHashAndReset()), octets);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(tampon);
        }
    }

    private bool Installer(string provisoire, Empreinte empreinte)
    {
        var chemin = CheminDe(empreinte);
        if (File.Exists(chemin))
            return false;
        Directory.CreateDirectory(Path.GetDirectoryName(chemin)!);
        File.SetAttributes(provisoire, FileAttributes.ReadOnly);
        File.Move(provisoire, chemin);
        return true;
    }
}
