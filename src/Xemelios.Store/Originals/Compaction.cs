using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Store.Originals;

/// <summary>What became of an original that was to be compressed.</summary>
public enum IssueDeCompaction
{
    /// <summary>It is compressed now.</summary>
    Compacte,

    /// <summary>It would hardly shrink: it stays as it was received, and the answer will always be the same.</summary>
    Incompressible,

    /// <summary>Its bytes no longer have its fingerprint: nothing was touched.</summary>
    Altere,
}

/// <summary>Compresses originals at rest, one at a time; at any moment at least one whole copy is on the disk.</summary>
public sealed class Compaction(string dossier)
{
    /// <summary>Below, the blocks of the disk eat what compression gains.</summary>
    private const int PlusPetit = 64 << 10;

    private const int BlocsDeLEchantillon = 16;

    private readonly CheminsDOriginaux _chemins = new(dossier);
    private readonly Lock _travail = new();

    /// <summary>Originals large enough to be compressed that are not, the smallest fingerprint first.</summary>
    public IReadOnlyList<Empreinte> Candidats() =>
        [.. _chemins.Fichiers().Where(f => f.Fichier.Extension.Length == 0 && f.Fichier.Length >= PlusPetit).Select(f => f.Empreinte)];

    /// <summary>Bytes that the originals take, compressed or not.</summary>
    public long OctetsAuRepos() => _chemins.Fichiers().Sum(f => f.Fichier.Length);

    /// <summary>Compresses one original, reads the result again, and only then removes the plain file.</summary>
    /// <param name="souffler">Called after each MiB; it may wait as long as others need the machine.</param>
    /// <exception cref="IOException">the disk is full, or a file is held; nothing is lost.</exception>
    public IssueDeCompaction Compacter(Empreinte empreinte, Action? souffler, CancellationToken annulation)
    {
        lock (_travail)
        {
            var simple = _chemins.Simple(empreinte);
            // Someone else did it, or an interruption came just before the end of it.
            if (File.Exists(_chemins.Compacte(empreinte)) && EstFidele(_chemins.Compacte(empreinte), empreinte, annulation))
            {
                CheminsDOriginaux.Retirer(simple);
                return IssueDeCompaction.Compacte;
            }

            using var contenu = File.OpenHandle(simple, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            return Raccourcit(contenu) ? Remplacer(contenu, empreinte, souffler ?? (() => { }), annulation) : IssueDeCompaction.Incompressible;
        }
    }

    /// <summary>Does something while no original is being compressed: one that is deleted meanwhile would come back in its compressed form.</summary>
    public void EnAttente(Action action)
    {
        lock (_travail)
            action();
    }

    private IssueDeCompaction Remplacer(SafeFileHandle contenu, Empreinte empreinte, Action souffler, CancellationToken annulation)
    {
        var provisoire = _chemins.Provisoire("compaction");
        try
        {
            Comprimer(contenu, provisoire, souffler, annulation);
            if (!EstFidele(provisoire, empreinte, annulation))
                return IssueDeCompaction.Altere;
            CheminsDOriginaux.Retirer(_chemins.Compacte(empreinte));
            CheminsDOriginaux.Installer(provisoire, _chemins.Compacte(empreinte));
            CheminsDOriginaux.Retirer(_chemins.Simple(empreinte));
            return IssueDeCompaction.Compacte;
        }
        finally
        {
            CheminsDOriginaux.Retirer(provisoire);
        }
    }

    private static void Comprimer(SafeFileHandle contenu, string provisoire, Action souffler, CancellationToken annulation)
    {
        using var sortie = new FileStream(provisoire, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1);
        using var atelier = new MemoryStream();
        var bloc = new byte[MembreGzip.Contenu];
        int lus;
        for (long octet = 0; (lus = Lire(contenu, octet, bloc)) > 0; octet += lus)
        {
            annulation.ThrowIfCancellationRequested();
            sortie.Write(MembreGzip.Comprimer(bloc.AsSpan(0, lus), atelier));
            souffler();
        }

        sortie.Flush(flushToDisk: true);
    }

    /// <summary>Whether a compressed file gives back the bytes that the fingerprint names.</summary>
    private static bool EstFidele(string compacte, Empreinte empreinte, CancellationToken annulation)
    {
        try
        {
            using var flux = new FluxCompacte(compacte);
            using var hachage = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var bloc = new byte[MembreGzip.Contenu];
            int lus;
            while ((lus = flux.Read(bloc)) > 0)
            {
                annulation.ThrowIfCancellationRequested();
                hachage.AppendData(bloc, 0, lus);
            }

            return Empreinte.FromBytes(hachage.GetHashAndReset()) == empreinte;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>Whether blocks taken all along lose a twentieth: the same file always gets the same answer, so none has to be kept.</summary>
    private static bool Raccourcit(SafeFileHandle contenu)
    {
        var pas = Math.Max(PlusPetit, RandomAccess.GetLength(contenu) / BlocsDeLEchantillon);
        // In the middle of each stretch: heads and tails are not like the rest.
        var marge = (pas - PlusPetit) / 2;
        var bloc = new byte[PlusPetit];
        using var reduit = new MemoryStream();
        long octets = 0;
        using (var gzip = new GZipStream(reduit, MembreGzip.Niveau, leaveOpen: true))
        {
            int lus;
            for (var i = 0; i < BlocsDeLEchantillon && (lus = Lire(contenu, (i * pas) + marge, bloc)) > 0; i++)
            {
                gzip.Write(bloc, 0, lus);
                octets += lus;
            }
        }

        return reduit.Length * 20 < octets * 19;
    }

    /// <summary>Fills the block unless the file ends before.</summary>
    private static int Lire(SafeFileHandle contenu, long octet, Span<byte> bloc)
    {
        int total = 0, lus;
        while (total < bloc.Length && (lus = RandomAccess.Read(contenu, bloc[total..], octet + total)) > 0)
            total += lus;
        return total;
    }
}
