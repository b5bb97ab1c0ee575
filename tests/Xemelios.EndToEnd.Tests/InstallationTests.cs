using System.Net;
using System.Net.Security;
using Microsoft.Playwright;
using Xemelios.Store;
using Xemelios.Store.Gestion.Journaux;
using Xemelios.Web;
using Xemelios.Web.Security;
using static Microsoft.Playwright.Assertions;

namespace Xemelios.EndToEnd.Tests;

/// <summary>The configurations that the README installs, under the real servers that they are for: TLS, accounts, circuit, large files, and nobody believed but the proxy.</summary>
public sealed class InstallationTests
{
    private const string Secret = "un secret que seul le mandataire connaît";

    [Fact]
    public async Task DerriereNginx()
    {
        await using var xemelios = await DerriereUnMandataire.Demarrer();
        await using var nginx = await MandataireEnMarche.Nginx(xemelios.Adresse);
        await Parcourir(xemelios, nginx);
    }

    [Fact]
    public async Task DerriereApache()
    {
        await using var xemelios = await DerriereUnMandataire.Demarrer();
        await using var apache = await MandataireEnMarche.Apache(xemelios.Adresse, MandataireEnMarche.PortLibre(), MandataireEnMarche.PortLibre());
        await Parcourir(xemelios, apache);
    }

    private static async Task Parcourir(DerriereUnMandataire xemelios, MandataireEnMarche mandataire)
    {
        // What a client says of itself is not what the proxy says of it.
        var menteur = new Dictionary<string, string>
        {
            ["X-Forwarded-For"] = "198.51.100.7", [Mandataire.EnTeteDuCompte] = "claude.comptable", [Mandataire.EnTeteDuSecret] = Secret,
        };
        var lien = await xemelios.Application.PreparerLesComptesAsync() ?? throw new InvalidOperationException("Pas de lien.");
        await using var fenetre = await xemelios.OuvrirFenetre(derriere: mandataire.Adresse, entetes: menteur);
        var page = fenetre.Page;
        await fenetre.Aller(lien);
        await fenetre.RemplirLePremierDemarrage();
        await fenetre.OuvrirLesComptes();
        await page.GotoAsync("/import");
        await Expect(fenetre.Titre).ToHaveTextAsync("Connexion");

        await fenetre.SeConnecter("claude.comptable");
        var cookie = Assert.Single(await page.Context.CookiesAsync(), c => c.Name == "__Host-xemelios");
        Assert.True(cookie is { Secure: true, HttpOnly: true, Path: "/" });

        // A circuit over the proxy's websocket, then a file larger than what a proxy lets through by itself.
        await fenetre.Aller("/import");
        await fenetre.AttendreLeCircuit();
        await page.Locator("input[type=file]:not([webkitdirectory])").SetInputFilesAsync(xemelios.GrosFichier(40 << 20));
        await Expect(page.Locator(".chiffres")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Expect(page.GetByRole(AriaRole.Table)).ToContainTextAsync("gros-fichier.bin");

        Assert.All(xemelios.Service<Entrepot>().Journal.Lire(new DemandeDeJournal { Utilisateur = "claude.comptable" }).Entrees, e => Assert.DoesNotContain("198.51.100.7", e.Acte.Depuis, StringComparison.Ordinal));
        await EntetesDeTransport(mandataire);
    }

    private static async Task EntetesDeTransport(MandataireEnMarche mandataire)
    {
        using var transport = new SocketsHttpHandler { SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, certificat, _, _) => mandataire.EstLeSien(certificat) } };
        using var client = new HttpClient(transport) { BaseAddress = mandataire.Adresse };
        using var reponse = await client.GetAsync(new Uri("/connexion", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, reponse.StatusCode);
        Assert.Equal(["max-age=31536000"], reponse.Headers.GetValues("Strict-Transport-Security"));
        Assert.Single(reponse.Headers.GetValues("X-Content-Type-Options"));
    }

    /// <summary>The application as the shipped unit starts it, under the name that the certificate bears.</summary>
    private sealed class DerriereUnMandataire : XemeliosEnMarche, IAsyncDisposable
    {
        private string _dossier = "";

        public static async Task<DerriereUnMandataire> Demarrer()
        {
            var xemelios = new DerriereUnMandataire();
            await xemelios.InitializeAsync();
            return xemelios;
        }

        public string GrosFichier(int octets)
        {
            var fichier = Path.Combine(_dossier, "gros-fichier.bin");
            File.WriteAllBytes(fichier, new byte[octets]);
            return fichier;
        }

        async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();

        protected override void Preparer(string dataFolder) => _dossier = dataFolder;

        protected override XemeliosWebOptions Regler(XemeliosWebOptions options) =>
            options with { NomPublic = "localhost", Mandataire = IPAddress.Loopback, SecretDuMandataire = Secret };
    }
}
