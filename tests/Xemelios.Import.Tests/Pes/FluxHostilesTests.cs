using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Xemelios.Domain.Constats;
using Xemelios.Import.Intake;
using Xemelios.Import.Pes;
using Xemelios.Import.Tests.Intake;

namespace Xemelios.Import.Tests.Pes;

public class FluxHostilesTests
{
    private const long Mio = 1 << 20;

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><PES_Aller>&x;</PES_Aller>", "PES-0014")]
    [InlineData("<!DOCTYPE a [<!ENTITY x 'xxxx'><!ENTITY y '&x;&x;&x;&x;'>]><PES_Aller>&y;</PES_Aller>", "PES-0014")]
    [InlineData("<PES_Aller><EnTetePES></PES_Aller>", "PES-0001")]
    [InlineData("<PES_Aller><EnTetePES>", "PES-0001")]
    [InlineData("<PES_Aller/><PES_Aller/>", "PES-0001")]
    [InlineData("<PES_Aller>&x;</PES_Aller>", "PES-0001")]
    [InlineData("", "PES-0001")]
    public void UnFluxMalFormeEstRefuseAvecSonMotif(string xml, string code)
    {
        using var atelier = new Atelier();
        Assert.Equal(code, Refus(atelier, atelier.Recevoir("flux.xml", xml)).Code);
    }

    [Fact]
    public void UnFluxCoupeEstRefuseOuQuIlSoitCoupe()
    {
        using var atelier = new Atelier();
        var octets = Encoding.Latin1.GetBytes(Releve.Exemple("18.1-mandat-et-xhl.xml").TrimEnd());
        for (var longueur = 0; longueur < octets.Length; longueur += 13)
        {
            var motif = Refus(atelier, atelier.Recevoir("flux.xml", octets[..longueur]));
            Assert.Equal("PES-0001", motif.Code);
            if (longueur > 300)
                Assert.InRange(motif.Provenance.Octet ?? -1, 0, longueur);
        }

        Assert.Equal(0, atelier.FichiersTemporaires);
    }

    [Theory]
    [InlineData("x")]
    [InlineData(">")]
    public void UnAttributDeSoixanteMoEstRefuseSansEtreGarde(string motif)
    {
        using var atelier = new Atelier();
        var flux = atelier.RecevoirFichier("flux.xml", f => Repeter(f, "<PES_Aller><EnTetePES><IdPost V='", motif, 60_000_000, "'/></EnTetePES></PES_Aller>"));
        var avant = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal("PES-0016", Refus(atelier, flux).Code);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - avant, 0, 16 * Mio);
    }

    [Fact]
    public void DeuxCentMilleNiveauxSontRefuses()
    {
        using var atelier = new Atelier();
        var flux = atelier.RecevoirFichier("flux.xml", f => Repeter(f, "<PES_Aller>", "<a>", 600_000, ""));
        var avant = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal("PES-0015", Refus(atelier, flux).Code);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - avant, 0, 2 * Mio);
    }

    [Fact]
    public void DesOctetsAuHasardSontRefuses()
    {
        using var atelier = new Atelier();
        var hasard = new Random(11);
        for (var i = 0; i < 200; i++)
        {
            var octets = new byte[hasard.Next(1, 2000)];
            hasard.NextBytes(octets);
            Refus(atelier, atelier.Recevoir("x", octets));
        }
    }

    /// <summary>Bytes changed at random: the flow is read or refused, nothing else is thrown and nothing is left behind.</summary>
    [Fact]
    public void UnFluxAbimeAuHasardEstLuOuRefuse()
    {
        using var atelier = new Atelier();
        var sain = Encoding.Latin1.GetBytes(Releve.Exemple("18.1-mandat-et-xhl.xml"));
        var hasard = new Random(12);
        for (var i = 0; i < 400; i++)
        {
            var octets = (byte[])sain.Clone();
            for (var n = hasard.Next(1, 5); n > 0; n--)
                octets[hasard.Next(octets.Length)] = (byte)hasard.Next(32, 127);
            try
            {
                Releve.De(atelier, atelier.Recevoir("x", octets));
            }
            catch (FichierRefuseException e)
            {
                Assert.StartsWith("PES-", e.Motif.Code, StringComparison.Ordinal);
            }
        }

        Assert.Equal(0, atelier.FichiersTemporaires);
    }

    [Fact]
    public void UneBombeDansUnePieceEstRefuseeSeule()
    {
        using var atelier = new Atelier();
        var bombe = atelier.RecevoirFichier("flux.xml", f => EcrireFlux(f, c =>
        {
            using var gzip = new GZipStream(c, CompressionLevel.Optimal);
            for (var i = 0; i < 200; i++)
                gzip.Write(new byte[Mio]);
        }));
        var avant = GC.GetAllocatedBytesForCurrentThread();
        var lu = Releve.De(atelier, bombe);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - avant, 0, 8 * Mio);
        Assert.Equal(["REC-0005"], lu.Codes);
        Assert.Null(Assert.Single(lu.Pieces).Contenu);
        Assert.Equal(0, atelier.FichiersTemporaires);
    }

    [Fact]
    public void LesPiecesDUnFluxOntEnsembleUnTotalPermis()
    {
        using var atelier = new Atelier(new Limites { MaxOctetsInflates = 5000 });
        var flux = atelier.RecevoirFichier("flux.xml", f => EcrireFlux(f, c => c.Write(new byte[6000])));
        Assert.Equal("REC-0004", Refus(atelier, flux).Code);
    }

    [Fact]
    public void UnePieceDeCentMoPasseEnFluxSansEtreGardeeEnMemoire()
    {
        const int Blocs = 100;
        using var atelier = new Atelier();
        using var condense = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var flux = atelier.RecevoirFichier("flux.xml", f => EcrireFlux(f, c =>
        {
            using var gzip = new GZipStream(c, CompressionLevel.Fastest);
            var hasard = new Random(13);
            var bloc = new byte[Mio];
            for (var i = 0; i < Blocs; i++)
            {
                hasard.NextBytes(bloc);
                condense.AppendData(bloc);
                gzip.Write(bloc);
            }
        }));
        var visiteur = new Empreintes();
        var avant = GC.GetAllocatedBytesForCurrentThread();
        PesReader.Read(flux, atelier.Spool, visiteur, CancellationToken.None);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - avant, 0, 12 * Mio);
        Assert.Equal([(Convert.ToHexStringLower(condense.GetHashAndReset()), Blocs * Mio)], visiteur.Lues);
        Assert.Equal(0, atelier.FichiersTemporaires);
    }

    private static Anomalie Refus(Atelier atelier, Arrivage flux) =>
        Assert.Throws<FichierRefuseException>(() => Releve.De(atelier, flux)).Motif;

    private static void Repeter(Stream cible, string debut, string motif, int longueur, string fin)
    {
        cible.Write(Encoding.ASCII.GetBytes(debut));
        var bloc = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(motif, 10_000)));
        for (var ecrits = 0; ecrits < longueur; ecrits += bloc.Length)
            cible.Write(bloc);
        cible.Write(Encoding.ASCII.GetBytes(fin));
    }

    private static void EcrireFlux(Stream cible, Action<Stream> contenu)
    {
        cible.Write("<PES_Aller><EnTetePES/><PES_PJ><PJ><Contenu><Fichier MIMEType='x'>"u8);
        using (var base64 = new CryptoStream(cible, new ToBase64Transform(), CryptoStreamMode.Write, leaveOpen: true))
            contenu(base64);
        cible.Write("</Fichier></Contenu><IdUnique V='A1'/><NomPJ V='a.bin'/></PJ></PES_PJ></PES_Aller>"u8);
    }

    private sealed class Empreintes : IPesVisitor
    {
        public List<(string, long)> Lues { get; } = [];

        public void EnTete(Domain.Depense.FluxPes flux)
        {
        }

        public void Bordereau(Domain.Depense.Bordereau bordereau)
        {
        }

        public void Piece(Domain.Justificatifs.PieceJustificative piece, Arrivage? contenu)
        {
            using (contenu)
                Lues.Add((contenu!.Empreinte.Hexadecimal, contenu.Octets));
        }

        public void Acquit(Domain.Depense.Acquit acquit)
        {
        }

        public void Anomalie(Anomalie anomalie)
        {
        }

        public void Fin(Domain.Depense.FluxPes flux)
        {
        }
    }
}
