using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Xemelios.EndToEnd.Tests.Taches;

/// <summary>What people come to do, from where they are to what they want, by what they see.</summary>
[Collection(TachesCollection.Nom)]
public sealed class TachesTests(PayeImportee xemelios)
{
    private const string Mars = $"/etats/{PayeImportee.Commune}/00/2026-03";

    [Fact]
    public async Task SavoirQuelsJustificatifsManquentCeMoisCi()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller("/");
        await fenetre.Lien("2 pièces manquantes").ClickAsync();

        await Expect(fenetre.Titre).ToHaveTextAsync("Justificatifs de mars 2026");
        await Expect(fenetre.Page.Locator("tbody tr")).ToHaveCountAsync(2);
        await Expect(fenetre.Page.Locator("tbody .pastille").First).ToContainTextAsync("Manquante");
        await fenetre.Photographier("tache-justificatifs-manquants");
        Assert.Empty(fenetre.Erreurs);
    }

    [Fact]
    public async Task VoirTousLesBulletinsQuUnArreteJustifie()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller($"/justificatifs/{PayeImportee.Commune}/2026-03");
        await fenetre.Lien("COM202603PJ001.pdf").ClickAsync();
        var bulletins = fenetre.Page.GetByRole(AriaRole.Table, new() { Name = "Bulletins qui la citent" });
        await Expect(bulletins.Locator("tbody tr")).ToHaveCountAsync(3);
        await fenetre.Photographier("tache-bulletins-d-un-arrete");
        await bulletins.GetByRole(AriaRole.Link).First.ClickAsync();

        await Expect(fenetre.Titre).ToContainTextAsync("Bulletin de paye");
        await Expect(fenetre.Page.Locator("main")).ToContainTextAsync("COM202603PJ001.pdf");
        Assert.Empty(fenetre.Erreurs);
    }

    [Fact]
    public async Task RemonterDUnMandatALaPayeQuIlRegle()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller("/mandats");
        await fenetre.Page.Locator("tbody tr").Filter(new() { HasText = PayeImportee.Commune }).Or(fenetre.Page.Locator("tbody tr").Filter(new() { HasText = "Commune de" })).First.GetByRole(AriaRole.Link).First.ClickAsync();
        await fenetre.Photographier("tache-mandat-et-paye");
        await fenetre.Lien("paye de février 2026").First.ClickAsync();

        await Expect(fenetre.Page.Locator("main")).ToContainTextAsync("719\u202F552,02\u00A0€");
        Assert.Empty(fenetre.Erreurs);
    }

    [Fact]
    public async Task ComprendreCeQueVeutDireUneAnomalie()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller(Mars + "/rapprochement");
        await fenetre.Lien("RAP-01").First.ClickAsync();

        await Expect(fenetre.Titre).ToContainTextAsync("RAP-01");
        await Expect(fenetre.Page.Locator("main")).ToContainTextAsync("2012-1246");
        await fenetre.Photographier("tache-sens-d-un-code");
        await fenetre.Page.GoBackAsync();
        await Expect(fenetre.Titre).ToContainTextAsync("Rapprochement de mars 2026");
        Assert.Empty(fenetre.Erreurs);
    }

    [Fact]
    public async Task TrouverLesPlusFortesVariationsDeRevenu()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller("/comparaisons");
        await fenetre.Lien("Variations de revenu").ClickAsync();
        await fenetre.Page.Locator("[name=seuil]").FillAsync("20");
        await fenetre.Page.GetByRole(AriaRole.Button, new() { Name = "Rechercher" }).ClickAsync();

        await Expect(fenetre.Page.Locator(".resume")).ToContainTextAsync("20");
        Assert.NotEqual(0, await fenetre.Page.Locator("tbody tr").CountAsync());
        await fenetre.Photographier("tache-variations");
        Assert.Empty(fenetre.Erreurs);
    }

    [Fact]
    public async Task DonnerSaVueAUnCollegueParLaSeuleAdresse()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller($"/bulletins?siret={PayeImportee.Commune}&mois=2026-03");
        await fenetre.Page.Locator(".facettes").GetByRole(AriaRole.Link, new() { Name = "Non titulaire" }).ClickAsync();
        await Expect(fenetre.Page.Locator("#nombre")).ToContainTextAsync("78 ");
        await fenetre.Page.GetByRole(AriaRole.Columnheader, new() { Name = "Brut" }).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(fenetre.Page.Locator("th[data-colonne=brut]")).ToHaveAttributeAsync("aria-sort", "ascending");
        var (adresse, nombre, premier) = (fenetre.Page.Url, await fenetre.Page.Locator("#nombre").TextContentAsync(), await fenetre.Page.Locator("tbody tr").First.TextContentAsync());
        await fenetre.Photographier("tache-vue-partagee");

        await using var collegue = await xemelios.OuvrirFenetre();
        await collegue.Aller(adresse);
        Assert.Equal(nombre, await collegue.Page.Locator("#nombre").TextContentAsync());
        Assert.Equal(premier, await collegue.Page.Locator("tbody tr").First.TextContentAsync());
        Assert.Empty(collegue.Erreurs);
    }

    [Fact]
    public async Task ImprimerLEtatNominatifPourLeDossier()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller(Mars);
        await fenetre.Lien("État nominatif").First.ClickAsync();
        await Expect(fenetre.Titre).ToContainTextAsync("État nominatif décompté");
        await fenetre.Page.EmulateMediaAsync(new() { Media = Media.Print });

        await Expect(fenetre.Page.Locator(".bandeau")).ToBeHiddenAsync();
        await Expect(fenetre.Page.Locator(".pied")).ToBeHiddenAsync();
        await fenetre.Photographier("tache-etat-imprime", entiere: false);
        var pdf = await fenetre.Page.PdfAsync(new() { PreferCSSPageSize = true });
        Assert.True(pdf.AsSpan().StartsWith("%PDF-"u8));
        Assert.Empty(fenetre.Erreurs);
    }

    [Fact]
    public async Task MontrerLApplicationSansMontrerPersonne()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller($"/bulletins?siret={PayeImportee.Commune}&mois=2026-03");
        await fenetre.AttendreLeCircuit();
        await fenetre.TouchesAsync("Control+k");
        await fenetre.Page.GetByRole(AriaRole.Button, new() { Name = "Masquer les noms" }).ClickAsync();

        await Expect(fenetre.Page.Locator("html")).ToHaveAttributeAsync("data-incognito", "oui");
        Assert.All(await fenetre.Page.Locator("tbody td").EvaluateAllAsync<string[]>("cellules => cellules.slice(0, 40).map(c => getComputedStyle(c).filter)"), f => Assert.StartsWith("blur", f, StringComparison.Ordinal));
        await fenetre.Photographier("tache-demonstration-masquee");
        Assert.Empty(fenetre.Erreurs);
    }
}
