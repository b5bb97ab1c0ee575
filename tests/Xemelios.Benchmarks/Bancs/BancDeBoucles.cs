using System.Text.Json.Nodes;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters.Json;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Xemelios.Benchmarks.Boucles;
using Xemelios.Benchmarks.Mesures;
using Xemelios.Benchmarks.Rapports;

namespace Xemelios.Benchmarks.Bancs;

/// <summary>The inner loops, by BenchmarkDotNet; its own reports stay among the artifacts.</summary>
internal static class BancDeBoucles
{
    private static readonly Type[] Boucles = [typeof(BoucleDesMontants), typeof(BoucleDuLecteurXml), typeof(BoucleDuLecteurDOctets), typeof(BoucleDeLAjout)];

    public static void Mesurer(Atelier atelier)
    {
        // In the process: its own builds would not find the lock files and the native library.
        var configuration = ManualConfig.CreateEmpty()
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
            .AddDiagnoser(MemoryDiagnoser.Default).AddColumnProvider(DefaultColumnProviders.Instance)
            .AddExporter(JsonExporter.Full).AddLogger(ConsoleLogger.Default)
            .WithArtifactsPath(Path.Combine(atelier.Donnees, "boucles"));
        var rapports = Boucles.SelectMany(b => BenchmarkRunner.Run(b, configuration).Reports).ToList();
        var mesures = rapports.Where(r => r.ResultStatistics is not null).Select(r => Statistiques.EnMesure(
            Nom(r), "processus de mesure", r.ResultStatistics!.OriginalValues.Select(v => new Releve(v / 1e9)))).ToList();
        if (mesures.Count != rapports.Count || mesures.Count == 0)
            throw new InvalidOperationException("Une boucle n'a pas été mesurée.");
        var allocations = new JsonObject(rapports.Select(r => KeyValuePair.Create(
            Nom(r), (JsonNode?)r.GcStats.GetBytesAllocatedPerOperation(r.BenchmarkCase))));
        atelier.Publier("boucles", new Dictionary<string, long>(), [], mesures, new JsonObject { ["octetsAllouesParOperation"] = allocations });
    }

    private static string Nom(BenchmarkReport rapport) => rapport.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo.Trim('\'');
}
