using System.Net;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Xemelios.EndToEnd.Tests.Ecrans;

[Collection(PayeCollection.Nom)]
public sealed class EtatLiquidatifTests(PayeImportee xemelios)
{
    private const string Mars = $"/etats/{PayeImportee.Commune}/00/2026-03";

    [Fact]
    public async Task LaListeMontreLesQuatreEtatsEtMeneAChacun()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller("/etats");

        await Expect(fenetre.Page.Locator("tbody tr")).ToHaveCountAsync(4);
        await Expect(fenetre.Page.Locator("tfoot")).ToContainTextAsync("732");
        await fenetre.PhotographierLargeEtEtroit("etats");
        await fenetre.Page.Locator("tbody tr", new() { HasText = "ELUS" }).GetByRole(AriaRole.Link, new() { Name = "mars 2026" }).ClickAsync();

        await Expect(fenetre.Titre).ToHaveTextAsync("État liquidatif de mars 2026");
        await Expect(fenetre.Page.Locator(".etat-identite")).ToContainTextAsync("train ELUS");
        Assert.Empty(fenetre.Erreurs);
    }

    [Fact]
    public async Task LEtatDonneSesTotauxEtPasseDUnOngletEtDUnMoisALAutre()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller(Mars + "?train=");
        await fenetre.PhotographierLargeEtEtroit("etat-liquidatif");

        await Expect(fenetre.Page.Locator(".chiffres")).ToContainTextAsync("719\u202F332,15\u00A0€");
        foreach (var axe in new[] { "Par rubrique", "Par catégorie", "Par service", "Par statut", "Par agent" })
        {
            await fenetre.Page.GetByRole(AriaRole.Link, new() { Name = axe, Exact = true }).ClickAsync();
            await Expect(fenetre.Page.Locator(".nav-link.active[aria-current=page]", new() { HasText = axe })).ToBeVisibleAsync();
            await Expect(fenetre.Page.Locator("tfoot")).ToContainTextAsync("719\u202F332,15\u00A0€");
            await Expect(fenetre.Page.Locator("tfoot")).ToContainTextAsync("306\u202F504,23\u00A0€");
        }

        await fenetre.Page.GetByRole(AriaRole.Link, new() { Name = "‹ février 2026" }).ClickAsync();
        await Expect(fenetre.Titre).ToHaveTextAsync("État liquidatif de février 2026");
        Assert.Empty(fenetre.Erreurs);
    }

    [Theory]
    [InlineData("nature")]
    [InlineData("rubrique")]
    [InlineData("service")]
    public async Task UnChiffreMeneAuxBulletinsDontIlEstLaSomme(string axe)
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller($"{Mars}?train=&par={axe}");
        var chiffre = fenetre.Page.Locator("tbody tr").First.Locator(".lien-montant").First;
        var montant = await chiffre.InnerTextAsync();

        await chiffre.ClickAsync();

        await Expect(fenetre.Titre).ToHaveTextAsync("Bulletins");
        await Expect(fenetre.Page.Locator("#total-trouve")).ToHaveTextAsync(montant);
        Assert.Empty(fenetre.Erreurs);
    }

    [Theory]
    [InlineData("/etats/21990001600011/00/2031-01")]
    [InlineData("/etats/21990001600011/00/mars")]
    [InlineData("/etats/21990001600011/00/2026-03/rapprochement?train=INCONNU")]
    public async Task UnEtatQuiNExistePasRepond404(string adresse)
    {
        await using var fenetre = await xemelios.OuvrirFenetre();

        var reponse = await fenetre.Aller(adresse);

        Assert.Equal((int)HttpStatusCode.NotFound, reponse!.Status);
        await Expect(fenetre.Titre).ToHaveTextAsync("Page introuvable");
    }
}
