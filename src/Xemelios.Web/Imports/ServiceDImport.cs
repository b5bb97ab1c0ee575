using Microsoft.Extensions.Hosting;

namespace Xemelios.Web.Imports;

/// <summary>Runs the queue of imports, and watches the drop folder, as long as the application lives.</summary>
internal sealed class ServiceDImport(FileDImports file, DossierDeDepot depot, TimeProvider horloge) : BackgroundService
{
    private static readonly TimeSpan Periode = TimeSpan.FromSeconds(2);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(file.Servir(stoppingToken), Surveiller(stoppingToken));

    private async Task Surveiller(CancellationToken fin)
    {
        using var minuterie = new PeriodicTimer(Periode, horloge);
        while (await minuterie.WaitForNextTickAsync(fin))
            depot.Relever(fin);
    }
}
