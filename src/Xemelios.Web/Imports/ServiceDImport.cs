using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Xemelios.Web.Imports;

/// <summary>Runs the queue of imports, and watches the drop folder, as long as the application lives.</summary>
internal sealed partial class ServiceDImport(FileDImports file, DossierDeDepot depot, TimeProvider horloge, ILogger<ServiceDImport> journal) : BackgroundService
{
    private static readonly TimeSpan Periode = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan DelaiDesEnvois = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.WhenAll(file.Servir(stoppingToken), Surveiller(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The end of the program.
        }
    }

    private async Task Surveiller(CancellationToken fin)
    {
        using var minuterie = new PeriodicTimer(Periode, horloge);
        while (await minuterie.WaitForNextTickAsync(fin))
        {
            Relever(fin);
            file.OublierLesEnvoisAbandonnes(DelaiDesEnvois);
        }
    }

    /// <summary>A folder that cannot be read now is looked at again; the application goes on.</summary>
    private void Relever(CancellationToken fin)
    {
        try
        {
            depot.Relever(fin);
        }
        catch (Exception illisible) when (illisible is IOException or UnauthorizedAccessException)
        {
            DossierIllisible(journal, illisible.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Le dossier de dépôt ne se lit pas ({Erreur}) : nouvel essai.")]
    private static partial void DossierIllisible(ILogger journal, string erreur);
}
