using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Xemelios.Query.Export.Bulletins;

namespace Xemelios.Query.Restitutions;

/// <summary>A zip written as it goes, with the length and the SHA-256 of each of its files.</summary>
/// <param name="date">The date of every file.</param>
internal sealed class ZipEmpreint(Stream sortie, DateTimeOffset date) : IDisposable
{
    private readonly ZipArchive _zip = new(sortie, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
    private readonly List<FichierDeRestitution> _fichiers = [];

    /// <summary>What was written, in its order.</summary>
    public IReadOnlyList<FichierDeRestitution> Fichiers => _fichiers;

    public FichierDeRestitution Ecrire(string chemin, Action<Stream> ecrire)
    {
        var entree = _zip.CreateEntry(chemin, CompressionLevel.Fastest);
        entree.LastWriteTime = date;
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var flux = entree.Open();
        using var hache = new FluxHache(flux, sha);
        ecrire(hache);
        var fichier = new FichierDeRestitution(chemin, hache.Length, Convert.ToHexStringLower(sha.GetHashAndReset()));
        _fichiers.Add(fichier);
        return fichier;
    }

    /// <summary>A text for people: UTF-8 with its mark, CRLF.</summary>
    public void Texte(string chemin, string texte) =>
        Ecrire(chemin, flux => flux.Write(Encoding.UTF8.GetBytes('\uFEFF' + texte.ReplaceLineEndings("\r\n"))));

    public void Dispose() => _zip.Dispose();
}
