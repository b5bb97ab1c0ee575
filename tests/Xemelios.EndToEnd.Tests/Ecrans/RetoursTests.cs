using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Xemelios.EndToEnd.Tests.Ecrans;

/// <summary>From a figure to what makes it up, and back where one was.</summary>
[Collection(PayeCollection.Nom)]
public sealed class RetoursTests(PayeImportee xemelios)
{
    /// <summary>How far down one is: in the page, and in the frame of a table that is wider than it.</summary>
    internal const string Hauteur = "Math.round(scrollY + (document.querySelector('.table-responsive.deborde')?.scrollTop ?? 0))";

    [Theory]
    [InlineData("/bulletins?siret=" + PayeImportee.Commune + "&mois=2026-03", "main tbody tr:nth-child(60) th a")]
    [InlineData("/etats/" + PayeImportee.Commune + "/00/2026-03?par=agent", "main tbody tr:nth-child(90) th a")]
    [InlineData("/etats/" + PayeImportee.Commune + "/00/2026-03/rapprochement", "#mandats ~ div tbody tr:last-child th a")]
    [InlineData("/lignes?siret=" + PayeImportee.Commune + "&rubrique=1000", "main tbody tr:nth-child(40) th a")]
    public async Task LeRetourDuNavigateurRetrouveLaHauteurEtLaLigne(string adresse, string lien)
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller(adresse);
        await fenetre.AttendreLeCircuit();
        var titre = await fenetre.Titre.TextContentAsync();
        await fenetre.Page.Locator(lien).First.ScrollIntoViewIfNeededAsync();
        await fenetre.Page.EvaluateAsync("scrollBy(0, 37)");
        await Task.Delay(200);
        var hauteur = await fenetre.Page.EvaluateAsync<int>(Hauteur);
        Assert.True(hauteur > 100, $"La page ne défile que de {hauteur}.");

        await fenetre.Page.Locator(lien).First.EvaluateAsync("a => a.click()");
        await Expect(fenetre.Titre).Not.ToHaveTextAsync(titre!);
        await fenetre.Page.GoBackAsync(new() { WaitUntil = WaitUntilState.Commit });
        await Expect(fenetre.Titre).ToHaveTextAsync(titre!);

        await Expect(fenetre.Page.Locator("tr.ligne-quittee")).ToHaveCountAsync(1);
        await fenetre.Attendre($"Math.abs({Hauteur} - {hauteur}) <= 2");
        Assert.True(await fenetre.Page.EvaluateAsync<bool>("document.activeElement.closest('tr')?.classList.contains('ligne-quittee') === true"));
        Assert.Empty(fenetre.Erreurs);
    }

    [Fact]
    public async Task DUneLigneALHistoriqueDeSaRubriqueChezLAgentEtChezLEmployeur()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller($"/bulletins?siret={PayeImportee.Commune}&mois=2026-03&rubrique=1000");
        await fenetre.Page.Locator("main tbody th a").First.ClickAsync();
        await Expect(fenetre.Titre).ToContainTextAsync("Bulletin de paye");
        await fenetre.Page.Locator(".feuille-lignes a.lien-discret").First.ClickAsync();

        await Expect(fenetre.Titre).ToContainTextAsync("Rubrique ");
        await Expect(fenetre.Page.Locator("#chez-l-agent ~ .table-responsive").First.Locator("tbody tr")).ToHaveCountAsync(2);
        await fenetre.PhotographierLargeEtEtroit("rubrique");
        var lignes = fenetre.Page.Locator("#chez-l-employeur ~ .table-responsive tbody tr").First.Locator(".lien-montant").First;
        var somme = await lignes.TextContentAsync();
        await lignes.ClickAsync();

        await Expect(fenetre.Titre).ToContainTextAsync("ignes");
        await Expect(fenetre.Page.Locator("main tfoot")).ToContainTextAsync(somme!.Trim());
        Assert.Empty(fenetre.Erreurs);
    }

    [Fact]
    public async Task DunMandatASonBordereauASesPiecesEtALEtat()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller($"/etats/{PayeImportee.Commune}/00/2026-03/rapprochement?train=");
        await fenetre.Page.Locator("[id^=mandat-] td a").First.ClickAsync();

        await Expect(fenetre.Page.Locator("#bordereau")).ToContainTextAsync("mars 2026");
        await fenetre.PhotographierLargeEtEtroit("bordereau");
        await fenetre.Page.Locator("#bordereau a").GetByText("rapprochement").First.ClickAsync();
        await Expect(fenetre.Titre).ToContainTextAsync("Rapprochement de mars 2026");
        Assert.Empty(fenetre.Erreurs);
    }
}
