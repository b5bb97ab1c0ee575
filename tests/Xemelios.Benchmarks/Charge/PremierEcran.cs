using System.Diagnostics;
using Microsoft.Playwright;

namespace Xemelios.Benchmarks.Charge;

/// <summary>A browser that has never seen the application: from the navigation to a screen that answers to the keyboard and the mouse.</summary>
internal static class PremierEcran
{
    /// <summary>Seconds of each opening, in a new profile each time.</summary>
    public static async Task<IReadOnlyList<double>> MesurerAsync(Uri adresse, string cookie, string chemin, int fois)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var navigateur = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Mesures.Programme.Installe("chromium"), Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
        List<double> secondes = [];
        // The first opening starts the browser's own parts: it is not counted.
        for (var i = -1; i < fois; i++)
        {
            await using var profil = await navigateur.NewContextAsync(new() { BaseURL = adresse.ToString(), Locale = "fr-FR" });
            await profil.AddCookiesAsync([new() { Name = cookie.Split('=')[0], Value = cookie[(cookie.IndexOf('=', StringComparison.Ordinal) + 1)..], Url = adresse.ToString().Replace("http:", "https:", StringComparison.Ordinal), Secure = true }]);
            var page = await profil.NewPageAsync();
            var debut = Stopwatch.GetTimestamp();
            await page.GotoAsync(chemin, new() { WaitUntil = WaitUntilState.Commit });
            await Assertions.Expect(page.Locator(".etat-connexion")).ToHaveTextAsync("Connecté au serveur", new() { Timeout = 30_000 });
            if (i >= 0)
                secondes.Add(Stopwatch.GetElapsedTime(debut).TotalSeconds);
        }

        return secondes;
    }
}
