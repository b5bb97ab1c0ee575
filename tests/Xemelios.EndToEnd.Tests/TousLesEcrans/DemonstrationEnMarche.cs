using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;
using Xemelios.Domain.Habilitations;
using Xemelios.Import;
using Xemelios.Store;
using Xemelios.Store.Gestion;
using Xemelios.Web;
using Xemelios.Web.Security;
using static Microsoft.Playwright.Assertions;

namespace Xemelios.EndToEnd.Tests.TousLesEcrans;

/// <summary>The demonstration over the samples: one account for each profile.</summary>
public sealed class DemonstrationEnMarche : XemeliosEnMarche
{
    protected override void Preparer(string dataFolder)
    {
        var exemples = Path.Combine(Fenetre.Racine(), "data-samples");
        using var entrepot = Entrepot.Ouvrir(dataFolder);
        new ImportJob(entrepot, TimeProvider.System).Importer(
            [Path.Combine(exemples, "commune"), Path.Combine(exemples, "hopital")], null, CancellationToken.None);
        entrepot.Exports.Ajouter(new ConfigurationDExport("essai", "Agents et montants", ComptesDeDemonstration.Comptable, DateTimeOffset.UnixEpoch, "Bulletins", ["matricule", "brut"]));
    }

    protected override XemeliosWebOptions Regler(XemeliosWebOptions options) => options with { Demo = true };

    protected override Task AvantLeDemarrage(WebApplication application) => application.PreparerLesComptesAsync();

    /// <summary>A window in which somebody of this profile is at work; nobody: who has not signed in yet.</summary>
    public async Task<Fenetre> OuvrirFenetre(Profil? profil, int largeur = 1280, int hauteur = 800)
    {
        var fenetre = await OuvrirFenetre(largeur, hauteur);
        if (profil is not { } choisi)
            return fenetre;
        await fenetre.Aller(ControleDAcces.Connexion);
        var (compte, _) = ComptesDeDemonstration.Tous[choisi];
        await fenetre.Page.Locator($"button[value='{compte}']").ClickAsync();
        await Expect(fenetre.Page.Locator(".qui")).ToContainTextAsync(compte);
        return fenetre;
    }
}

/// <summary>The tests that walk through every screen share one application.</summary>
[CollectionDefinition(Nom)]
public sealed class DemonstrationCollection : ICollectionFixture<DemonstrationEnMarche>
{
    public const string Nom = "démonstration";
}
