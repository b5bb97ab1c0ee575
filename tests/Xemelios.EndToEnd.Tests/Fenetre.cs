using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Xemelios.EndToEnd.Tests;

/// <summary>A browser window under test: its page, and the errors that its console showed.</summary>
public sealed class Fenetre : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _erreurs = new();

    public Fenetre(IPage page)
    {
        Page = page;
        Page.SetDefaultTimeout(15_000);
        Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") _erreurs.Enqueue($"{message.Type} {message.Location} {message.Text}");
        };
        Page.PageError += (_, erreur) => _erreurs.Enqueue(erreur);
    }

    public IPage Page { get; }

    /// <summary>Errors and warnings of the console and uncaught exceptions, refused resources and policy violations included.</summary>
    public IReadOnlyCollection<string> Erreurs => _erreurs;

    /// <summary>Opens an address of the application and waits for its title.</summary>
    public async Task<IResponse?> Aller(string chemin)
    {
        var reponse = await Page.GotoAsync(chemin, new PageGotoOptions { WaitUntil = WaitUntilState.DOMContentLoaded });
        await Titre.WaitForAsync();
        return reponse;
    }

    public ILocator Titre => Page.Locator("h1");

    /// <summary>Waits until the server answers the page's interactive parts.</summary>
    public Task AttendreLeCircuit() => Assertions.Expect(Page.Locator(".etat-connexion")).ToHaveTextAsync("Connecté au serveur");

    /// <summary>Waits until a script finds something true: asked from here, since the page's policy lets none be evaluated in it.</summary>
    public async Task Attendre(string vrai)
    {
        for (var essai = 0; !await Page.EvaluateAsync<bool>(vrai); essai++)
        {
            Assert.True(essai < 100, $"Toujours faux : {vrai}");
            await Task.Delay(100);
        }
    }

    /// <summary>Keeps a picture of the page under <c>artifacts/captures</c> at the top of the checkout.</summary>
    /// <param name="entiere">What lies below the window too: no choice for a page of hundreds of sheets, whose picture alone takes the browser a quarter of a minute.</param>
    public Task Photographier(string nom, bool entiere = true) =>
        Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Racine(), "artifacts", "captures", nom + ".png"), FullPage = entiere });

    /// <summary>A picture at the width of a laptop, then of a telephone; nothing may be wider than the window.</summary>
    public async Task PhotographierLargeEtEtroit(string nom)
    {
        foreach (var (largeur, hauteur) in new[] { (1280, 800), (400, 800) })
        {
            await Page.SetViewportSizeAsync(largeur, hauteur);
            await Photographier($"{nom}-{largeur}");
            Assert.True(await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{nom} déborde à {largeur} px.");
        }
    }

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();

    /// <summary>Top of the checkout.</summary>
    public static string Racine()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Xemelios.Next.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
