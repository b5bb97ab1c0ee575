using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Accueil;
using Xemelios.Query.Recherche;
using Xemelios.Query.Tests.Donnees;

namespace Xemelios.Query.Tests.Recherche;

public sealed class SuggestionsTests : IDisposable
{
    private readonly Entrepot _entrepot = new();
    private readonly EmployeurDeTest _commune;
    private readonly EmployeurDeTest _hopital;

    public SuggestionsTests()
    {
        _commune = new EmployeurDeTest(_entrepot, nom: "Commune de Château-Exemple");
        _hopital = new EmployeurDeTest(_entrepot, "26990001500018", "Hôpital du Lac");
        _commune.Volume("mars.xhl").Bulletin("1", b => b.Traitement(2000m).Prime(100m)).NaturesUsuelles();
        _hopital.Volume("mars-h.xhl", budget: "H1").Bulletin("9", b => b.Urssaf(10m));
        _commune.Flux("pes.xml").Bordereau("12").Mandat("00123", [("64111", 2000m)], "Paye du mois de mars");
        _hopital.Flux("pes-h.xml", budget: "H1").Bordereau("12").Mandat("777", [("64111", 10m)], "Paye hôpital");
    }

    public void Dispose() => _entrepot.Dispose();

    [Theory]
    [InlineData("chateau")]
    [InlineData("EXEMPLE château")]
    [InlineData("comune")] // one letter is missing
    [InlineData("2199")]
    public void UneCollectiviteSeTrouveSansAccentNiOrdreNiFauteQuiCompte(string texte) =>
        Assert.Equal((SorteDeSuggestion.Collectivite, _commune.Siret), Une(texte, SorteDeSuggestion.Collectivite));

    [Theory]
    [InlineData("1000")]
    [InlineData("indiciaire trait")]
    [InlineData("traitemnt")]
    public void UneRubriqueSeTrouveParSonCodeOuSonLibelle(string texte) => Assert.Equal((SorteDeSuggestion.Rubrique, "1000"), Une(texte, SorteDeSuggestion.Rubrique));

    [Theory]
    [InlineData("123")]
    [InlineData("00123")]
    [InlineData("mars paye")]
    public void UnMandatSeTrouveParSonNumeroOuSonObjet(string texte) => Assert.Equal((SorteDeSuggestion.Mandat, "00123"), Une(texte, SorteDeSuggestion.Mandat));

    [Fact]
    public void CeQuiEstHorsDuPerimetreNEstPasPropose()
    {
        var permis = Perimetre.Limite([new BudgetPermis(_commune.Siret, null)]);

        Assert.Empty(Demander("hopital", permis));
        Assert.Empty(Demander("777", permis));
        Assert.Empty(Demander("urssaf", permis));
        Assert.Equal(2, Demander("hopital").Count); // the collectivité and its mandat
        Assert.Empty(Demander("  "));
        Assert.Empty(Demander("château lac")); // each word must be answered
    }

    [Fact]
    public void LesCollectivitesDisentLeursBudgetsEtLeursMoisVisibles()
    {
        _commune.Volume("avril.xhl", 202604, budget: "01").Bulletin("1");

        var toutes = new CollectivitesQuestion().Executer(_entrepot.Connexion, Perimetre.Complet);
        var une = Assert.Single(new CollectivitesQuestion().Executer(_entrepot.Connexion, Perimetre.Limite([new BudgetPermis(_commune.Siret, "00")])));

        Assert.Equal(["Commune de Château-Exemple", "Hôpital du Lac"], toutes.Select(c => c.Nom));
        Assert.Equal([new MoisDePaye(2026, 4), new MoisDePaye(2026, 3)], toutes[0].Mois);
        Assert.Equal(["00", "01"], toutes[0].Budgets.Select(b => b.Cle));
        Assert.Equal(["00"], une.Budgets.Select(b => b.Cle));
        Assert.Equal([new MoisDePaye(2026, 3)], une.Mois);
    }

    private (SorteDeSuggestion, string) Une(string texte, SorteDeSuggestion sorte) => Assert.Single(Demander(texte), s => s.Sorte == sorte) is var une ? (une.Sorte, une.Code) : default;

    private IReadOnlyList<Suggestion> Demander(string texte, Perimetre? perimetre = null) => new SuggestionsQuestion(texte).Executer(_entrepot.Connexion, perimetre ?? Perimetre.Complet);
}
