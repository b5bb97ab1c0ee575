using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Xemelios.EndToEnd.Tests.Ecrans;

[Collection(PayeCollection.Nom)]
public sealed class GraphiquesTests(PayeImportee xemelios)
{
    private const string Mars = $"/graphiques?siret={PayeImportee.Commune}&mois=2026-03";

    [Fact]
    public async Task ChaqueGraphiqueEstDessineEtSesChiffresSontAUneTouche()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller(Mars);
        await Expect(fenetre.Page.Locator("figure.graphique")).ToHaveCountAsync(5);
        await fenetre.Attendre("[...document.querySelectorAll('figure.graphique canvas')].every(c => Chart?.getChart(c)?.data.labels.length > 0)");
        await Expect(fenetre.Page.Locator(".chiffres-du-graphique[open]")).ToHaveCountAsync(0);
        await fenetre.PhotographierLargeEtEtroit("graphiques");

        await fenetre.Page.Keyboard.PressAsync("t");
        await Expect(fenetre.Page.Locator(".chiffres-du-graphique[open]")).ToHaveCountAsync(5);
        await fenetre.PhotographierLargeEtEtroit("graphiques-chiffres");
        await fenetre.Page.Keyboard.PressAsync("t");
        await Expect(fenetre.Page.Locator(".chiffres-du-graphique[open]")).ToHaveCountAsync(0);
        Assert.Empty(fenetre.Erreurs);
    }

    [Theory]
    [InlineData("#masse-salariale tbody tr:last-child td:nth-child(2) a")]
    [InlineData("#masse-salariale tbody tr:last-child td:nth-child(3) a")]
    [InlineData("#masse-salariale tbody tr:last-child td[data-serie=n0] a")]
    [InlineData("#masse-salariale tbody tr:last-child td[data-serie]:last-child a")]
    [InlineData("#rubriques tbody tr:first-child td[data-serie=montant] a")]
    public async Task UnMontantMeneAuxBulletinsQuiLeFont(string chiffre)
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller(Mars);
        await fenetre.Page.Keyboard.PressAsync("t");
        var lien = fenetre.Page.Locator(chiffre);
        var montant = (await lien.TextContentAsync())!.Trim();

        await lien.ClickAsync();

        await Expect(fenetre.Page.Locator("#total-trouve")).ToHaveTextAsync(montant);
        Assert.Empty(fenetre.Erreurs);
    }

    [Fact]
    public async Task UneTrancheDeBrutMeneASesBulletins()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller(Mars);
        await fenetre.Page.Keyboard.PressAsync("t");
        var tranche = fenetre.Page.Locator("#distribution-du-brut tbody a").First;
        var nombre = await tranche.TextContentAsync();
        await tranche.ClickAsync();

        await Expect(fenetre.Page.Locator(".pagination-barre").First).ToContainTextAsync($"sur {nombre}");
        Assert.Empty(fenetre.Erreurs);
    }

    [Fact]
    public async Task LesCouleursSontCellesDuThemeEtLeGraphiqueSuitLeMois()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await fenetre.Aller(Mars);
        await fenetre.Attendre("Chart?.getChart(document.querySelector('#ecarts canvas')) != null");
        Assert.Equal("#a9c7ef", await fenetre.Page.EvaluateAsync<string>("Chart.getChart(document.querySelector('#ecarts canvas')).data.datasets[0].borderColor"));
        await fenetre.PhotographierLargeEtEtroit("graphiques-sombre");
        await fenetre.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await fenetre.Attendre("Chart.getChart(document.querySelector('#ecarts canvas')).data.datasets[0].borderColor === '#1f3a5f'");

        await fenetre.Page.SetViewportSizeAsync(1280, 800);
        await fenetre.Page.Locator("#mois-precedent").ClickAsync();
        await Expect(fenetre.Titre).ToHaveTextAsync("Graphiques de février 2026");
        await fenetre.Attendre("Chart.getChart(document.querySelector('#rubriques canvas')).data.datasets.length === 1");
        Assert.Empty(fenetre.Erreurs);
    }
}
