using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Xemelios.Import.Tests;

namespace Xemelios.Cli.Tests.Contrat;

/// <summary>While a server owns the folder, the command line hands its commands over to it.</summary>
public sealed class ServeurTests : IDisposable
{
    private readonly DossierDEssai _essai = new();
    private Process? _serveur;

    [Fact]
    public async Task LesCommandesSontFaitesParLeServeurQuiTientLeDossier()
    {
        await ServirAsync();
        var import = await Commande.SurAsync(_essai.Donnees, "importer", JeuDEssai.Chemin("hopital"));
        Assert.Equal((0, 120), (import.Code, (int)import.Json["totaux"]!["bulletins"]!));
        var etats = await Commande.SurAsync(_essai.Donnees, "etats");
        Assert.Equal((0, 1), (etats.Code, etats.Json.AsArray().Count));
        Assert.Equal(0, (await Commande.SurAsync(_essai.Donnees, "verifier")).Code);
        Assert.Empty(Directory.GetFiles(Path.Combine(_essai.Donnees, "depot", "demandes")));
    }

    [Fact]
    public async Task LesCodesDeRetourSontCeuxDeLaCommande()
    {
        await ServirAsync();
        var refus = await Commande.SurAsync(_essai.Donnees, "importer", JeuDEssai.Chemin("cas", "vide", "vide.xhl"));
        Assert.Equal((10, "rejete"), (refus.Code, (string)refus.Json["fichiers"]![0]!["etat"]!));
        var inconnu = await Commande.SurAsync(_essai.Donnees, "rapprocher", "--siret", "21990001600011", "--mois", "2026-03");
        Assert.Equal((10, ""), (inconnu.Code, inconnu.Sortie));
        Assert.Equal(10, (await Commande.SurAsync(_essai.Donnees, "reconstruire")).Code);
    }

    public void Dispose()
    {
        _serveur?.Kill();
        _serveur?.WaitForExit();
        _serveur?.Dispose();
        _essai.Dispose();
    }

    private async Task ServirAsync()
    {
        var port = PortLibre();
        _serveur = Programme.Demarrer(_essai.Depot, null, "servir", "--port", $"{port}", "--donnees", _essai.Donnees);
        using var client = new HttpClient();
        while (!_serveur.HasExited)
        {
            try
            {
                using var reponse = await client.GetAsync(new Uri($"http://127.0.0.1:{port}/"));
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(50);
            }
        }

        Assert.Fail($"Le serveur s'est arrêté avec le code {_serveur.ExitCode}.");
    }

    private static int PortLibre()
    {
        using var ecoute = new TcpListener(IPAddress.Loopback, 0);
        ecoute.Start();
        return ((IPEndPoint)ecoute.LocalEndpoint).Port;
    }
}
