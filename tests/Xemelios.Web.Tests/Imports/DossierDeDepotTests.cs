using Xemelios.Web.Imports;
using Xemelios.Web.Travaux;

namespace Xemelios.Web.Tests.Imports;

public sealed class DossierDeDepotTests : IAsyncLifetime
{
    private readonly ServeurDImport _serveur = new();

    private string Depot => Path.Combine(_serveur.Donnees, "depot");

    public Task InitializeAsync() => _serveur.InitializeAsync();

    public Task DisposeAsync() => _serveur.DisposeAsync();

    [Fact]
    public async Task UnFichierPoseEstImportePuisRetire()
    {
        var pose = Poser("mars/paye.xml");

        while (File.Exists(pose)) await Task.Delay(50);
        var lot = _serveur.Service<FileDImports>().Derniers(1, _ => true).Single();
        var suivi = await _serveur.Attendre(lot.Lot);

        Assert.Equal((OrigineDImport.DossierDeDepot, "mars/paye.xml", 12), (suivi.Origine, suivi.Rapport!.Fichiers[0].Chemin, suivi.Rapport.Totaux.Bulletins));
    }

    [Fact]
    public void UnFichierQuiGranditEncoreEtLesDemandesDeLaLigneDeCommandeSontLaisses()
    {
        using var file = new FileDImports(_serveur.Service<Store.Entrepot>(), _serveur.Service<FileDeReconstructions>(), TimeProvider.System);
        var depot = new DossierDeDepot(_serveur.Service<Store.Entrepot>(), file);
        var demande = Poser("demandes/demande.json");
        var temporaire = Poser("copie.part");

        Assert.Null(depot.Relever(default));
        Assert.Null(depot.Relever(default));

        Assert.True(File.Exists(demande) && File.Exists(temporaire));
    }

    private string Poser(string nom)
    {
        var chemin = Path.Combine(Depot, nom);
        Directory.CreateDirectory(Path.GetDirectoryName(chemin)!);
        File.Copy(Directory.GetFiles(ServeurDImport.Echantillon("commune/2026-03-elus")).Single(), chemin);
        return chemin;
    }
}
