using System.Net;
using System.Security.Cryptography;
using Xemelios.Store;
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
    public async Task UnFichierEnMorceauxEstReprisOuLeServeurEnEst()
    {
        var fichier = await File.ReadAllBytesAsync(Paye);
        var lot = await _serveur.OuvrirUnLot();

        Assert.Equal(HttpStatusCode.NotFound, (await _serveur.EtatDuFichier(lot)).Etat);
        Assert.Equal((HttpStatusCode.OK, 1000, false), await _serveur.EnvoyerUnMorceau(lot, fichier, 0, 1000));
        // A piece that begins elsewhere, or begins again, changes nothing: the answer says where to go on.
        Assert.Equal((HttpStatusCode.OK, 1000, false), await _serveur.EnvoyerUnMorceau(lot, fichier, 500, 1500));
        Assert.Equal((HttpStatusCode.OK, 1000, false), await _serveur.EtatDuFichier(lot));
        using (var lancement = await _serveur.Poster($"/api/imports/{lot}/lancer"))
            Assert.Equal(HttpStatusCode.NotFound, lancement.StatusCode);
        Assert.Equal((HttpStatusCode.OK, fichier.Length, true), await _serveur.EnvoyerUnMorceau(lot, fichier, 1000, fichier.Length));
        Assert.Equal((HttpStatusCode.OK, fichier.Length, true), await _serveur.EtatDuFichier(lot));
        using (await _serveur.Poster($"/api/imports/{lot}/lancer")) { }

        var rapport = (await _serveur.Attendre(lot)).Rapport!;
        Assert.Equal((Convert.ToHexStringLower(SHA256.HashData(fichier)), 12), (rapport.Fichiers.Single(f => f.Chemin == "paye.xml").Empreinte, rapport.Totaux.Bulletins));
        Assert.Empty(Provisoires());
    }

    [Fact]
    public async Task CeQuUneConnexionCoupeeAvaitApporteResteTenu()
    {
        var lot = await _serveur.OuvrirUnLot();
        var file = _serveur.Service<FileDImports>();
        var fichier = await File.ReadAllBytesAsync(Paye);

        await Assert.ThrowsAsync<IOException>(() => file.RecevoirUnMorceauAsync(lot, 0, new("paye.xml", fichier.Length, 0), new FluxCoupe(fichier[..700]), default));

        Assert.Equal(new EtatDEnvoi(700, false), file.EtatDuFichier(lot, 0));
        Assert.Equal((HttpStatusCode.OK, fichier.Length, true), await _serveur.EnvoyerUnMorceau(lot, fichier, 700, fichier.Length));
    }

    [Fact]
    public async Task UnFichierVideArriveSansUnOctet()
    {
        var lot = await _serveur.OuvrirUnLot();

        Assert.Equal((HttpStatusCode.OK, 0, true), await _serveur.EnvoyerUnMorceau(lot, [], 0, 0, "vide.xml"));
        using (await _serveur.Poster($"/api/imports/{lot}/lancer")) { }

        Assert.Equal("rejete", Assert.Single((await _serveur.Attendre(lot)).Rapport!.Fichiers).Etat);
    }

    [Fact]
    public async Task UnEnvoiAnnuleNeLaisseRien()
    {
        var fichier = await File.ReadAllBytesAsync(Paye);
        var avant = await _serveur.OuvrirUnLot();
        using (await _serveur.Envoyer(avant, "deja.xml", fichier)) { }
        var lot = await _serveur.OuvrirUnLot();
        using (await _serveur.Envoyer(lot, "paye.xml", fichier)) { }
        using (await _serveur.Envoyer(lot, "autre.bin", [1, 2, 3])) { }
        await _serveur.EnvoyerUnMorceau(lot, fichier, 0, 1000);
        Assert.Equal((2, 1), (Originaux().Length, Provisoires().Length));

        using (await _serveur.Poster($"/api/imports/{lot}/annuler")) { }
        using var tardif = await _serveur.Envoyer(lot, "tard.xml", [1]);
        using var connu = await _serveur.Client.GetAsync($"/api/imports/{lot}");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (tardif.StatusCode, connu.StatusCode));
        // Another batch brought the same bytes: they stay for it.
        Assert.Equal((1, 0), (Originaux().Length, Provisoires().Length));
        Assert.Empty(_serveur.Service<Entrepot>().Receptions.Lister());
        using (await _serveur.Poster($"/api/imports/{avant}/annuler")) { }
        Assert.Empty(Originaux());
    }

    [Fact]
    public async Task UnLotAnnuleAvantSonTourNEstNiLuNiGarde()
    {
        var entrepot = _serveur.Service<Entrepot>();
        var file = _serveur.Service<FileDImports>();
        string premier, lot;
        lock (entrepot.Ecriture)
        {
            premier = file.LancerDossier(ServeurDImport.Echantillon("commune/2026-03"));
            lot = file.Ouvrir(OrigineDImport.Navigateur);
            using (var contenu = File.OpenRead(Paye)) file.Recevoir(lot, contenu, "paye.xml", default);
            file.Lancer(lot);
            Assert.True(file.Arreter(lot));
        }

        await _serveur.Attendre(premier);
        var suivi = file.Trouver(lot)!;
        Assert.Equal((EtatDImport.Interrompu, null), (suivi.Etat, suivi.Rapport));
        Assert.DoesNotContain(entrepot.Receptions.Lister(), r => r.Lot == lot);
        Assert.False(entrepot.Originaux.Existe(new Domain.Valeurs.Empreinte(Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Paye))))));
        Assert.Empty(file.EnAttente());
    }

    [Fact]
    public async Task UnEnvoiAbandonneDepuisUnJourEstOublie()
    {
        var fichier = await File.ReadAllBytesAsync(Paye);
        var lot = await _serveur.OuvrirUnLot();
        await _serveur.EnvoyerUnMorceau(lot, fichier, 0, 1000);
        using (await _serveur.Envoyer(lot, "autre.bin", [1, 2, 3])) { }
        var file = _serveur.Service<FileDImports>();

        file.OublierLesEnvoisAbandonnes(TimeSpan.FromDays(1));
        Assert.NotNull(file.Trouver(lot));
        file.OublierLesEnvoisAbandonnes(TimeSpan.FromDays(-1));

        Assert.Null(file.Trouver(lot));
        Assert.Empty(Originaux());
        Assert.Empty(Provisoires());
    }

    private static string Paye => Directory.GetFiles(ServeurDImport.Echantillon("commune/2026-03-elus")).Single();

    private string[] Originaux() => [.. Directory.GetFiles(Path.Combine(_serveur.Donnees, "originaux"), "*", SearchOption.AllDirectories)];

    private string[] Provisoires() => [.. Directory.GetFiles(Path.Combine(_serveur.Donnees, "temporaire"), "*", SearchOption.AllDirectories)];

    /// <summary>Gives what it has, then breaks as a connection does.</summary>
    private sealed class FluxCoupe(byte[] octets) : MemoryStream(octets)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position < Length ? base.ReadAsync(buffer, cancellationToken) : throw new IOException("coupée");
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
