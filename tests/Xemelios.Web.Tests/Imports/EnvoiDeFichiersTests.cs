using System.Net;
using Xemelios.Web.Imports;

namespace Xemelios.Web.Tests.Imports;

public sealed class EnvoiDeFichiersTests : IAsyncLifetime
{
    private readonly ServeurDImport _serveur = new();

    public Task InitializeAsync() => _serveur.InitializeAsync();

    public Task DisposeAsync() => _serveur.DisposeAsync();

    [Fact]
    public async Task DesFichiersEnvoyesPuisLancesSontImportesEtLeRapportSeRelit()
    {
        var lot = await _serveur.OuvrirUnLot();
        foreach (var fichier in Directory.GetFiles(ServeurDImport.Echantillon("commune/2026-03-elus")))
            using (await _serveur.Envoyer(lot, $"mars/{Path.GetFileName(fichier)}", await File.ReadAllBytesAsync(fichier))) { }
        using var lancement = await _serveur.Poster($"/api/imports/{lot}/lancer");
        using var encore = await _serveur.Poster($"/api/imports/{lot}/lancer");

        var suivi = await _serveur.Attendre(lot);
        var page = await _serveur.Client.GetStringAsync($"/import/{lot}");

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NotFound), (lancement.StatusCode, encore.StatusCode));
        Assert.Equal((EtatDImport.Termine, 12, 2), (suivi.Etat, suivi.Rapport!.Totaux.Bulletins, suivi.Rapport.Totaux.Mandats));
        Assert.Contains("mars/PESALR2_123_00_20260320_03.xml", page, StringComparison.Ordinal);
        Assert.Contains("/etats/21990001600011/00/2026-03/rapprochement?train=ELUS", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnFichierPlusGrandQueLaLimiteDesAutresDemandesEstRecu()
    {
        var lot = await _serveur.OuvrirUnLot();

        using var recu = await _serveur.Envoyer(lot, "grand.bin", new byte[5 << 20]);

        Assert.Equal(HttpStatusCode.NoContent, recu.StatusCode);
        Assert.Equal(1, _serveur.Service<FileDImports>().Trouver(lot)!.Recus);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nom\u0007.xml")]
    public async Task UnCheminSansNomLisibleEstRefuse(string chemin)
    {
        using var refus = await _serveur.Envoyer(await _serveur.OuvrirUnLot(), chemin, [1]);

        Assert.Equal(HttpStatusCode.BadRequest, refus.StatusCode);
    }

    [Theory]
    [InlineData("/api/imports/inconnu")]
    [InlineData("/import/inconnu")]
    [InlineData("/import/..%2Fgestion")]
    public async Task UnLotInconnuNExistePas(string adresse)
    {
        using var reponse = await _serveur.Client.GetAsync(adresse);

        Assert.Equal(HttpStatusCode.NotFound, reponse.StatusCode);
    }

    [Fact]
    public async Task UnEnvoiArreteAttendEtLeProchainDemarrageLeReprend()
    {
        var lot = await _serveur.OuvrirUnLot();
        var fichier = Directory.GetFiles(ServeurDImport.Echantillon("commune/2026-03-elus")).Single();
        using (await _serveur.Envoyer(lot, "paye.xml", await File.ReadAllBytesAsync(fichier))) { }
        using (await _serveur.Poster($"/api/imports/{lot}/annuler")) { }
        using var tardif = await _serveur.Envoyer(lot, "autre.xml", [1]);
        var accueil = await _serveur.Client.GetStringAsync("/import");

        await _serveur.Arreter();
        await _serveur.InitializeAsync();
        var suivi = await _serveur.AttendreUneReprise();

        Assert.Equal(HttpStatusCode.NotFound, tardif.StatusCode);
        Assert.Contains("Reprendre", accueil, StringComparison.Ordinal);
        Assert.Equal(12, suivi.Rapport!.Totaux.Bulletins);
        Assert.Empty(_serveur.Service<FileDImports>().EnAttente());
    }

    [Fact]
    public async Task UnRapportSurvitAuRedemarrageAvecSesAnomalies()
    {
        var avant = await _serveur.Importer("cas/d09-tronque");
        await _serveur.Arreter();
        await _serveur.InitializeAsync();

        var apres = _serveur.Service<FileDImports>().Trouver(avant.Lot)!;
        var page = await _serveur.Client.GetStringAsync($"/import/{avant.Lot}?etat=rejete");

        Assert.Equal(avant.Rapport!.Totaux, apres.Rapport!.Totaux);
        Assert.Contains(apres.Rapport.Fichiers.Single(f => f.Etat == "rejete").Anomalies[0].Code, page, StringComparison.Ordinal);
        Assert.Contains("Rejeté", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }
}
