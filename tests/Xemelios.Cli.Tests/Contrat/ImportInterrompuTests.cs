using Xemelios.Import.Tests;
using Xemelios.Samples;

namespace Xemelios.Cli.Tests.Contrat;

/// <summary>A process killed at any moment of an import leaves no half: importing again gives exactly what there was to import.</summary>
public sealed class ImportInterrompuTests : IDisposable
{
    private readonly DossierDEssai _essai = new();

    [Theory]
    [InlineData(0)]
    [InlineData(150)]
    [InlineData(400)]
    [InlineData(900)]
    public async Task TueAuMilieuPuisRepris_LeDossierEstExact(int attenteEnMs)
    {
        TotauxDuGrosFichier totaux;
        using (var gros = File.Create(Path.Combine(_essai.Depot, "gros.xhl")))
            totaux = Generateur.GrosFichier(gros, 1_500);
        foreach (var fichier in Generateur.Livraison(77).Fichiers)
            _essai.Poser(fichier.Chemin, fichier.Contenu);
        using (var processus = Programme.Demarrer(_essai.Depot, _essai.Donnees, "importer", _essai.Depot))
        {
            while (!processus.HasExited && !File.Exists(Path.Combine(_essai.Donnees, "paye.duckdb")))
                await Task.Delay(5);
            await Task.Delay(attenteEnMs);
            processus.Kill();
            await processus.WaitForExitAsync();
        }

        var repris = await Commande.SurAsync(_essai.Donnees, "importer", _essai.Depot);
        Assert.True(repris.Code is 0 or 5, repris.Sortie);
        var etats = (await Commande.SurAsync(_essai.Donnees, "etats", "--siret", totaux.Siret)).Json.AsArray();
        var etat = Assert.Single(etats)!;
        Assert.Equal((totaux.Bulletins, totaux.Lignes, Centimes.Texte(totaux.Brut), Centimes.Texte(totaux.NetAPayer)),
            ((int)etat["bulletins"]!, (long)etat["lignes"]!, (string)etat["brut"]!, (string)etat["net_a_payer"]!));
        using (var connexion = _essai.Entrepot.Connecter())
            Assert.Empty(Proprietes.AttenteDeLivraison.Comparer(connexion, Generateur.Livraison(77), totaux.Siret));
        _essai.Fermer();
        var verification = await Commande.SurAsync(_essai.Donnees, "verifier");
        Assert.True(verification.Code == 0, verification.Sortie);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(8_192)]
    public async Task UneBaseTueeASaNaissanceEstRefaite(int octets)
    {
        Directory.CreateDirectory(_essai.Donnees);
        await File.WriteAllBytesAsync(Path.Combine(_essai.Donnees, "paye.duckdb"), new byte[octets]);
        _essai.Poser("paye.xhl", [1]);
        var importe = await Commande.SurAsync(_essai.Donnees, "importer", _essai.Depot);
        Assert.Equal(1, (int)importe.Json["totaux"]!["fichiers"]!);

        // Something was received now: a base as short is a loss, never taken for a beginning.
        await File.WriteAllBytesAsync(Path.Combine(_essai.Donnees, "paye.duckdb"), new byte[octets + 1]);
        await Assert.ThrowsAnyAsync<Exception>(() => Commande.SurAsync(_essai.Donnees, "etats"));
    }

    public void Dispose() => _essai.Dispose();
}
