using System.Diagnostics;
using System.Globalization;
using System.Text;
using Xemelios.Benchmarks.Rapports;

namespace Xemelios.Benchmarks.Mesures;

/// <summary>Runs a program from start to exit and says what it cost.</summary>
internal static class Programme
{
    /// <summary>GNU time asks the kernel for the figures of its one child, at its end: exact, where sampling would miss a peak.</summary>
    private const string Chronometre = "/usr/bin/time";

    /// <exception cref="InvalidOperationException">The program ended with another code.</exception>
    public static Releve Mesurer(string executable, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string>? environnement = null, params int[] codesAttendus)
    {
        var chronometre = File.Exists(Chronometre) ? Path.GetTempFileName() : null;
        try
        {
            var lancement = chronometre is null
                ? new ProcessStartInfo(executable, arguments)
                : new ProcessStartInfo(Chronometre, ["-o", chronometre, "-f", "%U %S %M", "--", executable, .. arguments]);
            foreach (var (nom, valeur) in environnement ?? new Dictionary<string, string>())
                lancement.Environment[nom] = valeur;
            var (secondes, processus) = Lancer(lancement, codesAttendus);
            using (processus)
                return chronometre is null ? Relever(secondes, processus) : Lire(secondes, File.ReadLines(chronometre).Last());
        }
        finally
        {
            if (chronometre is not null)
                File.Delete(chronometre);
        }
    }

    /// <summary>What a program wrote on its standard output.</summary>
    public static string Sortie(string executable, params string[] arguments)
    {
        var sortie = new StringBuilder();
        Lancer(new ProcessStartInfo(executable, arguments), [0], sortie).Processus.Dispose();
        return sortie.ToString();
    }

    /// <summary>The program of this name on the path, or null.</summary>
    public static string? Installe(string nom) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(d => Path.Combine(d, nom)).FirstOrDefault(File.Exists);

    private static (double Secondes, Process Processus) Lancer(ProcessStartInfo lancement, int[] codesAttendus, StringBuilder? sortie = null)
    {
        lancement.UseShellExecute = false;
        lancement.RedirectStandardOutput = lancement.RedirectStandardError = true;
        var messages = new StringBuilder();
        var processus = new Process { StartInfo = lancement };
        processus.OutputDataReceived += (_, e) => sortie?.AppendLine(e.Data);
        processus.ErrorDataReceived += (_, e) => messages.AppendLine(e.Data);
        var debut = Stopwatch.GetTimestamp();
        processus.Start();
        processus.BeginOutputReadLine();
        processus.BeginErrorReadLine();
        processus.WaitForExit();
        var secondes = Stopwatch.GetElapsedTime(debut).TotalSeconds;
        if (!codesAttendus.DefaultIfEmpty(0).Contains(processus.ExitCode))
            throw new InvalidOperationException($"{lancement.FileName} {string.Join(' ', lancement.ArgumentList)} : code {processus.ExitCode}. {messages}");
        return (secondes, processus);
    }

    /// <summary>Where there is no GNU time, Windows answers for a process that has ended.</summary>
    private static Releve Relever(double secondes, Process processus) =>
        OperatingSystem.IsWindows() ? new(secondes, processus.TotalProcessorTime.TotalSeconds, processus.PeakWorkingSet64 / 1048576.0) : new(secondes);

    private static Releve Lire(double secondes, string ligne)
    {
        var nombres = ligne.Split(' ').Select(n => decimal.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        return new(secondes, (double)(nombres[0] + nombres[1]), (double)nombres[2] / 1024);
    }
}
