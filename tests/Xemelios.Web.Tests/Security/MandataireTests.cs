using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Xemelios.Domain.Habilitations;
using Xemelios.Store;
using Xemelios.Store.Gestion.Comptes;
using Xemelios.Web.Security;

namespace Xemelios.Web.Tests.Security;

/// <summary>A proxy that signs people in is believed from its address, with its secret, for an account that is open here; nothing else is.</summary>
public sealed class MandataireTests : IDisposable
{
    private const string Secret = "un-secret-commun-de-plus-de-trente-deux-signes";
    private static readonly Auteur Machine = Auteur.DeLaMachine("essai", "essai");
    private readonly DirectoryInfo _donnees = Directory.CreateTempSubdirectory("xemelios-mandataire-");

    public void Dispose() => _donnees.Delete(recursive: true);

    [Theory]
    [InlineData("127.0.0.1", "ada", Secret, HttpStatusCode.OK)]
    [InlineData("127.0.0.1", "ada", "un-autre-secret-de-plus-de-trente-deux-signes", HttpStatusCode.Redirect)]
    [InlineData("127.0.0.1", "ada", null, HttpStatusCode.Redirect)]
    [InlineData("127.0.0.1", null, Secret, HttpStatusCode.Redirect)]
    [InlineData("127.0.0.1", "inconnue", Secret, HttpStatusCode.Forbidden)]
    [InlineData("127.0.0.1", "bloquee", Secret, HttpStatusCode.Forbidden)]
    [InlineData("10.9.9.9", "ada", Secret, HttpStatusCode.Redirect)]
    public async Task SeulLeMandataireAvecSonSecretOuvreUneSession(string mandataire, string? compte, string? secret, HttpStatusCode attendu)
    {
        await using var application = await Demarrer(IPAddress.Parse(mandataire));
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(application.Urls.Single()) };
        using var demande = new HttpRequestMessage(HttpMethod.Get, "/comptes");
        demande.Headers.Host = "xemelios.example";
        demande.Headers.Add("X-Forwarded-For", "192.0.2.7");
        demande.Headers.Add("X-Forwarded-Proto", "https");
        if (compte is not null) demande.Headers.Add(Mandataire.EnTeteDuCompte, compte);
        if (secret is not null) demande.Headers.TryAddWithoutValidation(Mandataire.EnTeteDuSecret, secret);

        using var reponse = await client.SendAsync(demande);

        Assert.Equal(attendu, reponse.StatusCode);
        Assert.Equal(mandataire == "127.0.0.1", reponse.Headers.Contains("Strict-Transport-Security"));
        var connexions = application.Services.GetRequiredService<Entrepot>().Journal.Lire(new() { Nature = NatureDActe.Connexion }).Entrees;
        Assert.Equal(attendu == HttpStatusCode.OK ? ["ada depuis 192.0.2.7"] : [], connexions.Select(c => $"{c.Acte.Utilisateur} depuis {c.Acte.Depuis}"));
    }

    [Fact]
    public async Task LesEssaisDeConnexionSontComptesQuelleQueSoitLEcritureDeLAdresse()
    {
        await using var application = await Demarrer(IPAddress.Loopback);
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(application.Urls.Single()) };
        var reponses = new List<HttpStatusCode>();
        for (var essai = 0; essai <= Authentification.EssaisParMinute; essai++)
        {
            using var vide = new FormUrlEncodedContent([]);
            using var reponse = await client.PostAsync(new Uri(essai % 2 == 0 ? "/CONNEXION" : "/connexion", UriKind.Relative), vide);
            reponses.Add(reponse.StatusCode);
        }

        Assert.DoesNotContain(HttpStatusCode.TooManyRequests, reponses.SkipLast(1));
        Assert.Equal(HttpStatusCode.TooManyRequests, reponses[^1]);
    }

    private async Task<WebApplication> Demarrer(IPAddress mandataire)
    {
        var application = XemeliosWeb.Create(new XemeliosWebOptions
        {
            DataFolder = _donnees.FullName, Url = new Uri("http://127.0.0.1:0"), NomPublic = "xemelios.example", Mandataire = mandataire, SecretDuMandataire = Secret,
        });
        await using (var portee = application.Services.CreateAsyncScope())
        {
            var comptes = portee.ServiceProvider.GetRequiredService<GestionDesComptes>();
            await comptes.OuvrirAsync("ada", "Ada d'Exemple", Machine);
            await comptes.OuvrirAsync("bloquee", "Personne d'Exemple", Machine);
            await comptes.BloquerAsync("bloquee", Machine);
            await application.Services.GetRequiredService<Habilitations>().DonnerAsync(
                new DemandeDHabilitation { Utilisateur = "ada", Profil = Profil.Administrateur, Debut = JourDeParis.De(TimeProvider.System.GetUtcNow()) }, Machine);
        }

        await application.StartAsync();
        return application;
    }
}
