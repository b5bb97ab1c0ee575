using System.Net;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Xemelios.EndToEnd.Tests;

[Collection(ApplicationCollection.Nom)]
public sealed class NavigationTests(XemeliosEnMarche xemelios)
{
    [Theory]
    [InlineData("telephone", 390, 844)]
    [InlineData("portable", 1280, 800)]
    [InlineData("bureau", 1920, 1080)]
    public async Task LAccueilSAfficheSansErreurEtSOuvreAuServeur(string ecran, int largeur, int hauteur)
    {
        await using var fenetre = await xemelios.OuvrirFenetre(largeur, hauteur);

        await fenetre.Aller("/");
        await fenetre.AttendreLeCircuit();

        await Expect(fenetre.Titre).ToHaveTextAsync("Accueil");
        var tient = await fenetre.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth");
        Assert.True(tient, "La page déborde en largeur.");
        await fenetre.Photographier($"accueil-{ecran}");
        Assert.Empty(fenetre.Erreurs);
    }

    [Fact]
    public async Task UnLienChangeDePageSansRechargerLeDocumentEtLeRetourYRamene()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller("/");
        await fenetre.AttendreLeCircuit();
        await fenetre.Page.EvaluateAsync("window.memeDocument = true");

        await fenetre.Page.GetByRole(AriaRole.Link, new() { Name = "À propos" }).ClickAsync();
        await Expect(fenetre.Titre).ToHaveTextAsync("À propos");
        await Expect(fenetre.Page).ToHaveURLAsync(new Uri(xemelios.Adresse, "/a-propos").ToString());
        await fenetre.Page.GoBackAsync(new() { WaitUntil = WaitUntilState.Commit });
        await Expect(fenetre.Titre).ToHaveTextAsync("Accueil");

        Assert.True(await fenetre.Page.EvaluateAsync<bool>("window.memeDocument === true"));
        await fenetre.AttendreLeCircuit();
        Assert.Empty(fenetre.Erreurs);
    }

    [Fact]
    public async Task DeuxRetoursDeSuiteMontrentLeBonEcranMemeSiLeScriptTarde()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller("/");
        await fenetre.AttendreLeCircuit();
        await fenetre.Page.GetByRole(AriaRole.Link, new() { Name = "À propos" }).ClickAsync();
        await Expect(fenetre.Titre).ToHaveTextAsync("À propos");
        await fenetre.Aller("/import");

        var scriptPermis = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await fenetre.Page.RouteAsync("**/blazor.web.js*", async route =>
        {
            await scriptPermis.Task;
            await route.ContinueAsync();
        });
        await fenetre.Page.GoBackAsync(new() { WaitUntil = WaitUntilState.Commit });
        await Expect(fenetre.Titre).ToHaveTextAsync("À propos");
        await fenetre.Page.GoBackAsync(new() { WaitUntil = WaitUntilState.Commit });
        await Expect(fenetre.Titre).ToHaveTextAsync("Accueil");

        scriptPermis.SetResult();
        await fenetre.AttendreLeCircuit();
        Assert.Empty(fenetre.Erreurs);
    }

    [Fact]
    public async Task LeLienDEvitementMeneAuContenuDeLaMemePage()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller("/a-propos");
        await fenetre.AttendreLeCircuit();

        await fenetre.Page.Locator(".lien-evitement").FocusAsync();
        await fenetre.Page.Keyboard.PressAsync("Enter");

        await Expect(fenetre.Page).ToHaveURLAsync(new Uri(xemelios.Adresse, "/a-propos#contenu").ToString());
        await Expect(fenetre.Titre).ToHaveTextAsync("À propos");
    }

    [Fact]
    public async Task UneAdresseInconnueRepond404EnFrancais()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();

        var reponse = await fenetre.Aller("/nulle-part");

        Assert.Equal((int)HttpStatusCode.NotFound, reponse!.Status);
        await Expect(fenetre.Titre).ToHaveTextAsync("Page introuvable");
    }
}
