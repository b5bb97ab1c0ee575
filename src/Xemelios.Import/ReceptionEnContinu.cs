using System.Collections.Concurrent;
using Xemelios.Store.Gestion;
using Xemelios.Store.Originals;

namespace Xemelios.Import;

/// <summary>Receives a list of files on a thread of its own, ahead of their reading; each can be read while it is being copied.</summary>
/// <remarks>Small files are received by groups: their copies wait for the disk together, and their arrivals are recorded at once.</remarks>
internal sealed class ReceptionEnContinu : IDisposable
{
    private const long PetitFichier = 1 << 20;
    private const int FichiersParGroupe = 16;

    private readonly BlockingCollection<FichierRecu> _recus = [];
    private readonly CancellationTokenSource _arret;
    private readonly IOriginaux _originaux;
    private readonly Func<IReadOnlyList<(OriginalDepose Depot, FichierPresente Fichier)>, IReadOnlyList<Reception>> _enregistrer;
    private readonly List<Arrivee> _groupe = [];
    private readonly Task _reception;

    /// <param name="enregistrer">Records arrivals, all or none, in this order.</param>
    public ReceptionEnContinu(
        IOriginaux originaux, Func<IReadOnlyList<(OriginalDepose Depot, FichierPresente Fichier)>, IReadOnlyList<Reception>> enregistrer,
        IReadOnlyList<FichierPresente> fichiers, CancellationToken annulation)
    {
        (_originaux, _enregistrer) = (originaux, enregistrer);
        _arret = CancellationTokenSource.CreateLinkedTokenSource(annulation);
        _reception = Task.Factory.StartNew(
            () => Recevoir(fichiers), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>The files, in their order, as soon as their first bytes can be read.</summary>
    public IEnumerable<FichierRecu> Fichiers => _recus.GetConsumingEnumerable(_arret.Token);

    /// <summary>Stops receiving; what is not whole is not kept.</summary>
    public void Dispose()
    {
        _arret.Cancel();
        _reception.GetAwaiter().GetResult();
        while (_recus.TryTake(out var reste))
            reste.Dispose();
        _recus.Dispose();
        _arret.Dispose();
    }

    private void Recevoir(IReadOnlyList<FichierPresente> fichiers)
    {
        try
        {
            foreach (var fichier in fichiers.TakeWhile(_ => !_arret.IsCancellationRequested))
            {
                // No small file waits for the copy of a large one, nor the other way round.
                var petit = fichier.Octets <= PetitFichier;
                if (!petit)
                    TerminerLeGroupe();
                Commencer(fichier);
                if (!petit || _groupe.Count == FichiersParGroupe)
                    TerminerLeGroupe();
            }
        }
        finally
        {
            TerminerLeGroupe();
            // Whatever happens here, whoever waits for a file is not left waiting.
            _recus.CompleteAdding();
        }
    }

    private void Commencer(FichierPresente fichier)
    {
        FileStream? flux = null;
        try
        {
            flux = new FileStream(fichier.Fichier, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
            var arrivee = new Arrivee(fichier, flux, _originaux.Commencer(flux, _arret.Token));
            _groupe.Add(arrivee);
            _recus.Add(FichierRecu.EnCours(fichier.Montre, fichier.Dossier, arrivee.Depot, arrivee.Fin.Task));
        }
        catch (Exception illisible) when (illisible is IOException or UnauthorizedAccessException)
        {
            flux?.Dispose();
            _recus.Add(FichierRecu.Perdu(fichier.Montre, illisible));
        }
    }

    /// <summary>Waits for the copies of the group, then records its arrivals. Whoever reads a file that was lost is told, and reports it.</summary>
    private void TerminerLeGroupe()
    {
        var deposes = new List<(OriginalDepose Depot, FichierPresente Fichier)>();
        var entieres = new List<Arrivee>();
        foreach (var arrivee in _groupe)
        {
            try
            {
                deposes.Add((arrivee.Depot.Terminer(), arrivee.Fichier));
                entieres.Add(arrivee);
            }
            catch (Exception perdu)
            {
                arrivee.Fin.SetException(perdu);
            }
            finally
            {
                arrivee.Flux.Dispose();
            }
        }

        _groupe.Clear();
        Enregistrer(deposes, entieres);
    }

    private void Enregistrer(List<(OriginalDepose Depot, FichierPresente Fichier)> deposes, List<Arrivee> arrivees)
    {
        try
        {
            foreach (var (arrivee, reception) in arrivees.Zip(_enregistrer(deposes)))
                arrivee.Fin.SetResult(reception);
        }
        catch (Exception perdu)
        {
            foreach (var arrivee in arrivees)
                arrivee.Fin.TrySetException(perdu);
        }
    }

    private sealed record Arrivee(FichierPresente Fichier, FileStream Flux, IDepotEnCours Depot)
    {
        public TaskCompletionSource<Reception> Fin { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
