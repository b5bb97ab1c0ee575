using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using System.Text.Json;
using Xemelios.Store;

namespace Xemelios.Cli;

/// <summary>Where the time of a command goes: wall and processor seconds of each stage, over all threads.</summary>
/// <remarks>Asked for by XEMELIOS_PROFIL=FICHIER, for the benchmarks. Processor time is known on Linux only; elsewhere it is zero.</remarks>
internal sealed class Profil : IDisposable
{
    private readonly string _fichier;
    private readonly ActivityListener _ecoute;
    private readonly ConcurrentDictionary<string, (TimeSpan Duree, TimeSpan Processeur)> _etapes = new();

    private Profil(string fichier)
    {
        _fichier = fichier;
        _ecoute = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Etapes.Nom,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStarted = etape => etape.SetCustomProperty("processeur", Processeur()),
            ActivityStopped = Ajouter,
        };
        ActivitySource.AddActivityListener(_ecoute);
    }

    public static Profil? Demande() =>
        Environment.GetEnvironmentVariable("XEMELIOS_PROFIL") is { Length: > 0 } fichier ? new Profil(fichier) : null;

    public void Dispose()
    {
        _ecoute.Dispose();
        var total = Environment.CpuUsage.TotalTime;
        var demarrage = TimeProvider.System.GetLocalNow().DateTime - Process.GetCurrentProcess().StartTime;
        var lignes = _etapes.OrderByDescending(e => e.Value.Duree)
            .Select(e => new { etape = e.Key, secondes = Secondes(e.Value.Duree), processeur = Secondes(e.Value.Processeur) })
            .Append(new { etape = $"compilation à la volée de {JitInfo.GetCompiledMethodCount()} méthodes", secondes = Secondes(JitInfo.GetCompilationTime()), processeur = Secondes(JitInfo.GetCompilationTime()) })
            .Append(new { etape = $"ramasse-miettes, {GC.CollectionCount(0)} passages", secondes = Secondes(GC.GetTotalPauseDuration()), processeur = Secondes(GC.GetTotalPauseDuration()) })
            .Append(new { etape = "tout le programme", secondes = Secondes(demarrage), processeur = Secondes(total) });
        File.WriteAllText(_fichier, JsonSerializer.Serialize(lignes));
    }

    private static decimal Secondes(TimeSpan duree) => Math.Round(duree.Ticks / (decimal)TimeSpan.TicksPerSecond, 3);

    private void Ajouter(Activity etape)
    {
        var processeur = Processeur() - (TimeSpan)etape.GetCustomProperty("processeur")!;
        _etapes.AddOrUpdate(
            etape.OperationName, _ => (etape.Duration, processeur), (_, avant) => (avant.Duree + etape.Duration, avant.Processeur + processeur));
    }

    /// <summary>Time that the present thread spent on a core: first figure of its schedstat, in nanoseconds.</summary>
    private static TimeSpan Processeur() => OperatingSystem.IsLinux()
        ? TimeSpan.FromTicks(long.Parse(File.ReadAllText("/proc/thread-self/schedstat").Split(' ')[0], CultureInfo.InvariantCulture) / 100)
        : TimeSpan.Zero;
}
