using System.Collections.Concurrent;
using Xemelios.Store.Gestion;
using Xemelios.Store.Originals;

namespace Xemelios.Import;

/// <summary>Receives a list of files on a thread of its own, ahead of their reading; each can be read while it is being copied.</summary>
internal sealed class ReceptionEnContinu : IDisposable
{
    private readonly BlockingCollection<FichierRecu> _recus = [];
    private readonly CancellationTokenSource _arret;
    private readonly Task _reception;

    public ReceptionEnContinu(
        IOriginaux originaux, Func<OriginalDepose, string, string?, Reception> enregistrer, IReadOnlyList<FichierPresente> fichiers, CancellationToken annulation)
    {
        _arret = CancellationTokenSource.CreateLinkedTokenSource(annulation);
        _reception = Task.Factory.StartNew(
            () => Recevoir(originaux, enregistrer, fichiers), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
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

    private void Recevoir(IOriginaux originaux, Func<OriginalDepose, string, string?, Reception> enregistrer, IReadOnlyList<FichierPresente> fichiers)
    {
        try
        {
            foreach (var fichier in fichiers.TakeWhile(_ => !_arret.IsCancellationRequested))
                Recevoir(originaux, fichier, enregistrer);
        }
        finally
        {
            // Whatever happens here, whoever waits for a file is not left waiting.
            _recus.CompleteAdding();
        }
    }

    private void Recevoir(IOriginaux originaux, FichierPresente fichier, Func<OriginalDepose, string, string?, Reception> enregistrer)
    {
        try
        {
            using var flux = new FileStream(fichier.Fichier, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
            Recevoir(originaux.Commencer(flux, _arret.Token), fichier, enregistrer);
        }
        catch (Exception illisible) when (illisible is IOException or UnauthorizedAccessException)
        {
            _recus.Add(FichierRecu.Perdu(fichier.Montre, illisible));
        }
    }

    private void Recevoir(IDepotEnCours depot, FichierPresente fichier, Func<OriginalDepose, string, string?, Reception> enregistrer)
    {
        var fin = new TaskCompletionSource<Reception>(TaskCreationOptions.RunContinuationsAsynchronously);
        _recus.Add(FichierRecu.EnCours(fichier.Montre, fichier.Dossier, depot, fin.Task));
        try
        {
            fin.SetResult(enregistrer(depot.Terminer(), fichier.Montre, fichier.Dossier));
        }
        catch (Exception perdu)
        {
            // Whoever reads the file is told, and reports it.
            fin.SetException(perdu);
        }
    }
}
