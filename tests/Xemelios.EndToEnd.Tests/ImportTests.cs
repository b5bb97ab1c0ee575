using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xemelios.Domain.Valeurs;
using Xemelios.Store;
using Xemelios.Web;
using Xemelios.Web.Imports;
using static Microsoft.Playwright.Assertions;

namespace Xemelios.EndToEnd.Tests;

/// <summary>On an application of its own: what is imported here would be counted by the others.</summary>
public sealed class ImportTests(XemeliosEnMarche xemelios) : IClassFixture<XemeliosEnMarche>
{
    [Fact]
    public async Task DesFichiersChoisisSontEnvoyesImportesEtLeRapportResteASonAdresse()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller("/import");
        await fenetre.Photographier("import-portable");

        await fenetre.Page.Locator("input[type=file]:not([webkitdirectory])").SetInputFilesAsync(Directory.GetFiles(DonneesDEssai.Chemin("commune/2026-03-elus")));
        await Expect(fenetre.Page.Locator(".chiffres")).ToBeVisibleAsync();

        await Expect(fenetre.Page.GetByRole(AriaRole.Table)).ToContainTextAsync("PESALR2_123_00_20260320_03.xml");
        await Expect(fenetre.Page.GetByRole(AriaRole.Link, new() { Name = "train ELUS" })).ToBeVisibleAsync();
        await fenetre.Photographier("import-rapport-portable");
        var rapport = fenetre.Page.Url;
        await fenetre.Aller("/import");
        await Expect(fenetre.Page.GetByRole(AriaRole.Table)).ToContainTextAsync("Terminé");
        await fenetre.Aller(rapport);
        await Expect(fenetre.Page.Locator(".chiffres")).ToBeVisibleAsync();
        Assert.Empty(fenetre.Erreurs);
    }

    [Fact]
    public async Task UnDossierEntierDuPosteEtUnDossierDuServeurSImportent()
    {
        await using var fenetre = await xemelios.OuvrirFenetre(400, 800);
        await fenetre.Aller("/import");
        await fenetre.Photographier("import-telephone");
        await fenetre.Page.Locator("input[webkitdirectory]").SetInputFilesAsync(DonneesDEssai.Chemin("hopital/2026-03"));
        await Expect(fenetre.Page.Locator(".chiffres")).ToBeVisibleAsync();
        await Expect(fenetre.Page.GetByRole(AriaRole.Table)).ToContainTextAsync("2026-03/");
        await fenetre.Photographier("import-rapport-telephone");

        await fenetre.Aller("/import");
        await fenetre.Page.GetByLabel("Chemin du dossier").FillAsync("/nulle/part");
        await fenetre.Page.GetByRole(AriaRole.Button, new() { Name = "Importer ce dossier" }).ClickAsync();
        await Expect(fenetre.Page.GetByText("n'existe pas sur le serveur")).ToBeVisibleAsync();
        await fenetre.Page.GetByLabel("Chemin du dossier").FillAsync(DonneesDEssai.Chemin("hopital/2026-03"));
        await fenetre.Page.GetByRole(AriaRole.Button, new() { Name = "Importer ce dossier" }).ClickAsync();

        await Expect(fenetre.Page.Locator(".chiffres")).ToBeVisibleAsync();
        await Expect(fenetre.Page.GetByRole(AriaRole.Table)).ToContainTextAsync("Déjà importé");
        Assert.Empty(fenetre.Erreurs);
    }

    [Fact]
    public async Task UneConnexionCoupeeAuMilieuDUnFichierReprendOuElleEnEtait()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller("/import");
        var debuts = new ConcurrentQueue<string>();
        await fenetre.Page.RouteAsync("**/fichiers/0?**", async route =>
        {
            var debut = Regex.Match(route.Request.Url, "debut=([0-9]+)", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value;
            debuts.Enqueue(debut);
            // The second piece is cut once, late enough for a speed to be known.
            if (debut == "8388608" && debuts.Count == 2)
            {
                await Task.Delay(2500);
                await route.AbortAsync(RequestAbortErrorCode.ConnectionReset);
            }
            else
            {
                await route.ContinueAsync();
            }
        });

        await fenetre.Page.Locator("input[type=file]:not([webkitdirectory])").SetInputFilesAsync(new FilePayload { Name = "grand.bin", MimeType = "application/octet-stream", Buffer = Grand(1) });
        await Expect(fenetre.Page.Locator("[data-role=allure]")).ToHaveTextAsync(new Regex("^[0-9]+,[0-9] Mo/s, encore [0-9]+ (s|min)$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Expect(fenetre.Page.GetByText("La connexion est coupée. Nouvel essai dans 1 s")).ToBeVisibleAsync();
        await fenetre.Photographier("import-coupure");

        await Expect(fenetre.Page.Locator(".chiffres")).ToBeVisibleAsync();
        Assert.Equal(["0", "8388608", "8388608", "16777216"], debuts);
        await Expect(fenetre.Page.GetByRole(AriaRole.Table)).ToContainTextAsync("20 971 520");
        Assert.True(xemelios.Service<Entrepot>().Originaux.Existe(Empreinte.FromBytes(SHA256.HashData(Grand(1)))));
        Assert.All(fenetre.Erreurs, e => Assert.Contains("ERR_CONNECTION_RESET", e, StringComparison.Ordinal));
    }

    [Fact]
    public async Task UnEnvoiAnnuleNeLaisseRienSurLeServeur()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller("/import");
        await fenetre.Page.RouteAsync("**/fichiers/1?**debut=8388608", async route =>
        {
            await Task.Delay(3000);
            await route.AbortAsync();
        });

        await fenetre.Page.Locator("input[type=file]:not([webkitdirectory])").SetInputFilesAsync(
            [new FilePayload { Name = "petit.bin", MimeType = "application/octet-stream", Buffer = Grand(2)[..1000] }, new FilePayload { Name = "grand.bin", MimeType = "application/octet-stream", Buffer = Grand(2) }]);
        await Expect(fenetre.Page.GetByText("Envoi de 2 sur 2")).ToBeVisibleAsync();
        await fenetre.Page.GetByRole(AriaRole.Button, new() { Name = "Annuler" }).ClickAsync();
        await Expect(fenetre.Page.GetByText("rien n'en est resté sur le serveur")).ToBeVisibleAsync();

        var entrepot = xemelios.Service<Entrepot>();
        Assert.Empty(entrepot.Depots.Lots());
        Assert.False(entrepot.Originaux.Existe(Empreinte.FromBytes(SHA256.HashData(Grand(2).AsSpan(0, 1000)))));
        Assert.Empty(Directory.GetFiles(Path.Combine(entrepot.DossierTemporaire, "envois")));
        await Expect(fenetre.Page.GetByText("Choisir des fichiers")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task LaFinDUnTravailSeDitSurNImporteQuellePageUneSeuleFois()
    {
        xemelios.Service<FileDImports>().LancerDossier(DonneesDEssai.Chemin("cas/d09-tronque"), new Deposant(Utilisateur.Local, null));
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller("/a-propos");

        var annonce = fenetre.Page.Locator(".travaux-en-cours li").Filter(new() { HasText = "Import d'un dossier du serveur : terminé." }).First;
        await Expect(annonce).ToBeVisibleAsync();
        await fenetre.Photographier("travail-fini");
        await annonce.GetByRole(AriaRole.Link, new() { Name = "Ouvrir" }).ClickAsync();
        await Expect(fenetre.Page.Locator(".chiffres")).ToBeVisibleAsync();
        await fenetre.Aller("/travaux");
        await Expect(fenetre.Page.GetByRole(AriaRole.Table)).ToContainTextAsync("Import d'un dossier du serveur");
        await fenetre.PhotographierLargeEtEtroit("travaux");
        await fenetre.Aller("/import/historique");
        await fenetre.PhotographierLargeEtEtroit("historique-des-imports");
        Assert.Empty(fenetre.Erreurs);
    }

    [Fact]
    public async Task CeQuiPrendraitLaPlaceDUnAutreDemandeUneReponse()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        var volume = await File.ReadAllBytesAsync(DonneesDEssai.Chemin("cas/crlf/21990008100015-2026-ETAT_PAYE-03.xhl"));
        foreach (var octets in (byte[][])[volume, [.. volume, .. "\n<!-- autre -->\n"u8]])
        {
            await fenetre.Aller("/import");
            await fenetre.Page.Locator("input[type=file]:not([webkitdirectory])").SetInputFilesAsync(new FilePayload { Name = "crlf.xhl", MimeType = "text/xml", Buffer = octets });
            await Expect(fenetre.Page.Locator(octets == volume ? ".chiffres" : ".import-reponses")).ToBeVisibleAsync();
        }

        await Expect(fenetre.Page.GetByRole(AriaRole.Table)).ToContainTextAsync("Prendra la place du fichier de même nom déjà importé");
        await fenetre.PhotographierLargeEtEtroit("import-annonce");
        await fenetre.Page.GetByRole(AriaRole.Button, new() { Name = "Importer" }).ClickAsync();
        await Expect(fenetre.Page.GetByRole(AriaRole.Table)).ToContainTextAsync("Remplacé");
        Assert.Empty(fenetre.Erreurs);
    }

    private static byte[] Grand(int graine)
    {
        var octets = new byte[20 << 20];
        new Random(graine).NextBytes(octets);
        return octets;
    }
}
