using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Comparaisons;
using Xemelios.Query.Tests.Donnees;

namespace Xemelios.Query.Tests.Comparaisons;

/// <summary>Each of the seven searches of XéMéLios, under its label, on known rows.</summary>
public sealed class RecherchesPredefiniesTests : IDisposable
{
    private readonly Entrepot _entrepot = new();
    private readonly EmployeurDeTest _commune;

    public RecherchesPredefiniesTests()
    {
        _commune = new EmployeurDeTest(_entrepot);
        _commune.Volume("f.xhl", 202602)
            .Paye("stable", b => b.Traitement(1000), new Situation { Indice = 400, Iban = "FR7612345678901234567890123" }, net: 800)
            .Paye("augmente", b => b.Traitement(1000), new Situation { Indice = 400, Iban = "FR7612345678901234567890123" }, net: 800)
            .Paye("baisse", b => b.Traitement(2000), new Situation { Indice = 400 }, net: 1600)
            .Paye("parti", b => b.Traitement(500), net: 400);
        var budgets = 0;
        _commune.Volume("m.xhl")
            .Paye("stable", b => b.Traitement(1000), new Situation { Indice = 400, Iban = "FR76 1234 5678 9012 3456 7890 123" }, net: 800)
            .Paye("augmente", b => b.Traitement(1100), new Situation { Indice = 440, Iban = "FR7612345678901234567890999" }, net: 810)
            .Paye("baisse", b => budgets = b.Traitement(1950).Id, new Situation { Indice = 395 }, net: 1600)
            .Paye("venu", b => b.Traitement(600), net: 500);
        _entrepot.Inserer("repartition_budget", new { bulletin = budgets, rang = 1, code_budget = "00", taux = 60m });
        _entrepot.Inserer("repartition_budget", new { bulletin = budgets, rang = 2, code_budget = "01", taux = 40m });
        _entrepot.Inserer("repartition_budget", new { bulletin = budgets + 2, rang = 1, code_budget = "00", taux = 100m });
    }

    public void Dispose() => _entrepot.Dispose();

    [Fact]
    public void LesLibellesSontCeuxDeXemelios() => Assert.Equal(
        ["Entrants", "Sortants", "Entrants et sortants", "Variations de revenu", "Variations d'indice", "Variation de RIB", "Agents multi-budgets"],
        RecherchesPredefinies.Liste.Select(r => r.Libelle()));

    [Theory]
    [InlineData("entrants", "venu:Entrant")]
    [InlineData("sortants", "parti:Sortant")]
    [InlineData("entrants-et-sortants", "parti:Sortant,venu:Entrant")]
    [InlineData("variations-de-revenu", "augmente:Brut,baisse:Brut")]
    [InlineData("variations-d-indice", "augmente:Indice,baisse:Indice")]
    [InlineData("variation-de-rib", "augmente:Rib")]
    [InlineData("agents-multi-budgets", "baisse:Budgets")]
    public void ChaqueRechercheTrouveLesSiens(string cle, string attendus) =>
        Assert.Equal(attendus, Trouver(new RecherchePredefinieQuestion(RecherchesPredefinies.Lire(cle)!.Value, Demande)));

    [Theory]
    [InlineData(RevenuCompare.Brut, UniteDeSeuil.Pourcent, 10, "augmente:Brut")]
    [InlineData(RevenuCompare.Brut, UniteDeSeuil.Pourcent, 10.01, "")]
    [InlineData(RevenuCompare.Brut, UniteDeSeuil.Pourcent, 2.5, "augmente:Brut,baisse:Brut")]
    [InlineData(RevenuCompare.Brut, UniteDeSeuil.Valeur, 50, "augmente:Brut,baisse:Brut")]
    [InlineData(RevenuCompare.Brut, UniteDeSeuil.Valeur, 50.01, "augmente:Brut")]
    [InlineData(RevenuCompare.Net, UniteDeSeuil.Valeur, 10, "augmente:Net")]
    [InlineData(RevenuCompare.Net, UniteDeSeuil.Valeur, 10.01, "")]
    public void LeSeuilDeRevenuEstEnPourcentageOuEnEuros(RevenuCompare sur, UniteDeSeuil unite, double seuil, string attendus) => Assert.Equal(attendus, Trouver(
        new RecherchePredefinieQuestion(RecherchePredefinie.VariationsDeRevenu, Demande) { Sur = sur, Unite = unite, Seuil = (decimal)seuil }));

    [Theory]
    [InlineData(UniteDeSeuil.Valeur, 40, "augmente:Indice")]
    [InlineData(UniteDeSeuil.Valeur, 5, "augmente:Indice,baisse:Indice")]
    [InlineData(UniteDeSeuil.Pourcent, 10, "augmente:Indice")]
    [InlineData(UniteDeSeuil.Pourcent, 11, "")]
    public void LeSeuilDIndiceEstEnPourcentageOuEnPoints(UniteDeSeuil unite, double seuil, string attendus) => Assert.Equal(attendus, Trouver(
        new RecherchePredefinieQuestion(RecherchePredefinie.VariationsDIndice, Demande) { Unite = unite, Seuil = (decimal)seuil }));

    [Fact]
    public void LesTotauxSontCeuxDeTousLesAgentsTrouves()
    {
        var resultat = Executer(new RecherchePredefinieQuestion(RecherchePredefinie.VariationsDeRevenu, Demande) { TaillePage = 1, Page = 9 });
        Assert.Equal((2, "3000.00", "3050.00", "2400.00", "2410.00"), (resultat.Totaux.Agents, resultat.Totaux.BrutAvant.ToString(),
            resultat.Totaux.BrutApres.ToString(), resultat.Totaux.NetAvant.ToString(), resultat.Totaux.NetApres.ToString()));
        Assert.Equal((2, "baisse"), (resultat.Page, Assert.Single(resultat.Lignes).Agent.Matricule));
    }

    [Fact]
    public void LesDeuxMoisSontAuChoixEtSEchangent()
    {
        var inverse = new DemandeDeComparaison(_commune.Siret, new MoisDePaye(2026, 2), new MoisDePaye(2026, 3));
        Assert.Equal("parti:Entrant", Trouver(new RecherchePredefinieQuestion(RecherchePredefinie.Entrants, inverse)));
        Assert.Throws<EtatIntrouvableException>(() =>
            Trouver(new RecherchePredefinieQuestion(RecherchePredefinie.Entrants, Demande with { Avec = new MoisDePaye(2025, 1) })));
    }

    private DemandeDeComparaison Demande => new(_commune.Siret, new MoisDePaye(2026, 3), new MoisDePaye(2026, 2));

    private ResultatPredefini Executer(RecherchePredefinieQuestion question) => question.Executer(_entrepot.Connexion, Perimetre.Complet);

    private string Trouver(RecherchePredefinieQuestion question) =>
        string.Join(',', Executer(question).Lignes.Select(l => $"{l.Agent.Matricule}:{l.Sorte}").Order(StringComparer.Ordinal));
}
