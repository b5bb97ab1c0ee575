using System.Diagnostics;

namespace Xemelios.Benchmarks;

/// <summary>Wall times of one thing measured several times; the machine is shared, so the least one says most.</summary>
/// <param name="Nom">What was measured.</param>
internal sealed record Mesure(string Nom, IReadOnlyList<TimeSpan> Durees)
{
    public double Minimum => Durees.Min().TotalSeconds;

    public double Mediane => Durees.Order().ElementAt(Durees.Count / 2).TotalSeconds;

    public static Mesure Prendre(string nom, int fois, Action action)
    {
        var durees = new List<TimeSpan>();
        for (var i = 0; i < fois; i++)
        {
            var debut = Stopwatch.GetTimestamp();
            action();
            durees.Add(Stopwatch.GetElapsedTime(debut));
        }

        return new Mesure(nom, durees);
    }
}
