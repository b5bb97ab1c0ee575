using System.Formats.Tar;
using System.Text;
using Xemelios.Import.Intake;

namespace Xemelios.Import.Tests.Intake;

public class LecteurDArchiveTests
{
    public static TheoryData<int> Graines => [.. Enumerable.Range(1, 12)];

    [Theory]
    [MemberData(nameof(Graines))]
    public void UneArchiveAuHasardEstRendueOctetPourOctet(int graine)
    {
        using var atelier = new Atelier();
        var hasard = new Random(graine);
        var entrees = Enumerable.Range(0, hasard.Next(1, 12)).Select(i =>
        {
            var contenu = new byte[hasard.Next(0, graine % 3 == 0 ? 3_000_000 : 5_000)];
            hasard.NextBytes(contenu);
            return ($"dossier {i % 3}/pièce n° {i}.bin", contenu);
        }).ToArray();
        byte[][] formes =
        [
            Archives.Zip(entrees), Archives.ZipEnFlux(entrees), Archives.Tar(TarEntryFormat.Pax, entrees), Archives.Tar(TarEntryFormat.Gnu, entrees),
            Archives.Gzip(Archives.Tar(TarEntryFormat.Ustar, entrees)), Archives.Tar(TarEntryFormat.V7, entrees),
        ];
        foreach (var forme in formes)
        {
            var lues = atelier.Deballer(atelier.Recevoir("lot", forme));
            Assert.Equal(entrees.Select(e => $"lot!{e.Item1}"), lues.Select(l => l.Chemin));
            Assert.All(lues.Zip(entrees), p => Assert.Equal(p.Second.contenu, p.First.Contenu));
        }

        Assert.Empty(atelier.Anomalies);
    }

    [Fact]
    public void UnZipDePlusDe65535EntreesEstLuEntier()
    {
        using var atelier = new Atelier();
        var zip = Archives.Zip([.. Enumerable.Range(0, 66_000).Select(i => ($"{i}", "x"u8.ToArray()))]);
        var lues = atelier.Deballer(atelier.Recevoir("z", zip));
        Assert.Equal(66_000, lues.Count);
        Assert.Equal("z!65999", lues[^1].Chemin);
        Assert.Empty(atelier.Anomalies);
    }

    [Fact]
    public void UnZipSuiviDUnCommentaireEstLu()
    {
        using var atelier = new Atelier();
        var zip = Archives.Zip("a", "b");
        byte[] commente = [.. zip, .. "PK\u0005\u0006 dans un commentaire"u8];
        commente[zip.Length - 2] = (byte)(commente.Length - zip.Length);
        Assert.Equal(["z!a", "z!b"], atelier.Deballer(atelier.Recevoir("z", commente)).Select(e => e.Chemin));
        Assert.Empty(atelier.Anomalies);
    }

    [Fact]
    public void UnGzipDePlusieursMembresSuiviDeRemplissageEstLuEntier()
    {
        using var atelier = new Atelier();
        var (a, b) = (new byte[30_000], new byte[8192]);
        new Random(2).NextBytes(a);
        byte[] gzip = [.. Archives.Gzip(a), .. Archives.Gzip(b), .. Archives.Gzip([]), .. Archives.Gzip(a), .. new byte[600]];
        byte[] attendu = [.. a, .. b, .. a];
        Assert.Equal(attendu, Assert.Single(atelier.Deballer(atelier.Recevoir("x.gz", gzip))).Contenu);
        Assert.Empty(atelier.Anomalies);
    }

    /// <summary>Wherever it is cut, a gzip is never taken for a whole one.</summary>
    [Fact]
    public void UnGzipCoupeNImporteOuEstDit()
    {
        using var atelier = new Atelier();
        var contenu = Archives.Texte(string.Join(' ', Enumerable.Range(0, 4000)));
        var gzip = Archives.Gzip(contenu);
        for (var longueur = 3; longueur < gzip.Length; longueur += longueur > gzip.Length - 30 ? 1 : 97)
        {
            atelier.Anomalies.Clear();
            Assert.Empty(atelier.Deballer(atelier.Recevoir("x.gz", gzip[..longueur])));
            Assert.Equal(["REC-0003"], atelier.Codes);
        }
    }

    [Fact]
    public void UnGzipRendSonFichierSousLeNomSansGz()
    {
        using var atelier = new Atelier();
        var lues = atelier.Deballer(atelier.Recevoir("paye.xhl.gz", Archives.Gzip("contenu"u8.ToArray())));
        var (chemin, contenu) = Assert.Single(lues);
        Assert.Equal("paye.xhl.gz!paye.xhl", chemin);
        Assert.Equal("contenu"u8.ToArray(), contenu);
    }

    [Fact]
    public void UnNomLongDeTarEstLuEntier()
    {
        using var atelier = new Atelier();
        var nom = string.Join('/', Enumerable.Repeat("un-dossier-au-nom-long", 12)) + "/paye.xhl";
        foreach (var format in new[] { TarEntryFormat.Pax, TarEntryFormat.Gnu })
            Assert.Equal($"a.tar!{nom}", Assert.Single(atelier.Deballer(atelier.Recevoir("a.tar", Archives.Tar(format, (nom, [1]))))).Chemin);
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("..\\..\\windows\\win.ini")]
    [InlineData("/absolu/paye.xhl")]
    [InlineData("C:\\paye\\paye.xhl")]
    [InlineData("a/../b.xhl")]
    public void UneEntreeDontLeNomSortDeLArchiveEstRefusee(string nom)
    {
        using var atelier = new Atelier();
        Assert.Equal(["z.zip!bonne.xhl"], atelier.Deballer(atelier.Recevoir("z.zip", Archives.Zip(nom, "bonne.xhl"))).Select(e => e.Chemin));
        Assert.Equal(["REC-0008"], atelier.Codes);
        Assert.Equal(["tmp"], Directory.GetFileSystemEntries(atelier.Dossier).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("lot!paye.xhl", "lot_paye.xhl")]
    [InlineData("paye\u202Elhx.exe", "paye_lhx.exe")]
    public void UnNomTrompeurEstNettoye(string nom, string attendu)
    {
        using var atelier = new Atelier();
        Assert.Equal($"z.zip!{attendu}", Assert.Single(atelier.Deballer(atelier.Recevoir("z.zip", Archives.Zip(nom)))).Chemin);
        Assert.Equal(["REC-0021"], atelier.Codes);
    }

    [Fact]
    public void UneEntreeQuiCommenceParUnSouligneEstIgnoreeEtDite()
    {
        using var atelier = new Atelier();
        var lues = atelier.Deballer(atelier.Recevoir("z.zip", Archives.Zip("_brouillon.xhl", "__MACOSX/._a.xhl", "a/_b.xhl", "a/c_d.xhl")));
        Assert.Equal("z.zip!a/c_d.xhl", Assert.Single(lues).Chemin);
        Assert.Equal(["REC-0009", "REC-0009", "REC-0009"], atelier.Codes);
    }

    [Fact]
    public void UnePieceSousPjDonneSaCollectivite()
    {
        using var atelier = new Atelier();
        var archive = atelier.Recevoir("z.zip", Archives.Zip("paye.xhl", "PJ/21990001200019/arrete.pdf", "PJ/perdue.pdf", "pj/"));
        var lues = new List<(string, string?, bool, int)>();
        foreach (var entree in new LecteurDArchive(atelier.Spool).Lire(archive, 1, atelier.Anomalies.Add, default))
        {
            using (entree)
                lues.Add((entree.Nom, entree.Collectivite, entree.SousPj, entree.Indice));
        }

        Assert.Equal(
            [("paye.xhl", null, false, 1), ("arrete.pdf", "21990001200019", true, 2), ("perdue.pdf", null, true, 3)], lues);
        Assert.Equal(["REC-0015"], atelier.Codes);
    }

    [Theory]
    [InlineData(850, (byte)0)]
    [InlineData(437, (byte)0)]
    [InlineData(1252, (byte)3)]
    [InlineData(65001, (byte)3)]
    public void UnNomSansMarqueUnicodeGardeSesAccents(int page, byte systeme)
    {
        using var atelier = new Atelier();
        var zip = Archives.Zip(("paye_______", [7]));
        var encodage = CodePagesEncodingProvider.Instance.GetEncoding(page) ?? Encoding.UTF8;
        var nom = encodage.GetBytes("état é");
        RemplacerNom(zip, [.. nom, .. new byte[11 - nom.Length].Select(_ => (byte)'z')], systeme);
        var lu = Assert.Single(atelier.Deballer(atelier.Recevoir("z.zip", zip))).Chemin;
        Assert.StartsWith("z.zip!état é", lu, StringComparison.Ordinal);
    }

    [Fact]
    public void LesLiensEtPeripheriquesDUnTarSontIgnoresEtDits()
    {
        using var atelier = new Atelier();
        var sortie = new MemoryStream();
        using (var tar = new TarWriter(sortie, TarEntryFormat.Ustar, leaveOpen: true))
        {
            foreach (var type in new[] { TarEntryType.SymbolicLink, TarEntryType.HardLink })
            {
                var lien = Archives.Entree(TarEntryFormat.Ustar, type, "lien");
                lien.LinkName = "/etc/passwd";
                tar.WriteEntry(lien);
            }

            tar.WriteEntry(Archives.Entree(TarEntryFormat.Ustar, TarEntryType.CharacterDevice, "peripherique"));
            tar.WriteEntry(Archives.Entree(TarEntryFormat.Ustar, TarEntryType.Fifo, "tube"));
            tar.WriteEntry(Archives.Entree(TarEntryFormat.Ustar, TarEntryType.Directory, "dossier/"));
            tar.WriteEntry(Archives.Entree(TarEntryFormat.Ustar, TarEntryType.RegularFile, "dossier/a.xhl", "a"u8.ToArray()));
        }

        Assert.Equal("a.tar!dossier/a.xhl", Assert.Single(atelier.Deballer(atelier.Recevoir("a.tar", sortie.ToArray()))).Chemin);
        Assert.Equal(Enumerable.Repeat("REC-0011", 4), atelier.Codes);
    }

    private static void RemplacerNom(byte[] zip, byte[] nom, byte systeme)
    {
        var cherche = "paye_______"u8;
        for (var i = 0; i + cherche.Length <= zip.Length; i++)
        {
            if (zip.AsSpan(i).StartsWith(cherche))
                nom.CopyTo(zip, i);
        }

        var central = zip.AsSpan().IndexOf("PK\u0001\u0002"u8);
        zip[central + 5] = systeme;
    }
}
