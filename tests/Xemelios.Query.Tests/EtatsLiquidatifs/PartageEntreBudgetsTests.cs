using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Tests.Donnees;

namespace Xemelios.Query.Tests.EtatsLiquidatifs;

/// <summary>Bulletins of several budgets: each cent goes to one of them.</summary>
public sealed class PartageEntreBudgetsTests : IDisposable
{
    private readonly Entrepot _entrepot = new();
    private readonly EmployeurDeTest _commune;

    public PartageEntreBudgetsTests() => _commune = new EmployeurDeTest(_entrepot);

    public void Dispose() => _entrepot.Dispose();

    [Theory]
    [InlineData(33.33, 66.67)]
    [InlineData(0.3333, 0.6667)]
    public void LesTauxSeLisentEnFractionsOuEnPourCent(double premier, double second)
    {
        Volume(b => b.Traitement(100).Urssaf(10).Ligne(CategorieDeLigne.Retenue, "7000", 1), ("00", (decimal)premier, null), ("EAU 1", (decimal)second, null));

        Assert.Equal(["00:33.33:0.33:3.33:33.00:0.00", "EAU1:66.67:0.67:6.67:66.00:0.00"], Lignes());
    }

    [Fact]
    public void LesMontantsSontCeuxDuBrut()
    {
        Volume(b => b.Traitement(60).Prime(40).Urssaf(10), ("01", null, 75.25m), ("00", null, 24.75m));

        Assert.Equal(["00:24.75:0.00:2.48:24.50:0.00", "01:75.25:0.00:7.52:74.50:-0.01"], Lignes());
    }

    [Fact]
    public void LArrondiEstPorteParLePremierBudget()
    {
        Volume(b => b.Traitement(100).Prime(0.01m), ("02", 1m, null), ("00", 1m, null), ("01", 1m, null));

        Assert.Equal(["00:33.34:0.00:0.00:33.00:0.00", "01:33.34:0.00:0.00:33.00:0.00", "02:33.33:0.00:0.00:33.00:-0.01"], Lignes());
    }

    [Fact]
    public void SansRepartitionLeBulletinEstAuBudgetDuFichier()
    {
        _commune.Volume("v.xhl").NaturesUsuelles()
            .Bulletin("1", b => b.Traitement(100), net: 99)
            .Bulletin("2", b => b.Traitement(50).Repartir(_entrepot, ("EAU", 1m, null)), net: 49)
            .Bulletin("3", b => b.Traitement(10).Repartir(_entrepot, ("EAU", null, 5m), ("00", null, -5m)), net: 9)
            .Nomenclature(SorteDeNomenclature.Budget, "Eau", "Budget annexe de l'eau");

        Assert.Equal(["00:110.00:0.00:0.00:108.00:", "EAU:50.00:0.00:0.00:49.00:"], Lignes());
        Assert.Equal("Budget annexe de l'eau", Liquider().Lignes[1].Libelle);
    }

    [Fact]
    public void LePartageSEmboiteSansPerdreUnCentime()
    {
        Volume(b => b.Traitement(33.33m).Prime(33.33m).Ligne(CategorieDeLigne.RemDivers, "5000", 33.35m), ("00", 50m, null), ("01", 50m, null));

        var etat = new EtatEmboiteQuestion(Demande, "budget,rubrique").Executer(_entrepot.Connexion, Perimetre.Complet);

        Assert.Equal([("00", "50.00"), ("01", "50.01")], etat.Lignes.Select(l => (l.Cle!, l.Brut.ToString())));
        Assert.All(etat.Lignes, l => Assert.Equal(l.Brut, l.Enfants!.Aggregate(Montant.Zero, (s, e) => s + e.Brut)));
        var ouvert = new EtatEmboiteQuestion(Demande, "rubrique,budget", "Indemnite:2000").Executer(_entrepot.Connexion, Perimetre.Complet);
        Assert.Equal("33.33", ouvert.Lignes.Single(l => l.Cle == "2000").Enfants!.Aggregate(Montant.Zero, (s, e) => s + e.Brut).ToString());
    }

    private void Volume(Action<BulletinDeTest> lignes, params (string, decimal?, decimal?)[] parts) =>
        _commune.Volume("v.xhl").NaturesUsuelles().Bulletin("1", b =>
        {
            lignes(b);
            b.Repartir(_entrepot, parts);
        }, net: 99);

    private DemandeDEtat Demande => new(_commune.Siret, new MoisDePaye(2026, 3));

    private EtatLiquidatif Liquider() => new EtatLiquidatifQuestion(Demande, AxeDEtat.Budget).Executer(_entrepot.Connexion, Perimetre.Complet);

    private IEnumerable<string> Lignes() => Liquider().Lignes.Select(l => $"{l.Cle}:{l.Brut}:{l.Retenues}:{l.CotisationsPatronales}:{l.Net}:{l.ArrondiPorte}");
}
