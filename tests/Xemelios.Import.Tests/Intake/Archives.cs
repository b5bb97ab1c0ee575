using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace Xemelios.Import.Tests.Intake;

/// <summary>Archives written by the base framework, to be read by ours.</summary>
internal static class Archives
{
    public static byte[] Zip(params (string Nom, byte[] Contenu)[] entrees)
    {
        var sortie = new MemoryStream();
        using (var zip = new ZipArchive(sortie, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (nom, contenu) in entrees)
            {
                using var flux = zip.CreateEntry(nom).Open();
                flux.Write(contenu);
            }
        }

        return sortie.ToArray();
    }

    /// <summary>Written without going back: sizes and CRC follow the data.</summary>
    public static byte[] ZipEnFlux(params (string Nom, byte[] Contenu)[] entrees)
    {
        var sortie = new MemoryStream();
        using (var zip = new ZipArchive(new SansRetour(sortie), ZipArchiveMode.Create))
        {
            foreach (var (nom, contenu) in entrees)
            {
                using var flux = zip.CreateEntry(nom).Open();
                flux.Write(contenu);
            }
        }

        return sortie.ToArray();
    }

    public static byte[] Zip(params string[] noms) => Zip([.. noms.Select(n => (n, Encoding.UTF8.GetBytes(n)))]);

    public static byte[] Tar(TarEntryFormat format, params (string Nom, byte[] Contenu)[] entrees)
    {
        var sortie = new MemoryStream();
        using (var tar = new TarWriter(sortie, format, leaveOpen: true))
        {
            foreach (var (nom, contenu) in entrees)
                tar.WriteEntry(Entree(format, TarEntryType.RegularFile, nom, contenu));
        }

        return sortie.ToArray();
    }

    public static TarEntry Entree(TarEntryFormat format, TarEntryType type, string nom, byte[]? contenu = null)
    {
        TarEntry entree = format switch
        {
            TarEntryFormat.V7 => new V7TarEntry(type == TarEntryType.RegularFile ? TarEntryType.V7RegularFile : type, nom),
            TarEntryFormat.Ustar => new UstarTarEntry(type, nom),
            TarEntryFormat.Gnu => new GnuTarEntry(type, nom),
            _ => new PaxTarEntry(type, nom),
        };
        if (contenu is not null)
            entree.DataStream = new MemoryStream(contenu);
        return entree;
    }

    public static byte[] Gzip(byte[] contenu)
    {
        var sortie = new MemoryStream();
        using (var gzip = new GZipStream(sortie, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(contenu);
        return sortie.ToArray();
    }

    public static byte[] Texte(string texte) => Encoding.UTF8.GetBytes(texte);

    private sealed class SansRetour(Stream flux) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush() => flux.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => flux.Write(buffer, offset, count);
    }
}
