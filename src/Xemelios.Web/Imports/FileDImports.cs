using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.Channels;
using Xemelios.Import;
using Xemelios.Store;
using Xemelios.Store.Gestion;

namespace Xemelios.Web.Imports;

/// <summary>The batches to import, one at a time, in the order in which they were launched.</summary>
public sealed class FileDImports(Entrepot entrepot, TimeProvider horloge) : IDisposable
{
    /// <summary>How many past batches are looked through for those that someone may see.</summary>
    private const int PlusLointain = 500;

    private readonly ConcurrentDictionary<string, LotDImport> _lots = new(StringComparer.Ordinal);
    private readonly Channel<LotDImport> _file = Channel.CreateUnbounded<LotDImport>(new UnboundedChannelOptions { SingleReader = true });
    private readonly RapportsConserves _rapports = new(Path.Combine(entrepot.Dossier, "imports"));

    /// <summary>Opens a batch whose files will be received one by one.</summary>
    public string Ouvrir(OrigineDImport origine, Deposant? par = null) => Creer(origine, null, par).Suivi.Lot;

    /// <summary>Receives one file of an open batch: hashed as it is stored. False when there is no such open batch.</summary>
    /// <param name="chemin">Relative to what the user gave; shown, never opened.</param>
    public bool Recevoir(string lot, Stream contenu, string chemin, CancellationToken annulation)
    {
        if (!_lots.TryGetValue(lot, out var ouvert) || ouvert.Suivi.Etat != EtatDImport.EnReception)
            return false;
        var coupe = chemin.LastIndexOf('/');
        var reception = new ReceptionDeFichiers(entrepot, horloge) { Poste = ouvert.Suivi.Par?.Poste }.Recevoir(contenu, chemin, coupe > 0 ? chemin[..coupe] : null, annulation);
        ouvert.Ajouter([reception.Id]);
        return true;
    }

    /// <summary>Puts an open batch in the queue. False when there is no such open batch.</summary>
    public bool Lancer(string lot) => _lots.TryGetValue(lot, out var ouvert) && Lancer(ouvert);

    /// <summary>Puts a folder or a file of this machine in the queue.</summary>
    public string LancerDossier(string chemin, Deposant? par = null)
    {
        var lot = Creer(OrigineDImport.DossierDuServeur, chemin, par);
        Lancer(lot);
        return lot.Suivi.Lot;
    }

    /// <summary>Puts what an interruption left unread in the queue, a batch for each poste that had brought it.</summary>
    public void Reprendre()
    {
        foreach (var poste in EnAttente().Select(r => r.Poste).Distinct().ToList())
            Reprendre(new Deposant(null, poste));
    }

    /// <summary>The same for one poste; null when nothing waits.</summary>
    public string? Reprendre(Deposant par)
    {
        var receptions = EnAttente().Where(r => r.Poste == par.Poste).Select(r => r.Id).ToList();
        if (receptions.Count == 0)
            return null;
        var lot = Creer(OrigineDImport.Reprise, null, par);
        lot.Ajouter(receptions);
        Lancer(lot);
        return lot.Suivi.Lot;
    }

    /// <summary>Received files that were never read and that no living batch will read.</summary>
    public IReadOnlyList<Reception> EnAttente()
    {
        var reserves = _lots.Values.SelectMany(l => l.AReserver()).ToHashSet();
        if (_lots.Values.Any(l => l.Chemin is not null && !l.Suivi.EstFini))
            return [];
        return [.. entrepot.Receptions.Inachevees().Where(r => !reserves.Contains(r.Id))];
    }

    /// <summary>A batch is being imported, or waits for its turn.</summary>
    public bool Travaille => _lots.Values.Any(l => l.Suivi.Etat is EtatDImport.EnAttente or EtatDImport.EnCours);

    /// <summary>Stops a batch. False when it is unknown or over.</summary>
    public bool Arreter(string lot)
    {
        if (!_lots.TryGetValue(lot, out var vivant) || vivant.Suivi.EstFini)
            return false;
        vivant.Arreter();
        if (vivant.Suivi.EstFini)
            Ranger(vivant);
        return true;
    }

    /// <summary>A batch, living or past; null when there never was one.</summary>
    public SuiviDImport? Trouver(string lot) => _lots.TryGetValue(lot, out var vivant) ? vivant.Suivi : _rapports.Trouver(lot);

    /// <summary>The last batches that someone may see, latest first.</summary>
    public IReadOnlyList<SuiviDImport> Derniers(int nombre, Func<SuiviDImport, bool> vu) =>
        [.. _lots.Values.Select(l => l.Suivi).Where(vu).Concat(_rapports.Derniers(PlusLointain).Where(vu).Take(nombre))
            .DistinctBy(s => s.Lot).OrderByDescending(s => s.Lot, StringComparer.Ordinal).Take(nombre)];

    /// <summary>Takes up what the last run left, then imports batch after batch until the program ends.</summary>
    internal async Task Servir(CancellationToken fin)
    {
        Reprendre();
        await foreach (var lot in _file.Reader.ReadAllAsync(fin))
        {
            if (!lot.Suivi.EstFini)
                await Task.Run(() => Executer(lot, fin), CancellationToken.None);
        }
    }

    public void Dispose()
    {
        foreach (var lot in _lots.Values)
            lot.Dispose();
    }

    private void Executer(LotDImport lot, CancellationToken fin)
    {
        try
        {
            lot.Executer(entrepot, horloge, fin);
        }
        catch (Exception imprevu) when (imprevu is not OutOfMemoryException)
        {
            // The message of an unforeseen error may quote the data: only its kind is shown.
            lot.Echouer($"L'import s'est arrêté sur une erreur inattendue ({imprevu.GetType().Name}). Les fichiers non lus attendent.");
        }

        Ranger(lot);
    }

    /// <summary>From the memory to the disk; a batch that received nothing leaves no trace.</summary>
    private void Ranger(LotDImport lot)
    {
        if (lot.Suivi is { Rapport: not null } or { Recus: > 0 })
            _rapports.Garder(lot.Suivi);
        _lots.TryRemove(lot.Suivi.Lot, out _);
    }

    private LotDImport Creer(OrigineDImport origine, string? chemin, Deposant? par)
    {
        var maintenant = horloge.GetUtcNow().UtcDateTime;
        var nom = string.Create(CultureInfo.InvariantCulture, $"{maintenant:yyyyMMdd-HHmmss}-{Guid.NewGuid().ToString("N")[..8]}");
        return _lots[nom] = new LotDImport(nom, origine, maintenant, par) { Chemin = chemin };
    }

    private bool Lancer(LotDImport lot) => lot.Attendre() && _file.Writer.TryWrite(lot);
}
