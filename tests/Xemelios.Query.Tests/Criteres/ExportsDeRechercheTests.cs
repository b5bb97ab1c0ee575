using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Criteres;
using Xemelios.Query.Recherches;

namespace Xemelios.Query.Tests.Criteres;

/// <summary>What leaves the program is what the screen shows: same columns, rows, order, totals.</summary>
public sealed class ExportsDeRechercheTests(PayeSemee paye) : IClassFixture<PayeSemee>
{
    [Theory]
    [InlineData(Sujet.Bulletins, "indice>=380", null, null)]
    [InlineData(Sujet.Bulletins, "rubrique=2000", "matricule,montant_trouve,lignes_trouvees,net", "-net")]
    [InlineData(Sujet.Bulletins, "", "nom,evenement,pieces,etablissement,grade,ref_statutaire", "evenement")]
    [InlineData(Sujet.Lignes, "montant>0", null, null)]
    [InlineData(Sujet.Lignes, "cotisation>0", null, "montant")]
    [InlineData(Sujet.Lignes, "mois=2026-02", "rubrique,nature,montant,montant_ecrit,service,caisse", "-service")]
    [InlineData(Sujet.Repartition, "", null, "code")]
    public void LaTableEstLaSuiteDesPages(Sujet sujet, string criteres, string? colonnes, string? tri)
    {
        var question = new RechercheQuestion(sujet, criteres, colonnes, tri?.TrimStart('-'), tri?.StartsWith('-') == true, TaillePage: 50);
        var premiere = Poser(question);
        var pages = Enumerable.Range(1, premiere.Pages).SelectMany(p => Poser(question with { Page = p }).Rangees.Select(r => r.Cellules)).ToList();

        var table = question.EnTable(paye.Entrepot.Connexion, Perimetre.Complet);

        Assert.Equal(premiere.Colonnes.Select(c => (c.Cle, c.Titre, c.Type)), table.Colonnes.Select(c => (c.Cle, c.Titre, c.Type)));
        Assert.Equal(pages, table.Lignes);
        Assert.Equal(premiere.Totaux.Cellules, table.Totaux);
        for (var i = 0; i < table.Colonnes.Count; i++)
            if (premiere.Colonnes[i].SeTotalise && table.Totaux![i] is Montant total)
                Assert.Equal(total.Centimes, pages.Sum(p => p[i] is Montant m ? m.Centimes : 0));
    }

    [Fact]
    public void LesSourcesSontLesFichiersDesRangees()
    {
        var question = new RechercheQuestion(Sujet.Bulletins, "mois=2026-02 et rubrique=8000");
        Assert.Equal(
            paye.Bulletins.Where(b => b.Fichier.Periode == 202602 && b.Lignes.Any(l => l.Code == "8000")).Select(b => b.Fichier.Empreinte).Distinct().Order(),
            question.Sources(paye.Entrepot.Connexion, Perimetre.Complet).Select(s => s.Empreinte).Order());
    }

    [Fact]
    public void UnGroupementEnTableGardeSesTotaux()
    {
        var table = new GroupementQuestion(Sujet.Lignes, "", "categorie,rubrique").Executer(paye.Entrepot.Connexion, Perimetre.Complet).EnTable(Sujet.Lignes);

        Assert.Equal(["Catégorie de Rubriques", "Code", "Lignes de paye", "Nombre", "Montant"], table.Colonnes.Select(c => c.Titre));
        Assert.Equal(table.Totaux![2], table.Lignes.Sum(l => (long)l[2]!));
        Assert.Equal(((Montant)table.Totaux[4]!).Centimes, table.Lignes.Sum(l => ((Montant?)l[4])?.Centimes ?? 0));
        Assert.Contains("Traitement principal", table.Lignes.Select(l => l[0]));
    }

    private PageDeResultat Poser(RechercheQuestion question) => question.Executer(paye.Entrepot.Connexion, Perimetre.Complet);
}
