using System.Diagnostics;
using Xemelios.Domain.Valeurs;
using Xemelios.Store;
using Xemelios.Store.Originals;

namespace Xemelios.Web.Imports;

/// <summary>Compresses the originals while nothing is imported, without taking the machine from those who read.</summary>
public sealed class CompactionAuRepos(Entrepot entrepot, FileDImports file)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    private readonly HashSet<Empreinte> _juges = [];

    private bool Occupe => file.Travaille || entrepot.EstEnEcriture;

    /// <summary>One look at the originals; ends when there is nothing more to compress, or as soon as an import begins.</summary>
    /// <exception cref="IOException">the disk is full, or a file is held; the next look goes on behind it.</exception>
    public void Passer(CancellationToken fin)
    {
        foreach (var original in entrepot.Compaction.Candidats().Where(o => !_juges.Contains(o)))
        {
            fin.ThrowIfCancellationRequested();
            if (Occupe)
                return;
            var debut = Stopwatch.GetTimestamp();
            // Once in the life of the program, whatever comes of it: a file that resists does not hide those behind it.
            _juges.Add(original);
            entrepot.Compaction.Compacter(original, () => debut = Souffler(debut, fin), fin);
        }
    }

    /// <summary>Rests as long as the last MiB took, since priorities of threads mean nothing on Linux, and as long as an import runs.</summary>
    private long Souffler(long debut, CancellationToken fin)
    {
        fin.WaitHandle.WaitOne(Stopwatch.GetElapsedTime(debut));
        while (Occupe && !fin.IsCancellationRequested)
            fin.WaitHandle.WaitOne(Patience);
        return Stopwatch.GetTimestamp();
    }
}
