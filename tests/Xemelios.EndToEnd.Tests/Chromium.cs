using System.Collections;
using Microsoft.Playwright;

namespace Xemelios.EndToEnd.Tests;

/// <summary>The system's Chromium, driven without a screen and without any call of its own to the outside.</summary>
public static class Chromium
{
    private static readonly string[] UsualPlaces =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    private const string Langue = "LANGUAGE";

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-quic", "--no-first-run",
        "--disable-component-update", "--disable-sync", "--font-render-hinting=none",
    ];

    /// <exception cref="ChromiumAbsentException">No browser was found: a test that cannot run has failed.</exception>
    public static Task<IBrowser> Launch(IPlaywright playwright) => playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
    {
        ExecutablePath = FindExecutable(),
        Args = Arguments,
        Headless = true,
        // The browser's own words follow the language of its process: its readers have it in French.
        Env = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Where(v => (string)v.Key != Langue)
            .Select(v => KeyValuePair.Create((string)v.Key, (string?)v.Value ?? "")).Append(new(Langue, "fr")),
    });

    private static string FindExecutable()
    {
        var chosen = Environment.GetEnvironmentVariable("XEMELIOS_CHROMIUM");
        var candidates = string.IsNullOrEmpty(chosen) ? UsualPlaces : [chosen];
        return candidates.FirstOrDefault(File.Exists) ?? throw new ChromiumAbsentException(candidates);
    }
}

/// <summary>The end-to-end tests have no browser.</summary>
public sealed class ChromiumAbsentException(IEnumerable<string> places) : Exception(
    $"Chromium est introuvable ({string.Join(", ", places)}). Installez le paquet « chromium », ou donnez son chemin dans XEMELIOS_CHROMIUM.");
