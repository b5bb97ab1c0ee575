using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Xemelios.Store;
using Xemelios.Web.Imports;

namespace Xemelios.Web.Tests.Imports;

/// <summary>The real application on a free port, with what it takes to import into it. One for each test: imports leave traces.</summary>
public sealed class ServeurDImport : IAsyncLifetime
{
    private readonly DirectoryInfo _racine = Directory.CreateTempSubdirectory("xemelios-import-");
    private WebApplication _application = null!;

    public HttpClient Client { get; private set; } = null!;

    /// <summary>What differs from the ordinary server.</summary>
    public Func<XemeliosWebOptions, XemeliosWebOptions> Reglage { get; init; } = o => o;

    public string Donnees => Path.Combine(_racine.FullName, "donnees");

    public T Service<T>()
        where T : notnull => _application.Services.GetRequiredService<T>();

    /// <summary>A file or folder of the committed samples.</summary>
    public static string Echantillon(string chemin)
    {
        var racine = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(racine.FullName, "Xemelios.Next.sln"))) racine = racine.Parent!;
        return Path.Combine(racine.FullName, "data-samples", chemin);
    }

    public async Task InitializeAsync()
    {
        _application = XemeliosWeb.Create(Reglage(new XemeliosWebOptions { DataFolder = Donnees, Url = new Uri("http://127.0.0.1:0") }));
        await _application.StartAsync();
        Client = new HttpClient(new AvecJeton(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })) { BaseAddress = new Uri(_application.Urls.Single()) };
    }

    public async Task Arreter()
    {
        Client.Dispose();
        await _application.StopAsync();
        await _application.DisposeAsync();
    }

    /// <summary>Imports a folder or file of the samples and gives its report.</summary>
    public Task<SuiviDImport> Importer(string echantillon) => Attendre(Service<FileDImports>().LancerDossier(Echantillon(echantillon)));

    /// <summary>Waits until a batch is over, and until its thread has let the tables go: it says that it is over just before.</summary>
    public async Task<SuiviDImport> Attendre(string lot)
    {
        var file = Service<FileDImports>();
        while (file.Trouver(lot) is { EstFini: false } || Service<Entrepot>().EstEnEcriture) await Task.Delay(20);
        return file.Trouver(lot)!;
    }

    /// <summary>Waits until a started server has taken up what an interruption left: it does so beside its other beginnings.</summary>
    public async Task<SuiviDImport> AttendreUneReprise()
    {
        var file = Service<FileDImports>();
        SuiviDImport? reprise;
        while ((reprise = file.Derniers(5, _ => true).SingleOrDefault(s => s.Origine == OrigineDImport.Reprise)) is null) await Task.Delay(20);
        return await Attendre(reprise.Lot);
    }

    /// <summary>Waits until a started server has done all that the last one had left.</summary>
    public async Task AttendreLaFile()
    {
        var travaux = Service<Xemelios.Store.Entrepot>().Travaux;
        while (travaux.Inacheves(Xemelios.Store.Gestion.Travail.Import).Concat(travaux.Inacheves(Xemelios.Store.Gestion.Travail.Export)).Any(t => t.Etat == Xemelios.Store.Gestion.EtatDeTravail.EnAttente))
            await Task.Delay(20);
    }

    public async Task<string> OuvrirUnLot()
    {
        using var reponse = await Client.PostAsync(new Uri("/api/imports", UriKind.Relative), null);
        return (await reponse.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("lot").GetString()!;
    }

    public async Task<HttpResponseMessage> Envoyer(string lot, string chemin, byte[] octets)
    {
        using var contenu = new ByteArrayContent(octets);
        return await Client.PostAsync(new Uri($"/api/imports/{lot}/fichiers?chemin={Uri.EscapeDataString(chemin)}", UriKind.Relative), contenu);
    }

    /// <summary>Sends a piece of a file, the first of those that were chosen.</summary>
    public async Task<(HttpStatusCode Etat, long Recus, bool Complet)> EnvoyerUnMorceau(string lot, byte[] fichier, int debut, int fin, string chemin = "paye.xml")
    {
        using var contenu = new ByteArrayContent(fichier[debut..fin]);
        using var reponse = await Client.PostAsync(new Uri($"/api/imports/{lot}/fichiers/0?chemin={Uri.EscapeDataString(chemin)}&octets={fichier.Length}&debut={debut}", UriKind.Relative), contenu);
        return await Lire(reponse);
    }

    /// <summary>Where the first file stands.</summary>
    public async Task<(HttpStatusCode Etat, long Recus, bool Complet)> EtatDuFichier(string lot)
    {
        using var reponse = await Client.GetAsync(new Uri($"/api/imports/{lot}/fichiers/0", UriKind.Relative));
        return await Lire(reponse);
    }

    private static async Task<(HttpStatusCode, long, bool)> Lire(HttpResponseMessage reponse)
    {
        if (reponse.StatusCode != HttpStatusCode.OK)
            return (reponse.StatusCode, 0, false);
        var etat = await reponse.Content.ReadFromJsonAsync<JsonElement>();
        return (reponse.StatusCode, etat.GetProperty("recus").GetInt64(), etat.GetProperty("complet").GetBoolean());
    }

    public Task<HttpResponseMessage> Poster(string chemin) => Client.PostAsync(new Uri(chemin, UriKind.Relative), null);

    public async Task DisposeAsync()
    {
        await Arreter();
        foreach (var original in _racine.EnumerateFiles("*", SearchOption.AllDirectories)) original.Attributes = FileAttributes.Normal;
        _racine.Delete(recursive: true);
    }
}
