using System.Globalization;
using System.Threading.Channels;
using Xemelios.Import.Reconstructions;
using Xemelios.Store;
using Xemelios.Store.Gestion;
using Xemelios.Web.Imports;

namespace Xemelios.Web.Travaux;

/// <summary>The reconstruction of the base as a work of the queue: one at a time, begun again if the end of the program stops it. Imports wait for it.</summary>
public sealed class FileDeReconstructions : IDisposable
{
    private readonly Entrepot _entrepot;
    private readonly PlaceDesEnvois _place;
    private readonly TimeProvider _horloge;
    private readonly Channel<MarcheDeReconstruction> _file = Channel.CreateUnbounded<MarcheDeReconstruction>();
    private readonly Lock _acces = new();
    private volatile MarcheDeReconstruction? _marche;

    public FileDeReconstructions(Entrepot entrepot, PlaceDesEnvois place, TimeProvider horloge)
    {
        (_entrepot, _place, _horloge) = (entrepot, place, horloge);
        // From the first instant: an import that is taken up at the same time comes after.
        foreach (var laisse in entrepot.Travaux.Inacheves(Travail.Reconstruction))
            Mettre(laisse.Id);
    }

    /// <summary>A base is being made again, or is about to be.</summary>
    public bool EstEnCours => _marche is not null;

    /// <summary>Until there is no reconstruction, neither under way nor asked for.</summary>
    public Task Repos => _marche?.Fin ?? Task.CompletedTask;

    /// <summary>Puts a reconstruction in the queue; null when there is one already.</summary>
    public string? Demander(string? compte, string? poste)
    {
        lock (_acces)
        {
            if (_marche is not null)
                return null;
            var maintenant = _horloge.GetUtcNow();
            var id = string.Create(CultureInfo.InvariantCulture, $"{maintenant:yyyyMMdd-HHmmss}-{Guid.NewGuid().ToString("N")[..8]}");
            _entrepot.Travaux.Poser(new Travail(id, Travail.Reconstruction, "Reconstruction de la base", "", maintenant) { Compte = compte, Poste = poste });
            Mettre(id);
            return id;
        }
    }

    /// <summary>How far it is, in words.</summary>
    public string Dire(string id) => _marche is { } marche && marche.Id == id ? marche.Dire() : "En attente";

    /// <summary>Stops it: the base stays as it was. False when it is over.</summary>
    public bool Annuler(string id)
    {
        if (_entrepot.Travaux.Trouver(id) is not { EstFini: false } travail)
            return false;
        Finir(travail, EtatDeTravail.Annule, null);
        lock (_acces)
        {
            if (_marche is { } marche && marche.Id == id)
                marche.Arreter();
        }

        return true;
    }

    internal async Task Servir(CancellationToken fin)
    {
        await foreach (var marche in _file.Reader.ReadAllAsync(fin))
            await Task.Factory.StartNew(() => Executer(marche, fin), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public void Dispose() => _marche?.Dispose();

    private void Mettre(string id)
    {
        var marche = new MarcheDeReconstruction(id, _horloge);
        _marche = marche;
        _file.Writer.TryWrite(marche);
    }

    private void Executer(MarcheDeReconstruction marche, CancellationToken fin)
    {
        try
        {
            if (_entrepot.Travaux.Trouver(marche.Id) is { EstFini: false } travail)
                Executer(marche, travail, fin);
        }
        finally
        {
            lock (_acces)
            {
                _marche = null;
                marche.Dispose();
            }
        }
    }

    private void Executer(MarcheDeReconstruction marche, Travail travail, CancellationToken fin)
    {
        using var arret = CancellationTokenSource.CreateLinkedTokenSource(fin, marche.Arret);
        try
        {
            if (!_place.Reste(_entrepot.OctetsDesTables))
                throw new ReconstructionRefuseeException("Le disque du serveur n'a pas la place d'une seconde base : la base actuelle reste. Libérez de la place, puis recommencez.");
            var fait = new Reconstruction(_entrepot, _horloge) { Comparer = true, Conclu = marche.Compter, Relu = marche.Comparer }.Executer(marche, arret.Token);
            Finir(travail, EtatDeTravail.Termine, marche.Conclure(fait));
        }
        catch (OperationCanceledException)
        {
            // The end of the program leaves it in the queue; whoever stopped it has said so.
        }
        catch (ReconstructionRefuseeException refus)
        {
            Finir(travail, EtatDeTravail.Echoue, refus.Message);
        }
        catch (Exception imprevu) when (imprevu is not OutOfMemoryException)
        {
            // The message of an unforeseen error may quote the data: only its kind is shown.
            Finir(travail, EtatDeTravail.Echoue, $"La reconstruction s'est arrêtée sur une erreur inattendue ({imprevu.GetType().Name}) : la base actuelle reste.");
        }
    }

    private void Finir(Travail travail, EtatDeTravail etat, string? resultat) =>
        _entrepot.Travaux.Poser(travail with { Etat = etat, Resultat = resultat, FiniLe = _horloge.GetUtcNow(), Vu = etat == EtatDeTravail.Annule });
}
