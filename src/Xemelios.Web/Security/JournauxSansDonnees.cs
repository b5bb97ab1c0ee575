using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using System.Diagnostics;
using Xemelios.Query;

namespace Xemelios.Web.Security;

/// <summary>The technical logs of the application: of an error its kind and its place in the program. Its message may quote a name or a
/// number, and the address of a request holds them: neither is written.</summary>
internal sealed class JournauxSansDonnees(LoggerFactory journaux) : ILoggerFactory
{
    /// <summary>Takes the place of the framework's own.</summary>
    public static void Ajouter(IServiceCollection services)
    {
        services.AddSingleton<ILoggerFactory>(s => new JournauxSansDonnees(new LoggerFactory(
            s.GetServices<ILoggerProvider>(), s.GetRequiredService<IOptionsMonitor<LoggerFilterOptions>>(), s.GetRequiredService<IOptions<LoggerFactoryOptions>>())));
        services.AddExceptionHandler<ReferenceDErreur>();
    }

    public ILogger CreateLogger(string categoryName) => new Filtre(journaux.CreateLogger(categoryName));

    public void AddProvider(ILoggerProvider provider) => journaux.AddProvider(provider);

    public void Dispose() => journaux.Dispose();

    private sealed class Filtre(ILogger journal) : ILogger
    {
        // A scope holds the path of the request.
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => journal.IsEnabled(logLevel);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var dite = exception is null ? null : new ErreurTueException(exception);
            journal.Log(logLevel, eventId, formatter(state, dite), dite, static (phrase, _) => phrase);
        }
    }
}

/// <summary>An error as the logs may say it.</summary>
internal sealed class ErreurTueException(Exception erreur) : Exception(erreur.GetType().FullName)
{
    public override string? StackTrace => string.Join(Environment.NewLine, Chaine(erreur).Select(e => $"{e.GetType().FullName}{Environment.NewLine}{e.StackTrace}"));

    public override string ToString() => StackTrace ?? Message;

    private static IEnumerable<Exception> Chaine(Exception? erreur)
    {
        for (; erreur is not null; erreur = erreur.InnerException)
            yield return erreur;
    }
}

/// <summary>Writes, beside the error, the reference that the page gives to the reader.</summary>
internal sealed partial class ReferenceDErreur(ILogger<ReferenceDErreur> journal) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not QuestionRefuseeException)
            Ecrire(journal, Activity.Current?.Id ?? httpContext.TraceIdentifier, exception);
        return ValueTask.FromResult(false);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Demande sans réponse, référence {Reference}.")]
    private static partial void Ecrire(ILogger journal, string reference, Exception erreur);
}
