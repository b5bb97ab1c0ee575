using System.IO.Compression;
using Xemelios.Domain.Valeurs;
using Xemelios.Store.Originals;
using Xemelios.Store.Tests.TextIndex;

namespace Xemelios.Store.Tests.Originals;

/// <summary>A compressed original says the same bytes, anywhere, and nothing is lost on the way to it.</summary>
public sealed class CompactionTests : IDisposable
{
    private const int MiB = 1 << 20;

    private readonly DossierDEssai _dossier = new();
    private readonly IOriginaux _originaux;
    private readonly Compaction _compaction;

    public CompactionTests()
    {
        _originaux = new OriginauxSurDisque(_dossier.Chemin);
        _compaction = new Compaction(_dossier.Chemin);
    }

    public static TheoryData<int> Tailles => [0, 1, (64 << 10) - 1, 64 << 10, MiB - 1, MiB, MiB + 1, (3 * MiB) - 1, 3 * MiB, (5 * MiB) + 12_345];

    [Theory]
    [MemberData(nameof(Tailles))]
    public void Compacter_GardeLesOctetsEtLeurPlace(int octets)
    {
        var contenu = ContenusDEssai.Texte(octets, octets);
        var empreinte = Deposer(contenu);
        ToutCompacter();
        Assert.Equal(octets >= 64 << 10, Directory.GetFiles(_dossier.Chemin, "*.gz", SearchOption.AllDirectories).Length == 1);
        Assert.Single(Fichiers());
        Assert.True(_originaux.Existe(empreinte));
        Assert.Equal([empreinte], _originaux.Lister());
        using var flux = _originaux.Ouvrir(empreinte);
        Assert.Equal(octets, flux.Length);
        Assert.Equal(contenu, ContenusDEssai.Lire(flux));
        SeLitPartout(flux, contenu);
    }

    [Theory]
    [InlineData(64 << 10)]
    [InlineData(MiB)]
    [InlineData((3 * MiB) + 1)]
    public void UnDecompresseurOrdinaireRendLeFichier(int octets)
    {
        var contenu = ContenusDEssai.Texte(octets);
        Deposer(contenu);
        ToutCompacter();
        using var gzip = new GZipStream(File.OpenRead(Fichiers().Single()), CompressionMode.Decompress);
        Assert.Equal(contenu, ContenusDEssai.Lire(gzip));
    }

    [Fact]
    public void CeQuiNeRaccourcitPasResteTelQuel()
    {
        var empreinte = Deposer(ContenusDEssai.Alea(2 * MiB));
        Assert.Equal(IssueDeCompaction.Incompressible, _compaction.Compacter(empreinte, null, default));
        Assert.Equal([empreinte], _compaction.Candidats());
        Assert.Equal(Path.Combine(_dossier.Chemin, empreinte.Hexadecimal[..2], empreinte.Hexadecimal[2..4], empreinte.Hexadecimal), Fichiers().Single());
    }

    [Fact]
    public void UneTeteEnTexteNeTrompePasSurLeReste()
    {
        var empreinte = Deposer([.. ContenusDEssai.Texte(100_000), .. ContenusDEssai.Alea(8 * MiB)]);
        Assert.Equal(IssueDeCompaction.Incompressible, _compaction.Compacter(empreinte, null, default));
    }

    [Fact]
    public void UnFluxOuvertAvantSeLitEncoreApresEtLeDepotNAjouteRien()
    {
        var contenu = ContenusDEssai.Texte(2 * MiB);
        var empreinte = Deposer(contenu);
        using var avant = _originaux.Ouvrir(empreinte);
        ToutCompacter();
        Assert.Equal(contenu, ContenusDEssai.Lire(avant));
        Assert.Equal(new OriginalDepose(empreinte, contenu.Length, false), _originaux.Deposer(new MemoryStream(contenu), default));
        Assert.Single(Fichiers());
        Assert.Equal(_compaction.OctetsAuRepos(), new FileInfo(Fichiers().Single()).Length);
    }

    [Fact]
    public void UnArretAuMilieuNeLaisseRienALOuvertureSuivante()
    {
        var contenu = ContenusDEssai.Texte(3 * MiB);
        var empreinte = Deposer(contenu);
        File.WriteAllBytes(_dossier.Fichier("compaction-0.tmp"), contenu[..1000]);
        File.WriteAllBytes(_dossier.Fichier("arrivee-0.tmp"), contenu[..1000]);
        File.SetAttributes(_dossier.Fichier("arrivee-0.tmp"), FileAttributes.ReadOnly);
        IOriginaux rouverts = new OriginauxSurDisque(_dossier.Chemin);
        Assert.Equal([empreinte], rouverts.Lister());
        Assert.Single(Fichiers());
    }

    [Fact]
    public void UneAnnulationLaisseLOriginalTelQuel()
    {
        var empreinte = Deposer(ContenusDEssai.Texte(3 * MiB));
        using var annulation = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => _compaction.Compacter(empreinte, annulation.Cancel, annulation.Token));
        Assert.Equal([empreinte], _compaction.Candidats());
        Assert.Single(Fichiers());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void QuandLesDeuxFormesSontLaLUneSertEtLAutreSEnVa(bool compacteAbime)
    {
        var contenu = ContenusDEssai.Texte(2 * MiB);
        var empreinte = Deposer(contenu);
        var simple = Fichiers().Single();
        ToutCompacter();
        File.WriteAllBytes(simple, contenu);
        if (compacteAbime)
            Abimer(simple + ".gz", 5000);
        Assert.Equal([empreinte], _originaux.Lister());
        Assert.Equal(contenu, Relire(empreinte));
        ToutCompacter();
        Assert.Equal(simple + ".gz", Fichiers().Single());
        Assert.Equal(contenu, Relire(empreinte));
    }

    [Fact]
    public void UnOriginalAltereEstSignaleEtNEstPasTouche()
    {
        var empreinte = Deposer(ContenusDEssai.Texte(2 * MiB));
        var simple = Fichiers().Single();
        Abimer(simple, 1_500_000);
        var altere = File.ReadAllBytes(simple);
        Assert.Equal(IssueDeCompaction.Altere, _compaction.Compacter(empreinte, null, default));
        Assert.Equal(simple, Fichiers().Single());
        Assert.Equal(altere, File.ReadAllBytes(simple));
    }

    [Fact]
    public void UnOctetAltereNEstJamaisRendu()
    {
        var empreinte = Deposer(ContenusDEssai.Texte(2 * MiB));
        ToutCompacter();
        var compacte = Fichiers().Single();
        var sain = File.ReadAllBytes(compacte);
        var fin = sain.Length - 1;
        var alea = new Random(11);
        // The headers and the checksums one by one, the rest here and there. Date, effort and system say nothing of the content.
        foreach (var place in Enumerable.Range(10, 20).Concat(Enumerable.Range(fin - 7, 8)).Concat(Enumerable.Range(0, 60).Select(_ => alea.Next(20, fin))))
        {
            Abimer(compacte, place);
            Assert.Throws<InvalidDataException>(() => Relire(empreinte));
            Ecrire(compacte, sain);
        }
    }

    [Fact]
    public void UnFichierCompresseCoupeEstDitAbime()
    {
        var empreinte = Deposer(ContenusDEssai.Texte(2 * MiB));
        ToutCompacter();
        var compacte = Fichiers().Single();
        var sain = File.ReadAllBytes(compacte);
        foreach (var octets in (int[])[0, 1, 19, 20, sain.Length / 2, sain.Length - 1])
        {
            Ecrire(compacte, sain[..octets]);
            Assert.Throws<InvalidDataException>(() => Relire(empreinte));
        }

        Ecrire(compacte, [.. sain, 0]);
        Assert.Throws<InvalidDataException>(() => Relire(empreinte));
    }

    public void Dispose() => _dossier.Dispose();

    private static void SeLitPartout(Stream flux, byte[] contenu)
    {
        var alea = new Random(3);
        var tampon = new byte[200_000];
        for (var essai = 0; essai < 200; essai++)
        {
            var place = alea.Next(contenu.Length + 1);
            flux.Position = place;
            var voulus = Math.Min(alea.Next(tampon.Length), contenu.Length - place);
            flux.ReadExactly(tampon, 0, voulus);
            Assert.True(contenu.AsSpan(place, voulus).SequenceEqual(tampon.AsSpan(0, voulus)), $"octet {place}");
        }

        flux.Seek(0, SeekOrigin.End);
        Assert.Equal(-1, flux.ReadByte());
    }

    private static void Abimer(string chemin, int place)
    {
        var octets = File.ReadAllBytes(chemin);
        octets[place] ^= 0x10;
        Ecrire(chemin, octets);
    }

    private static void Ecrire(string chemin, byte[] octets)
    {
        File.SetAttributes(chemin, FileAttributes.Normal);
        File.WriteAllBytes(chemin, octets);
    }

    private Empreinte Deposer(byte[] contenu) => _originaux.Deposer(new MemoryStream(contenu), default).Empreinte;

    private void ToutCompacter() => Assert.All(_compaction.Candidats(), o => Assert.Equal(IssueDeCompaction.Compacte, _compaction.Compacter(o, null, default)));

    private byte[] Relire(Empreinte empreinte)
    {
        using var flux = _originaux.Ouvrir(empreinte);
        return ContenusDEssai.Lire(flux);
    }

    private string[] Fichiers() => Directory.GetFiles(_dossier.Chemin, "*", SearchOption.AllDirectories);
}
