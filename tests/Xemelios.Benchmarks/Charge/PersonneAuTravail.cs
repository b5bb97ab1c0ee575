using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace Xemelios.Benchmarks.Charge;

/// <summary>One person with one open page: reads a screen, thinks, goes to another, in the order of the work.</summary>
internal sealed partial class PersonneAuTravail(HttpClient client, string cookie, IReadOnlyList<(string Nom, string Chemin)> ecrans, ulong graine) : IAsyncDisposable
{
    private readonly Samples.Hasard _hasard = new(graine);
    private CircuitOuvert? _circuit;

    /// <summary>Signs in under a profile of the demonstration: no password there.</summary>
    /// <returns>The cookie of the session.</returns>
    public static async Task<string> SeConnecterAsync(Uri adresse, string compte)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = adresse };
        using var page = await client.GetAsync("/connexion");
        using var envoi = new HttpRequestMessage(HttpMethod.Post, "/connexion")
        {
            Content = new FormUrlEncodedContent([new("_handler", "demonstration"), new("__RequestVerificationToken", Jeton().Match(await page.Content.ReadAsStringAsync()).Groups["valeur"].Value), new("utilisateur", compte)]),
        };
        envoi.Headers.Add("Cookie", string.Join("; ", page.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0])));
        using var reponse = await client.SendAsync(envoi);
        if (reponse.StatusCode is not (HttpStatusCode.Redirect or HttpStatusCode.Found or HttpStatusCode.OK) || !reponse.Headers.TryGetValues("Set-Cookie", out var cookies))
            throw new InvalidOperationException($"{compte} n'a pas pu entrer : {(int)reponse.StatusCode}.");
        return cookies.First(c => c.StartsWith("__Host-xemelios=", StringComparison.Ordinal)).Split(';')[0];
    }

    /// <summary>Opens a first screen and its circuit.</summary>
    public async Task OuvrirAsync()
    {
        var page = await LireAsync("/");
        _circuit = await CircuitOuvert.OuvrirAsync(client, cookie, client.BaseAddress!, page);
    }

    /// <summary>Goes from screen to screen.</summary>
    /// <param name="reflexion">How long a person looks at a screen, on average.</param>
    /// <param name="noter">Receives each screen with the seconds of its page, then of its interactive parts on the circuit.</param>
    public async Task TravaillerAsync(int fois, TimeSpan reflexion, Action<string, double, double> noter)
    {
        for (var i = 0; i < fois; i++)
        {
            await Task.Delay(reflexion * (_hasard.Entre(10, 190) / 100.0));
            var (nom, chemin) = ecrans[_hasard.Entre(0, ecrans.Count - 1)];
            var debut = Stopwatch.GetTimestamp();
            var page = await LireAsync(chemin);
            var milieu = Stopwatch.GetTimestamp();
            if (page.Contains("Blazor:{", StringComparison.Ordinal))
                await _circuit!.MontrerAsync(page);
            noter(nom, Stopwatch.GetElapsedTime(debut, milieu).TotalSeconds, Stopwatch.GetElapsedTime(milieu).TotalSeconds);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_circuit is not null)
            await _circuit.DisposeAsync();
    }

    private async Task<string> LireAsync(string chemin)
    {
        using var reponse = await client.GetAsync(chemin);
        reponse.EnsureSuccessStatusCode();
        return await reponse.Content.ReadAsStringAsync();
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<valeur>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Jeton();
}
