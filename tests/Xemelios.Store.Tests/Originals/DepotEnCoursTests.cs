using Xemelios.Store.Originals;
using Xemelios.Store.Tests.TextIndex;

namespace Xemelios.Store.Tests.Originals;

/// <summary>An original can be read while it is being copied.</summary>
public sealed class DepotEnCoursTests : IDisposable
{
    private readonly DossierDEssai _dossier = new();

    public DepotEnCoursTests() => Originaux = new OriginauxSurDisque(_dossier.Fichier("originaux"));

    private IOriginaux Originaux { get; }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData((1 << 20) - 1)]
    [InlineData(1 << 20)]
    [InlineData((5 << 20) + 7)]
    public async Task Ouvrir_DonneLesOctetsPendantQuIlsArrivent(int octets)
    {
        var contenu = ContenusDEssai.Alea(octets);
        using var source = new SourceCommandee();
        using var depot = Originaux.Commencer(source, CancellationToken.None);
        using var flux = depot.Ouvrir();
        var lecture = Task.Run(() => ContenusDEssai.Lire(flux));
        var alea = new Random(7);
        for (int debut = 0, pas; debut < octets; debut += pas)
            source.Livrer(contenu.AsSpan(debut, pas = Math.Min(octets - debut, alea.Next(1, 700_000))));
        source.Finir();
        Assert.Equal(contenu, await lecture);
        var depose = depot.Terminer();
        Assert.Equal(new OriginalDepose(ContenusDEssai.EmpreinteDe(contenu), octets, true), depose);
        Assert.Equal(contenu, Relu(depose));
    }

    [Fact]
    public async Task Ouvrir_SertPlusieursLecteursALaFois()
    {
        var contenu = ContenusDEssai.Texte(3_000_000);
        using var source = new SourceCommandee();
        using var depot = Originaux.Commencer(source, CancellationToken.None);
        var lectures = Enumerable.Range(0, 4).Select(graine => Task.Run(() =>
        {
            using var flux = depot.Ouvrir();
            return ContenusDEssai.Lire(flux, graine);
        })).ToList();
        for (var debut = 0; debut < contenu.Length; debut += 250_000)
            source.Livrer(contenu.AsSpan(debut, 250_000));
        source.Finir();
        Assert.All(await Task.WhenAll(lectures), lu => Assert.Equal(contenu, lu));
    }

    [Fact]
    public async Task Ouvrir_AttendCeQuiNEstPasEncoreLa()
    {
        using var source = new SourceCommandee();
        using var depot = Originaux.Commencer(source, CancellationToken.None);
        using var flux = depot.Ouvrir();
        flux.Position = 3;
        var avance = Task.Run(() => flux.ReadByte());
        var taille = Task.Run(() => depot.Ouvrir().Length);
        source.Livrer([10, 11, 12]);
        using (var premiers = depot.Ouvrir())
        {
            Assert.Equal([10, 11, 12], (byte[])[(byte)premiers.ReadByte(), (byte)premiers.ReadByte(), (byte)premiers.ReadByte()]);
            Assert.False(avance.IsCompleted);
            Assert.False(taille.IsCompleted);
        }

        source.Livrer([13, 14]);
        Assert.Equal(13, await avance);
        source.Finir();
        Assert.Equal(5, await taille);
        Assert.Equal(14, (flux.Seek(-1, SeekOrigin.End), flux.ReadByte()).Item2);
        Assert.Equal(-1, flux.ReadByte());
    }

    [Fact]
    public void UnFluxOuvertSeLitEncoreApresLaPoseEtApresLeDepot()
    {
        var contenu = ContenusDEssai.Alea(2_500_000);
        Stream avant, apres;
        using (var depot = Originaux.Commencer(new MemoryStream(contenu), CancellationToken.None))
        {
            avant = depot.Ouvrir();
            Assert.Equal(depot.Terminer(), depot.Terminer());
            apres = depot.Ouvrir();
        }

        using (avant)
        using (apres)
        {
            Assert.Equal(contenu, ContenusDEssai.Lire(avant));
            Assert.Equal(contenu, ContenusDEssai.Lire(apres));
        }
    }

    [Fact]
    public void OctetsAnnonces_SontCeuxQuIlResteALire()
    {
        var contenu = ContenusDEssai.Alea(1000);
        using var source = new MemoryStream(contenu) { Position = 400 };
        using var depot = Originaux.Commencer(source, CancellationToken.None);
        Assert.Equal(600, depot.OctetsAnnonces);
        Assert.Equal(new OriginalDepose(ContenusDEssai.EmpreinteDe(contenu[400..]), 600, true), depot.Terminer());
        using var inconnue = new SourceCommandee();
        inconnue.Finir();
        using var autre = Originaux.Commencer(inconnue, CancellationToken.None);
        Assert.Null(autre.OctetsAnnonces);
    }

    [Theory]
    [InlineData(-1500)]
    [InlineData(+1500)]
    public void UneSourceQuiSEstTrompeeSurSaTailleEstLueJusquASaFin(int erreur)
    {
        var contenu = ContenusDEssai.Alea(2000);
        using var source = new SourceQuiSeTrompe(contenu, contenu.Length + erreur);
        var depose = Originaux.Deposer(source, CancellationToken.None);
        Assert.Equal((ContenusDEssai.EmpreinteDe(contenu), 2000), (depose.Empreinte, depose.Octets));
        Assert.Equal(contenu, Relu(depose));
    }

    [Fact]
    public void LeMemeContenuNEstGardeQuUneFois()
    {
        var contenu = ContenusDEssai.Texte(10_000);
        using var un = Originaux.Commencer(new MemoryStream(contenu), CancellationToken.None);
        using var deux = Originaux.Commencer(new MemoryStream(contenu), CancellationToken.None);
        Assert.True(un.Terminer().Nouveau);
        Assert.False(deux.Terminer().Nouveau);
        Assert.False(Originaux.Deposer(new MemoryStream(contenu), CancellationToken.None).Nouveau);
        deux.Dispose();
        Assert.Single(Fichiers());
    }

    [Fact]
    public async Task LEchecDeLaSourceEstDitALaFinEtAuxLecteurs()
    {
        using var source = new SourceCommandee();
        using (var depot = Originaux.Commencer(source, CancellationToken.None))
        {
            using var flux = depot.Ouvrir();
            source.Livrer([1, 2, 3]);
            Assert.Equal(1, flux.ReadByte());
            var lecture = Task.Run(() => ContenusDEssai.Lire(flux));
            source.Rompre(new IOException("disque retiré"));
            Assert.Equal("disque retiré", (await Assert.ThrowsAsync<IOException>(() => lecture)).Message);
            Assert.Equal("disque retiré", Assert.Throws<IOException>(depot.Terminer).Message);
            Assert.Throws<IOException>(() => flux.Length);
        }

        Assert.Empty(Fichiers());
    }

    [Fact]
    public async Task LAnnulationReveilleCeuxQuiAttendentMemeQuandLaSourceNeDonneRien()
    {
        using var annulation = new CancellationTokenSource();
        using var source = new SourceCommandee();
        using (var depot = Originaux.Commencer(source, annulation.Token))
        {
            using var flux = depot.Ouvrir();
            var lecture = Task.Run(() => flux.ReadByte());
            var fin = Task.Run(depot.Terminer);
            source.Demandee.Wait();
            await annulation.CancelAsync();
            await Assert.ThrowsAsync<OperationCanceledException>(() => lecture);
            await Assert.ThrowsAsync<OperationCanceledException>(() => fin);
            source.Finir();
        }

        Assert.Empty(Fichiers());
    }

    [Fact]
    public void Dispose_SansTerminerNeLaisseRienEtArreteLesLecteurs()
    {
        using var source = new SourceCommandee();
        var depot = Originaux.Commencer(source, CancellationToken.None);
        source.Livrer([1, 2]);
        using var flux = depot.Ouvrir();
        Assert.Equal(1, flux.ReadByte());
        source.Livrer([3]);
        source.Finir();
        depot.Dispose();
        Assert.Empty(Fichiers());
    }

    public void Dispose() => _dossier.Dispose();

    private byte[] Relu(OriginalDepose depose)
    {
        using var flux = Originaux.Ouvrir(depose.Empreinte);
        return ContenusDEssai.Lire(flux);
    }

    private string[] Fichiers() => Directory.GetFiles(_dossier.Chemin, "*", SearchOption.AllDirectories);

    /// <summary>A file that grows or shrinks while it is being copied.</summary>
    private sealed class SourceQuiSeTrompe(byte[] contenu, long annonce) : MemoryStream(contenu)
    {
        public override long Length => annonce;
    }
}
