using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Bulletins;
using Xemelios.Query.Controles;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Tests.Donnees;
using Xemelios.Store.Gestion.Controles;

namespace Xemelios.Query.Tests.Controles;

/// <summary>A visa remembers what it saw: when files are replaced or mandats arrive, it is said to be of other data.</summary>
public sealed class SuiviTests : IDisposable
{
    private static readonly MoisDePaye Mars = new(2026, 3);
    private readonly Entrepot _entrepot = new();
    private readonly CarnetDEssai _carnet = new();
    private readonly EmployeurDeTest _commune;
    private readonly VolumeDeTest _volume;

    public SuiviTests()
    {
        _commune = new EmployeurDeTest(_entrepot);
        _volume = Volume("paye.xhl", 150m);
    }

    public void Dispose()
    {
        _entrepot.Dispose();
        _carnet.Dispose();
    }

    [Fact]
    public void UnVisaDEtatTientTantQueSesDonneesSontLesMemes()
    {
        Assert.Null(Suivi().Etat.Visa);
        _carnet.Viser(Suivi().Etat, DecisionDeVisa.Conforme);

        var visa = Suivi().Etat.Visa!;
        Assert.Equal((DecisionDeVisa.Conforme, false, true), (visa.Decision, visa.SurDAutresDonnees, visa.EstRegle));
    }

    [Fact]
    public void UnMandatQuiArriveApresLeVisaSeDitAvecSesChiffres()
    {
        _carnet.Viser(Suivi().Etat, DecisionDeVisa.Conforme);
        _carnet.Viser(Suivi().Natures["64118"], DecisionDeVisa.Observe);
        _carnet.Viser(Suivi().Natures["6451"], DecisionDeVisa.Conforme);
        _commune.Flux("pes1").Bordereau("101").Mandat("10100", [("64111", 1850.10m), ("64118", 162.34m)], "PAYE MARS 2026");

        var suivi = Suivi();
        Assert.Equal(
            ["mandats : 0 puis 1", "mandaté : 0,00\u00A0€ puis 2\u00A0012,44\u00A0€", "écart de mandat : -2\u00A0400,10\u00A0€ puis -387,66\u00A0€"], suivi.Etat.Visa!.Changements);
        Assert.Equal(["mandats : 0 puis 1", "mandaté : 0,00\u00A0€ puis 162,34\u00A0€", "écart de mandat : -150,00\u00A0€ puis 12,34\u00A0€"], suivi.Natures["64118"].Visa!.Changements);
        Assert.True(suivi.Natures["6451"].Visa!.EstRegle);
        Assert.Empty(suivi.EcartsSansDecision);
    }

    [Fact]
    public void UnFichierRemplaceSeDitParSonEmpreinteEtLeVisaDuBulletinAussi()
    {
        _carnet.Viser(Suivi().Etat, DecisionDeVisa.Conforme);
        _carnet.Viser(Bulletin("paye.xhl", 1)!, DecisionDeVisa.Conforme);
        var nouveau = Volume("paye-corrigee.xhl", 175m);
        _entrepot.Connexion.Execute($"UPDATE volume SET remplace_par = {nouveau.Contenu} WHERE contenu = {_volume.Contenu}");

        var (ancien, arrive) = (Entrepot.Empreinte("paye.xhl")[..12], Entrepot.Empreinte("paye-corrigee.xhl")[..12]);
        Assert.Equal([$"fichier retiré ou remplacé : {ancien}", $"fichier arrivé depuis : {arrive}"], Suivi().Etat.Visa!.Changements.Take(2));
        Assert.Null(Bulletin("paye.xhl", 1));
        var visa = Bulletin("paye-corrigee.xhl", 1)!.Visa!;
        Assert.Contains("brut : 2\u00A0000,10\u00A0€ puis 2\u00A0025,10\u00A0€", visa.Changements);
        Assert.Null(Bulletin("paye-corrigee.xhl", 2)!.Visa);

        var restes = Restes();
        Assert.Equal(2, restes.Nombres[SorteDeReste.AutresDonnees]);
        _carnet.Viser(Bulletin("paye-corrigee.xhl", 1)!, DecisionDeVisa.Conforme);
        Assert.Equal(1, Restes().Nombres[SorteDeReste.AutresDonnees]);
    }

    [Fact]
    public void LeVisaSuivantRemplaceEtLHistoriqueReste()
    {
        _carnet.Viser(Suivi().Etat, DecisionDeVisa.ARegulariser);
        _carnet.Viser(Suivi().Etat, DecisionDeVisa.Conforme);

        Assert.Equal([DecisionDeVisa.Conforme, DecisionDeVisa.ARegulariser], Suivi().Etat.Visas.Select(v => v.Decision));
        Assert.Equal(DecisionDeVisa.Conforme, Suivi().Etat.Visa!.Decision);
    }

    [Fact]
    public void LeVisaDUnTrainNEstPasCeluiDesTrainsEnsemble()
    {
        _commune.Volume("elus.xhl", train: "ELUS").NaturesUsuelles().Bulletin("9", b => b.Traitement(500m));
        _carnet.Viser(Suivi("elus").Etat, DecisionDeVisa.Conforme);

        Assert.Equal(("ELUS", null), (Suivi("ELUS").Etat.Cible.Train, Suivi().Etat.Cible.Train));
        Assert.NotNull(Suivi("ELUS").Etat.Visa);
        Assert.Null(Suivi().Etat.Visa);
        Assert.Equal([""], Restes().Restes.Where(r => r.Sorte == SorteDeReste.EtatSansVisa).Select(r => r.Cible.Train));

        _carnet.Viser(Suivi().Etat, DecisionDeVisa.Conforme);
        Assert.DoesNotContain(SorteDeReste.EtatSansVisa, Restes().Nombres.Keys);
    }

    [Fact]
    public void LeProchainBulletinSauteCeuxQuiSontVisesEtRevientAuPremier()
    {
        Assert.Equal((2, 3), (Prochain(1).Prochain!.Ordre, Prochain(1).Restants));
        _carnet.Viser(Bulletin("paye.xhl", 1)!, DecisionDeVisa.Conforme);
        _carnet.Viser(Bulletin("paye.xhl", 2)!, DecisionDeVisa.Observe);

        Assert.Equal((3, 1), (Prochain(1).Prochain!.Ordre, Prochain(1).Restants));
        _carnet.Viser(Bulletin("paye.xhl", 3)!, DecisionDeVisa.Conforme);
        Assert.Equal(new BulletinsAVoir(null, 0, 0), Prochain(3));
    }

    [Fact]
    public void UnTravailAttribueResteJusquAuVisaQuiLeRegle()
    {
        _carnet.Tenue.Attribuer(Suivi().Natures["64118"].Cible, "denis", CarnetDEssai.Acte);
        Assert.Equal("denis", Assert.Single(Restes().Restes, r => r.Sorte == SorteDeReste.Attribue).Personne);

        _carnet.Viser(Suivi().Natures["64118"], DecisionDeVisa.ARegulariser);
        Assert.True(Suivi().Natures["64118"].ResteAttribue);
        _carnet.Viser(Suivi().Natures["64118"], DecisionDeVisa.Conforme);
        Assert.False(Suivi().Natures["64118"].ResteAttribue);

        _carnet.Tenue.Attribuer(Suivi().Etat.Cible, "denis", CarnetDEssai.Acte);
        _carnet.Tenue.Attribuer(Suivi().Etat.Cible, null, CarnetDEssai.Acte);
        Assert.Null(Suivi().Etat.Attribution);
    }

    [Fact]
    public void UneNoteResteOuverteJusquALaReponseQuiLaClot()
    {
        var note = _carnet.Tenue.Noter(Suivi().Etat.Cible, "Délibération demandée", CarnetDEssai.Acte);
        _carnet.Tenue.Repondre(note, "Demandée à nouveau", clore: false, CarnetDEssai.Acte);
        Assert.Equal(1, Restes().Nombres[SorteDeReste.NoteOuverte]);

        _carnet.Tenue.Repondre(note, "Reçue", clore: true, CarnetDEssai.Acte);
        Assert.DoesNotContain(SorteDeReste.NoteOuverte, Restes().Nombres.Keys);
        Assert.Equal(["Demandée à nouveau", "Reçue"], Assert.Single(Suivi().Etat.Notes).Reponses.Select(r => r.Texte));
    }

    [Fact]
    public void QuiNeLitPasLesControlesNeVoitRien()
    {
        _carnet.Viser(Suivi().Etat, DecisionDeVisa.Conforme);
        var sans = Perimetre.Complet with { Controles = false };

        Assert.Null(new SuiviDeLEtatQuestion(Demande()).Executer(_carnet.Carnet, _entrepot.Connexion, sans).Etat.Visa);
        Assert.Empty(new ResteAVoirQuestion().Executer(_carnet.Carnet, _entrepot.Connexion, sans).Restes);
        Assert.Throws<EtatIntrouvableException>(() => new RapportDeControleQuestion(Demande()).Executer(_carnet.Carnet, _entrepot.Connexion, sans));
    }

    private VolumeDeTest Volume(string nom, decimal prime) => _commune.Volume(nom).NaturesUsuelles()
        .Bulletin("000012", b => b.Traitement(1850.10m).Prime(prime).Urssaf(400m), net: 1500m).Bulletin("000013", net: 0m).Bulletin(null, net: 0m);

    private static DemandeDEtat Demande(string? train = null) => new("21990001200019", Mars, "00", train);

    private SuiviDeLEtat Suivi(string? train = null) => new SuiviDeLEtatQuestion(Demande(train)).Executer(_carnet.Carnet, _entrepot.Connexion, Perimetre.Complet);

    private Suivi? Bulletin(string fichier, int ordre) =>
        new SuiviDuBulletinQuestion(new AdresseDeBulletin(Entrepot.Empreinte(fichier), ordre)).Executer(_carnet.Carnet, _entrepot.Connexion, Perimetre.Complet);

    private BulletinsAVoir Prochain(int ordre) =>
        new ProchainBulletinAVoirQuestion(new AdresseDeBulletin(Entrepot.Empreinte("paye.xhl"), ordre)).Executer(_carnet.Carnet, _entrepot.Connexion, Perimetre.Complet);

    private ResteAVoir Restes() => new ResteAVoirQuestion().Executer(_carnet.Carnet, _entrepot.Connexion, Perimetre.Complet);
}
