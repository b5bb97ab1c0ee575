using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.Channels;
using Xemelios.Import;
using Xemelios.Store;
using Xemelios.Store.Gestion;
using Xemelios.Web.Travaux;

namespace Xemelios.Web.Imports;

/// <summary>The batches to import, one at a time, in the order in which they were launched.</summary>
public sealed class FileDImports(Entrepot entrepot, FileDeReconstructions reconstructions, TimeProvider horloge) : IDisposable
{
    /// <summary>How many past batches are looked through for those that someone may see.</summary>
    private const int PlusLointain = 500;

    private readonly ConcurrentDictionary<string, LotDImport> _lots = new(StringComparer.Ordinal);
    private readonly Channel<LotDImport> _file = Channel.CreateUnbounded<LotDImport>(new UnboundedChannelOptions { SingleReader = true });
    private readonly string _provisoires = Path.Combine(entrepot.DossierTemporaire, "envois");
    private readonly RapportsConserves _rapports = new(Path.Combine(entrepot.Dossier, "imports"));

    /// <summary>Opens a batch whose files will be received one by one.</summary>
    public string Ouvrir(OrigineDImport origine, Deposant? par = null) => Creer(origine, null, par).Suivi.Lot;

    /// <summary>Receives one file of an open batch: hashed as it is stored, then recognised. Null when there is no such open batch.</summary>
    /// <param name="chemin">Relative to what the user gave; shown, never opened.</param>
    public FichierReconnu? Recevoir(string lot, Stream contenu, string chemin, CancellationToken annulation)
    {
        if (Ouvert(lot) is not { } ouvert)
            return null;
        var reconnu = new ReceptionDeFichiers(entrepot, horloge) { Poste = ouvert.Suivi.Par?.Poste, Lot = lot }.Deposer(contenu, chemin, annulation);
        if (ouvert.Compter())
            return reconnu;
        // It was stopped while the last bytes came in: they go with the rest.
        new RetraitDeLot(entrepot).Retirer(lot);
        return null;
    }

    /// <summary>Receives a piece of a file of an open batch; the last one puts the file away.</summary>
    /// <param name="rang">Of the file in what was chosen.</param>
    /// <returns>Where the file stands then, whether the piece was taken or not; null when there is no such open batch.</returns>
    public async Task<EtatDEnvoi?> RecevoirUnMorceauAsync(string lot, int rang, MorceauDeFichier morceau, Stream corps, CancellationToken annulation)
    {
        if (Ouvert(lot) is not { } ouvert)
            return null;
        var fichier = ouvert.Morceaux.GetOrAdd(rang, _ => new FichierEnMorceaux(Provisoire(), morceau.Chemin, morceau.Octets));
        await fichier.EcrireAsync(morceau.Debut, corps, annulation);
        // Whoever sends it may be cut off while it is put away: it is, all the same.
        await Task.Run(() => fichier.Ranger(contenu => Recevoir(lot, contenu, fichier.Chemin, CancellationToken.None)), CancellationToken.None);
        return Ouvert(lot) is null ? null : fichier.Etat;
    }

    /// <summary>Where a file that comes in pieces stands; null when nothing of it came, or there is no such open batch.</summary>
    public EtatDEnvoi? EtatDuFichier(string lot, int rang) => Ouvert(lot)?.Morceaux.GetValueOrDefault(rang)?.Etat;

    /// <summary>Stops the batches into which nothing has come for long: whoever was sending has gone away.</summary>
    public void OublierLesEnvoisAbandonnes(TimeSpan delai)
    {
        var limite = horloge.GetUtcNow().UtcDateTime - delai;
        foreach (var lot in _lots.Values.Where(l => l.Suivi.Etat == EtatDImport.EnReception && l.DernierSigne < limite))
            Arreter(lot.Suivi.Lot);
    }

    /// <summary>Puts a batch that is not launched in the queue. False when there is no such batch.</summary>
    /// <param name="budgets">What was answered for its files that name no budget.</param>
    public bool Lancer(string lot, BudgetsDonnes? budgets = null) => _lots.TryGetValue(lot, out var ouvert) && Lancer(ouvert, budgets);

    /// <summary>All files of a batch are there: someone has to say yes before they are imported. False when it is not open.</summary>
    public bool DemanderUneReponse(string lot)
    {
        if (!_lots.TryGetValue(lot, out var ouvert) || !EstEntier(ouvert) || !ouvert.DemanderUneReponse())
            return false;
        entrepot.Travaux.Poser(ouvert.EnTravail());
        return true;
    }

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
        return [.. entrepot.Receptions.Inachevees().Where(r => !reserves.Contains(r.Id) && !(r.Lot is { } lot && _lots.TryGetValue(lot, out var vivant) && !vivant.Suivi.EstFini))];
    }

    /// <summary>A batch is being imported, or waits for its turn.</summary>
    /// <remarks>Until its report is written.</remarks>
    public bool Travaille => _lots.Values.Any(l => !l.Suivi.EstOuvert);

    /// <summary>Nothing will change any more, and its report is kept.</summary>
    public bool EstRange(string lot) => !_lots.ContainsKey(lot);

    /// <summary>Stops a batch: what it brought and was not read goes away. False when it is unknown or over.</summary>
    public bool Arreter(string lot)
    {
        if (!_lots.TryGetValue(lot, out var vivant) || vivant.Suivi.EstFini)
            return false;
        var ouvert = vivant.Suivi.EstOuvert;
        vivant.Arreter();
        // One that is being read is put away by whoever reads it.
        if (!vivant.Suivi.EstFini)
            return true;
        vivant.JeterLesMorceaux();
        new RetraitDeLot(entrepot).Retirer(lot);
        if (ouvert)
            Oublier(lot);
        else
            Ranger(vivant);
        return true;
    }

    /// <summary>A batch, living or past; null when there never was one.</summary>
    public SuiviDImport? Trouver(string lot) => _lots.TryGetValue(lot, out var vivant) ? vivant.Suivi : _rapports.Trouver(lot);

    /// <summary>All batches, latest first, each read as it is asked for.</summary>
    public IEnumerable<SuiviDImport> Tous() => _lots.Values.Select(l => l.Suivi).OrderByDescending(s => s.Lot, StringComparer.Ordinal)
        .Concat(_rapports.Derniers(int.MaxValue)).DistinctBy(s => s.Lot);

    /// <summary>The last batches that someone may see, latest first.</summary>
    public IReadOnlyList<SuiviDImport> Derniers(int nombre, Func<SuiviDImport, bool> vu) =>
        [.. _lots.Values.Select(l => l.Suivi).Where(vu).Concat(_rapports.Derniers(PlusLointain).Where(vu).Take(nombre))
            .DistinctBy(s => s.Lot).OrderByDescending(s => s.Lot, StringComparer.Ordinal).Take(nombre)];

    /// <summary>Takes up what the last run left, then imports batch after batch until the program ends.</summary>
    internal async Task Servir(CancellationToken fin)
    {
        foreach (var travail in entrepot.Travaux.Inacheves(Travail.Import))
            Retrouver(travail);
        foreach (var lot in entrepot.Depots.Lots().Where(l => !_lots.ContainsKey(l)))
            new RetraitDeLot(entrepot).Retirer(lot);
        Reprendre();
        await foreach (var lot in _file.Reader.ReadAllAsync(fin))
        {
            await reconstructions.Repos.WaitAsync(fin);
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

        if (lot.EstAnnule)
            new RetraitDeLot(entrepot).Retirer(lot.Suivi.Lot);
        else if (fin.IsCancellationRequested && lot.Suivi.Etat == EtatDImport.Interrompu)
        {
            // The next start takes it up under its name: what was read so far is kept for its report.
            _rapports.Garder(lot.Suivi);
            return;
        }

        Ranger(lot);
    }

    /// <summary>A batch that the end of the program left: it waits for its turn, or for an answer, under the same name.</summary>
    private void Retrouver(Travail travail)
    {
        var parametres = LotDImport.Lire(travail);
        var lot = new LotDImport(travail.Id, parametres.Origine, travail.CreeLe.UtcDateTime, travail.Compte is null && travail.Poste is null ? null : new Deposant(travail.Compte, travail.Poste)) { Chemin = parametres.Chemin };
        lot.Continuer(_rapports.Trouver(travail.Id)?.Rapport, parametres.Recus);
        _lots[travail.Id] = lot;
        if (travail.Etat == EtatDeTravail.AConfirmer)
            lot.DemanderUneReponse();
        else
            Lancer(lot, BudgetsDonnes.Lire(parametres.Budgets));
    }

    /// <summary>From the memory to the disk; a batch that received nothing leaves no trace.</summary>
    private void Ranger(LotDImport lot)
    {
        if (lot.Suivi is { Rapport: not null } or { Recus: > 0 })
            _rapports.Garder(lot.Suivi);
        entrepot.Travaux.Poser(lot.EnTravail() with { FiniLe = horloge.GetUtcNow() });
        _lots.TryRemove(lot.Suivi.Lot, out _);
    }

    private void Oublier(string lot)
    {
        _lots.TryRemove(lot, out _);
        entrepot.Travaux.Oublier(lot);
    }

    private LotDImport Creer(OrigineDImport origine, string? chemin, Deposant? par)
    {
        var maintenant = horloge.GetUtcNow().UtcDateTime;
        var nom = string.Create(CultureInfo.InvariantCulture, $"{maintenant:yyyyMMdd-HHmmss}-{Guid.NewGuid().ToString("N")[..8]}");
        return _lots[nom] = new LotDImport(nom, origine, maintenant, par) { Chemin = chemin };
    }

    private bool Lancer(LotDImport lot, BudgetsDonnes? budgets = null)
    {
        if (!EstEntier(lot) || !lot.Attendre())
            return false;
        lot.Budgets = budgets;
        var nom = lot.Suivi.Lot;
        // In this order: a batch that is known is taken up whole, whatever stops the program here.
        entrepot.Travaux.Poser(lot.EnTravail());
        entrepot.Depots.Lancer(nom, budgets);
        lot.Ajouter(entrepot.Receptions.Inachevees().Where(r => r.Lot == nom).Select(r => r.Id));
        lot.JeterLesMorceaux();
        return _file.Writer.TryWrite(lot);
    }

    // A file that is still to come whole is not left behind.
    private static bool EstEntier(LotDImport lot) => lot.Morceaux.Values.All(m => m.Etat.Complet);

    private LotDImport? Ouvert(string lot)
    {
        if (!_lots.TryGetValue(lot, out var trouve) || trouve.Suivi.Etat != EtatDImport.EnReception)
            return null;
        trouve.DernierSigne = horloge.GetUtcNow().UtcDateTime;
        return trouve;
    }

    private string Provisoire() => Path.Combine(Directory.CreateDirectory(_provisoires).FullName, Guid.NewGuid().ToString("N"));
}
