using System.Text.RegularExpressions;

namespace Xemelios.Web.Tests.Imports;

/// <summary>Sends what changes something with the token of a page, as our forms and scripts do.</summary>
internal sealed partial class AvecJeton(HttpMessageHandler suivant) : DelegatingHandler(suivant)
{
    private (string Jeton, string Cookie)? _donne;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage demande, CancellationToken annulation)
    {
        if (demande.Method == HttpMethod.Post && !demande.Headers.Contains("Sec-Fetch-Site"))
        {
            _donne ??= await DemanderAsync(demande.RequestUri!, annulation);
            demande.Headers.TryAddWithoutValidation("RequestVerificationToken", _donne.Value.Jeton);
            demande.Headers.TryAddWithoutValidation("Cookie", _donne.Value.Cookie);
        }

        return await base.SendAsync(demande, annulation);
    }

    private async Task<(string, string)> DemanderAsync(Uri adresse, CancellationToken annulation)
    {
        using var lecture = new HttpRequestMessage(HttpMethod.Get, new Uri(adresse, "/import"));
        using var page = await base.SendAsync(lecture, annulation);
        var jeton = Jeton().Match(await page.Content.ReadAsStringAsync(annulation)).Groups["valeur"].Value;
        return (jeton, page.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("xemelios-formulaires=", StringComparison.Ordinal)).Split(';')[0]);
    }

    [GeneratedRegex("data-jeton=\"(?<valeur>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Jeton();
}
