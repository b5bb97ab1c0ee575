using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Rapprochements;
using Xemelios.Query.Tests.Donnees;

namespace Xemelios.Query.Tests.Rapprochements;

public sealed class RapprochementTests : IDisposable
{
    private static readonly MoisDePaye Mars = new(2026, 3);
    private readonly Entrepot _entrepot = new();
    private readonly EmployeurDeTest _commune;

    public RapprochementTests() => _commune = new EmployeurDeTest(_entrepot);

    public void Dispose() => _entrepot.Dispose();

    [Fact]
    public void UnMandatQuiReferenceLeXhlSeComparePourChaqueNature()
    {
        var volume = Paye();
        _commune.Flux("pes1").Piece(volume.Contenu, "XHL-1", "paye.xhl").Bordereau("101")
            .Mandat("10100", [("64111", 1850.10m), ("64118", 162.34m), ("6451", 400m)], reference: "XHL-1");

        var r = Rapprocher();

        Assert.Equal(StatutDeRapprochement.Ecart, r.Statut);
        Assert.Equal(["64111 conforme 0.00", "64118 ecart 12.34", "6451 conforme 0.00"], r.Lignes.Select(Resume));
        var mandat = Assert.Single(r.Mandats);
        Assert.Equal((LienDeMandat.Pjref, "2412.44"), (mandat.Lien, mandat.Montant.ToString()));
        Assert.Equal(["10100"], r.Lignes[1].Mandats);
        Assert.Equal((1, StatutDeRapprochement.Ecart), (r.Etat.Mandats, r.Etat.Rapprochement));
    }

    [Fact]
    public void Rapprochement_SignaleUnEcartQuandUnMandatManque()
    {
        Paye();
        _commune.Flux("pes1").Bordereau("101").Mandat("10100", [("64111", 1850.10m), ("6451", 400m)], "PAYE MARS 2026");

        var r = Rapprocher();

        Assert.Equal(StatutDeRapprochement.Ecart, r.Statut);
        Assert.Equal("64118 nonmandate -150.00", Resume(r.Lignes[1]));
        Assert.Equal(LienDeMandat.Propose, Assert.Single(r.Mandats).Lien);
    }

    [Fact]
    public void SansMandatLeStatutLeDit()
    {
        Paye();
        Assert.Equal(StatutDeRapprochement.SansMandat, Rapprocher().Statut);
    }

    [Fact]
    public void UneNatureMandateeSansPayeEstSignalee()
    {
        Paye();
        _commune.Flux("pes1").Bordereau("101").Mandat("1", [("64111", 1850.10m), ("64118", 150m), ("6451", 400m), ("64131", 5m)], "Paye de mars");
        Assert.Equal("64131 mandatesanspaye 5.00", Resume(Rapprocher().Lignes[2]));
    }

    [Fact]
    public void CeQuiNAPasDeNatureResteAPartEtRienNeSePerd()
    {
        Paye(b => b.Ligne(CategorieDeLigne.Rappel, "9999", 33.33m, "Rappel").Ligne(CategorieDeLigne.Deduction, "7000", 100m).Ligne(CategorieDeLigne.AvantageNature, "4000", 50m));

        var r = Rapprocher();

        Assert.Equal("33.33", r.NonAttribue.Montant.ToString());
        var rubrique = Assert.Single(r.NonAttribue.Rubriques);
        Assert.Equal(("Rappel", "9999", 1), (rubrique.Categorie, rubrique.Code, rubrique.Lignes));
        Assert.Equal(1850.10m + 150m + 400m + 33.33m, (r.Totaux.Recalcule + r.NonAttribue.Montant).ToDecimal());
        Assert.Equal(Reference.Recalcule, r.Reference);
    }

    [Fact]
    public void SansNatureLaRepartitionSertDeReference()
    {
        _commune.Volume("paye.xhl").Repartition("64111", 1850.10m).Repartition("6451", 400m)
            .Bulletin("1", b => b.Traitement(1850.10m).Urssaf(400m));
        _commune.Flux("pes1").Bordereau("1").Mandat("1", [("64111", 1850.10m), ("6451", 400m)], "PAYE MARS");

        var r = Rapprocher();

        Assert.Equal((Reference.Repartition, StatutDeRapprochement.Conforme, StatutDeRepartition.Ecart), (r.Reference, r.Statut, r.StatutRepartition));
    }

    [Fact]
    public void UnMandatRenvoyeComptePourSonDernierEnvoiAccepte()
    {
        Paye();
        _commune.Flux("pes3", "2026-03-29").Bordereau("101").Mandat("10100", [("64111", 9m)], "PAYE MARS").Acquit(false, "101", anomalie: "ERREUR_SIRET");
        _commune.Flux("pes2", "2026-03-28").Bordereau("101").Mandat("10100", [("64111", 1850.10m), ("64118", 150m), ("6451", 400m)], "PAYE MARS");
        _commune.Flux("pes1", "2026-03-27").Bordereau("101").Mandat("10100", [("64111", 7m)], "PAYE MARS");

        Assert.Equal(StatutDeRapprochement.Conforme, Rapprocher().Statut);
    }

    [Fact]
    public void UnDoublonRefuseNeRetirePasLEnvoiDejaRecu()
    {
        Paye();
        _commune.Flux("pes1").Bordereau("101").Mandat("10100", [("64111", 1850.10m), ("64118", 150m), ("6451", 400m)], "PAYE MARS")
            .Acquit(false, "101", anomalie: "ERREUR_DOUBLON_BORDEREAU");
        Assert.Equal(StatutDeRapprochement.Conforme, Rapprocher().Statut);
    }

    [Fact]
    public void UneReductionSeRetrancheDeLEtatDuMandatQuElleCorrige()
    {
        var volume = Paye();
        _commune.Flux("pes1").Piece(volume.Contenu, "XHL-1", "paye.xhl").Bordereau("101")
            .Mandat("10100", [("64111", 1862.44m), ("64118", 150m), ("6451", 400m)], reference: "XHL-1");
        _commune.Flux("pes2", "2026-04-20").Bordereau("7", "02", date: "2026-04-20")
            .Mandat("10100", [("64111", 12.34m)], "Réduction avril", nature: "06", origine: "10100", typePiece: "02");

        var r = Rapprocher();

        Assert.Equal(StatutDeRapprochement.Conforme, r.Statut);
        Assert.Equal(("-12.34", "10100"), (r.Mandats[1].Montant.ToString(), r.Mandats[1].Corrige));
    }

    [Fact]
    public void UneCorrectionDejaNegativeNEstPasRetourneeDeuxFois()
    {
        var volume = Paye();
        _commune.Flux("pes1").Piece(volume.Contenu, "XHL-1", "paye.xhl").Bordereau("101")
            .Mandat("10100", [("64111", 1862.44m), ("64118", 150m), ("6451", 400m)], reference: "XHL-1");
        _commune.Flux("pes2", "2026-04-20").Bordereau("7", "02").Mandat("3", [("64111", -12.34m)], nature: "06", origine: "10100");
        Assert.Equal(StatutDeRapprochement.Conforme, Rapprocher().Statut);
    }

    [Fact]
    public void LesOrdresDePaiementEtLesRattachementsNeComptentPas()
    {
        Paye();
        _commune.Flux("pes1").Bordereau("1", "03").Mandat("1", [("64111", 1m)], "PAYE MARS", typePiece: "11")
            .Bordereau("2").Mandat("2", [("64111", 1m)], "PAYE MARS", typePiece: "10");
        Assert.Equal(StatutDeRapprochement.SansMandat, Rapprocher().Statut);
    }

    [Fact]
    public void UneReferenceComptableMeneLeXhlASonMandat()
    {
        var volume = Paye();
        _commune.Flux("pes1").Bordereau("101").Mandat("10100", [("64111", 1850.10m), ("64118", 150m), ("6451", 400m)], "Divers", nature: "01");
        _commune.Flux("pes2").Piece(volume.Contenu, "XHL-1", "paye.xhl", refcompta: "10100");
        Assert.Equal(LienDeMandat.Refcompta, Assert.Single(Rapprocher().Mandats).Lien);
    }

    [Fact]
    public void UnNomDeFichierReferenceSansExtensionSuffit()
    {
        Paye();
        _commune.Flux("pes1").Bordereau("101").Mandat("10100", [("64111", 1m)], "Juin", nomReference: "PAYE");
        Assert.Equal(LienDeMandat.Pjref, Assert.Single(Rapprocher().Mandats).Lien);
    }

    [Fact]
    public void UnNomQuiRevientChaqueMoisMeneAuMoisDuMandat()
    {
        Paye();
        _commune.Volume("paye.xhl", 202604).NaturesUsuelles().Bulletin("1", b => b.Traitement(5m));
        _commune.Flux("pes1").Bordereau("101").Mandat("10100", [("64111", 1m)], "Paye mars 2026", nomReference: "paye.xhl")
            .Mandat("10101", [("64111", 1m)], "Paye avril 2026", nomReference: "paye.xhl");
        Assert.Equal("10100", Assert.Single(Rapprocher().Mandats).Numero);
    }

    [Fact]
    public void UnMandatProposeVaAuTrainQueNommeSonObjet()
    {
        Trains();
        _commune.Flux("pes1").Bordereau("1").Mandat("1", [("65311", 500m)], "INDEMNITES ELUS MARS 2026");

        Assert.Equal(1, Etat("ELUS").Mandats);
        Assert.Equal(0, Etat("AGENTS").Mandats);
        Assert.Equal(1, Rapprocher().Etat.Mandats);
    }

    [Fact]
    public void UnMandatProposeVaAuSeulTrainQuiPayeSesNatures()
    {
        Trains();
        _commune.Flux("pes1").Bordereau("1").Mandat("1", [("64111", 1850.10m)], "PAYE MARS").Mandat("2", [("64111", 1m), ("65311", 1m)], "PAYE MARS");

        Assert.Equal((1, 0, 2), (Etat("AGENTS").Mandats, Etat("ELUS").Mandats, Rapprocher().Etat.Mandats));
    }

    [Fact]
    public void UnMandatProposeVaAuBudgetQuIlNomme()
    {
        Paye();
        _commune.Volume("ccas.xhl", budget: "01").NaturesUsuelles().Bulletin("9", b => b.Traitement(10m));
        _commune.Flux("pes1", budget: "0 1").Bordereau("1").Mandat("1", [("64111", 10m)], "PAYE MARS");

        Assert.Equal(StatutDeRapprochement.Conforme, new RapprochementQuestion(new DemandeDEtat(_commune.Siret, Mars, "01")).Executer(_entrepot.Connexion, Perimetre.Complet).Statut);
        Assert.Throws<BudgetAPreciserException>(Rapprocher);
    }

    [Fact]
    public void LeMandatDUnAutreEtablissementDuMemeSirenNEstPasPropose()
    {
        Paye();
        var annexe = new EmployeurDeTest(_entrepot, _commune.Siret[..9] + "00027", "Régie");
        annexe.Volume("regie.xhl").NaturesUsuelles().Bulletin("1", b => b.Traitement(10m));
        annexe.Flux("pes-regie").Bordereau("1").Mandat("1", [("64111", 10m)], "PAYE MARS");
        Assert.Equal(StatutDeRapprochement.SansMandat, Rapprocher().Statut);
    }

    [Fact]
    public void UnFluxQuiNePorteQueLeSirenSuffitQuandIlNePeutEtreDUnAutre()
    {
        Paye();
        _commune.Flux("pes1").Bordereau("101").Mandat("10100", [("64111", 1850.10m), ("64118", 150m), ("6451", 400m)], "PAYE MARS");
        _entrepot.Connexion.Execute($"UPDATE flux_pes SET id_coll = '{_commune.Siret[..9]}'");
        Assert.Equal(StatutDeRapprochement.Conforme, Rapprocher().Statut);
    }

    [Fact]
    public void HorsDuPerimetreLEtatNExistePas()
    {
        Paye();
        var ailleurs = Perimetre.Limite([new BudgetPermis("21990002000014", null)]);
        Assert.Throws<EtatIntrouvableException>(() => new RapprochementQuestion(new DemandeDEtat(_commune.Siret, Mars)).Executer(_entrepot.Connexion, ailleurs));
        Assert.Empty(new EtatsQuestion().Executer(_entrepot.Connexion, ailleurs));
        Assert.Single(new EtatsQuestion().Executer(_entrepot.Connexion, Perimetre.Limite([new BudgetPermis(_commune.Siret, "00")])));
    }

    private VolumeDeTest Paye(Action<BulletinDeTest>? autres = null) => _commune.Volume("paye.xhl").NaturesUsuelles()
        .Bulletin("000012", b =>
        {
            b.Traitement(1850.10m).Prime(150m).Urssaf(400m);
            autres?.Invoke(b);
        });

    private void Trains()
    {
        _commune.Volume("agents.xhl", train: "AGENTS").NaturesUsuelles().Bulletin("1", b => b.Traitement(1850.10m));
        _commune.Volume("elus.xhl", train: "ELUS").Rubrique("5000", "65311").Bulletin("2", b => b.Ligne(CategorieDeLigne.TraitBrut, "5000", 500m));
    }

    private Rapprochement Rapprocher() => new RapprochementQuestion(new DemandeDEtat(_commune.Siret, Mars)).Executer(_entrepot.Connexion, Perimetre.Complet);

    private EtatDePaye Etat(string train) => new EtatsQuestion(Train: train).Executer(_entrepot.Connexion, Perimetre.Complet).Single();

    private static string Resume(LigneRapprochee l) => $"{l.Nature} {l.Statut.ToString().ToLowerInvariant()} {l.EcartMandat}";
}
