using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xemelios.Domain.Habilitations;
using Xemelios.Query;
using Xemelios.Web.Tests.Imports;

namespace Xemelios.Web.Tests.Security;

/// <summary>An error says its reference to the reader and its kind to the logs; the name and the number that stood in the address are in neither.</summary>
public sealed class ErreursSansDonneesTests : IAsyncLifetime
{
    private const string Nir = "1850399000123", Nom = "LEFEBVRE-MARTIN";
    private readonly ConcurrentQueue<string> _ecrits = new();
    private readonly ServeurDImport _serveur;
    private Exception _panne = new InvalidOperationException();

    public ErreursSansDonneesTests() => _serveur = new ServeurDImport
    {
        Reglage = o => o with
        {
            ConfigureServices = s => s.AddSingleton<IJournal>(new JournalQuiTombe(() => _panne)).AddSingleton<ILoggerProvider>(new Capture(_ecrits)),
        },
    };

    public Task InitializeAsync() => _serveur.InitializeAsync();

    public Task DisposeAsync() => _serveur.DisposeAsync();

    [Theory]
    [InlineData("/bulletins?q=nom%3D" + Nom)]
    [InlineData("/agents/" + Nir + "/" + Nom)]
    [InlineData("/exports/recherche/bulletins.csv?q=nir%3D" + Nir)]
    public async Task NiLaPageNiLesJournauxTechniquesNeLesDisent(string adresse)
    {
        _panne = new InvalidOperationException($"Could not convert string '{Nir}' of {Nom}", new FormatException(Nom));

        using var reponse = await _serveur.Client.GetAsync(new Uri(adresse, UriKind.Relative));
        var page = await reponse.Content.ReadAsStringAsync();
        var ecrits = string.Join('\n', _ecrits);

        Assert.Equal(HttpStatusCode.InternalServerError, reponse.StatusCode);
        Assert.All([page, ecrits], t => Assert.DoesNotMatch($"{Nir}|{Nom}", t));
        var reference = Regex.Match(page, "<code>(?<dite>[^<]+)</code>", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["dite"].Value;
        Assert.Contains($"référence {reference}", ecrits, StringComparison.Ordinal);
        Assert.Contains("System.InvalidOperationException", ecrits, StringComparison.Ordinal);
        Assert.Contains("System.FormatException", ecrits, StringComparison.Ordinal);
        Assert.Contains(nameof(JournalQuiTombe), ecrits, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UneQuestionQueLeMoteurNePeutTenirEstRefuseeEnFrancais()
    {
        _panne = new QuestionTropLourdeException();

        using var reponse = await _serveur.Client.GetAsync(new Uri("/etats", UriKind.Relative));
        var page = WebUtility.HtmlDecode(await reponse.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.BadRequest, reponse.StatusCode);
        Assert.Contains("QST-0007", page, StringComparison.Ordinal);
        Assert.Contains(_panne.Message, page, StringComparison.Ordinal);
        Assert.Empty(_ecrits);
    }

    private sealed class JournalQuiTombe(Func<Exception> panne) : IJournal
    {
        public void Ecrire(Acte acte) => throw panne();
    }

    private sealed class Capture(ConcurrentQueue<string> ecrits) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            ecrits.Enqueue($"{state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            ecrits.Enqueue($"{logLevel} {formatter(state, exception)} {exception?.Message} {exception}");

        public void Dispose()
        {
        }
    }
}
