using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Bulletins;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Criteres;
using Xemelios.Query.Filters;
using Xemelios.Query.Recherches;
using Xemelios.Query.Tests.Donnees;

namespace Xemelios.Query.Tests.Bulletins;

public sealed class BulletinsTests : IDisposable
{
    private readonly Entrepot _entrepot = new();
    private readonly EmployeurDeTest _commune;

    public BulletinsTests() => _commune = new EmployeurDeTest(_entrepot);

    public void Dispose() => _entrepot.Dispose();

    [Fact]
    public void LesLignesSuiventLOrdreNumeriquePuisLeDocument()
    {
        _commune.Volume("v.xhl").NaturesUsuelles().Bulletin("1", b => b
            .Ligne(CategorieDeLigne.Cotisation, "8000", 3m, ordre: 100).Ligne(CategorieDeLigne.TraitBrut, "1000", 1m, ordre: 20)
            .Ligne(CategorieDeLigne.Indemnite, "2000", 2m, ordre: 20).Ligne(CategorieDeLigne.Commentaire, "C", null));
        Assert.Equal(["1000", "2000", "8000", "C"], Un("1").Lignes.Select(l => l.Code));
    }

    [Fact]
    public void LeMontantEcritEtLeMontantNormaliseSontDonnesEnsemble()
    {
        var volume = _commune.Volume("v.xhl").NaturesUsuelles().Bulletin("1", b => b.Ligne(CategorieDeLigne.Deduction, "7000", -100m).Urssaf(40m));
        _entrepot.Inserer("signes", new { contenu = volume.Contenu, categorie = 7, positifs = 0, negatifs = 30 });
        _entrepot.Inserer("signes", new { contenu = volume.Contenu, categorie = 11, positifs = 30, negatifs = 0 });

        var bulletin = Un("1");

        Assert.Equal(("-100.00", "100.00"), (bulletin.Lignes[0].Montant.ToString(), bulletin.Lignes[0].MontantNormalise.ToString()));
        Assert.Equal(("100.00", "40.00"), (bulletin.TotalRetenues.ToString(), bulletin.TotalCotisationsPatronales.ToString()));
        Assert.Equal(("6451", "nomenclature"), (bulletin.Lignes[1].Nature, bulletin.Lignes[1].OrigineNature));
    }

    [Fact]
    public void DesBulletinsIdentiquesDansDeuxVolumesSontUneDoubleLivraison()
    {
        _commune.Volume("v-01.xhl", numero: 1).Bulletin("1", b => b.Traitement(10)).Bulletin("2", b => b.Traitement(20));
        _commune.Volume("v-02.xhl", numero: 2).Bulletin("1", b => b.Traitement(10)).Bulletin("2", b => b.Traitement(21));

        var double_ = Assert.Single(new DoublesLivraisonsQuestion(_commune.Siret, new MoisDePaye(2026, 3)).Executer(_entrepot.Connexion, Perimetre.Complet));

        Assert.Equal((Entrepot.Empreinte("v-01.xhl"), Entrepot.Empreinte("v-02.xhl"), "1"), (double_.Volume, double_.Autre, string.Join(',', double_.Matricules)));
    }

    [Theory]
    [InlineData("0.6", "0.4")]
    [InlineData("60", "40")]
    public void LaRepartitionBudgetaireSeLitEnPourcentage(string premier, string second)
    {
        var id = 0;
        _commune.Volume("v.xhl").Nomenclature(SorteDeNomenclature.Budget, "ABCCOM", "Commune").Bulletin("1", b => id = b.Id);
        _entrepot.Inserer("repartition_budget", new { bulletin = id, rang = 1, code_budget = "ABC COM", taux = Lire(premier) });
        _entrepot.Inserer("repartition_budget", new { bulletin = id, rang = 2, code_budget = "CCAS", taux = Lire(second) });

        var part = Un("1").RepartitionBudgetaire[0];

        Assert.Equal((60m, "Commune"), (part.Taux, part.Libelle));
    }

    [Fact]
    public void LesEvenementsEtLesJustificatifsPortentLeurLibelle()
    {
        var id = 0;
        _commune.Volume("v.xhl").Nomenclature(SorteDeNomenclature.Evenement, "E1", "Avancement").Bulletin("1", b => id = b.Piece("ARR-1", support: "03").Id);
        _entrepot.Inserer("evenement", new { bulletin = id, rang = 1, code = "E1", description = "Échelon 5" });

        var bulletin = Un("1");

        Assert.Equal("Avancement", bulletin.Evenements.Single().Libelle);
        Assert.Equal("CD ou DVD", bulletin.Justificatifs.Single().SupportLibelle);
        Assert.Equal("Titulaire", bulletin.StatutLibelle);
        Assert.Equal(1000, bulletin.Octet);
    }

    [Theory]
    [InlineData("zoe martin")]
    [InlineData("MARTIN")]
    [InlineData("éléonore")]
    public void LaRechercheIgnoreAccentsCasseEtOrdreDesMots(string texte)
    {
        Trois();
        Assert.NotEmpty(Chercher(("texte", texte)).Rangees);
        Assert.DoesNotContain("Durand", Chercher(("texte", texte)).Colonne("nom"));
    }

    [Fact]
    public void LesTotauxPortentSurToutLeResultat()
    {
        for (var i = 0; i < 60; i++)
            _commune.Volume($"v{i}.xhl").Bulletin($"{i:000}", b => b.Traitement(10), net: 8);

        var page = Chercher();

        Assert.Equal((50, 60L, 2, "600.00", "480.00"), (page.Rangees.Count, page.Totaux.Nombre, page.Pages, page.Total("brut"), page.Total("net")));
    }

    [Fact]
    public void UneNatureMeneASesBulletinsEtASesLignes()
    {
        Trois();

        var page = Chercher(("nature", "64118"));

        Assert.Equal(["2"], page.Colonne("matricule"));
        Assert.Equal((1L, "50.00", 2), (page.Totaux.LignesTrouvees, page.Totaux.MontantTrouve.ToString(), page.Rangees[0].Position));
    }

    [Fact]
    public void ChaqueFiltreSExecuteEtADesMotsPourLeDire()
    {
        Trois();
        string[] essais = ["1", "2026-03", "oui", "TraitBrut", "brut"];
        foreach (var filtre in FiltresDeBulletins.Tous)
        {
            Assert.False(string.IsNullOrWhiteSpace(filtre.Libelle));
            Assert.Contains("{0}", filtre.Phrase, StringComparison.Ordinal);
            Assert.NotNull(Chercher((filtre.Cle, essais.First(e => filtre.Condition(e) is not null))));
        }

        Assert.Distinct(FiltresDeBulletins.Tous.Select(f => f.Cle));
    }

    [Theory]
    [InlineData("brut", "1000.00")]
    [InlineData("retenues", "100.00")]
    [InlineData("charges", "40.00")]
    [InlineData("mandat", "1040.00")]
    public void UnePartDeLaPayeALeMontantDeSesLignes(string part, string montant)
    {
        _commune.Volume("v.xhl").NaturesUsuelles().Bulletin("1", b => b.Traitement(1000m).Ligne(CategorieDeLigne.Retenue, "7000", 100m).Urssaf(40m));

        Assert.Equal(montant, Chercher(("part", part)).Totaux.MontantTrouve.ToString());
    }

    [Theory]
    [InlineData("train")]
    [InlineData("grade")]
    public void LeTiretTrouveCeQuiNARien(string cle)
    {
        _commune.Volume("v.xhl").Bulletin("1", b => b.Traitement(10m));

        Assert.Equal(1, Chercher((cle, FiltresDeBulletins.Sans)).Totaux.Nombre);
        Assert.Equal(0, Chercher((cle, "QUELCONQUE")).Totaux.Nombre);
    }

    [Fact]
    public void UnFormulaireProposeLesValeursEtLesMoisQuOntLesDonnees()
    {
        _commune.Volume("v.xhl").Bulletin("1", b => b.Traitement(10m));

        var valeurs = new ValeursDeFiltresQuestion().Executer(_entrepot.Connexion, Perimetre.Complet);

        var mois = new MoisDePaye(2026, 3);
        Assert.Equal((_commune.Siret, mois, ""), (valeurs.Employeurs.Single().Siret, valeurs.Mois.Single(), valeurs.Trains.Single()));
        var budget = valeurs.Budgets.Single().Cle;
        Assert.Equal([mois], new MoisPayesQuestion(_commune.Siret, budget).Executer(_entrepot.Connexion, Perimetre.Complet));
        Assert.Empty(new MoisPayesQuestion(_commune.Siret, budget, "ELUS").Executer(_entrepot.Connexion, Perimetre.Complet));
    }

    [Fact]
    public void ChaqueColonneSeTrie()
    {
        Trois();
        foreach (var colonne in Colonnes.Toutes(Sujet.Bulletins))
            Assert.Equal(3, new RechercheQuestion(Sujet.Bulletins, Tri: colonne.Cle, Decroissant: true).Executer(_entrepot.Connexion, Perimetre.Complet).Rangees.Count);
        Assert.Equal(["3", "2", "1"], new RechercheQuestion(Sujet.Bulletins, Tri: "brut", Decroissant: true)
            .Executer(_entrepot.Connexion, Perimetre.Complet).Colonne("matricule"));
    }

    [Fact]
    public void UnCritereInconnuEstRefuse()
    {
        Assert.Throws<CritereInconnuException>(() => Chercher(("1=1", "x")));
        Assert.Throws<CritereInconnuException>(() => Chercher(("mois", "mars")));
        Assert.Throws<CritereInconnuException>(() => new RechercheQuestion(Sujet.Bulletins, Tri: "b.nom; DROP").Executer(_entrepot.Connexion, Perimetre.Complet));
    }

    [Fact]
    public void LesVoisinsSuiventLOrdreDeLaListe()
    {
        Trois();
        var recherche = new RechercheQuestion(Sujet.Bulletins);
        var liste = recherche.Executer(_entrepot.Connexion, Perimetre.Complet).Rangees.Select(l => l.Bulletin!).ToList();

        var voisins = new VoisinsDeBulletinQuestion(recherche, liste[1]).Executer(_entrepot.Connexion, Perimetre.Complet)!;

        Assert.Equal((liste[0], liste[2], 2, 3), (voisins.Precedent, voisins.Suivant, voisins.Rang, voisins.Total));
        Assert.Null(new VoisinsDeBulletinQuestion(recherche, liste[0]).Executer(_entrepot.Connexion, Perimetre.Complet)!.Precedent);
    }

    private static decimal Lire(string nombre) => decimal.Parse(nombre, System.Globalization.CultureInfo.InvariantCulture);

    private void Trois() => _commune.Volume("v.xhl").NaturesUsuelles()
        .Bulletin("1", b => b.Traitement(10).Piece("A"), net: 1)
        .Bulletin("2", b => b.Traitement(20).Prime(50), nom: "Martin", prenom: "Éléonore Zoé", net: 2)
        .Bulletin("3", b => b.Traitement(300).Urssaf(3), nom: "Durand", prenom: "Luc", net: 3);

    private PageDeResultat Chercher(params (string Cle, string Valeur)[] filtres) =>
        (RechercheQuestion.DesBulletins(filtres.Select(f => new CritereDeRecherche(f.Cle, f.Valeur))) with { TaillePage = 10 })
            .Executer(_entrepot.Connexion, Perimetre.Complet);

    private BulletinDetaille Un(string matricule) =>
        Assert.Single(BulletinQuestion.DUnAgent(_commune.Siret, new MoisDePaye(2026, 3), matricule).Executer(_entrepot.Connexion, Perimetre.Complet));
}
