using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Accueil;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Mandats;
using Xemelios.Query.Rapprochements;
using Xemelios.Query.Tests.Donnees;

namespace Xemelios.Query.Tests.Mandats;

public sealed class MandatsTests : IDisposable
{
    private readonly Entrepot _entrepot = new();
    private readonly EmployeurDeTest _commune;

    public MandatsTests()
    {
        _commune = new EmployeurDeTest(_entrepot);
        _commune.Volume("mars.xhl").NaturesUsuelles().Bulletin("1", b => b.Traitement(10).Piece("A"));
        _commune.Volume("avril.xhl", 202604).NaturesUsuelles().Bulletin("1", b => b.Traitement(10));
        _commune.Flux("pes").Bordereau("1").Mandat("9", [("64111", 10m)], "PAYE MARS").Mandat("10", [("6061", 5m)], "Fournitures", nature: "01");
    }

    public void Dispose() => _entrepot.Dispose();

    [Fact]
    public void TousLesMandatsSontListesAvecLeurEtatQuandIlsEnOntUn()
    {
        var mandats = new MandatsQuestion(_commune.Siret, 2026).Executer(_entrepot.Connexion, Perimetre.Complet);

        Assert.Equal(["9", "10"], mandats.Select(m => m.Numero));
        Assert.Equal((LienDeMandat.Propose, 3), (mandats[0].Lien!.Value, mandats[0].Etat!.Mois));
        Assert.Null(mandats[1].Etat);
        Assert.Empty(new MandatsQuestion(_commune.Siret, 2025).Executer(_entrepot.Connexion, Perimetre.Complet));
    }

    [Fact]
    public void UnMandatRefuseResteDansLaListeSansCompter()
    {
        _commune.Flux("pes2").Bordereau("2").Mandat("11", [("64111", 10m)], "PAYE AVRIL").Acquit(false, "2");
        var mandat = new MandatsQuestion(_commune.Siret).Executer(_entrepot.Connexion, Perimetre.Complet).Single(m => m.Numero == "11");
        Assert.Equal((false, (LienDeMandat?)null), (mandat.Courant, mandat.Lien));
    }

    [Fact]
    public void LAcquitDUneAutreCollectiviteNeRefuseRienSousUnNomDeFluxEgal()
    {
        var autre = new EmployeurDeTest(_entrepot, "21990002000014", "Autre commune");
        autre.Volume("autre.xhl").NaturesUsuelles().Bulletin("1", b => b.Traitement(10));
        autre.Flux("pes").Bordereau("1").Mandat("9", [("64111", 10m)], "PAYE MARS").Acquit(false, "1");

        Assert.True(Mandat("9").Courant);
        Assert.False(new MandatsQuestion(autre.Siret).Executer(_entrepot.Connexion, Perimetre.Complet).Single().Courant);
    }

    [Fact]
    public void LEnvoiAccepteLEmporteSurUnEnvoiPlusRecentSansReponse()
    {
        _commune.Flux("f1", "2026-04-01").Bordereau("3").Mandat("12", [("64111", 10m)], "PAYE AVRIL").Acquit(true, "3");
        _commune.Flux("f2", "2026-04-09").Bordereau("3").Mandat("12", [("64111", 9m)], "PAYE AVRIL");
        var envois = new MandatsQuestion(_commune.Siret).Executer(_entrepot.Connexion, Perimetre.Complet).Where(m => m.Numero == "12").ToList();
        Assert.Equal("10.00", Assert.Single(envois, m => m.Courant).Montant.ToString());
    }

    [Fact]
    public void UnNomDePieceNeMenePasALXhlQuiPorteUnAutreIdentifiant()
    {
        var volume = _commune.Volume("paye.xhl", 202605).NaturesUsuelles().Bulletin("1", b => b.Traitement(10));
        _commune.Flux("porteur").Piece(volume.Contenu, "X1", "paye.xhl");
        _commune.Flux("m1").Bordereau("4").Mandat("20", [("64111", 10m)], reference: "X1", nomReference: "paye.xhl");
        _commune.Flux("m2").Bordereau("5").Mandat("21", [("64111", 10m)], "PAYE JUIN", reference: "X2", nomReference: "paye.xhl");
        Assert.Equal(LienDeMandat.Pjref, Mandat("20").Lien);
        Assert.Null(Mandat("21").Lien);
    }

    [Fact]
    public void UneCorrectionDontLOrigineEstInconnueAttend()
    {
        _commune.Flux("c").Bordereau("6", "02").Mandat("30", [("64111", 3m)], "PAYE MARS", origine: "999");
        Assert.Null(Mandat("30").Lien);
    }

    private MandatListe Mandat(string numero) =>
        new MandatsQuestion(_commune.Siret).Executer(_entrepot.Connexion, Perimetre.Complet).Single(m => m.Numero == numero);

    [Fact]
    public void LAccueilMontreChaqueMoisAvecSonStatutEtSesPiecesManquantes()
    {
        var grille = new AccueilQuestion().Executer(_entrepot.Connexion, Perimetre.Complet);

        Assert.Equal([new MoisDePaye(2026, 4), new MoisDePaye(2026, 3)], grille.Mois);
        Assert.Equal([(StatutDeRapprochement.SansMandat, 0), (StatutDeRapprochement.Conforme, 1)],
            grille.Employeurs.Single().Cases.Select(c => (c.Rapprochement, c.PiecesManquantes)));
        Assert.Equal("10.00", grille.Employeurs[0].Cases[0].Brut.ToString());
    }
}
