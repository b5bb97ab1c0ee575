using System.Formats.Tar;

namespace Xemelios.Samples;

/// <summary>Tar with a fixed date.</summary>
public static class TarFictif
{
    private static readonly DateTimeOffset DateFixe = new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The archive of these files, in this order.</summary>
    public static byte[] Creer(IEnumerable<FichierFictif> fichiers)
    {
        using var sortie = new MemoryStream();
        using (var tar = new TarWriter(sortie, TarEntryFormat.Ustar, leaveOpen: true))
        {
            foreach (var fichier in fichiers)
                tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, fichier.Chemin) { DataStream = new MemoryStream(fichier.Contenu), ModificationTime = DateFixe });
        }

        return sortie.ToArray();
    }

    /// <summary>The same, compressed.</summary>
    public static byte[] CreerGz(IEnumerable<FichierFictif> fichiers) => GzipFictif.Compresser(Creer(fichiers));
}
