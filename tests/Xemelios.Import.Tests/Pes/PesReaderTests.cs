using System.Text;
using Xemelios.Domain.Valeurs;
using Xemelios.Import.Pes;
using Xemelios.Import.Tests.Intake;

namespace Xemelios.Import.Tests.Pes;

public class PesReaderTests
{
    private const string EnTete = "<EnTetePES><IdPost V='099001'/><CodCol V='123'/><CodBud V='00'/></EnTetePES>";

    [Fact]
    public void LesAnciennesFormesSontLues()
    {
        using var atelier = new Atelier();
        var lu = Releve.De(atelier, Depense("""
            <Bordereau><BlocBordereau><Exer V="2011"/><IdBord V="0000014"/><TypBord V="01"/><NbrPce V="1"/><MtBordHt V="-3.50"/><MtBordTVA V=""/></BlocBordereau>
            <Piece><BlocPiece><IdPce V="00000212"/><TypPce V="01"/><NatPce V="11"/><Obj V=""/><CarteAchatNiveau1>true</CarteAchatNiveau1>
            <Inconnu><IdPce V="9"/></Inconnu><PJRef><Support V="01"/><IdUnique V="A1"/></PJRef></BlocPiece>
            <LigneDePiece><BlocLignePiece><InfoLignePce><IdLigne V="000001"/><Nature V="06411"/><LibVir1 V="PAYE"/><LibVir2 V="MARS"/><CpteTVA V="4"/>
            <MtHT V="-3.5"/><PJRef><Support V="02"/><IdUnique V="A2"/></PJRef></InfoLignePce></BlocLignePiece></LigneDePiece></Piece></Bordereau>
            """));
        var bordereau = Assert.Single(lu.Bordereaux);
        var mandat = Assert.Single(bordereau.Mandats);
        var ligne = Assert.Single(mandat.Lignes);
        Assert.Equal(("14", "212", "11", null), (bordereau.Numero, mandat.Numero, mandat.NaturePiece, mandat.Objet));
        Assert.Equal(("1", "06411", new Montant(-350), "PAYE MARS"), (ligne.Numero, ligne.Nature, ligne.MontantHt, ligne.LibelleVirement));
        Assert.Equal(("A1", "A2"), (mandat.References[0].IdUnique, ligne.References[0].IdUnique));
        Assert.Equal(["PES-0004"], lu.Codes);
    }

    [Fact]
    public void LesEcartsDUnBordereauSontDitsEtNeRefusentRien()
    {
        using var atelier = new Atelier();
        var lu = Releve.De(atelier, Depense("""
            <Bordereau><BlocBordereau><Exer V="2025"/><IdBord V="1"/><TypBord V="02"/><NbrPce V="2"/><MtBordHT V="10.00"/></BlocBordereau>
            <Piece><BlocPiece><InfoPce><IdPce V="1"/><DteEch V="2025-02-30"/></InfoPce></BlocPiece>
            <LigneDePiece><BlocLignePiece><InfoLignePce><IdLigne V="1"/><MtHT V="9.99"/><MtTVA V="0.01"/></InfoLignePce></BlocLignePiece></LigneDePiece>
            <LigneDePiece><BlocLignePiece><InfoLignePce><IdLigne V="2"/><MtHT V="1,00"/></InfoLignePce></BlocLignePiece></LigneDePiece>
            <LigneDePiece><BlocLignePiece><InfoLignePce><IdLigne V="3"/><MtHT V="0.005"/></InfoLignePce></BlocLignePiece></LigneDePiece>
            <LigneDePiece><BlocLignePiece><InfoLignePce><IdLigne V="4"/><MtHT V="99999999999999999999999999999"/></InfoLignePce></BlocLignePiece></LigneDePiece>
            </Piece></Bordereau>
            """));
        Assert.Equal(
            ["PES-0011", "PES-0007", "PES-0007", "PES-0007", "PES-0002", "PES-0003", "PES-0003", "PES-0012", "PES-0012", "PES-0012", "PES-0012"], lu.Codes);
        Assert.Equal([new Montant(999), null, null, null], lu.Bordereaux[0].Mandats[0].Lignes.Select(l => l.MontantHt));
        Assert.All(lu.Anomalies, a => Assert.NotNull(a.Provenance.Octet));
    }

    [Theory]
    [InlineData("", "PES-0006")]
    [InlineData("  \n ", "PES-0006")]
    [InlineData("pas du base64 !", "PES-0005")]
    [InlineData("QUJ", "PES-0005")]
    [InlineData("H4sIAAAAAAAC/1MN", "PES-0005")]
    [InlineData("H4sI", "PES-0005")]
    public void UnContenuIllisibleGardeLaReferenceEtLaSuite(string base64, string code)
    {
        using var atelier = new Atelier();
        var lu = Releve.De(atelier, Pieces(Pj("A1", base64) + Pj("A2", "QUJD")));
        Assert.Equal([("A1", null), ("A2", "ABC")], lu.Pieces.Select(p => (p.Piece.IdUnique, p.Contenu is null ? null : Encoding.ASCII.GetString(p.Contenu))));
        Assert.Equal([code], lu.Codes);
    }

    [Fact]
    public void UnContenuSansFichierEstDit()
    {
        using var atelier = new Atelier();
        var lu = Releve.De(atelier, Pieces("<PJ><IdUnique V='A1'/><NomPJ V='a.pdf'/></PJ>"));
        Assert.Null(Assert.Single(lu.Pieces).Contenu);
        Assert.Equal(["PES-0006"], lu.Codes);
    }

    /// <summary>Plain, gzipped, gzipped twice, cut into lines, in CDATA, with character references, under a prefix: the same bytes.</summary>
    [Fact]
    public void UnContenuSeLitSousToutesSesFormesEtSeRelit()
    {
        using var atelier = new Atelier();
        var attendu = new byte[50_000];
        new Random(5).NextBytes(attendu);
        var gzip = Archives.Gzip(attendu);
        string[] formes =
        [
            Convert.ToBase64String(attendu), Convert.ToBase64String(gzip), Convert.ToBase64String(Archives.Gzip(gzip)),
            "\r\n\t" + Convert.ToBase64String(gzip, Base64FormattingOptions.InsertLineBreaks) + "\r\n",
            Convert.ToBase64String(gzip, Base64FormattingOptions.InsertLineBreaks).Replace("\r", "&#13;", StringComparison.Ordinal),
            "<![CDATA[" + Convert.ToBase64String(gzip) + "]]>", Convert.ToBase64String([.. Archives.Gzip(attendu[..1000]), .. Archives.Gzip(attendu[1000..])]),
        ];
        var corps = string.Concat(formes.Select((f, i) => Pj($"A{i}", f)));
        foreach (var octets in new[]
        {
            Encoding.UTF8.GetBytes(Pieces("<!-- été -->" + corps)), [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Pieces("<!-- é -->" + corps))],
            Encoding.UTF8.GetBytes(Pieces(corps).Replace("Fichier", "x:Fichier", StringComparison.Ordinal).Replace("<PES_PJ", "<PES_PJ xmlns:x='urn:x'", StringComparison.Ordinal)),
        })
        {
            var flux = atelier.Recevoir("flux.xml", octets);
            var lu = Releve.De(atelier, flux);
            Assert.Empty(lu.Anomalies);
            Assert.Equal(formes.Length, lu.Pieces.Count);
            foreach (var (piece, _, contenu) in lu.Pieces)
            {
                Assert.Equal(attendu, contenu);
                using var relu = PesReader.OuvrirContenu(flux.Ouvrir(), piece.Provenance.Octet!.Value);
                using var copie = new MemoryStream();
                relu.CopyTo(copie);
                Assert.Equal(attendu, copie.ToArray());
            }
        }
    }

    [Theory]
    [InlineData("../../etc/passwd", "flux.xml!passwd")]
    [InlineData("a!b.pdf", "flux.xml!a_b.pdf")]
    [InlineData("a.pdf", "flux.xml!A1/a.pdf")]
    public void LeNomDUnePieceEstMontreSansDanger(string nom, string chemin)
    {
        using var atelier = new Atelier();
        var lu = Releve.De(atelier, Pieces(Pj("A1", "QUJD").Replace("a.pdf", nom, StringComparison.Ordinal)));
        Assert.Equal((nom, chemin), (lu.Pieces[0].Piece.Nom, lu.Pieces[0].Chemin));
    }

    [Fact]
    public void UneReferenceComptableIncompleteEstGardeeEtDite()
    {
        using var atelier = new Atelier();
        var lu = Releve.De(atelier, Pieces("<PJ><Contenu><Fichier>QUJD</Fichier></Contenu><RefCompta><Domaine V='01'/><Exercice V='2025'/></RefCompta></PJ>"));
        Assert.Equal("01", Assert.Single(Assert.Single(lu.Pieces).Piece.References).Domaine);
        Assert.Equal(["PES-0009"], lu.Codes);
    }

    [Fact]
    public void UnDomaineNonExploiteEstNommeUneFois()
    {
        using var atelier = new Atelier();
        var lu = Releve.De(atelier, $"<PES_Aller>{EnTete}<PES_RecetteAller><Bordereau/></PES_RecetteAller><Signature/><PES_PJ/></PES_Aller>");
        Assert.Equal(["PES-0010"], lu.Codes);
        Assert.Equal(["PES_RecetteAller"], lu.Complet!.AutresDomaines);
        Assert.Empty(lu.Bordereaux);
    }

    [Fact]
    public void UnAcquitDeVersion1EstPlat()
    {
        using var atelier = new Atelier();
        var lu = Releve.De(atelier, $"""
            <PES_ACQUIT>{EnTete}<ACQUIT><ElementACQUIT><DomaineAck V="5"/><EtatAck V="0"/><ExerciceBord V="2025"/><NumBord V="0014"/>
            <NumPiece V="0212"/><NumLigne V="1"/><NumAnoAck V="ERREUR_AUTRE"/><LibelleAnoAck V="x"/></ElementACQUIT></ACQUIT></PES_ACQUIT>
            """);
        var acquit = Assert.Single(lu.Acquits);
        Assert.Equal((false, "14", "ERREUR_AUTRE"), (acquit.Accepte!.Value, acquit.NumeroBordereau, acquit.CodeAnomalie));
        Assert.Equal(["212"], acquit.NumerosDePiece);
    }

    [Fact]
    public void UnAcquitDeVersion2NommeLesPiecesEnCause()
    {
        using var atelier = new Atelier();
        var lu = Releve.De(atelier, $"""
            <PES_ACQUIT>{EnTete}<ACQUIT><ElementACQUIT><DomaineAck V="5"/><EtatAck V="0"/><NumBord V="14"/>
            <DetailPiece><NumPiece V="212"/><Erreur><NumAnoAck V="ERREUR_DOUBLON_PIECE"/></Erreur></DetailPiece>
            <DetailPiece><NumPiece V="213"/><DetailLigne><NumLigne V="1"/><Erreur><NumAnoAck V="B"/></Erreur></DetailLigne></DetailPiece>
            </ElementACQUIT></ACQUIT></PES_ACQUIT>
            """);
        var acquit = Assert.Single(lu.Acquits);
        Assert.Equal(["212", "213"], acquit.NumerosDePiece);
        Assert.Equal("ERREUR_DOUBLON_PIECE", acquit.CodeAnomalie);
    }

    [Fact]
    public void UnRetourEstConserveSansEtreExploite()
    {
        using var atelier = new Atelier();
        var lu = Releve.De(atelier, "<PES_Retour><EnTetePES><IdPost V='1'/><CodColl V='123'/></EnTetePES><PES_DepenseRetour/></PES_Retour>");
        Assert.Equal(["REC-0016"], lu.Codes);
        Assert.Equal(("PES_Retour", "123"), (lu.Flux!.Root, lu.Flux.CodCol));
    }

    [Fact]
    public void UnFluxSansEnTeteEstDit()
    {
        using var atelier = new Atelier();
        Assert.Equal(["PES-0013"], Releve.De(atelier, "<PES_Aller/>").Codes);
    }

    private static string Depense(string bordereaux) =>
        $"<n:PES_Aller xmlns:n='x'>{EnTete}<PES_DepenseAller><EnTeteDepense><IdVer V='2'/></EnTeteDepense>{bordereaux}</PES_DepenseAller></n:PES_Aller>";

    private static string Pieces(string pieces) => $"<PES_Aller>{EnTete}<PES_PJ>{pieces}</PES_PJ></PES_Aller>";

    private static string Pj(string id, string base64) =>
        $"<PJ><Contenu><Fichier MIMEType='x'>{base64}</Fichier></Contenu><IdUnique V='{id}'/><NomPJ V='a.pdf'/></PJ>";
}
