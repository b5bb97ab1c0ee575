using System.Buffers;
using System.Security.Cryptography;
using Xemelios.Domain.Constats;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Import.Intake;

/// <summary>Copies a stream that can be read once into an <see cref="Arrivage"/>, while hashing and counting it.</summary>
public sealed class Spool
{
    /// <summary>Up to this length a content stays in memory.</summary>
    public const int OctetsEnMemoire = 1 << 20;

    private readonly string _dossier;

    /// <param name="dossierTemporaire">Created when missing; a folder inside the data folder, never the system's.</param>
    public Spool(string dossierTemporaire, Limites limites)
    {
        _dossier = Directory.CreateDirectory(dossierTemporaire).FullName;
        Limites = limites;
    }

    public Limites Limites { get; }

    /// <summary>Copies the stream to its end.</summary>
    /// <exception cref="FichierRefuseException">when it is longer than one entry may be.</exception>
    public Arrivage Copier(Stream source, string chemin, int indice = 0, CancellationToken annulation = default) =>
        Copier(source, chemin, indice, null, annulation);

    internal Arrivage Copier(Stream source, string chemin, int indice, NomDEntree? nom, CancellationToken annulation)
    {
        using var condense = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var tete = new MemoryStream();
        var tampon = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            var fini = Remplir(source, tete, condense, tampon, OctetsEnMemoire, annulation);
            if (fini)
                return Arrivage.EnMemoire(tete.ToArray(), chemin, Empreinte.FromBytes(condense.GetHashAndReset()), indice, nom);
            return VersFichier(source, tete, condense, tampon, chemin, indice, nom, annulation);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(tampon);
        }
    }

    private Arrivage VersFichier(
        Stream source, MemoryStream tete, IncrementalHash condense, byte[] tampon, string chemin, int indice, NomDEntree? nom, CancellationToken annulation)
    {
        var fichier = Path.Combine(_dossier, Path.GetRandomFileName());
        try
        {
            long octets;
            using (var cible = new FileStream(fichier, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1))
            {
                tete.WriteTo(cible);
                Remplir(source, cible, condense, tampon, long.MaxValue, annulation);
                octets = cible.Length;
            }

            return Arrivage.Temporaire(fichier, chemin, Empreinte.FromBytes(condense.GetHashAndReset()), octets, indice, nom);
        }
        catch
        {
            File.Delete(fichier);
            throw;
        }
    }

    /// <summary>Copies until the end (true) or until the target passes the threshold (false).</summary>
    private bool Remplir(Stream source, Stream cible, IncrementalHash condense, byte[] tampon, long seuil, CancellationToken annulation)
    {
        while (cible.Length <= seuil)
        {
            annulation.ThrowIfCancellationRequested();
            var lus = source.Read(tampon);
            if (lus == 0)
                return true;
            if (cible.Length + lus > Limites.MaxOctetsParEntree)
                throw new FichierRefuseException(CatalogueDesAnomalies.EntreeTropVolumineuse.En(Provenance.Inconnue));
            condense.AppendData(tampon, 0, lus);
            cible.Write(tampon, 0, lus);
        }

        return false;
    }
}
