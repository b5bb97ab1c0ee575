using System.Diagnostics;
using Xemelios.Domain.Valeurs;
using Xemelios.Import.Archivages;
using Xemelios.Import.Intake;
using Xemelios.Import.Xhl;
using Xemelios.Store;
using Xemelios.Store.Gestion;
using Xemelios.Store.Tables;

namespace Xemelios.Import;

/// <summary>The import of a batch: receives every file (original kept, arrival recorded), then reads each of them.</summary>
/// <remarks>One at a time for a data folder. A file that fails stops no other; an import that is interrupted is taken up again.</remarks>
public sealed class ImportJob(Entrepot entrepot, TimeProvider horloge, Limites? limites = null)
{
    private readonly Limites _limites = limites ?? new Limites();

    /// <summary>Told what became of each received file as soon as it is known: what is left to show when an import is cancelled.</summary>
    public Action<IReadOnlyList<FichierImporte>> Conclu { get; init; } = _ => { };

    /// <summary>Code of the poste of whoever brings the files; null for the machine.</summary>
    public string? Poste { get; init; }

    /// <inheritdoc cref="Reception.Lot"/>
    public string? Lot { get; init; }

    /// <inheritdoc cref="Reception.Budgets"/>
    public BudgetsDonnes? Budgets { get; init; }

    /// <summary>Paths of a folder that were received when its import began, before it was interrupted.</summary>
    public IReadOnlySet<string> DejaRecus { get; init; } = new HashSet<string>();

    /// <summary>Reads every pay file with this reader instead of the product's, for the benchmarks that compare what they say.</summary>
    internal IXhlReader? SeulLecteur { get; init; }

    /// <summary>Imports files and folders (recursively), in the order of their names.</summary>
    public ImportReport Importer(IEnumerable<string> chemins, IProgress<ImportProgress>? progression, CancellationToken annulation)
    {
        var debut = Stopwatch.GetTimestamp();
        var fichiers = ReceptionDeFichiers.Lister(chemins).FindAll(f => !DejaRecus.Contains(f.Montre));
        using var reception = new ReceptionDeFichiers(entrepot, horloge) { Poste = Poste, Lot = Lot, Budgets = Budgets }.Commencer(fichiers, annulation);
        var avancement = new ImportProgress(0, fichiers.Count, 0, fichiers.Sum(f => f.Octets), "", "lecture", 0);
        var traites = Traiter(reception.Fichiers, avancement, progression, annulation);
        // A reception that was stopped ends like one that is over.
        annulation.ThrowIfCancellationRequested();
        return Rapport(traites, debut);
    }

    /// <summary>Imports what was received already, such as uploads, and what an interruption left behind.</summary>
    public ImportReport Traiter(IReadOnlyList<long> receptions, IProgress<ImportProgress>? progression, CancellationToken annulation)
    {
        var debut = Stopwatch.GetTimestamp();
        var voulues = receptions.ToHashSet();
        return Rapport(Traiter([.. entrepot.Receptions.Lister().Where(r => voulues.Contains(r.Id))], progression, annulation), debut);
    }

    /// <summary>Takes up the receptions whose import was interrupted.</summary>
    public ImportReport Reprendre(CancellationToken annulation)
    {
        var debut = Stopwatch.GetTimestamp();
        return Rapport(Traiter(entrepot.Receptions.Inachevees(), null, annulation), debut);
    }

    /// <summary>Reads again everything that was ever read and not deleted since, in order of arrival, and archives again what was
    /// archived, each in its place among the arrivals: into the empty tables of a folder opened for that.</summary>
    internal ImportReport Reconstruire(IProgress<ImportProgress>? progression, CancellationToken annulation)
    {
        var debut = Stopwatch.GetTimestamp();
        lock (entrepot.Ecriture)
        {
            var lus = entrepot.Receptions.Lister().Where(r => r.Etat is not (Reception.Supprime or Reception.Recu)).ToList();
            var avancement = new ImportProgress(0, lus.Count, 0, lus.Sum(r => r.Octets), "", "lecture", 0);
            var restants = new Queue<Reception>(lus);
            var fichiers = new List<FichierImporte>();
            var archivage = new Archivage(entrepot, horloge);
            foreach (var decide in entrepot.Archivages.Inacheves())
            {
                var morceau = Jusque(decide.DerniereReception, restants);
                fichiers.AddRange(Traiter(morceau, avancement, progression, annulation));
                avancement = avancement with { FichiersFaits = lus.Count - restants.Count, OctetsFaits = avancement.OctetsFaits + morceau.Sum(r => r.Octets) };
                annulation.ThrowIfCancellationRequested();
                archivage.Faire(decide);
            }

            fichiers.AddRange(Traiter(Jusque(long.MaxValue, restants), avancement, progression, annulation));
            return Rapport(fichiers, debut);
        }
    }

    private static List<Reception> Jusque(long derniere, Queue<Reception> recus)
    {
        var pris = new List<Reception>();
        while (recus.TryPeek(out var recu) && recu.Id <= derniere)
            pris.Add(recus.Dequeue());
        return pris;
    }

    private static ImportReport Rapport(List<FichierImporte> fichiers, long debut) =>
        new(fichiers, TotauxDImport.De(fichiers), (long)Stopwatch.GetElapsedTime(debut).TotalMilliseconds);

    private List<FichierImporte> Traiter(IReadOnlyList<Reception> recus, IProgress<ImportProgress>? progression, CancellationToken annulation) =>
        Traiter(recus, new ImportProgress(0, recus.Count, 0, recus.Sum(r => r.Octets), "", "lecture", 0), progression, annulation);

    private List<FichierImporte> Traiter(IReadOnlyList<Reception> recus, ImportProgress avancement, IProgress<ImportProgress>? progression, CancellationToken annulation) =>
        Traiter(recus.Select(r => FichierRecu.Complet(r, () => entrepot.Originaux.Ouvrir(new Empreinte(r.Empreinte)))), avancement, progression, annulation);

    private List<FichierImporte> Traiter(
        IEnumerable<FichierRecu> recus, ImportProgress avancement, IProgress<ImportProgress>? progression, CancellationToken annulation)
    {
        lock (entrepot.Ecriture)
        {
            using var session = new SessionDImport(entrepot);
            var spool = new Spool(Path.Combine(entrepot.DossierTemporaire, "entrees"), _limites);
            using var suite = new SuiteDeFichiers(entrepot, session, Conclu, avancement, progression) { SeulLecteur = SeulLecteur, Budgets = Budgets };
            foreach (var recu in recus)
            {
                using (recu)
                    suite.Traiter(recu, spool, annulation);
            }

            return suite.Terminer();
        }
    }
}
