using Microsoft.Extensions.Hosting;

namespace Xemelios.Web.Travaux;

/// <summary>Runs the queues of exports and of reconstructions, and removes the files that were kept long enough, as long as the application lives.</summary>
internal sealed class ServiceDesTravaux(FileDExports file, FileDeReconstructions reconstructions, TimeProvider horloge, IHostApplicationLifetime vie) : BackgroundService
{
    private static readonly TimeSpan Periode = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            // An export is made by the endpoints of the application: they are there once it has started.
            await AttendreLeDebut(stoppingToken);
            await Task.WhenAll(file.Servir(stoppingToken), reconstructions.Servir(stoppingToken), Ranger(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The end of the program.
        }
    }

    private async Task AttendreLeDebut(CancellationToken fin)
    {
        var debut = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var commence = vie.ApplicationStarted.Register(debut.SetResult);
        await debut.Task.WaitAsync(fin);
    }

    private async Task Ranger(CancellationToken fin)
    {
        using var minuterie = new PeriodicTimer(Periode, horloge);
        do
            file.JeterLesVieux();
        while (await minuterie.WaitForNextTickAsync(fin));
    }
}
