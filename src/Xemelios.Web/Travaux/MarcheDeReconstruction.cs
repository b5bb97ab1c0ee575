using Xemelios.Import;
using Xemelios.Import.Reconstructions;
using Xemelios.Web.Components;

namespace Xemelios.Web.Travaux;

/// <summary>Where a reconstruction stands. Any thread may look at it.</summary>
public sealed class MarcheDeReconstruction(string id, TimeProvider horloge) : IProgress<ImportProgress>, IDisposable
{
    // Before, the first files say too little of those to come.
    private const int PartAvantDEstimer = 20;
    private static readonly TimeSpan AvantDEstimer = TimeSpan.FromSeconds(3);

    private readonly CancellationTokenSource _arret = new();
    private readonly TaskCompletionSource _fin = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile ImportProgress? _avancement;
    private volatile bool _compare;
    private long _debut;
    private int _bulletins;

    public string Id => id;

    public CancellationToken Arret => _arret.Token;

    /// <summary>Nothing of it runs any more.</summary>
    public Task Fin => _fin.Task;

    public void Arreter() => _arret.Cancel();

    public void Report(ImportProgress value)
    {
        if (_avancement is null)
            _debut = horloge.GetTimestamp();
        _avancement = value;
    }

    /// <summary>Files that were read to the end.</summary>
    public void Compter(IReadOnlyList<FichierImporte> fichiers) => Interlocked.Add(ref _bulletins, fichiers.Sum(f => f.Bulletins));

    public void Comparer() => _compare = true;

    /// <summary>One sentence: how far, and how long still.</summary>
    public string Dire() => _avancement switch
    {
        null => "En attente : un import est en cours.",
        _ when _compare => "Tout est relu ; la base refaite est comparée à la base actuelle.",
        var a => $"{Pluriel.Compter(a.FichiersFaits, "fichier relu", "fichiers relus")} sur {FormatFrancais.Entier(a.FichiersEnTout)}, "
            + $"{Pluriel.Compter(Volatile.Read(ref _bulletins) + a.BulletinsDuFichier, "bulletin")}{Reste(a)}.",
    };

    /// <summary>What came of it: a sentence, then one for each thing that differs.</summary>
    public string Conclure(RapportDeReconstruction fait) => string.Join('\n',
    [
        $"Base refaite : {Pluriel.Compter(_avancement?.FichiersEnTout ?? 0, "fichier relu", "fichiers relus")}, {Pluriel.Compter(Volatile.Read(ref _bulletins), "bulletin")}, en {EnMots(TimeSpan.FromMilliseconds(fait.Rapport.DureeMs))}. "
            + (fait.Ecarts.Count == 0 ? "Elle dit la même chose que celle qu'elle remplace." : $"{Pluriel.Compter(fait.Ecarts.Count, "différence")} avec celle qu'elle remplace."),
        .. fait.Ecarts,
    ]);

    public void Dispose()
    {
        _fin.TrySetResult();
        _arret.Dispose();
    }

    /// <summary>By the bytes of the files that were read to the end.</summary>
    private string Reste(ImportProgress a)
    {
        var ecoule = horloge.GetElapsedTime(_debut);
        return ecoule < AvantDEstimer || a.OctetsFaits < a.OctetsEnTout / PartAvantDEstimer
            ? ""
            : $" ; encore {EnMots(ecoule * ((double)(a.OctetsEnTout - a.OctetsFaits) / Math.Max(1, a.OctetsFaits)))} environ";
    }

    private static string EnMots(TimeSpan duree) => duree switch
    {
        { TotalSeconds: < 90 } => Pluriel.Compter((long)Math.Ceiling(duree.TotalSeconds), "seconde"),
        { TotalMinutes: < 90 } => Pluriel.Compter((long)Math.Ceiling(duree.TotalMinutes), "minute"),
        _ => Pluriel.Compter((long)Math.Ceiling(duree.TotalHours), "heure"),
    };
}
