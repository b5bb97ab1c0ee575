using System.Security.Cryptography;
using System.Text;

namespace Xemelios.Store.Gestion.Comptes.Identite;

/// <summary>Keeps the secrets of second factors unreadable in the base: AES-256-GCM, under a key that only the owner of the data folder reads.</summary>
/// <remarks>Nodes that share a PostgreSQL base share the key file too. A secret is tied to its account and name: moved to another row, it no longer opens.</remarks>
public sealed class SecretsAuRepos
{
    /// <summary>Name of the key file in the data folder.</summary>
    public const string Fichier = "comptes.cle";

    private const int Octets = 32;

    // Laid out as nonce, tag, ciphertext.
    private const int Nonce = 12;
    private const int Sceau = 16;
    private const int Debut = Nonce + Sceau;

    private readonly Lazy<byte[]> _cle;

    public SecretsAuRepos(string dossier) => _cle = new Lazy<byte[]>(() => Cle(Path.Combine(dossier, Fichier)));

    public string Proteger(string secret, string pour)
    {
        var clair = Encoding.UTF8.GetBytes(secret);
        var protege = new byte[Debut + clair.Length];
        RandomNumberGenerator.Fill(protege.AsSpan(..Nonce));
        using var aes = new AesGcm(_cle.Value, Sceau);
        aes.Encrypt(protege.AsSpan(..Nonce), clair, protege.AsSpan(Debut..), protege.AsSpan(Nonce..Debut), Encoding.UTF8.GetBytes(pour));
        return Convert.ToBase64String(protege);
    }

    /// <exception cref="CryptographicException">the key is another, or the secret was changed.</exception>
    public string Lire(string protege, string pour)
    {
        var octets = Convert.FromBase64String(protege);
        if (octets.Length < Debut)
            throw new CryptographicException("Secret tronqué.");
        var clair = new byte[octets.Length - Debut];
        using var aes = new AesGcm(_cle.Value, Sceau);
        aes.Decrypt(octets.AsSpan(..Nonce), octets.AsSpan(Debut..), octets.AsSpan(Nonce..Debut), clair, Encoding.UTF8.GetBytes(pour));
        return Encoding.UTF8.GetString(clair);
    }

    private static byte[] Cle(string fichier)
    {
        if (!File.Exists(fichier))
            Creer(fichier);
        var cle = File.ReadAllBytes(fichier);
        return cle.Length == Octets ? cle : throw new CryptographicException($"Le fichier « {Fichier} » du dossier de données n'est pas une clé.");
    }

    private static void Creer(string fichier)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var flux = new FileStream(fichier, options);
        flux.Write(RandomNumberGenerator.GetBytes(Octets));
        flux.Flush(flushToDisk: true);
    }
}
