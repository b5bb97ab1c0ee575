using System.Net;
using System.Text.Json;
using Xemelios.Import;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Store;
using Xemelios.Store.Gestion;
using Xemelios.Web.Imports;
using Xemelios.Web.Tests.Imports;
using Xemelios.Web.Travaux;

namespace Xemelios.Web.Tests.Travaux;

/// <summary>The queue outlives the process: what was asked for is done once, under the name that it had.</summary>
public sealed class RepriseDesTravauxTests : IAsyncLifetime
{
    private readonly ServeurDImport _serveur = new();

    public Task InitializeAsync() => _serveur.InitializeAsync();

    public Task DisposeAsync() => _serveur.DisposeAsync();

    [Fact]
    public async Task DesImportsInterrompusFinissentUneFoisSousLeurNom()
    {
        var file = _serveur.Service<FileDImports>();
        var dossier = file.LancerDossier(ServeurDImport.Echantillon("commune"));
        var lot = Deposer(file, "hopital/2026-03");
        Assert.True(file.Lancer(lot));
        await Redemarrer();
        await _serveur.AttendreLaFile();

        var (premier, second) = (_serveur.Service<FileDImports>().Trouver(dossier)!, _serveur.Service<FileDImports>().Trouver(lot)!);
        Assert.Equal((EtatDImport.Termine, EtatDImport.Termine), (premier.Etat, second.Etat));
        Assert.Equal((OrigineDImport.DossierDuServeur, OrigineDImport.Navigateur), (premier.Origine, second.Origine));
        var fichiers = Directory.GetFiles(ServeurDImport.Echantillon("commune"), "*", SearchOption.AllDirectories).Length;
        Assert.Equal(fichiers, premier.Rapport!.Fichiers.Count(f => !f.Chemin.Contains('!', StringComparison.Ordinal)));
        Assert.Equal(premier.Rapport.Fichiers.Count, premier.Rapport.Fichiers.DistinctBy(f => f.Chemin).Count());
        var receptions = _serveur.Service<Entrepot>().Receptions.Lister();
        Assert.Equal(receptions.Count, receptions.DistinctBy(r => (r.Lot, r.Chemin)).Count());
        Assert.DoesNotContain(receptions, r => r.Etat == Reception.Recu);
        Assert.DoesNotContain(_serveur.Service<FileDImports>().Tous(), s => s.Origine == OrigineDImport.Reprise);
        Assert.Empty(_serveur.Service<FileDImports>().EnAttente());
    }

    [Fact]
    public async Task UnLotQuiAttendUneReponseLAttendEncoreApresUnRedemarrage()
    {
        var lot = Deposer(_serveur.Service<FileDImports>(), "commune/2026-03");
        Assert.True(_serveur.Service<FileDImports>().DemanderUneReponse(lot));
        await Redemarrer();
        while (_serveur.Service<FileDImports>().Trouver(lot) is null) await Task.Delay(20);

        Assert.Equal(EtatDImport.AConfirmer, _serveur.Service<FileDImports>().Trouver(lot)!.Etat);
        Assert.Empty(_serveur.Service<Entrepot>().Receptions.Lister());
        Assert.Contains("État de paye", WebUtility.HtmlDecode(await _serveur.Client.GetStringAsync($"/import/{lot}")), StringComparison.Ordinal);
        using (await _serveur.Poster($"/api/imports/{lot}/confirmer")) { }
        Assert.Equal(EtatDImport.Termine, (await _serveur.Attendre(lot)).Etat);
    }

    [Fact]
    public async Task UnExportDemandeAvantUnRedemarrageEstFaitUneFois()
    {
        await _serveur.Importer("commune/2026-03");
        var travaux = _serveur.Service<Entrepot>().Travaux;
        // Asked for, and the process ends before its turn.
        travaux.Poser(new Travail("20260323-000000-aaaaaaaa", Travail.Export, "Bulletins de paye en PDF", "/exports/bulletins.pdf?siret=21990001600011&mois=2026-03&matricule=000001", TimeProvider.System.GetUtcNow()) { Compte = Utilisateur.Local });
        await Redemarrer();
        await _serveur.AttendreLaFile();

        var fait = _serveur.Service<Entrepot>().Travaux.Trouver("20260323-000000-aaaaaaaa")!;
        Assert.True(fait.Etat == EtatDeTravail.Termine, fait.Resultat);
        Assert.Equal("", fait.Parametres);
        Assert.Equal("%PDF-"u8.ToArray(), (await _serveur.Client.GetByteArrayAsync($"/travaux/{fait.Id}/fichier"))[..5]);
        Assert.Contains("Prêt", WebUtility.HtmlDecode(await _serveur.Client.GetStringAsync("/travaux")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnExportSeDemandeSeSuitEtSAnnonceUneFois()
    {
        await _serveur.Importer("commune/2026-03");
        Assert.Contains("Dossier de contrôle", WebUtility.HtmlDecode(await _serveur.Client.GetStringAsync("/travaux/preparer?vers=/exports/bulletins.zip&siret=21990001600011&mois=2026-03")), StringComparison.Ordinal);
        using var champs = new FormUrlEncodedContent([new("adresse", "/exports/bulletins.zip?siret=21990001600011&mois=2026-03")]);
        using var demande = await _serveur.Client.PostAsync(new Uri("/api/travaux/exports", UriKind.Relative), champs);
        Assert.Equal((HttpStatusCode.Redirect, "/travaux"), (demande.StatusCode, demande.Headers.Location!.ToString()));
        await _serveur.AttendreLaFile();

        var etat = JsonDocument.Parse(await _serveur.Client.GetStringAsync("/api/travaux")).RootElement;
        var fini = etat.GetProperty("finis").EnumerateArray().Single(f => f.GetProperty("texte").GetString()!.StartsWith("Dossier de contrôle", StringComparison.Ordinal));
        Assert.Equal(0, etat.GetProperty("actifs").GetInt32());
        Assert.Equal("PK"u8.ToArray(), (await _serveur.Client.GetByteArrayAsync(fini.GetProperty("adresse").GetString()))[..2]);
        Assert.DoesNotContain("Dossier", await _serveur.Client.GetStringAsync("/api/travaux"), StringComparison.Ordinal);
        var acte = _serveur.Service<Entrepot>().Journal.Lire(new() { TaillePage = 10 }).Entrees.First(e => e.Acte.Depuis == "file de travaux").Acte;
        Assert.Equal(("/exports/bulletins.{format}", "21990001600011"), (acte.Objet, acte.Siret));
    }

    [Theory]
    [InlineData("/comptes")]
    [InlineData("/exports/journal.csv")]
    [InlineData("https://ailleurs.example/exports/bulletins.pdf")]
    [InlineData("//ailleurs/exports/bulletins.pdf")]
    public async Task SeulCeQuiPeutAttendreEstMisDansLaFile(string adresse)
    {
        using var champs = new FormUrlEncodedContent([new("adresse", adresse)]);
        using var refus = await _serveur.Client.PostAsync(new Uri("/api/travaux/exports", UriKind.Relative), champs);

        Assert.Equal(HttpStatusCode.BadRequest, refus.StatusCode);
        Assert.Empty(_serveur.Service<Entrepot>().Travaux.Inacheves(Travail.Export));
    }

    [Fact]
    public async Task LesFichiersFaitsSontJetesAuBoutDeLeurGarde()
    {
        var travaux = _serveur.Service<Entrepot>().Travaux;
        var vieux = new Travail("vieux", Travail.Export, "Essai", "", TimeProvider.System.GetUtcNow()) { Compte = Utilisateur.Local, Etat = EtatDeTravail.Termine, Resultat = "a.pdf", FiniLe = TimeProvider.System.GetUtcNow() - FileDExports.Garde - TimeSpan.FromMinutes(1) };
        travaux.Poser(vieux);
        travaux.Poser(vieux with { Id = "recent", FiniLe = TimeProvider.System.GetUtcNow() });
        var dossier = Directory.CreateDirectory(Path.Combine(_serveur.Donnees, "travaux")).FullName;
        foreach (var nom in (string[])["vieux", "recent"])
            await File.WriteAllTextAsync(Path.Combine(dossier, nom), "x");

        _serveur.Service<FileDExports>().JeterLesVieux();

        Assert.Equal(["recent"], Directory.GetFiles(dossier).Select(Path.GetFileName));
        Assert.Null(travaux.Trouver("vieux"));
    }

    [Fact]
    public async Task LHistoriqueSeFiltreEtLeRapportSeTelecharge()
    {
        var suivi = await _serveur.Importer("cas/d09-tronque");

        var page = WebUtility.HtmlDecode(await _serveur.Client.GetStringAsync("/import/historique?etat=Termine"));
        Assert.Contains($"/import/{suivi.Lot}", page, StringComparison.Ordinal);
        Assert.Contains("la machine", page, StringComparison.Ordinal);
        foreach (var filtre in (string[])["etat=Echoue", "qui=personne", "au=2001-01-01", "du=2199-01-01"])
            Assert.DoesNotContain(suivi.Lot, await _serveur.Client.GetStringAsync($"/import/historique?{filtre}"), StringComparison.Ordinal);
        var json = JsonDocument.Parse(await _serveur.Client.GetStringAsync($"/api/imports/{suivi.Lot}/rapport.json")).RootElement;
        Assert.Equal(suivi.Rapport!.Totaux.Rejetes, json.GetProperty("totaux").GetProperty("rejetes").GetInt32());
        Assert.Equal("erreur", json.GetProperty("fichiers").EnumerateArray().First(f => f.GetProperty("etat").GetString() == Etats.Rejete).GetProperty("anomalies")[0].GetProperty("gravite").GetString());
        Assert.Contains(suivi.Rapport.Fichiers.First(f => f.Anomalies.Count > 0).Anomalies[0].Code, await _serveur.Client.GetStringAsync($"/api/imports/{suivi.Lot}/rapport.csv"), StringComparison.Ordinal);
    }

    private string Deposer(FileDImports file, string echantillon)
    {
        var lot = file.Ouvrir(OrigineDImport.Navigateur);
        foreach (var fichier in Directory.GetFiles(ServeurDImport.Echantillon(echantillon)))
            using (var contenu = File.OpenRead(fichier))
                Assert.NotNull(file.Recevoir(lot, contenu, Path.GetFileName(fichier), default));
        return lot;
    }

    private async Task Redemarrer()
    {
        await _serveur.Arreter();
        await _serveur.InitializeAsync();
    }
}
