using Xemelios.Query.Criteres;
using Xemelios.Query.Recherches;
using Xemelios.Store;
using Xemelios.Web.Pages.Recherches;

namespace Xemelios.Web.Tests.Pages;

public sealed class RecherchesTests
{
    [Theory]
    [InlineData("indice>=400")]
    [InlineData("indice entre 350 et 400 et (nom=Martin ou pas ligne(rubrique=2000 et montant>100))")]
    [InlineData("pas (nom=A ou nom=B) et ligne(rubrique=1 ou rubrique=2) et pas tous_evenements")]
    [InlineData("matricule parmi (1 2 3) et service vide et pas ligne()")]
    [InlineData("pas pas nom=A")]
    public void CeQuiSEditeSeRelitSansRienChanger(string texte)
    {
        var condition = Sujet.Bulletins.Lire(texte);
        var editee = NoeudDeCriteres.De(condition).EnCondition(Sujet.Bulletins);

        Assert.Equal(EcritureDeCriteres.Ecrire(condition).Replace("pas pas ", "", StringComparison.Ordinal), EcritureDeCriteres.Ecrire(editee));
    }

    [Fact]
    public void UnCritereSansValeurNeDemandeRienEncore()
    {
        var racine = NoeudDeCriteres.Groupe([NoeudDeCriteres.Nouveau(Sujet.Bulletins.Trouver("indice")!), NoeudDeCriteres.Nouveau(Sujet.Bulletins.Trouver("tous_evenements")!)]);

        Assert.Equal("tous_evenements", EcritureDeCriteres.Ecrire(racine.EnCondition(Sujet.Bulletins)));
    }

    [Fact]
    public void LesValeursSensiblesEtLesLonguesListesSortentDeLAdresseEtYReviennent()
    {
        var dossier = Path.Combine(AppContext.BaseDirectory, "essais", Guid.NewGuid().ToString("N"));
        using var entrepot = Entrepot.Ouvrir(dossier);
        var listes = new ListesDansLAdresse(entrepot);
        var texte = $"nir=1850399000123 et matricule parmi ({string.Join(' ', Enumerable.Range(1, 5000))}) et nom=Martin et pas rib^=FR76";

        var protege = listes.Proteger(Sujet.Bulletins, texte);

        Assert.Matches("^nir=liste:[0-9a-f]{16} et matricule parmi \\(liste:[0-9a-f]{16}\\) et nom=Martin et pas rib\\^=liste:[0-9a-f]{16}$", protege);
        Assert.Equal(protege, listes.Proteger(Sujet.Bulletins, protege));
        Assert.Equal(texte, listes.Resoudre(new RechercheQuestion(Sujet.Bulletins, protege)).Criteres);
        Assert.Throws<Query.CritereInconnuException>(() => listes.Resoudre(Sujet.Bulletins, "nir=liste:0000"));
        Assert.Throws<Query.CritereInconnuException>(() => listes.Resoudre(Sujet.Bulletins, protege.Split(" et ")[0].Replace("nir=", "nom=", StringComparison.Ordinal)));
        Assert.Throws<Query.CritereInconnuException>(() => listes.Resoudre(Sujet.Bulletins, "nom=liste:sel"));
    }

    [Fact]
    public void UneRechercheTientToutEntiereDansSonAdresse()
    {
        var recherche = RechercheDansLAdresse.Lire("http://localhost/lignes?mois=2026-03&q=montant%3E100&col=nom&col=montant&grouper=service&grouper=&tri=-montant&page=2");

        Assert.Equal((Sujet.Lignes, "montant>100", "nom,montant", "service"), (recherche.Sujet, recherche.Texte, recherche.Colonnes, recherche.Grouper));
        Assert.Equal("/lignes?mois=2026-03&q=montant%3E100&col=nom,montant&grouper=service&tri=-montant&page=2", recherche.Adresse);
        Assert.Equal("/exports/recherche/lignes.xlsx?mois=2026-03&q=montant%3E100&col=nom,montant&grouper=service&tri=-montant", recherche.Export("xlsx"));
        Assert.Equal("/bulletins?mois=2026-03", recherche.Vers(Sujet.Bulletins));
    }

    [Theory]
    [InlineData("mois", "202603", "mois=2026-03")]
    [InlineData("service", "Crèche", "service==Crèche")]
    [InlineData("service", null, "service vide")]
    [InlineData("enfants", 2L, "enfants=2")]
    public void UneValeurMeneASesRangees(string colonne, object? valeur, string criteres) => Assert.Equal(
        criteres, EcritureDeCriteres.Ecrire(DrillDown.Vers(Sujet.Bulletins, Colonnes.Trouver(Sujet.Bulletins, colonne), valeur)!));

    [Fact]
    public void LesCellulesSeLisentEnFrancais() => Assert.Equal(
        ["1\u202F234,50\u00A0€", "16,50", "2026", "12\u202F345", "31/03/2026", "03/2026", null],
        new object?[] { Domain.Valeurs.Montant.FromDecimal(1234.5m), 16.5m, 2026L, 12345L, new DateOnly(2026, 3, 31), new Domain.Valeurs.MoisDePaye(2026, 3), null }.Select(Cellules.Dire));
}
