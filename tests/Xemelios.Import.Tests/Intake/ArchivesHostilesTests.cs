using System.Formats.Tar;
using System.IO.Compression;
using Xemelios.Import.Intake;

namespace Xemelios.Import.Tests.Intake;

public class ArchivesHostilesTests
{
    private const long Mio = 1 << 20;

    [Fact]
    public void UneBombeZipEstRefuseeSansEtreDecompressee()
    {
        using var atelier = new Atelier();
        var bombe = atelier.RecevoirFichier("bombe.zip", flux =>
        {
            using var zip = new ZipArchive(flux, ZipArchiveMode.Create);
            Zeros(zip.CreateEntry("bombe.xhl").Open(), 400 * Mio);
            using var saine = zip.CreateEntry("saine.xhl").Open();
            saine.Write("saine"u8);
        });
        var avant = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal("bombe.zip!saine.xhl", Assert.Single(atelier.Deballer(bombe)).Chemin);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - avant, 0, 8 * Mio);
        Assert.Equal(["REC-0005"], atelier.Codes);
        Assert.Equal(0, atelier.FichiersTemporaires);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void UneBombeGzipEstRefusee(bool avecTar)
    {
        using var atelier = new Atelier();
        var bombe = atelier.RecevoirFichier("bombe.gz", flux =>
        {
            using var gzip = new GZipStream(flux, CompressionLevel.Optimal);
            if (avecTar)
                gzip.Write(EnTeteDeTar(octets: "00700000000\0"u8));
            Zeros(gzip, 200 * Mio);
        });
        var avant = GC.GetAllocatedBytesForCurrentThread();
        atelier.Deballer(bombe);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - avant, 0, 8 * Mio);
        Assert.Equal(["REC-0005"], atelier.Codes);
        Assert.Equal(0, atelier.FichiersTemporaires);
    }

    [Fact]
    public void LeTotalDecompresseEstCompteSurToutLeFichierRecu()
    {
        using var atelier = new Atelier(new Limites { MaxOctetsInflates = 250 });
        var zip = Archives.Zip(("a", new byte[100]), ("b", new byte[100]), ("c", new byte[100]), ("d", new byte[1]));
        Assert.Equal(["z!a", "z!b"], atelier.Deballer(atelier.Recevoir("z", zip)).Select(e => e.Chemin));
        Assert.Equal(["REC-0004"], atelier.Codes);
    }

    [Fact]
    public void UneEntreeTropGrandeEstRefuseeSeule()
    {
        using var atelier = new Atelier(new Limites { MaxOctetsParEntree = 150_000 });
        var zip = Archives.Zip(("a", new byte[1000]), ("grande", new byte[200_000]), ("c", new byte[1000]));
        var fichier = Ecrire(atelier, zip);
        using var recu = Arrivage.Depuis(() => File.OpenRead(fichier), "z", default, zip.Length);
        Assert.Equal(["z!a", "z!c"], atelier.Deballer(recu).Select(e => e.Chemin));
        Assert.Equal(["REC-0018"], atelier.Codes);
    }

    [Fact]
    public void TropDEntreesArretentLaLecture()
    {
        using var atelier = new Atelier(new Limites { MaxEntrees = 3 });
        Assert.Equal(3, atelier.Deballer(atelier.Recevoir("z", Archives.Zip("a", "b", "c", "d", "e"))).Count);
        Assert.Equal(["REC-0007"], atelier.Codes);
    }

    [Fact]
    public void UneArchiveTropImbriqueeEstRefusee()
    {
        using var atelier = new Atelier();
        var zip = atelier.Recevoir("z.zip", Archives.Zip("a"));
        Assert.Single(atelier.Deballer(zip, profondeur: 3));
        Assert.Empty(atelier.Deballer(zip, profondeur: 4));
        Assert.Equal(["REC-0006"], atelier.Codes);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void UnZipCoupeRendSesEntreesEntieres(bool enFlux)
    {
        using var atelier = new Atelier();
        var hasard = new Random(7);
        var (a, b) = (new byte[4000], new byte[4000]);
        hasard.NextBytes(a);
        hasard.NextBytes(b);
        var zip = enFlux ? Archives.ZipEnFlux(("a", a), ("b", b)) : Archives.Zip(("a", a), ("b", b));
        var lues = atelier.Deballer(atelier.Recevoir("z", zip[..6000]));
        Assert.Equal(a, Assert.Single(lues).Contenu);
        Assert.Contains("REC-0003", atelier.Codes);
    }

    /// <summary>The directory of the inner zip, in clear in the outer one, must not pass for that of the outer one.</summary>
    [Fact]
    public void UnZipCoupeApresUnZipRangeSansCompressionRendSesPropresEntrees()
    {
        using var atelier = new Atelier();
        var interne = Archives.Zip("x", "y");
        var sortie = new MemoryStream();
        using (var zip = new ZipArchive(sortie, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (nom, contenu) in new[] { ("a", new byte[] { 1 }), ("interne.zip", interne), ("b", new byte[4000]) })
            {
                using var flux = zip.CreateEntry(nom, CompressionLevel.NoCompression).Open();
                flux.Write(contenu);
            }
        }

        var lues = atelier.Deballer(atelier.Recevoir("z", sortie.ToArray()[..2000]));
        Assert.Equal(["z!a", "z!interne.zip"], lues.Select(e => e.Chemin));
        Assert.Equal(interne, lues[1].Contenu);
        Assert.Contains("REC-0003", atelier.Codes);
    }

    [Fact]
    public void UneBombeCoupeeSeReconnaitSansEtreDecompressee()
    {
        using var atelier = new Atelier();
        var bombe = Archives.ZipEnFlux(("a", new byte[100 * Mio]), ("b", [1]));
        var recue = atelier.Recevoir("z", bombe[..^30]);
        Assert.Equal(TypeDeContenu.Zip, Reconnaissance.Reconnaitre(recue));
        Assert.Empty(atelier.Deballer(recue));
        Assert.Equal(["REC-0005", "REC-0003"], atelier.Codes);
    }

    [Fact]
    public void UnTarOuUnGzipCoupeEstDit()
    {
        using var atelier = new Atelier();
        var hasard = new Random(8);
        var (a, b) = (new byte[4000], new byte[4000]);
        hasard.NextBytes(a);
        hasard.NextBytes(b);
        var tar = Archives.Tar(TarEntryFormat.Pax, ("a", a), ("b", b));
        Assert.Equal(a, Assert.Single(atelier.Deballer(atelier.Recevoir("t", tar[..8000]))).Contenu);
        Assert.Equal(a, Assert.Single(atelier.Deballer(atelier.Recevoir("tgz", Archives.Gzip(tar)[..6500]))).Contenu);
        Assert.Empty(atelier.Deballer(atelier.Recevoir("g", Archives.Gzip(a)[..3000])));
        Assert.Equal(["REC-0003", "REC-0003", "REC-0003"], atelier.Codes);
    }

    [Fact]
    public void UneEntreeAltereeEstRefuseeLesAutresSontLues()
    {
        using var atelier = new Atelier();
        var a = new byte[4000];
        new Random(9).NextBytes(a);
        var zip = Archives.Zip(("a", a), ("b", [1, 2, 3]));
        zip[2000] ^= 0x40;
        Assert.Equal("z!b", Assert.Single(atelier.Deballer(atelier.Recevoir("z", zip))).Chemin);
        Assert.Equal(["REC-0003"], atelier.Codes);
    }

    [Theory]
    [InlineData(8, 1)]
    [InlineData(10, 99)]
    [InlineData(10, 14)]
    public void UneEntreeChiffreeOuDeCompressionInconnueEstRefusee(int champ, byte valeur)
    {
        using var atelier = new Atelier();
        var zip = Archives.Zip("secret.xhl", "clair.xhl");
        var central = zip.AsSpan().IndexOf("PK\u0001\u0002"u8);
        zip[central + champ] = valeur;
        Assert.Equal("z!clair.xhl", Assert.Single(atelier.Deballer(atelier.Recevoir("z", zip))).Chemin);
        Assert.Equal(["REC-0014"], atelier.Codes);
    }

    [Fact]
    public void UnEnTeteDeTarQuiDeclareDesGigaoctetsDeNomNeLesAlloueJamais()
    {
        using var atelier = new Atelier();
        var tar = Archives.Tar(TarEntryFormat.Gnu, (new string('n', 300), [1]));
        "77777777777\0"u8.CopyTo(tar.AsSpan(124));
        CorrigerSomme(tar);
        var recu = atelier.Recevoir("t", tar);
        var avant = GC.GetAllocatedBytesForCurrentThread();
        Assert.Empty(atelier.Deballer(recu));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - avant, 0, 2 * Mio);
        Assert.Equal(["REC-0003"], atelier.Codes);
    }

    [Fact]
    public void UneArchiveAbimeeAuHasardNEchoueQueParDesAnomalies()
    {
        var hasard = new Random(20);
        var contenu = new byte[3000];
        hasard.NextBytes(contenu);
        byte[][] saines =
        [
            Archives.Zip(("a", contenu), ("b", contenu)), Archives.ZipEnFlux(("a", contenu), ("b", contenu)),
            Archives.Tar(TarEntryFormat.Pax, ("a", contenu), ("b", contenu)), Archives.Gzip(Archives.Tar(TarEntryFormat.Gnu, ("a", contenu))),
        ];
        for (var essai = 0; essai < 400; essai++)
        {
            using var atelier = new Atelier();
            var abimee = (byte[])saines[essai % saines.Length].Clone();
            for (var i = hasard.Next(1, 6); i > 0; i--)
                abimee[hasard.Next(4, abimee.Length)] = (byte)hasard.Next(256);
            var recu = atelier.Recevoir("x", abimee[..hasard.Next(abimee.Length / 2, abimee.Length + 1)]);
            if (Reconnaissance.Reconnaitre(recu).EstArchive())
                atelier.Deballer(recu);
        }
    }

    private static string Ecrire(Atelier atelier, byte[] contenu)
    {
        var chemin = Path.Combine(atelier.Dossier, "recu");
        File.WriteAllBytes(chemin, contenu);
        return chemin;
    }

    private static ReadOnlySpan<byte> EnTeteDeTar(ReadOnlySpan<byte> octets)
    {
        var tar = Archives.Tar(TarEntryFormat.Ustar, ("a.xhl", [1]));
        octets.CopyTo(tar.AsSpan(124));
        CorrigerSomme(tar);
        return tar.AsSpan(0, 512);
    }

    private static void CorrigerSomme(byte[] tar)
    {
        tar.AsSpan(148, 8).Fill((byte)' ');
        var somme = 0;
        foreach (var octet in tar.AsSpan(0, 512))
            somme += octet;
        System.Text.Encoding.ASCII.GetBytes(Convert.ToString(somme, 8).PadLeft(6, '0') + "\0 ").CopyTo(tar, 148);
    }

    private static void Zeros(Stream cible, long octets)
    {
        var bloc = new byte[64 * 1024];
        for (; octets > 0; octets -= bloc.Length)
            cible.Write(bloc);
        cible.Dispose();
    }
}
