using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Passages;
using Xemelios.Query.Tests.Donnees;

namespace Xemelios.Query.Tests.Passages;

/// <summary>The table that explains the répartition, found from amounts, accounts and words.</summary>
public sealed class PropositionDePassageTests : IDisposable
{
    private readonly Entrepot _entrepot = new();
    private readonly EmployeurDeTest _commune;

    public PropositionDePassageTests() => _commune = new EmployeurDeTest(_entrepot);

    public void Dispose() => _entrepot.Dispose();

    [Fact]
    public void LesSommesDecidentEtDisentCeQuiLesAppuie()
    {
        _commune.Volume("fevrier.xhl", 202602).Repartition("64111", 2000m).Repartition("64118", 300m).Repartition("6451", 450m)
            .Bulletin("1", b => b.Traitement(2000m).Prime(300m).Urssaf(450m));
        _commune.Volume("mars.xhl").Repartition("64111", 2010m).Repartition("64118", 320m).Repartition("6451", 455.55m)
            .Bulletin("1", b => b.Traitement(2010m).Prime(320m).Urssaf(455.55m));

        var proposition = Proposer();

        Assert.Equal(
            ["TraitBrut 1000 TITULAIRE 64111", "Indemnite 2000 TITULAIRE 64118", "Cotisation 8000 TITULAIRE 6451"],
            proposition.Lignes.Select(l => $"{l.Categorie} {l.Code} {l.Statut} {l.Nature}"));
        Assert.All(proposition.Lignes, l => Assert.Equal((RaisonDeProposition.SommesExactes, SuiteDeProposition.Proposee), (l.Raison, l.Suite)));
        Assert.Equal(
            [new AppuiDeProposition(new(2026, 2), "00", Euros(300m), Euros(300m), Euros(300m)), new AppuiDeProposition(new(2026, 3), "00", Euros(320m), Euros(320m), Euros(320m))],
            proposition.Lignes[1].Montants);
        Assert.Equal((Euros(5535.55m), Montant.Zero, 100m), (proposition.Total.Total, proposition.Total.Ecart, proposition.Total.Pourcentage));
        Assert.Equal(0m, proposition.EnVigueur.Pourcentage);
    }

    [Fact]
    public void UnMemeCodeVaAilleursSelonLeStatut()
    {
        _commune.Volume("mars.xhl").Repartition("64112", 100m).Repartition("64132", 37m)
            .Bulletin("1", b => b.Ligne(CategorieDeLigne.IndemResid, "1100", 100m, "Indemnité de résidence"))
            .Bulletin("2", b => b.Ligne(CategorieDeLigne.IndemResid, "1100", 37m, "Indemnité de résidence"), statut: "NON_TITULAIRE");

        Assert.Equal([("NON_TITULAIRE", "64132"), ("TITULAIRE", "64112")], Proposer().Lignes.Select(l => (l.Statut, l.Nature)));
    }

    [Fact]
    public void CeQueLesMontantsNeDepartagentPasLeLibelleLeFaitEtLeDit()
    {
        _commune.Volume("mars.xhl")
            .Nomenclature(SorteDeNomenclature.Nature, "64111", "Rémunération principale").Nomenclature(SorteDeNomenclature.Nature, "64113", "NBI")
            .Repartition("64111", 50m).Repartition("64113", 50m)
            .Bulletin("1", b => b.Ligne(CategorieDeLigne.TraitBrut, "1020", 50m, "Nouvelle bonification indiciaire").Ligne(CategorieDeLigne.TraitBrut, "1000", 50m, "Traitement"));

        var lignes = Proposer().Lignes;

        Assert.Equal([("1000", "64111"), ("1020", "64113")], lignes.Select(l => (l.Code, l.Nature)));
        Assert.All(lignes, l => Assert.Equal(RaisonDeProposition.Libelle, l.Raison));
    }

    [Fact]
    public void CeQueLeFichierNommeNEstPasPropose()
    {
        _commune.Volume("mars.xhl").Rubrique("1000", "64111").Repartition("64111", 2000m).Repartition("64118", 300m)
            .Bulletin("1", b => b.Traitement(2000m).Prime(300m));

        var proposition = Proposer();

        Assert.Equal("2000", Assert.Single(proposition.Lignes).Code);
        Assert.Equal((100m, 86.95m), (proposition.Total.Pourcentage, proposition.EnVigueur.Pourcentage));
    }

    [Fact]
    public void SansRepartitionLesMandatsDuMoisSontLaReference()
    {
        var volume = _commune.Volume("mars.xhl").Bulletin("1", b => b.Traitement(2000m).Prime(300m));
        _commune.Flux("pes.xml").Bordereau("1").Mandat("10", [("64111", 2000m), ("64118", 300m)], reference: "X1").Piece(volume.Contenu, "X1", "mars.xhl");

        var proposition = Proposer();

        var etat = Assert.Single(proposition.Etats);
        Assert.Equal((SourceDesNatures.Mandats, 100m, 100m), (etat.Source, etat.Reference.Pourcentage, etat.Mandats!.Pourcentage));
        Assert.Equal(["64111", "64118"], proposition.Lignes.Select(l => l.Nature));
    }

    [Fact]
    public void CeQuiEstConfirmeLeDitEtCeQuiEnDiffereAussi()
    {
        _commune.Volume("mars.xhl").Repartition("64111", 2000m).Repartition("64118", 300m).Bulletin("1", b => b.Traitement(2000m).Prime(300m));
        Passage(CategorieDeLigne.TraitBrut, "1000", "64111");
        Passage(CategorieDeLigne.Indemnite, "2000", "64111");

        var proposition = Proposer();

        Assert.Equal([SuiteDeProposition.Confirmee, SuiteDeProposition.Differente], proposition.Lignes.Select(l => l.Suite));
        Assert.Equal((100m, 2300m - 300m), (proposition.Total.Pourcentage, proposition.EnVigueur.Explique.ToDecimal()));
    }

    [Fact]
    public void UnMoisFauxNEmpechePasDeTrouverLesAutresEtSonResteEstDit()
    {
        for (var mois = 1; mois <= 4; mois++)
        {
            var (traitement, prime, nbi) = (2000m + 7 * mois, 300m + 3 * mois * mois, 60m + mois);
            _commune.Volume($"{mois}.xhl", 202600 + mois)
                .Repartition("64111", traitement).Repartition("64118", prime + (mois == 2 ? 12.34m : 0)).Repartition("64113", nbi)
                .Bulletin("1", b => b.Traitement(traitement).Prime(prime).Ligne(CategorieDeLigne.TraitBrut, "1020", nbi, "NBI"));
        }

        var proposition = Proposer();

        Assert.Equal(["64111", "64113", "64118"], proposition.Lignes.Select(l => l.Nature));
        Assert.Equal([0m, 12.34m, 0m, 0m], proposition.Etats.Select(e => e.Reference.Ecart.ToDecimal()));
        Assert.Equal(RaisonDeProposition.MoindreEcart, proposition.Lignes[2].Raison);
        var reste = Assert.Single(proposition.Natures, n => n.Ecart != Montant.Zero);
        Assert.Equal(("64118", 12.34m), (reste.Nature, reste.Ecart.ToDecimal()));
    }

    [Fact]
    public void LaMemeQuestionALaMemeReponse()
    {
        new EmployeurCache(_commune, 11).Remplir(5);
        Assert.Equal(Proposer().Lignes.Select(l => l.Nature), Proposer().Lignes.Select(l => l.Nature));
    }

    /// <summary>A table is hidden behind the répartitions of six months: what is found explains them to the cent.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void UneTableCacheeSeRetrouve(int graine)
    {
        var cachee = new EmployeurCache(_commune, graine);
        cachee.Remplir(6);

        var proposition = Proposer();

        Assert.Equal((100m, Montant.Zero), (proposition.Total.Pourcentage, proposition.Total.Ecart));
        foreach (var ligne in proposition.Lignes.Where(l => l.Raison == RaisonDeProposition.SommesExactes))
            Assert.Equal(cachee.Nature(ligne.Code, ligne.Statut!), ligne.Nature);
        Assert.True(proposition.Lignes.Count(l => l.Raison == RaisonDeProposition.SommesExactes) > proposition.Lignes.Count * 9 / 10);
        VerifierLesAppuis(proposition, cachee);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void AvecDuBruitCeQuiResteEstDit(int graine)
    {
        var cachee = new EmployeurCache(_commune, graine);
        var bruit = cachee.Remplir(6, bruit: true);

        var proposition = Proposer();

        Assert.Equal(bruit, proposition.Total.Ecart.ToDecimal());
        VerifierLesAppuis(proposition, cachee);
    }

    // Every figure shown is added up again from what was generated.
    private static void VerifierLesAppuis(PropositionDePassage proposition, EmployeurCache cachee)
    {
        foreach (var n in proposition.Natures)
        {
            var explique = proposition.Lignes.Where(l => l.Nature == n.Nature).Sum(l => cachee.Montant(l.Code, l.Statut!, n.Mois));
            Assert.Equal((explique, cachee.Reparti(n.Nature, n.Mois)), (n.Explique.ToDecimal(), n.AExpliquer.ToDecimal()));
        }

        foreach (var ligne in proposition.Lignes)
            Assert.Equal(ligne.Montants.Select(a => cachee.Montant(ligne.Code, ligne.Statut!, a.Mois)), ligne.Montants.Select(a => a.Montant.ToDecimal()));
    }

    private void Passage(CategorieDeLigne categorie, string code, string nature) => _entrepot.Inserer("passage", new
    {
        contenu = 9_999, rang = 1, siret = _commune.Siret, categorie = (int)categorie, code, nature_salariale = nature, debut = 0, fin = 999_912,
    });

    private static Montant Euros(decimal euros) => Montant.FromDecimal(euros);

    private PropositionDePassage Proposer() => new ProposerPassageQuestion(_commune.Siret).Executer(_entrepot.Connexion, Perimetre.Complet)!;
}
