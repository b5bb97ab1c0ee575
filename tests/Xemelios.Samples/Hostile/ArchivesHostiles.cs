using System.Formats.Tar;
using System.IO.Compression;

namespace Xemelios.Samples;

/// <summary>Archives that must be refused, in whole or entry by entry, without harm.</summary>
public static class ArchivesHostiles
{
    /// <summary>Entry names that try to leave the folder.</summary>
    public static IReadOnlyList<string> NomsDEvasion { get; } =
        ["../../evasion.xhl", "/etc/evasion.xhl", "C:\\Windows\\evasion.xhl", "..\\..\\evasion.xhl", "PJ/../../evasion.pdf", "sous/./../../evasion.xhl"];

    /// <summary>A zip whose entries have hostile names around the same content.</summary>
    public static byte[] ZipSlip(byte[] contenu) => ZipFictif.Creer(NomsDEvasion.Select(n => new FichierFictif(n, contenu)));

    /// <summary>A zip of a few hundred KB that inflates to so many megabytes of zeros.</summary>
    public static void BombeZip(Stream flux, int megaoctets = 300)
    {
        using var zip = new ZipArchive(flux, ZipArchiveMode.Create, leaveOpen: true);
        using var entree = zip.CreateEntry("paye.xhl", CompressionLevel.SmallestSize).Open();
        Zeros(entree, megaoctets);
    }

    /// <summary>A gzip that inflates to so many megabytes of zeros.</summary>
    public static void BombeGzip(Stream flux, int megaoctets = 300)
    {
        using var gzip = new GZipStream(flux, CompressionLevel.SmallestSize, leaveOpen: true);
        Zeros(gzip, megaoctets);
    }

    /// <summary>A zip with a very large number of empty entries.</summary>
    public static byte[] TropDEntrees(int nombre = 60_000) =>
        ZipFictif.Creer(Enumerable.Range(0, nombre).Select(i => new FichierFictif($"PJ/{i}.pdf", [])));

    /// <summary>Zips nested so deep around a file.</summary>
    public static byte[] ZipsEmboites(FichierFictif coeur, int profondeur = 5)
    {
        var fichier = coeur;
        for (var i = profondeur; i >= 1; i--)
            fichier = new FichierFictif($"niveau{i}.zip", ZipFictif.Creer([fichier]));
        return fichier.Contenu;
    }

    /// <summary>A zip whose central directory is cut off.</summary>
    public static byte[] ZipTronque(byte[] zip) => zip[..(zip.Length * 2 / 3)];

    /// <summary>A tar with a symbolic link, a hard link, a device and a name that leaves the folder, then one good file.</summary>
    public static byte[] TarAvecLiens(FichierFictif bon)
    {
        using var sortie = new MemoryStream();
        using (var tar = new TarWriter(sortie, TarEntryFormat.Ustar, leaveOpen: true))
        {
            tar.WriteEntry(new UstarTarEntry(TarEntryType.SymbolicLink, "lien.xhl") { LinkName = "/etc/passwd" });
            tar.WriteEntry(new UstarTarEntry(TarEntryType.HardLink, "dur.xhl") { LinkName = "../../etc/passwd" });
            tar.WriteEntry(new UstarTarEntry(TarEntryType.CharacterDevice, "zero"));
            tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, "../../evasion.xhl") { DataStream = new MemoryStream(bon.Contenu) });
            tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, bon.Chemin) { DataStream = new MemoryStream(bon.Contenu) });
        }

        return sortie.ToArray();
    }

    private static void Zeros(Stream flux, int megaoctets)
    {
        var bloc = new byte[1 << 20];
        for (var i = 0; i < megaoctets; i++)
            flux.Write(bloc);
    }
}
