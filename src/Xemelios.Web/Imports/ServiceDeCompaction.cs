using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Xemelios.Web.Imports;

/// <summary>Looks every minute for originals to compress, as long as the application lives.</summary>
internal sealed partial class ServiceDeCompaction(CompactionAuRepos compaction, TimeProvider horloge, ILogger<ServiceDeCompaction> journal) : BackgroundService
{
    private static readonly TimeSpan Periode = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            using var minuterie = new PeriodicTimer(Periode, horloge);
            while (await minuterie.WaitForNextTickAsync(stoppingToken))
                await Task.Factory.StartNew(() => Passer(stoppingToken), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The end of the program.
        }
    }

    private void Passer(CancellationToken fin)
    {
        Thread.CurrentThread.Priority = ThreadPriority.Lowest;
        try
        {
            compaction.Passer(fin);
        }
        catch (Exception disque) when (disque is IOException or UnauthorizedAccessException)
        {
            Remise(journal, disque.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Un original n'a pas pu être compressé ({Erreur}) : nouvel essai au prochain démarrage.")]
    private static partial void Remise(ILogger journal, string erreur);
}
