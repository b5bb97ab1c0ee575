using System.Diagnostics;
using Xemelios.Benchmarks.Rapports;

namespace Xemelios.Benchmarks.Mesures;

/// <summary>Measures an action in the process of the benchmark: no start is counted against it.</summary>
internal static class DansLeProcessus
{
    public static Releve Mesurer(Action action)
    {
        using var moi = Process.GetCurrentProcess();
        var processeur = moi.TotalProcessorTime;
        var debut = Stopwatch.GetTimestamp();
        action();
        var secondes = Stopwatch.GetElapsedTime(debut).TotalSeconds;
        moi.Refresh();
        return new(secondes, (moi.TotalProcessorTime - processeur).TotalSeconds);
    }
}
