using System.Security.Cryptography;
using Xemelios.Domain.Constats;
using Xemelios.Import.Intake;

namespace Xemelios.Import.Tests.Intake;

public class SpoolEtManifesteTests
{
    private const string Texte = """
        <manifeste version="1">
          <volumes><volume num="1" fichier="lot_01.zip"/><volume num="2" fichier="../lot_02.zip"/></volumes>
          <documents>
            <document volume="1" path="paye.xhl" type="documentPaye" buIdCol="21990001200019" buLibelle="SAINT-EXEMPLE" buCode="00"/>
            <document volume="2" path="PJ\21990001200019\X1.pdf" type="PJ" buIdCol="21990001200019" idUnique="ARR1" nomOrigine="arrete.pdf"/>
            <document volume="1" path="PJ/21990001200019/X1.pdf" type="PJ" idUnique=" "/>
          </documents>
          <action class="nettoyage"><parameter name="x" type="y" value="z"/></action>
        </manifeste>
        """;

    [Theory]
    [InlineData(0)]
    [InlineData(Spool.OctetsEnMemoire)]
    [InlineData(Spool.OctetsEnMemoire + 1)]
    [InlineData(5_000_000)]
    public void UnContenuSeRelitAutantDeFoisQuIlFaut(int octets)
    {
        using var atelier = new Atelier();
        var contenu = new byte[octets];
        new Random(1).NextBytes(contenu);
        using (var arrivage = atelier.Spool.Copier(new MemoryStream(contenu), "dépôt.zip!a/b.pdf", 3))
        {
            Assert.Equal(contenu, Atelier.Lire(arrivage));
            Assert.Equal(contenu, Atelier.Lire(arrivage));
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(contenu)), arrivage.Empreinte.Hexadecimal);
            Assert.Equal(("b.pdf", "a", "a/b.pdf", 3), (arrivage.Nom, arrivage.Dossier, arrivage.CheminDEntree, arrivage.Indice));
            Assert.Equal(octets > Spool.OctetsEnMemoire ? 1 : 0, atelier.FichiersTemporaires);
        }

        Assert.Equal(0, atelier.FichiersTemporaires);
    }

    [Fact]
    public void UnContenuTropLongNeLaissePasDeFichier()
    {
        using var atelier = new Atelier(new Limites { MaxOctetsParEntree = 2_000_000 });
        var refus = Assert.Throws<FichierRefuseException>(() => atelier.Recevoir("a", new byte[2_000_001]));
        Assert.Equal("REC-0018", refus.Motif.Code);
        Assert.Equal(0, atelier.FichiersTemporaires);
    }

    [Fact]
    public void UnFichierRecuSurDisqueNEstPasEfface()
    {
        using var atelier = new Atelier();
        using (var recu = atelier.RecevoirFichier("a.xhl", f => f.Write("abc"u8)))
            Assert.Equal(3, recu.Octets);
        Assert.True(File.Exists(Path.Combine(atelier.Dossier, "a.xhl")));
    }

    [Fact]
    public void LeManifesteDitLesVolumesEtLesPieces()
    {
        using var atelier = new Atelier();
        var manifeste = Manifeste.Lire(atelier.Recevoir("manifeste_XeMeLios.xml", Texte), new Limites());
        Assert.Equal([("1", "lot_01.zip"), ("2", "lot_02.zip")], manifeste.Volumes.Select(v => (v.Numero, v.Fichier)));
        Assert.Equal("documentPaye", manifeste.Document("lot_01.zip", "paye.xhl")?.Type);
        var piece = manifeste.Document("LOT_02.zip", "PJ/21990001200019/X1.pdf");
        Assert.Equal(("ARR1", "arrete.pdf", "21990001200019"), (piece?.IdUnique, piece?.NomOrigine, piece?.Collectivite));
        Assert.Null(manifeste.Document("lot_01.zip", "PJ/21990001200019/X1.pdf")?.IdUnique);
        Assert.Null(manifeste.Document("lot_01.zip", "autre.xhl"));
        var manquant = Assert.Single(manifeste.VolumesManquants(["LOT_01.zip"]));
        Assert.Equal("REC-0010", manquant.Code);
        Assert.Contains("lot_02.zip", manquant.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<manifeste><volumes>")]
    [InlineData("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><manifeste>&x;</manifeste>")]
    public void UnManifesteIllisibleEstRefuse(string texte)
    {
        using var atelier = new Atelier();
        var refus = Assert.Throws<FichierRefuseException>(() => Manifeste.Lire(atelier.Recevoir("m", texte), new Limites()));
        Assert.Equal("REC-0019", refus.Motif.Code);
    }
}
