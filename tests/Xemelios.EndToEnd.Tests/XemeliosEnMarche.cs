using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xemelios.Web;

namespace Xemelios.EndToEnd.Tests;

/// <summary>The application on a free port with a data folder of its own, and the browser that looks at it.</summary>
public class XemeliosEnMarche : IAsyncLifetime
{
    private readonly DirectoryInfo _dataFolder = Directory.CreateTempSubdirectory("xemelios-e2e-");
    private WebApplication _application = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public Uri Adresse { get; private set; } = null!;

    /// <summary>The application itself, for what a test does beside the browser.</summary>
    public WebApplication Application => _application;

    /// <summary>A service of the application.</summary>
    public T Service<T>() where T : notnull => _application.Services.GetRequiredService<T>();

    /// <summary>Fills the data folder before the application opens it.</summary>
    protected virtual void Preparer(string dataFolder)
    {
    }

    /// <summary>What is done with the application before it answers.</summary>
    protected virtual Task AvantLeDemarrage(WebApplication application) => Task.CompletedTask;

    /// <summary>Changes how the application is served.</summary>
    protected virtual XemeliosWebOptions Regler(XemeliosWebOptions options) => options;

    public async Task InitializeAsync()
    {
        Preparer(_dataFolder.FullName);
        await Demarrer(new Uri("http://127.0.0.1:0"));
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.Launch(_playwright);
    }

    /// <summary>Stops the application, as a machine that is switched off does: open pages lose it.</summary>
    public async Task Arreter() => await _application.DisposeAsync();

    /// <summary>Starts it again at the address that it had.</summary>
    public Task Redemarrer() => Demarrer(Adresse);

    /// <summary>A new browser window without history or cookies, that writes down what goes wrong in it.</summary>
    /// <param name="derriere">Address of the proxy by which it goes, with a certificate of its own; null: straight to the application.</param>
    /// <param name="entetes">Headers that the browser adds to every request.</param>
    public async Task<Fenetre> OuvrirFenetre(int largeur = 1280, int hauteur = 800, Uri? derriere = null, IReadOnlyDictionary<string, string>? entetes = null)
    {
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = (derriere ?? Adresse).ToString(),
            IgnoreHTTPSErrors = derriere is not null,
            ExtraHTTPHeaders = entetes,
            Locale = "fr-FR",
            ViewportSize = new ViewportSize { Width = largeur, Height = hauteur },
        });
        return new Fenetre(await context.NewPageAsync());
    }

    private async Task Demarrer(Uri adresse)
    {
        _application = XemeliosWeb.Create(Regler(new XemeliosWebOptions { DataFolder = _dataFolder.FullName, Url = adresse, FacettesMs = 10_000 }));
        await AvantLeDemarrage(_application);
        await _application.StartAsync();
        Adresse = new Uri(_application.Urls.Single());
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_application is not null) await _application.DisposeAsync();
        _dataFolder.Delete(recursive: true);
    }
}

/// <summary>All end-to-end tests share one application and one browser.</summary>
[CollectionDefinition(Nom)]
public sealed class ApplicationCollection : ICollectionFixture<XemeliosEnMarche>
{
    public const string Nom = "application";
}
