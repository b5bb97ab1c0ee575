using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Nomenclatures;
using Xemelios.Query.Tests.Donnees;

namespace Xemelios.Query.Tests.Nomenclatures;

public sealed class NomenclaturesTests : IDisposable
{
    private readonly Entrepot _entrepot = new();
    private readonly EmployeurDeTest _commune;

    public NomenclaturesTests()
    {
        _commune = new EmployeurDeTest(_entrepot);
        foreach (var mois in new[] { 202601, 202602, 202603, 202604 })
        {
            var volume = _commune.Volume($"{mois}.xhl", mois)
                .Rubrique("1000", "64111", libelle: "Traitement").Rubrique("8000", "64111", mois >= 202603 ? "6453" : "6451", mois == 202602 ? "Cotisation" : "Charge")
                .Nomenclature(SorteDeNomenclature.Train, "ELUS", "Élus").Nomenclature(SorteDeNomenclature.Evenement, "E1", "Arrivée")
                .Bulletin("1", b => b.Traitement(1000).Traitement(10).Urssaf(300)).Bulletin("2", b => b.Traitement(500));
            if (mois == 202602)
                volume.Bulletin("3", b => b.Prime(7));
        }
    }

    public void Dispose() => _entrepot.Dispose();

    [Fact]
    public void ChaqueValeurASesPeriodes()
    {
        var rubrique = Lire(SorteDeNomenclature.Rubrique).Entrees.Single(e => e.Code == "8000");

        Assert.Equal(
            ["Charge 6451 2026-01>2026-01", "Cotisation 6451 2026-02>2026-02", "Charge 6453 2026-03>2026-04"],
            rubrique.Valeurs.Select(v => $"{v.Libelle} {v.NatureEmployeur} {string.Join(',', v.Periodes.Select(p => $"{p.Debut}>{p.Fin}"))}"));
        Assert.True(rubrique.AChange);
        Assert.False(Lire(SorteDeNomenclature.Rubrique).Entrees.Single(e => e.Code == "1000").AChange);
    }

    [Fact]
    public void UneValeurQuiRevientADeuxPeriodes()
    {
        _entrepot.Connexion.Execute("UPDATE nomenclature SET nature_employeur = '6451' WHERE code = '8000'");
        var charge = Lire(SorteDeNomenclature.Rubrique).Entrees.Single(e => e.Code == "8000").Valeurs[0];
        Assert.Equal(["2026-01>2026-01", "2026-03>2026-04"], charge.Periodes.Select(p => $"{p.Debut}>{p.Fin}"));
    }

    [Fact]
    public void ChaqueRubriqueDitSonEmploiDeclareeOuNon()
    {
        var entrees = Lire(SorteDeNomenclature.Rubrique).Entrees.ToDictionary(e => e.Code);

        Assert.Equal(new EmploiDeCode(new(2026, 1), new(2026, 4), 4, 12, Montant.FromDecimal(6040), 2), entrees["1000"].Emploi);
        Assert.Equal(new EmploiDeCode(new(2026, 2), new(2026, 2), 1, 1, Montant.FromDecimal(7), 0), entrees["2000"].Emploi);
        Assert.Empty(entrees["2000"].Valeurs);
        var fevrier = Lire(SorteDeNomenclature.Rubrique, new MoisDePaye(2026, 2));
        Assert.Equal(1, fevrier.Entrees.Single(e => e.Code == "2000").Emploi!.Agents);
        Assert.Equal("Cotisation", Assert.Single(fevrier.Entrees.Single(e => e.Code == "8000").Valeurs).Libelle);
    }

    [Fact]
    public void LesNaturesSommentLeurPaye()
    {
        var entrees = Lire(SorteDeNomenclature.Nature).Entrees.ToDictionary(e => e.Code);
        Assert.Equal(["64111", "6451", "6453"], entrees.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(("6040.00", "600.00"), (entrees["64111"].Emploi!.Montant.ToString(), entrees["6453"].Emploi!.Montant.ToString()));
    }

    [Theory]
    [InlineData("cotis", "8000")]
    [InlineData("64111 TRAIT", "1000")]
    [InlineData("2000", "2000")]
    public void LeTexteFiltreSansAccentNiCasse(string texte, string code) =>
        Assert.Equal(code, Assert.Single(Lire(SorteDeNomenclature.Rubrique, texte: texte).Entrees).Code);

    [Fact]
    public void LesSixAutresSortesSeLisent()
    {
        foreach (var sorte in Enum.GetValues<SorteDeNomenclature>())
        {
            var lue = Lire(sorte);
            Assert.Equal((2, 4), (lue.Codes[SorteDeNomenclature.Rubrique], lue.Mois.Count));
            Assert.All(lue.EnTable().Lignes, l => Assert.Equal(lue.EnTable().Colonnes.Count, l.Count));
        }

        Assert.Equal("Élus", Lire(SorteDeNomenclature.Train).Entrees.Single(e => e.Code == "ELUS").Valeurs[0].Libelle);
    }

    [Fact]
    public void HorsDuPerimetreIlNYARien() => Assert.Throws<EtatIntrouvableException>(() =>
        new NomenclaturesQuestion(_commune.Siret, SorteDeNomenclature.Rubrique).Executer(_entrepot.Connexion, Perimetre.Limite([new BudgetPermis("21990009900019", null)])));

    private NomenclatureDEmployeur Lire(SorteDeNomenclature sorte, MoisDePaye? mois = null, string? texte = null) =>
        new NomenclaturesQuestion(_commune.Siret, sorte, mois, texte).Executer(_entrepot.Connexion, Perimetre.Complet);
}
