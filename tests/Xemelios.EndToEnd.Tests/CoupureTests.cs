using Microsoft.Playwright;
using Xemelios.EndToEnd.Tests.Ecrans;
using Xemelios.Import;
using Xemelios.Store;
using static Microsoft.Playwright.Assertions;

namespace Xemelios.EndToEnd.Tests;

/// <summary>The server stops while pages are open, and starts again: nobody has to find his place anew.</summary>
public sealed class CoupureTests : XemeliosEnMarche
{
    protected override void Preparer(string dataFolder)
    {
        using var entrepot = Entrepot.Ouvrir(dataFolder);
        new ImportJob(entrepot, TimeProvider.System).Importer([DonneesDEssai.Chemin("commune/2026-03")], null, CancellationToken.None);
    }

    [Fact]
    public async Task UneCoupureSeDitEtLaPageRevientAuMemeEndroitMaisCeQuOnEcritReste()
    {
        const string adresse = $"/bulletins?siret={PayeImportee.Commune}&mois=2026-03&page=2";
        await using var lecture = await OuvrirFenetre();
        await using var saisie = await OuvrirFenetre();
        foreach (var fenetre in (Fenetre[])[lecture, saisie])
        {
            await fenetre.Aller(adresse);
            await fenetre.AttendreLeCircuit();
        }

        await lecture.Page.Locator("tbody tr").Nth(30).ScrollIntoViewIfNeededAsync();
        var place = await lecture.Page.EvaluateAsync<int>(RetoursTests.Hauteur);
        Assert.True(place > 200);
        await saisie.Page.Locator("main input[type=search], main input[type=text], main input:not([type])").First.FillAsync("à moitié écrit");

        await Arreter();
        await Expect(lecture.Page.Locator(".pendant-reconnexion")).ToBeVisibleAsync();
        await lecture.Photographier("coupure");
        await Redemarrer();

        // The first look after the cut comes within seconds; the page is another document then.
        await Expect(lecture.Page.Locator("#components-reconnect-modal")).ToBeHiddenAsync(new() { Timeout = 45_000 });
        await lecture.AttendreLeCircuit();
        Assert.EndsWith(adresse, lecture.Page.Url, StringComparison.Ordinal);
        await lecture.Attendre($"Math.abs({RetoursTests.Hauteur} - {place}) < 5");
        await Expect(saisie.Page.Locator(".apres-retour")).ToBeVisibleAsync(new() { Timeout = 45_000 });
        Assert.Equal("à moitié écrit", await saisie.Page.Locator("main input[type=search], main input[type=text], main input:not([type])").First.InputValueAsync());
        await saisie.Photographier("coupure-saisie");
    }
}
