using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Tests.Donnees;

namespace Xemelios.Query.Tests.EtatsLiquidatifs;

/// <summary>Each axis on a file of three bulletins, with figures made by hand.</summary>
public sealed class AxesDeLEtatTests : IDisposable
{
    private readonly Entrepot _entrepot = new();
    private readonly EmployeurDeTest _commune;
    private readonly VolumeDeTest _volume;

    public AxesDeLEtatTests()
    {
        _commune = new EmployeurDeTest(_entrepot);
        _volume = _commune.Volume("v.xhl").NaturesUsuelles().Rubrique("3000", "65311").Rubrique("4000", "7588")
            .Bulletin("1", b => b.Traitement(1000).Urssaf(300).Ligne(CategorieDeLigne.Retenue, "7000", 20), net: 980, nom: "Un")
            .Bulletin("2", b => b.Traitement(500).Prime(50).Urssaf(100).Ligne(CategorieDeLigne.AvantageNature, "9000", 80), net: 550, nom: "Deux", service: "Voirie")
            .Bulletin("3", b => b.Ligne(CategorieDeLigne.Indemnite, "3000", 700).Ligne(CategorieDeLigne.RemDivers, "4000", 5), net: 705, nom: "Trois", statut: "AUTRE_STATUT", service: null)
            .Situer("1", grade: "Attaché", emploi: "Directeur").Situer("2", grade: "Adjoint", emploi: "Directeur")
            .Etablir(1, "21990001200027", "École", "2", "3");
    }

    public void Dispose() => _entrepot.Dispose();

    [Theory]
    [InlineData(AxeDEtat.Chapitre, "012:2/5:1550.00:0.00:400.00|65:1/1:700.00:0.00:0.00|:3/3:5.00:20.00:0.00")]
    [InlineData(AxeDEtat.Budget, "00:3/9:2255.00:20.00:400.00")]
    [InlineData(AxeDEtat.Etablissement, "21990001200027:2/6:1255.00:0.00:100.00|:1/3:1000.00:20.00:300.00")]
    [InlineData(AxeDEtat.Grade, "Adjoint:1/4:550.00:0.00:100.00|Attaché:1/3:1000.00:20.00:300.00|:1/2:705.00:0.00:0.00")]
    [InlineData(AxeDEtat.Emploi, "Directeur:2/7:1550.00:20.00:400.00|:1/2:705.00:0.00:0.00")]
    [InlineData(AxeDEtat.Train, ":3/9:2255.00:20.00:400.00")]
    [InlineData(AxeDEtat.Fonction, ":3/9:2255.00:20.00:400.00")]
    public void ChaqueAxeDonneSesChiffres(AxeDEtat axe, string attendu) => Assert.Equal(
        attendu,
        string.Join('|', Liquider(axe).Lignes.Select(l => $"{l.Cle}:{l.Bulletins}/{l.Lignes}:{l.Brut}:{l.Retenues}:{l.CotisationsPatronales}")));

    [Fact]
    public void UneNatureQuOnNeDeduitPasNAPasDeChapitreEtGardeSesLignes()
    {
        var lignes = Liquider(AxeDEtat.Chapitre).Lignes;

        Assert.Equal(["64111 64118 6451", "65311", "- 7588"], lignes.Select(l => string.Join(' ', l.Natures!.Order(StringComparer.Ordinal))));
        Assert.Equal(["Charges de personnel et frais assimilés", "Autres charges de gestion courante (élus)", null], lignes.Select(l => l.Libelle));
    }

    [Fact]
    public void UnHopitalEstAuTitreUn()
    {
        _volume.Rubrique("4000", "64211");
        Assert.Equal(NomenclatureComptable.M57, Liquider(AxeDEtat.Chapitre).Regles.Nomenclature);
        _entrepot.Connexion.Execute("UPDATE nomenclature SET nature_salarie = '64211' WHERE code = '4000'");

        var etat = Liquider(AxeDEtat.Chapitre);

        Assert.Equal(NomenclatureComptable.M21, etat.Regles.Nomenclature);
        Assert.Equal([("1", "1555.00"), (null, "700.00")], etat.Lignes.Select(l => (l.Cle, l.Brut.ToString())));
    }

    [Fact]
    public void UneNatureDUneSeuleFonctionLaDonneASesLignes()
    {
        _volume.RepartirSurFonction(1, "64111", "020", 1500).RepartirSurFonction(2, "64118", "211", 20).RepartirSurFonction(3, "64118", "020", 30)
            .RepartirSurFonction(4, "6451", null, 400);

        var etat = Liquider(AxeDEtat.Fonction);

        Assert.Equal(OrigineDesFonctions.Repartition, etat.Regles.Fonctions);
        Assert.Equal([("020", "1500.00", "0.00"), ("020 + 211", "50.00", "0.00"), (null, "705.00", "400.00")],
            etat.Lignes.Select(l => (l.Cle, l.Brut.ToString(), l.CotisationsPatronales.ToString())));
    }

    [Fact]
    public void SansRepartitionLesMandatsDisentLaFonction()
    {
        _commune.Flux("pes").Bordereau("1").Mandat("1", [("64111", 1500), ("6451", 400)], "PAYE MARS 2026");
        _entrepot.Connexion.Execute("UPDATE ligne_de_mandat SET fonction = '020' WHERE nature = '64111'");

        var etat = Liquider(AxeDEtat.Fonction);

        Assert.Equal(OrigineDesFonctions.Mandats, etat.Regles.Fonctions);
        Assert.Equal([("020", "1500.00"), (null, "755.00")], etat.Lignes.Select(l => (l.Cle, l.Brut.ToString())));
    }

    [Fact]
    public void LesAvantagesEnNatureSontAPart()
    {
        foreach (var axe in Enum.GetValues<AxeDEtat>())
        {
            var etat = Liquider(axe);
            Assert.Equal(("80.00", "80.00"), (etat.Totaux.AvantagesEnNature.ToString(), etat.Lignes.Aggregate(Montant.Zero, (s, l) => s + l.AvantagesEnNature).ToString()));
        }
    }

    [Fact]
    public void LeNetDesAxesSurLeBulletinEstCeluiQuIlsDeclarent()
    {
        Assert.Equal([("Adjoint", "550.00"), ("Attaché", "980.00"), (null, "705.00")], Liquider(AxeDEtat.Grade).Lignes.Select(l => (l.Cle, l.Net!.Value.ToString())));
        Assert.All(Liquider(AxeDEtat.Nature).Lignes, l => Assert.Null(l.Net));
    }

    [Fact]
    public void UnEtatEmboiteNOuvreQueCeQuOnDemande()
    {
        var etat = new EtatEmboiteQuestion(Demande, "nature,rubrique,agent", "64111/TraitBrut:1000;-").Executer(_entrepot.Connexion, Perimetre.Complet);

        Assert.Equal(["64111", "64118", "6451", "65311", "7588", null], etat.Lignes.Select(l => l.Cle));
        var traitement = Assert.Single(etat.Lignes[0].Enfants!);
        Assert.Equal(("1000", "TraitBrut", 2, 2, "1500.00"), (traitement.Cle, traitement.Categorie, traitement.Niveau, traitement.Bulletins, traitement.Brut.ToString()));
        Assert.Equal([("1", "Un Zoé", "1000.00"), ("2", "Deux Zoé", "500.00")], traitement.Enfants!.Select(l => (l.Cle!, l.Libelle!, l.Brut.ToString())));
        Assert.Null(etat.Lignes[1].Enfants);
        Assert.Equal(["AvantageNature:9000", "Retenue:7000"], etat.Lignes[^1].Enfants!.Select(l => $"{l.Categorie}:{l.Cle}"));
        Assert.Equal("2255.00", etat.Totaux.Brut.ToString());
    }

    [Fact]
    public void UneChaineQuiNeSeLitPasEstRefusee()
    {
        Assert.All(["", "nature,nature", "inconnu", "nature,rubrique,agent,train", "1"], c => Assert.Null(AxesDeLiquidation.LireChaine(c)));
        Assert.Equal([AxeDEtat.Nature, AxeDEtat.Agent], AxesDeLiquidation.LireChaine("nature, Agent"));
    }

    private DemandeDEtat Demande => new(_commune.Siret, new MoisDePaye(2026, 3));

    private EtatLiquidatif Liquider(AxeDEtat axe) => new EtatLiquidatifQuestion(Demande, axe).Executer(_entrepot.Connexion, Perimetre.Complet);
}
