using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Xemelios.EndToEnd.Tests;

/// <summary>The committed samples, sent to a running application as a browser sends them.</summary>
internal static class DonneesDEssai
{
    private static readonly ConcurrentDictionary<(Uri, string), Lazy<Task>> Envois = new();

    /// <summary>The path of a folder of samples.</summary>
    public static string Chemin(string dossier)
    {
        var racine = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(racine.FullName, "Xemelios.Next.sln"))) racine = racine.Parent!;
        return Path.Combine(racine.FullName, "data-samples", dossier);
    }

    /// <summary>Imports a folder of samples, once for an application.</summary>
    public static Task Importer(Uri adresse, string dossier) =>
        Envois.GetOrAdd((adresse, dossier), cle => new Lazy<Task>(() => Envoyer(cle.Item1, cle.Item2))).Value;

    private static async Task Envoyer(Uri adresse, string dossier)
    {
        using var client = new HttpClient { BaseAddress = adresse };
        // The client keeps the cookie that goes with the token.
        var page = await client.GetStringAsync(new Uri("/import", UriKind.Relative));
        client.DefaultRequestHeaders.Add("RequestVerificationToken", Regex.Match(page, "data-jeton=\"(?<valeur>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["valeur"].Value);
        using var ouverture = await client.PostAsync(new Uri("/api/imports", UriKind.Relative), null);
        var lot = (await ouverture.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("lot").GetString()!;
        foreach (var fichier in Directory.EnumerateFiles(Chemin(dossier), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            using var contenu = new StreamContent(File.OpenRead(fichier));
            var nom = Uri.EscapeDataString(Path.GetRelativePath(Chemin("."), fichier).Replace('\\', '/'));
            using var reponse = await client.PostAsync(new Uri($"/api/imports/{lot}/fichiers?chemin={nom}", UriKind.Relative), contenu);
            reponse.EnsureSuccessStatusCode();
        }

        using var lancement = await client.PostAsync(new Uri($"/api/imports/{lot}/lancer", UriKind.Relative), null);
        lancement.EnsureSuccessStatusCode();
        while (!(await client.GetFromJsonAsync<JsonElement>(new Uri($"/api/imports/{lot}", UriKind.Relative))).GetProperty("fini").GetBoolean())
            await Task.Delay(100);
    }
}
