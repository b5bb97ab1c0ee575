using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Criteres;
using Xemelios.Query.Recherches;

namespace Xemelios.Query.Tests.Criteres;

/// <summary>Groups, facets and lists to choose from: whatever the grouping, the sum is the total.</summary>
public sealed class GroupementsTests(PayeSemee paye) : IClassFixture<PayeSemee>
{
    public static IEnumerable<object[]> Groupables =>
        Enum.GetValues<Sujet>().SelectMany(s => Colonnes.Toutes(s).Where(c => c.Groupe).Select(c => new object[] { s, c.Cle }));

    [Theory]
    [MemberData(nameof(Groupables))]
    public void ToutGroupementALaSommeDuTotal(Sujet sujet, string cle)
    {
        foreach (var seconde in new[] { null, "mois" })
        {
            var par = seconde is null ? cle : $"{cle},{seconde}";
            var page = new RechercheQuestion(sujet).Executer(paye.Entrepot.Connexion, Perimetre.Complet);
            var groupement = new GroupementQuestion(sujet, "", par).Executer(paye.Entrepot.Connexion, Perimetre.Complet);

            Assert.Equal(page.Totaux.Nombre, groupement.Total.Nombre);
            Assert.Equal(page.Totaux.Cellules.Where((_, i) => page.Colonnes[i].SeTotalise), groupement.Total.Sommes);
            for (var fusion = 0; fusion < groupement.Cles.Count; fusion++)
            {
                var groupes = groupement.Groupes.Where(g => g.Fusion == fusion).ToList();
                Assert.Equal(page.Totaux.Nombre, groupes.Sum(g => g.Nombre));
                for (var i = 0; i < groupement.Sommees.Count; i++)
                    Assert.Equal(Valeur(groupement.Total.Sommes[i]), groupes.Sum(g => Valeur(g.Sommes[i])));
            }
        }
    }

    [Fact]
    public void UnGroupeMeneASesRangees()
    {
        var groupement = new GroupementQuestion(Sujet.Bulletins, "indice>=390", "service").Executer(paye.Entrepot.Connexion, Perimetre.Complet);
        foreach (var groupe in groupement.Groupes)
        {
            var critere = groupe.Cles[0] is string service ? $"service==\"{service}\"" : "service vide";
            Assert.Equal(groupe.Nombre, new RechercheQuestion(Sujet.Bulletins, $"indice>=390 et {critere}").Executer(paye.Entrepot.Connexion, Perimetre.Complet).Totaux.Nombre);
        }

        Assert.Equal(["Crèche", "CRECHE", "Voirie", "État civil", null], paye.Bulletins.Select(b => b.Service).Distinct().OrderBy(s => s is null).ThenBy(s => s switch { "Crèche" => 0, "CRECHE" => 1, "Voirie" => 2, _ => 3 }));
    }

    [Fact]
    public void UneColonneDUneAutreListeNeGroupePas() => Assert.Throws<CritereInconnuException>(() =>
        new GroupementQuestion(Sujet.Bulletins, "", "net").Executer(paye.Entrepot.Connexion, Perimetre.Complet));

    [Theory]
    [InlineData(Sujet.Bulletins)]
    [InlineData(Sujet.Lignes)]
    [InlineData(Sujet.Repartition)]
    public void LesFacettesComptentLesRangeesDuResultat(Sujet sujet)
    {
        var facettes = new FacettesQuestion(sujet, "mois>=2026-01", Budget: 60_000, Valeurs: 1000).Executer(paye.Entrepot.Connexion, Perimetre.Complet);
        foreach (var facette in facettes)
        {
            Assert.False(facette.Inachevee);
            if (facette.Cle is "rubrique" or "nature" && sujet == Sujet.Bulletins)
                continue;
            var groupement = new GroupementQuestion(sujet, "mois>=2026-01", facette.Cle).Executer(paye.Entrepot.Connexion, Perimetre.Complet);
            Assert.Equal(groupement.Groupes.Select(g => g.Nombre).OrderDescending(), facette.Valeurs.Select(v => v.Nombre));
        }
    }

    [Fact]
    public void LesFacettesDesLignesComptentLesLignesDesBulletinsTrouves()
    {
        var facettes = new FacettesQuestion(Sujet.Bulletins, "indice>=390", Budget: 60_000, Valeurs: 1000).Executer(paye.Entrepot.Connexion, Perimetre.Complet);
        var lignes = paye.Bulletins.Where(b => b.Indice >= 390).SelectMany(b => b.Lignes.Select(l => (b.Fichier, Ligne: l))).ToList();

        Assert.Equal(lignes.GroupBy(l => l.Ligne.Code).Select(g => ((string?)g.Key, (long)g.Count())).Order(),
            facettes.Single(f => f.Cle == "rubrique").Valeurs.Select(v => (v.Valeur, v.Nombre)).Order());
        Assert.Equal(lignes.Where(l => l.Ligne.EstMandatee).GroupBy(l => l.Ligne.Nature(l.Fichier)).Select(g => (g.Key, (long)g.Count())).Order(),
            facettes.Single(f => f.Cle == "nature").Valeurs.Select(v => (v.Valeur, v.Nombre)).Order());
    }

    [Fact]
    public void UneFacetteQuiNAPasLeTempsLeDit()
    {
        var facettes = new FacettesQuestion(Sujet.Bulletins, "", Budget: 0).Executer(paye.Entrepot.Connexion, Perimetre.Complet);
        Assert.All(facettes, f => Assert.True(f.Inachevee || f.Valeurs.Count > 0));
    }

    [Theory]
    [InlineData("service", "creche", new[] { "CRECHE", "Crèche" })]
    [InlineData("statut", "", new[] { "NON_TITULAIRE", "TITULAIRE", "VACATAIRE" })]
    [InlineData("rubrique", "ifse", new[] { "2000" })]
    [InlineData("budget_impute", "", new[] { "00", "ABCCOM" })]
    [InlineData("nir", "", new string[0])]
    [InlineData("net", "", new string[0])]
    public void UneListeProposeLesValeursPresentesSansAccents(string critere, string motif, string[] valeurs) =>
        Assert.Equal(valeurs, new ValeursPresentesQuestion(Sujet.Bulletins, critere, motif).Executer(paye.Entrepot.Connexion, Perimetre.Complet).Select(v => v.Valeur!).Order(StringComparer.Ordinal));

    [Fact]
    public void ChaqueListeSExecuteEtCompteJuste()
    {
        foreach (var sujet in Enum.GetValues<Sujet>())
            foreach (var critere in sujet.Criteres().Where(c => c.ValeursPresentes is not null))
                Assert.NotEmpty(new ValeursPresentesQuestion(sujet, critere.Cle, Siret: "21990001200019").Executer(paye.Entrepot.Connexion, Perimetre.Complet));
        Assert.Equal(
            paye.Bulletins.Where(b => b.Service is not null).GroupBy(b => b.Service).Select(g => (g.Key, (long)g.Count())).Order(),
            new ValeursPresentesQuestion(Sujet.Bulletins, "service").Executer(paye.Entrepot.Connexion, Perimetre.Complet).Select(v => (v.Valeur, v.Nombre)).Order());
    }

    [Fact]
    public void LePerimetreBorneLesRecherchesLesGroupesLesFacettesEtLesListes()
    {
        const string siret = "21990001200019";
        var limite = Perimetre.Limite([new BudgetPermis(siret, null)]);
        foreach (var sujet in Enum.GetValues<Sujet>())
        {
            var attendu = new RechercheQuestion(sujet, $"siret=={siret}").Executer(paye.Entrepot.Connexion, Perimetre.Complet).Totaux;
            var vu = new RechercheQuestion(sujet).Executer(paye.Entrepot.Connexion, limite).Totaux;
            Assert.Equal((attendu.Nombre, attendu.Cellules), (vu.Nombre, vu.Cellules), (a, b) => a.Item1 == b.Item1 && a.Item2.SequenceEqual(b.Item2));
            Assert.Equal(0, new RechercheQuestion(sujet, "siret!=" + siret).Executer(paye.Entrepot.Connexion, limite).Totaux.Nombre);
            Assert.Equal(attendu.Nombre, new GroupementQuestion(sujet, "", "mois").Executer(paye.Entrepot.Connexion, limite).Total.Nombre);
            Assert.Equal(attendu.Nombre, new FacettesQuestion(sujet, "", Budget: 60_000, Valeurs: 1000).Executer(paye.Entrepot.Connexion, limite).Single(f => f.Cle == "mois").Valeurs.Sum(v => v.Nombre));
            Assert.Equal([siret], new ValeursPresentesQuestion(sujet, "siret").Executer(paye.Entrepot.Connexion, limite).Select(v => v.Valeur));
            foreach (var critere in sujet.Criteres().Where(c => c.ValeursPresentes is not null))
                Assert.Equal(
                    new ValeursPresentesQuestion(sujet, critere.Cle, Siret: siret).Executer(paye.Entrepot.Connexion, Perimetre.Complet),
                    new ValeursPresentesQuestion(sujet, critere.Cle).Executer(paye.Entrepot.Connexion, limite));
        }
    }

    private static decimal Valeur(object? somme) => somme switch
    {
        null => 0,
        Montant montant => montant.ToDecimal(),
        long entier => entier,
        _ => (decimal)somme,
    };
}
