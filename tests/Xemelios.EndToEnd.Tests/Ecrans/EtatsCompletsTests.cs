using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Xemelios.EndToEnd.Tests.Ecrans;

/// <summary>Nested états, trains side by side, documents to print, nomenclatures.</summary>
[Collection(PayeCollection.Nom)]
public sealed class EtatsCompletsTests(PayeImportee xemelios)
{
    private const string Mars = $"/etats/{PayeImportee.Commune}/00/2026-03";

    [Fact]
    public async Task UnEtatEmboiteSOuvreJusquAuxBulletins()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller($"{Mars}?train=&par=nature,rubrique,agent");
        await fenetre.Page.GetByRole(AriaRole.Link, new() { Name = "Ouvrir 64113" }).ClickAsync();
        await fenetre.Page.GetByRole(AriaRole.Link, new() { Name = "Ouvrir 1020" }).ClickAsync();
        await Expect(fenetre.Page.Locator("tbody .niveau-3").First).ToBeVisibleAsync();
        await fenetre.PhotographierLargeEtEtroit("etat-emboite");
        var rubrique = fenetre.Page.Locator("tr", new() { Has = fenetre.Page.Locator(".niveau-2") }).First.Locator(".lien-montant").First;
        var montant = await rubrique.InnerTextAsync();

        await rubrique.ClickAsync();

        await Expect(fenetre.Titre).ToHaveTextAsync("Bulletins");
        await Expect(fenetre.Page.Locator("#total-trouve")).ToHaveTextAsync(montant);
        Assert.Empty(fenetre.Erreurs);
    }

    [Theory]
    [InlineData("chapitre")]
    [InlineData("budget")]
    [InlineData("grade")]
    [InlineData("emploi")]
    [InlineData("fonction")]
    [InlineData("etablissement")]
    public async Task UnChiffreDesNouveauxAxesMeneAuxBulletinsDontIlEstLaSomme(string axe)
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller($"{Mars}?train=&par={axe}");
        var chiffre = fenetre.Page.Locator("tbody tr").First.Locator(".lien-montant").First;
        var montant = await chiffre.InnerTextAsync();

        await chiffre.ClickAsync();

        await Expect(fenetre.Page.Locator("#total-trouve")).ToHaveTextAsync(montant);
        Assert.Empty(fenetre.Erreurs);
    }

    [Fact]
    public async Task LesTrainsSeMettentCoteACote()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller(Mars);
        await fenetre.Page.GetByRole(AriaRole.Link, new() { Name = "Trains côte à côte" }).ClickAsync();

        await Expect(fenetre.Page.Locator("thead")).ToContainTextAsync("Train ELUS");
        await Expect(fenetre.Page.Locator("tfoot .lien-montant")).ToHaveTextAsync(["1\u202F025\u202F836,38\u00A0€", "8\u202F609,86\u00A0€", "1\u202F034\u202F446,24\u00A0€"]);
        Assert.Empty(fenetre.Erreurs);
    }

    [Fact]
    public async Task LEtatNominatifEtLeRecapitulatifSImpriment()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller($"{Mars}/nominatif?train=");
        await Expect(fenetre.Page.Locator("tbody.agent")).ToHaveCountAsync(200);
        await Expect(fenetre.Page.Locator("tfoot")).ToContainTextAsync("719\u202F332,15\u00A0€");
        await fenetre.Page.GetByRole(AriaRole.Link, new() { Name = "Page suivante" }).ClickAsync();
        await Expect(fenetre.Page.Locator("tbody.agent")).ToHaveCountAsync(100);
        await fenetre.PhotographierLargeEtEtroit("etat-nominatif");

        await fenetre.Aller($"{Mars}/recapitulatif?train=");
        await Expect(fenetre.Page.Locator("tfoot")).ToContainTextAsync("1\u202F025\u202F836,38\u00A0€");
        await Expect(fenetre.Page.Locator("tfoot")).ToContainTextAsync("1\u202F025\u202F848,72\u00A0€");
        await fenetre.PhotographierLargeEtEtroit("etat-recapitulatif");
        Assert.Empty(fenetre.Erreurs);
    }

    [Fact]
    public async Task LesNomenclaturesMenentDUneRubriqueASesBulletins()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller("/bulletins?siret=" + PayeImportee.Commune);
        await fenetre.Page.Locator(".etat-liens").GetByRole(AriaRole.Link, new() { Name = "Nomenclatures" }).ClickAsync();
        await Expect(fenetre.Titre).ToContainTextAsync("Nomenclatures – Commune de Saint-Exemple");
        await fenetre.PhotographierLargeEtEtroit("nomenclatures");
        await fenetre.Page.GetByRole(AriaRole.Link, new() { Name = "Trains (1)" }).ClickAsync();
        await Expect(fenetre.Page.Locator(".nomenclature")).ToContainTextAsync("ELUS");

        await fenetre.Aller($"/nomenclatures/{PayeImportee.Commune}?texte=bonification");
        await fenetre.Page.GetByRole(AriaRole.Link, new() { Name = "31", Exact = true }).ClickAsync();
        await Expect(fenetre.Page.Locator("#nombre")).ToContainTextAsync("31");
        Assert.Empty(fenetre.Erreurs);
    }
}
