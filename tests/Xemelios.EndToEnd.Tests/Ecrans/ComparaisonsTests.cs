using System.Net;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Xemelios.EndToEnd.Tests.Ecrans;

[Collection(PayeCollection.Nom)]
public sealed class ComparaisonsTests(PayeImportee xemelios)
{
    private const string Mois = $"siret={PayeImportee.Commune}&mois=2026-03&avec=2026-02";

    [Fact]
    public async Task QuoiDeNeufMontreSesSectionsEtMeneAChacune()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller("/");
        await fenetre.Page.GetByRole(AriaRole.Link, new() { Name = "Quoi de neuf" }).ClickAsync();
        await Expect(fenetre.Titre).ToHaveTextAsync("Quoi de neuf en mars 2026");

        await Expect(fenetre.Page.Locator("section")).ToHaveCountAsync(14);
        await Expect(fenetre.Page.Locator("#echelon tbody tr")).ToHaveCountAsync(8);
        await Expect(fenetre.Page.Locator("#entrant h2")).ToHaveTextAsync("Entrants (14)");
        await fenetre.PhotographierLargeEtEtroit("quoi-de-neuf");
        await fenetre.Page.GetByRole(AriaRole.Link, new() { Name = "Voir les 14", Exact = true }).ClickAsync();

        await Expect(fenetre.Page.Locator("section")).ToHaveCountAsync(1);
        await Expect(fenetre.Page.Locator("tbody tr")).ToHaveCountAsync(14);
        Assert.Empty(fenetre.Erreurs);
    }

    [Theory]
    [InlineData("entrants", "Entrants", 14)]
    [InlineData("sortants", "Sortants", 2)]
    [InlineData("entrants-et-sortants", "Entrants et sortants", 16)]
    [InlineData("variations-de-revenu", "Variations de revenu", 100)]
    [InlineData("variations-d-indice", "Variations d'indice", 8)]
    [InlineData("variation-de-rib", "Variation de RIB", 0)]
    [InlineData("agents-multi-budgets", "Agents multi-budgets", 0)]
    public async Task ChaqueRecherchePredefinieEstSousSonLibelle(string cle, string libelle, int lignes)
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller("/comparaisons");
        await fenetre.Page.GetByRole(AriaRole.Navigation, new() { Name = "Recherches prédéfinies" }).GetByRole(AriaRole.Link, new() { Name = libelle, Exact = true }).ClickAsync();

        await Expect(fenetre.Titre).ToHaveTextAsync(libelle);
        await Expect(fenetre.Page.Locator("tbody tr")).ToHaveCountAsync(lignes);
        await fenetre.PhotographierLargeEtEtroit($"comparaisons-{cle}");
        Assert.Empty(fenetre.Erreurs);
    }

    [Fact]
    public async Task LeSeuilEstDansLAdresse()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller($"/comparaisons?recherche=variations-d-indice&{Mois}&seuil=7&unite=valeur");
        await Expect(fenetre.Page.Locator(".resume")).ToContainTextAsync("d'au moins 7,00 points");
        await Expect(fenetre.Page.Locator("tbody tr")).ToHaveCountAsync(8);
        await fenetre.Page.Locator("[name=seuil]").FillAsync("8");
        await fenetre.Page.GetByRole(AriaRole.Button, new() { Name = "Rechercher" }).ClickAsync();

        await Expect(fenetre.Page.Locator("tbody tr")).ToHaveCountAsync(0);
        Assert.Contains("seuil=8", fenetre.Page.Url, StringComparison.Ordinal);
        Assert.Empty(fenetre.Erreurs);
    }

    [Fact]
    public async Task DeuxMoisDUnAgentSeComparentLigneALigne()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller($"/quoi-de-neuf?{Mois}");
        await fenetre.Page.Locator("#echelon tbody tr").First.GetByRole(AriaRole.Link, new() { Name = "Comparer" }).ClickAsync();

        await Expect(fenetre.Titre).ToContainTextAsync("Comparaison – ");
        await Expect(fenetre.Page.Locator("table").First).ToContainTextAsync("Échelon");
        await fenetre.PhotographierLargeEtEtroit("comparer-mois");
        var differentes = await fenetre.Page.Locator("table").Nth(1).Locator("tbody tr").CountAsync();
        await fenetre.Page.Locator("#lignes-egales").ClickAsync();
        await Expect(fenetre.Page.Locator("#lignes-egales")).ToHaveTextAsync("Cacher les lignes égales");

        Assert.True(await fenetre.Page.Locator("table").Nth(1).Locator("tbody tr").CountAsync() > differentes);
        Assert.Empty(fenetre.Erreurs);
    }

    [Theory]
    [InlineData("nature")]
    [InlineData("rubrique")]
    [InlineData("service")]
    public async Task DeuxEtatsSeComparent(string axe)
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller($"/comparer/etats?par={axe}");

        await Expect(fenetre.Page.Locator(".etat-identite")).ToContainTextAsync("février 2026");
        await Expect(fenetre.Page.Locator("tfoot td")).ToHaveCountAsync(6);
        await fenetre.PhotographierLargeEtEtroit($"comparer-etats-{axe}");
        Assert.Empty(fenetre.Erreurs);
    }

    [Fact]
    public async Task LeBulletinMeneAuDossierDeLAgentQuiTraceSesCourbes()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller($"/bulletins?siret={PayeImportee.Commune}&matricule=000286&mois=2026-03");
        await fenetre.Page.Locator("tbody tr a").First.ClickAsync();
        await fenetre.Page.GetByRole(AriaRole.Link, new() { Name = "Voir tous les bulletins de l'agent" }).ClickAsync();

        await Expect(fenetre.Page.Locator("#bulletins-de-l-agent tbody tr")).ToHaveCountAsync(2);
        await Expect(fenetre.Page.Locator("#bulletins-de-l-agent .change")).ToHaveCountAsync(2);
        await Expect(fenetre.Page.Locator("courbes-agent canvas").First).ToBeVisibleAsync();
        await fenetre.Page.WaitForFunctionAsync("() => window.Chart && Object.keys(window.Chart.instances).length === 2");
        await fenetre.PhotographierLargeEtEtroit("agent");
        var brut = await fenetre.Page.EvaluateAsync<string>("Object.values(window.Chart.instances)[0].data.datasets[0].data.map(v => v.toFixed(2)).join(' ')");

        var lus = await fenetre.Page.Locator("[data-serie=brut]").EvaluateAllAsync<string[]>("c => c.map(x => x.dataset.valeur).reverse()");
        Assert.Equal(string.Join(' ', lus), brut);
        Assert.Empty(fenetre.Erreurs);
    }

    [Theory]
    [InlineData("/agents/21990001600011/inconnu")]
    [InlineData("/comparer/mois?siret=21990001600011&matricule=inconnu&mois=2026-03&avec=2026-02")]
    [InlineData("/comparer/bulletins?avant=x&apres=y")]
    public async Task CeQuiNExistePasRepond404(string adresse)
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        var reponse = await fenetre.Aller(adresse);
        Assert.Equal((int)HttpStatusCode.NotFound, reponse!.Status);
    }
}
