using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Bulletins;
using Xemelios.Query.Criteres;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Recherches;
using Xemelios.Query.Rapprochements;
using Xemelios.Query.Tests.Donnees;

namespace Xemelios.Query.Tests.EtatsLiquidatifs;

public sealed class RepartitionTests : IDisposable
{
    private readonly Entrepot _entrepot = new();
    private readonly EmployeurDeTest _commune;

    public RepartitionTests() => _commune = new EmployeurDeTest(_entrepot);

    public void Dispose() => _entrepot.Dispose();

    [Fact]
    public void SansBlocElleEstAbsente()
    {
        Volume("v-01.xhl", 1000);
        Assert.Equal((ModeDeRepartition.Absente, null), Resume());
    }

    [Theory]
    [InlineData(-1200, 0, 0)]
    [InlineData(-1210, 10, -400)]
    public void LaConventionSigneeSeJugeAuxMontantsPasAuxLignes(int charge, int regularisation, int retenue)
    {
        var volume = Volume("v-01.xhl", 1000).Repartition("641199501", 4000, "6411 - BRUT").Repartition("645199714", charge, "6451 - URSSAF");
        if (regularisation != 0) volume.Repartition("645199715", regularisation, "6451 - URSSAF");
        if (retenue != 0) volume.Repartition("641177701", retenue, "6411 - CNRACL");
        Assert.Equal((ModeDeRepartition.PremierVolume, "5200.00"), Resume());
    }

    [Fact]
    public void UnBlocSurLePremierVolumeVautPourTous()
    {
        Volume("v-01.xhl", 1000).Repartition("64111", 3000);
        Volume("v-02.xhl", 2000);
        Assert.Equal((ModeDeRepartition.PremierVolume, "3000.00"), Resume());
    }

    [Fact]
    public void ChaqueVolumePorteSesTotaux()
    {
        Volume("v-01.xhl", 1000).Repartition("64111", 1000);
        Volume("v-02.xhl", 2000).Repartition("64111", 2000);
        Assert.Equal((ModeDeRepartition.ParVolume, "3000.00"), Resume());
    }

    [Fact]
    public void LeTotalRepeteNEstCompteQuUneFois()
    {
        Volume("v-01.xhl", 1000).Repartition("64111", 3000);
        Volume("v-02.xhl", 2000).Repartition("64111", 3000);
        Assert.Equal((ModeDeRepartition.TotalRepete, "3000.00"), Resume());
    }

    [Fact]
    public void DesMoitiesIdentiquesSAdditionnent()
    {
        Volume("v-01.xhl", 1000).Repartition("64111", 1000);
        Volume("v-02.xhl", 1000).Repartition("64111", 1000);
        Assert.Equal((ModeDeRepartition.ParVolume, "2000.00"), Resume());
    }

    [Fact]
    public void DesBlocsIdentiquesQueRienNeConfirmeSontUnTotalRepete()
    {
        Volume("v-01.xhl", 1000).Repartition("64111", 5);
        Volume("v-02.xhl", 2000).Repartition("64111", 5);
        Assert.Equal((ModeDeRepartition.TotalRepete, "5.00"), Resume());
    }

    [Fact]
    public void LaConventionSigneeSeRameneAuxComptes()
    {
        _commune.Volume("hopital.xhl").Rubrique("1000", "6411").Rubrique("8000", "6411", "6451")
            .Repartition("641199501", 1000, "6411 - BRUT").Repartition("641177701", -100, "6411 - CNRACL")
            .Repartition("645188802", -300, "6451 - URSSAF").Repartition("633699714", -20, "6336 - CNFPT")
            .Bulletin("1", b => b.Ligne(CategorieDeLigne.TraitBrut, "1000", 1000).Ligne(CategorieDeLigne.Cotisation, "8000", 300));

        var r = Rapprocher();

        Assert.Equal(["6336 20.00", "6411 1000.00", "6451 300.00"], r.Lignes.Select(l => $"{l.Nature} {l.Repartition}"));
        Assert.Equal("100.00", r.Lignes[1].RetenuesRepartition.ToString());
        Assert.Equal("1320.00", r.Etat.Repartition.Total.ToString());
    }

    [Fact]
    public void UnCompteReduitPrendLeLibelleDuBrutSansSonNumero()
    {
        _commune.Volume("hopital.xhl")
            .Repartition("641150100", -50, "6411 - RETENUES RECEVEUR").Repartition("641199501", 1000, "6411 - BRUT TITULAIRES")
            .Repartition("645177001", -300, "6451 - URSSAF").Repartition("645188802", -20, "6451 - CNRACL")
            .Bulletin("1", b => b.Ligne(CategorieDeLigne.TraitBrut, "1000", 1000));

        Assert.Equal(["BRUT TITULAIRES", "URSSAF"], Rapprocher().Lignes.Select(l => l.Libelle));
    }

    [Fact]
    public void DeuxTrainsOntChacunLeurRepartition()
    {
        Volume("v-01.xhl", 1000).Repartition("64111", 1000);
        _commune.Volume("elus.xhl", train: "ELUS").Rubrique("1000", "64111").Bulletin("e", b => b.Traitement(500)).Repartition("64111", 500);
        _commune.Volume("extra.xhl", train: "EXTRA").Rubrique("1000", "64111").Bulletin("x", b => b.Traitement(10));

        var repartition = Rapprocher().Etat.Repartition;

        Assert.Equal((3, 2, "1500.00"), (repartition.Trains, repartition.TrainsRepartis, repartition.Total.ToString()));
    }

    [Fact]
    public void LaNatureDesMandatsLaPlusLongueReduitLeCode()
    {
        Volume("v.xhl", 1000).Repartition("641119501", 1000);
        _commune.Flux("pes").Bordereau("1").Mandat("1", [("64111", 1000)], "PAYE MARS").Mandat("2", [("6411", 1)], "PAYE MARS");
        Assert.Equal("1000.00", Rapprocher().Lignes.Single(l => l.Nature == "64111").Repartition.ToString());
    }

    [Fact]
    public void UnCodeDUnCaractereSeMontreTelQuel()
    {
        Volume("v.xhl", 1000).Repartition("1", 1000, "6411 - BRUT");
        Assert.Contains(Rapprocher().Lignes, l => l.Nature == "1");
    }

    [Fact]
    public void LesSommesDeLEtatSontCellesDesBulletins()
    {
        _commune.Volume("v-01.xhl", numero: 1).NaturesUsuelles()
            .Bulletin("1", b => b.Traitement(1000).Urssaf(300).Ligne(CategorieDeLigne.Commentaire, "C", null), brut: 1001, net: 800)
            .Bulletin("2", b => b.Traitement(500), net: 400);
        _commune.Volume("v-02.xhl", numero: 2).Bulletin("1", b => b.Traitement(10), net: 9);
        _commune.Volume("pieces.xhl", enteteSeul: true);

        var etat = Assert.Single(new EtatsQuestion().Executer(_entrepot.Connexion, Perimetre.Complet));

        Assert.Equal((2, 3, 2, 5), (etat.Volumes, etat.Bulletins, etat.Agents, etat.Lignes));
        Assert.Equal(("1511.00", "1209.00", "300.00"), (etat.Brut.ToString(), etat.Net.ToString(), etat.CotisationsPatronales.ToString()));
    }

    [Theory]
    [InlineData(AxeDEtat.Nature, "64111,64118,6451,")]
    [InlineData(AxeDEtat.Rubrique, "1000,2000,7000,8000")]
    [InlineData(AxeDEtat.Categorie, "TraitBrut,Indemnite,Deduction,Cotisation")]
    [InlineData(AxeDEtat.Service, "Accueil,")]
    [InlineData(AxeDEtat.Statut, "STAGIAIRE,TITULAIRE")]
    [InlineData(AxeDEtat.Agent, "1,2")]
    public void LEtatLiquidatifGardeToutesLesLignesSurChaqueAxe(AxeDEtat axe, string cles)
    {
        _commune.Volume("v.xhl").NaturesUsuelles()
            .Bulletin("1", b => b.Traitement(1000).Urssaf(300).Ligne(CategorieDeLigne.Deduction, "7000", 110))
            .Bulletin("2", b => b.Prime(50), statut: "STAGIAIRE", service: null);

        var liquide = new EtatLiquidatifQuestion(new DemandeDEtat(_commune.Siret, new MoisDePaye(2026, 3)), axe).Executer(_entrepot.Connexion, Perimetre.Complet);

        Assert.Equal(cles, string.Join(',', liquide.Lignes.Select(l => l.Cle)));
        Assert.Equal((2, 4, "1050.00", "110.00", "300.00", "1350.00"), (liquide.Totaux.Bulletins, liquide.Totaux.Lignes, liquide.Totaux.Brut.ToString(),
            liquide.Totaux.Retenues.ToString(), liquide.Totaux.CotisationsPatronales.ToString(), liquide.Totaux.Montant.ToString()));
    }

    [Fact]
    public void UnStatutSeNommeSelonLaNomenclatureSinonParLaListeDuFormat()
    {
        _commune.Volume("v.xhl").Nomenclature(SorteDeNomenclature.Statut, "STAGIAIRE", "Fonctionnaire stagiaire")
            .Bulletin("1", b => b.Traitement(1), nom: "A", statut: "NON_TITULAIRE").Bulletin("2", b => b.Traitement(1), nom: "B", statut: "STAGIAIRE")
            .Bulletin("3", b => b.Traitement(1), nom: "C", statut: "VACATAIRE");

        var liste = new RechercheQuestion(Sujet.Bulletins).Executer(_entrepot.Connexion, Perimetre.Complet);

        Assert.Equal(["Non titulaire", "Fonctionnaire stagiaire", "VACATAIRE"], liste.Colonne("statut"));
        Assert.Equal([("NON_TITULAIRE", "Non titulaire"), ("STAGIAIRE", "Fonctionnaire stagiaire"), ("VACATAIRE", "VACATAIRE")],
            Liquider(AxeDEtat.Statut).Lignes.Select(l => (l.Cle!, l.Libelle!)));
    }

    [Fact]
    public void UnSigneRetourneSeDitAvecSonMotif()
    {
        _commune.Volume("v.xhl").Bulletin("1", b => b.Traitement(1000).Ligne(CategorieDeLigne.Retenue, "7000", -20));
        var contenu = _commune.Volume("negatif.xhl", train: "ELUS").Bulletin("2", b => b.Traitement(1000)).Contenu;
        _entrepot.Inserer("signes", new { contenu, categorie = (int)CategorieDeLigne.Retenue, positifs = 1, negatifs = 30 });

        var signes = Assert.Single(new SignesRetournesQuestion(new DemandeDEtat(_commune.Siret, new MoisDePaye(2026, 3))).Executer(_entrepot.Connexion, Perimetre.Complet));

        Assert.Equal(new SignesRetournes(CategorieDeLigne.Retenue, "majorite", 1, 30), signes);
        Assert.Empty(new SignesRetournesQuestion(new DemandeDEtat(_commune.Siret, new MoisDePaye(2026, 3), Train: "")).Executer(_entrepot.Connexion, Perimetre.Complet));
    }

    [Fact]
    public void CeQuiNEstNiBrutNiRetenueNiChargeEstDansLesAutres()
    {
        _commune.Volume("v.xhl").NaturesUsuelles()
            .Bulletin("1", b => b.Traitement(1000).Ligne(CategorieDeLigne.AvantageNature, "9000", 80)).Bulletin("2", b => b.Traitement(1));

        var trouves = RechercheQuestion.DesBulletins([new("part", "autres")]).Executer(_entrepot.Connexion, Perimetre.Complet);

        Assert.Equal(("80.00", "80.00", 1L), (Liquider(AxeDEtat.Nature).Totaux.Autres.ToString(), trouves.Totaux.MontantTrouve.ToString(), trouves.Totaux.Nombre));
    }

    private EtatLiquidatif Liquider(AxeDEtat axe) =>
        new EtatLiquidatifQuestion(new DemandeDEtat(_commune.Siret, new MoisDePaye(2026, 3)), axe).Executer(_entrepot.Connexion, Perimetre.Complet);

    private VolumeDeTest Volume(string nom, decimal brut) =>
        _commune.Volume(nom).Rubrique("1000", "64111").Bulletin(nom, b => b.Traitement(brut));

    private Rapprochement Rapprocher() =>
        new RapprochementQuestion(new DemandeDEtat(_commune.Siret, new MoisDePaye(2026, 3))).Executer(_entrepot.Connexion, Perimetre.Complet);

    private (ModeDeRepartition, string?) Resume()
    {
        var etat = Assert.Single(new EtatsQuestion(_commune.Siret).Executer(_entrepot.Connexion, Perimetre.Complet));
        return (etat.Repartition.Mode, etat.Repartition.Total?.ToString());
    }
}
