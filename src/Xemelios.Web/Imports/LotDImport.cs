using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Xemelios.Import;
using Xemelios.Store;
using Xemelios.Store.Gestion;
using Xemelios.Web.Components;

namespace Xemelios.Web.Imports;

/// <summary>One batch of the queue: what it holds, and where it stands. Any thread may look at it.</summary>
internal sealed class LotDImport(string lot, OrigineDImport origine, DateTime creeLe, Deposant? par) : IProgress<ImportProgress>, IDisposable
{
    private readonly Lock _acces = new();
    private readonly List<long> _receptions = [];
    private readonly List<FichierImporte> _conclus = [];
    private long _dureeDAvant;
    private readonly CancellationTokenSource _arret = new();
    private SuiviDImport _suivi = new(lot, origine, creeLe, EtatDImport.EnReception, 0, null, null, null) { Par = par };

    /// <summary>A folder or file of the server, read when the turn of the batch comes; null when its files are received one by one.</summary>
    public string? Chemin { get; init; }

    /// <summary>What was answered for the files that name no budget; set before the batch is launched.</summary>
    public BudgetsDonnes? Budgets { get; set; }

    /// <summary>The files that arrive in pieces, by their rank in what was chosen.</summary>
    public ConcurrentDictionary<int, FichierEnMorceaux> Morceaux { get; } = [];

    /// <summary>When something last came in.</summary>
    public DateTime DernierSigne { get; set; } = creeLe;

    public SuiviDImport Suivi
    {
        get { lock (_acces) return _suivi; }
    }

    /// <summary>One file more came in whole. False when the batch was closed meanwhile.</summary>
    public bool Compter()
    {
        lock (_acces)
        {
            if (_suivi.Etat != EtatDImport.EnReception)
                return false;
            _suivi = _suivi with { Recus = _suivi.Recus + 1 };
            return true;
        }
    }

    /// <summary>Gives it what to read.</summary>
    public void Ajouter(IEnumerable<long> receptions) => Changer(suivi =>
    {
        _receptions.AddRange(receptions);
        return suivi with { Recus = _receptions.Count };
    });

    /// <summary>True when the batch was open: it is launched once.</summary>
    public bool Attendre()
    {
        lock (_acces)
        {
            if (!_suivi.EstOuvert)
                return false;
            _suivi = _suivi with { Etat = EtatDImport.EnAttente };
            return true;
        }
    }

    /// <summary>All its files are there, and someone has to say that they are to be imported. False when it was launched or closed.</summary>
    public bool DemanderUneReponse()
    {
        lock (_acces)
        {
            if (!_suivi.EstOuvert)
                return false;
            _suivi = _suivi with { Etat = EtatDImport.AConfirmer };
            return true;
        }
    }

    /// <summary>What was done of it before the program ended.</summary>
    public void Continuer(ImportReport? avant, int recus) => Changer(suivi =>
    {
        if (avant is not null)
        {
            _conclus.AddRange(avant.Fichiers);
            _dureeDAvant = avant.DureeMs;
        }

        return suivi with { Recus = recus };
    });

    /// <summary>Receptions that this batch will read itself.</summary>
    public IReadOnlyList<long> AReserver()
    {
        lock (_acces) return _suivi.EstFini ? [] : [.. _receptions];
    }

    public void Report(ImportProgress value) => Changer(suivi => suivi with { Avancement = value });

    /// <summary>Stops the batch; one that has not begun is over at once.</summary>
    public void Arreter()
    {
        Changer(suivi => suivi.EstOuvert || suivi.Etat == EtatDImport.EnAttente ? suivi with { Etat = EtatDImport.Interrompu } : suivi);
        _arret.Cancel();
    }

    /// <summary>Somebody stopped it; the end of the program does not.</summary>
    public bool EstAnnule => _arret.IsCancellationRequested;

    /// <summary>Imports. The end of the program is a stop like another: the next start takes up what is left.</summary>
    public void Executer(Entrepot entrepot, TimeProvider horloge, CancellationToken fin)
    {
        using var arret = CancellationTokenSource.CreateLinkedTokenSource(fin, _arret.Token);
        var debut = Stopwatch.GetTimestamp();
        Changer(suivi => suivi with { Etat = EtatDImport.EnCours });
        var dejaRecus = Chemin is null ? [] : entrepot.Receptions.Lister().Where(r => r.Lot == Suivi.Lot).Select(r => r.Chemin).ToHashSet(StringComparer.Ordinal);
        var job = new ImportJob(entrepot, horloge) { Conclu = _conclus.AddRange, Poste = Suivi.Par?.Poste, Lot = Suivi.Lot, DejaRecus = dejaRecus };
        try
        {
            if (_receptions.Count > 0 || Chemin is null)
                job.Traiter(_receptions, this, arret.Token);
            if (Chemin is not null)
                job.Importer([Chemin], this, arret.Token);
            Finir(EtatDImport.Termine, Partiel(debut), null);
        }
        catch (OperationCanceledException)
        {
            Finir(EtatDImport.Interrompu, Partiel(debut), null);
        }
        catch (IOException disque)
        {
            Finir(EtatDImport.Echoue, Partiel(debut), $"Le disque ne répond pas comme il faut : {disque.Message}");
        }
    }

    /// <summary>Says why the batch could not go on.</summary>
    public void Echouer(string motif) => Finir(EtatDImport.Echoue, Partiel(Stopwatch.GetTimestamp()), motif);

    public void Dispose()
    {
        JeterLesMorceaux();
        _arret.Dispose();
    }

    /// <summary>What did not come in whole goes away.</summary>
    public void JeterLesMorceaux()
    {
        foreach (var morceaux in Morceaux.Values)
            morceaux.Dispose();
        Morceaux.Clear();
    }

    /// <summary>The batch as a work of the queue that outlives the program.</summary>
    public Travail EnTravail()
    {
        var suivi = Suivi;
        var fichiers = suivi.Rapport?.Totaux.Fichiers ?? suivi.Recus;
        return new Travail(suivi.Lot, Travail.Import, Chemin is null ? $"Import de {Pluriel.Compter(fichiers, "fichier")}" : "Import d'un dossier du serveur",
            suivi.EstFini ? "" : JsonSerializer.Serialize(new ParametresDeLot(suivi.Origine, Chemin, suivi.Recus) { Budgets = Budgets?.Ecrire() }), new DateTimeOffset(suivi.CreeLe, TimeSpan.Zero))
        {
            Compte = suivi.Par?.Compte, Poste = suivi.Par?.Poste, Resultat = suivi.EstFini ? TexteDAvancement.De(suivi) : null,
            Etat = suivi.Etat switch
            {
                EtatDImport.Termine => EtatDeTravail.Termine,
                EtatDImport.Interrompu => EtatDeTravail.Annule,
                EtatDImport.Echoue => EtatDeTravail.Echoue,
                EtatDImport.AConfirmer => EtatDeTravail.AConfirmer,
                _ => EtatDeTravail.EnAttente,
            },
        };
    }

    /// <summary>What the queue kept of a batch.</summary>
    public static ParametresDeLot Lire(Travail travail) => JsonSerializer.Deserialize<ParametresDeLot>(travail.Parametres)!;

    private ImportReport Partiel(long debut) =>
        new([.. _conclus], TotauxDImport.De(_conclus), _dureeDAvant + (long)Stopwatch.GetElapsedTime(debut).TotalMilliseconds);

    private void Finir(EtatDImport etat, ImportReport rapport, string? echec) =>
        Changer(suivi => suivi with { Etat = etat, Rapport = rapport, Avancement = null, Echec = echec });

    private void Changer(Func<SuiviDImport, SuiviDImport> changement)
    {
        lock (_acces) _suivi = changement(_suivi);
    }
}

/// <summary>What a batch is begun again with.</summary>
internal sealed record ParametresDeLot(OrigineDImport Origine, string? Chemin, int Recus)
{
    /// <inheritdoc cref="LotDImport.Budgets"/>
    public string? Budgets { get; init; }
}
