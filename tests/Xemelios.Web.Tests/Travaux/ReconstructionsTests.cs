using System.Net;
using System.Text.Json;
using Xemelios.Domain.Habilitations;
using Xemelios.Store;
using Xemelios.Store.Gestion;
using Xemelios.Store.Tables;
using Xemelios.Web.Imports;
using Xemelios.Web.Tests.Imports;
using Xemelios.Web.Travaux;

namespace Xemelios.Web.Tests.Travaux;

/// <summary>A reconstruction is asked for on a screen, runs beside the readers, and imports wait for it.</summary>
public sealed class ReconstructionsTests : IAsyncLifetime
{
    private readonly ServeurDImport _serveur = new();

    public Task InitializeAsync() => _serveur.InitializeAsync();

    public Task DisposeAsync() => _serveur.DisposeAsync();

    private Entrepot Entrepot => _serveur.Service<Entrepot>();

    private FileDImports Imports => _serveur.Service<FileDImports>();

    [Fact]
    public async Task DemandeeALEcran_ElleSeFait_SEcritAuJournal_EtSAnnonce()
    {
        await _serveur.Importer("commune/2026-03");
        var (empreinte, version) = (EmpreinteLogique.Calculer(Entrepot)[""], Entrepot.Version);
        var fichiers = Entrepot.Receptions.Lister().Count;
        Assert.Contains($"Relit {fichiers} fichiers reçus", await Page("/travaux"), StringComparison.Ordinal);
        using (var demande = await _serveur.Poster("/api/travaux/reconstruction"))
            Assert.Equal((HttpStatusCode.Redirect, "/travaux"), (demande.StatusCode, demande.Headers.Location!.ToString()));
        var fait = await Attendre();

        Assert.True(fait.Etat == EtatDeTravail.Termine, fait.Resultat);
        Assert.Matches($"^Base refaite : {fichiers} fichiers relus, [0-9]+ bulletins, en [0-9]+ secondes?\\. Elle dit la même chose que celle qu'elle remplace\\.$", fait.Resultat);
        Assert.Equal(empreinte, EmpreinteLogique.Calculer(Entrepot)[""]);
        Assert.True(Entrepot.Version > version);
        var finis = JsonDocument.Parse(await _serveur.Client.GetStringAsync("/api/travaux")).RootElement.GetProperty("finis").EnumerateArray();
        Assert.Contains(finis, f => f.GetProperty("texte").GetString() == "Reconstruction de la base : terminé." && f.GetProperty("adresse").GetString() == "/travaux");
        Assert.Contains("Elle dit la même chose", await Page("/travaux"), StringComparison.Ordinal);
        var acte = Entrepot.Journal.Lire(new() { Nature = NatureDActe.Reconstruction }).Entrees.Single().Acte;
        Assert.Equal(("/api/travaux/reconstruction", Utilisateur.Local), (acte.Objet, acte.Utilisateur));
    }

    [Fact]
    public async Task LesImportsAttendentQuElleSoitFinie_EtLeDisent()
    {
        await _serveur.Importer("commune/2026-03");
        string lot, demandee;
        using (var occupe = new Occupation(Entrepot))
        {
            demandee = Demander();
            Assert.Null(_serveur.Service<FileDeReconstructions>().Demander("autre", null));
            lot = Imports.LancerDossier(ServeurDImport.Echantillon("commune/2026-03-elus"));
            foreach (var adresse in (string[])["/import", $"/import/{lot}", "/travaux"])
                Assert.Contains("La base est en cours de reconstruction.", await Page(adresse), StringComparison.Ordinal);
            Assert.DoesNotContain("action=\"/api/travaux/reconstruction\"", await Page("/travaux"), StringComparison.Ordinal);
            Assert.Contains("En attente : un import est en cours.", await Page("/travaux"), StringComparison.Ordinal);
            Assert.Equal(EtatDImport.EnAttente, Imports.Trouver(lot)!.Etat);
        }

        Assert.Equal((EtatDImport.Termine, 12), (await _serveur.Attendre(lot) is var fini ? (fini.Etat, fini.Rapport!.Totaux.Bulletins) : default));
        Assert.Equal(EtatDeTravail.Termine, Entrepot.Travaux.Trouver(demandee)!.Etat);
        await _serveur.AttendreLaFile();
        Assert.True(Entrepot.Travaux.Trouver(demandee)!.FiniLe < Entrepot.Travaux.Trouver(lot)!.FiniLe);
        Assert.DoesNotContain("La base est en cours de reconstruction.", await Page("/import"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Annulee_ElleNeLaisseRienEtLesImportsContinuent()
    {
        await _serveur.Importer("commune/2026-03");
        var version = Entrepot.Version;
        using (new Occupation(Entrepot))
        {
            var demandee = Demander();
            using var annulation = await _serveur.Poster($"/api/travaux/{demandee}/annuler");
            Assert.Equal(HttpStatusCode.Redirect, annulation.StatusCode);
        }

        var annulee = await Attendre();
        Assert.Equal((EtatDeTravail.Annule, version), (annulee.Etat, Entrepot.Version));
        Assert.False(Entrepot.EstEnReconstruction);
        Assert.Equal(12, (await _serveur.Importer("commune/2026-03-elus")).Rapport!.Totaux.Bulletins);
        Assert.NotNull(Demander());
        Assert.Equal(EtatDeTravail.Termine, (await Attendre()).Etat);
    }

    [Fact]
    public async Task UnRedemarrageLaReprendAvantLesImportsQuiAttendent()
    {
        await _serveur.Importer("commune/2026-03");
        var empreinte = EmpreinteLogique.Calculer(Entrepot)[""];
        Entrepot.Travaux.Poser(new Travail("20260323-000000-aaaaaaaa", Travail.Reconstruction, "Reconstruction de la base", "", TimeProvider.System.GetUtcNow()) { Compte = Utilisateur.Local });
        Directory.CreateDirectory(Path.Combine(_serveur.Donnees, "reconstruction"));
        await File.WriteAllTextAsync(Path.Combine(_serveur.Donnees, "reconstruction", "paye.duckdb"), "la moitié d'une base");
        await _serveur.Arreter();
        await _serveur.InitializeAsync();
        var reprise = await Attendre();

        Assert.True((reprise.Id, reprise.Etat) == ("20260323-000000-aaaaaaaa", EtatDeTravail.Termine), reprise.Resultat);
        Assert.Equal(empreinte, EmpreinteLogique.Calculer(Entrepot)[""]);
    }

    [Fact]
    public async Task CeQuiNeSeLitPlus_LaisseLaBaseActuelle_EtLeDit()
    {
        await _serveur.Importer("commune/2026-03");
        var version = Entrepot.Version;
        var original = Directory.GetFiles(Path.Combine(_serveur.Donnees, "originaux"), "*", SearchOption.AllDirectories)[0];
        File.SetAttributes(original, FileAttributes.Normal);
        File.Delete(original);
        Demander();

        var refusee = await Attendre();
        Assert.Equal((EtatDeTravail.Echoue, version), (refusee.Etat, Entrepot.Version));
        Assert.Contains("ne se lisent plus : la base actuelle reste", await Page("/travaux"), StringComparison.Ordinal);
    }

    private string Demander()
    {
        var id = _serveur.Service<FileDeReconstructions>().Demander(Utilisateur.Local, null);
        Assert.NotNull(id);
        return id;
    }

    private async Task<string> Page(string adresse) => WebUtility.HtmlDecode(await _serveur.Client.GetStringAsync(adresse));

    private async Task<Travail> Attendre()
    {
        await _serveur.Service<FileDeReconstructions>().Repos.WaitAsync(TimeSpan.FromMinutes(1));
        return Entrepot.Travaux.De(Utilisateur.Local, null, 20).First(t => t.Sorte == Travail.Reconstruction);
    }

    /// <summary>Someone writes the tables, on a thread of his own.</summary>
    private sealed class Occupation : IDisposable
    {
        private readonly ManualResetEventSlim _prise = new();
        private readonly ManualResetEventSlim _fin = new();
        private readonly Thread _fil;

        public Occupation(Entrepot entrepot)
        {
            _fil = new Thread(() =>
            {
                lock (entrepot.Ecriture)
                {
                    _prise.Set();
                    _fin.Wait();
                }
            });
            _fil.Start();
            _prise.Wait();
        }

        public void Dispose()
        {
            _fin.Set();
            _fil.Join();
            _prise.Dispose();
            _fin.Dispose();
        }
    }
}
