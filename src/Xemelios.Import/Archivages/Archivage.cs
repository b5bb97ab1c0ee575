using Xemelios.Domain.Habilitations;
using Xemelios.Import.Reconstructions;
using Xemelios.Import.Suppressions;
using Xemelios.Store;
using Xemelios.Store.Archives;
using Xemelios.Store.Gestion;
using Xemelios.Store.Tables;

namespace Xemelios.Import.Archivages;

/// <summary>The moments of a move after which an interruption is taken up, for whoever wants to cause one.</summary>
public enum EtapeDArchivage
{
    Decide,
    FichierEcrit,
    TablesQuittees,
}

/// <summary>Moves an exercice to the archive base: written in the journal, then decided, then done, to the end whatever interrupts it.</summary>
/// <remarks>The decision is one transaction of gestion.db: before it nothing moves, after it everything does, be it when the folder is
/// opened again. Originals and receptions stay: a rebuild reads them, and archives again what was archived.</remarks>
public sealed class Archivage(Entrepot entrepot, TimeProvider horloge)
{
    /// <summary>Told after each stage.</summary>
    public Action<EtapeDArchivage> Fait { get; init; } = _ => { };

    private int Annee => JourDeParis.De(horloge.GetUtcNow()).Year;

    /// <summary>The exercices of the active base, with those that are to be archived.</summary>
    public IReadOnlyList<ExerciceConnu> Exercices() => ExerciceConnu.Lire(entrepot, Annee);

    /// <summary>Counts what would go. Nothing is changed.</summary>
    /// <exception cref="RefusDArchivageException">it is not to be archived.</exception>
    public PlanDArchivage Prevoir(ExerciceAArchiver cible)
    {
        Exiger(cible);
        return new PlanDArchivage(cible, CalculDeSuppression.Calculer(entrepot, cible));
    }

    /// <summary>Moves all that answers at this moment, and returns what went.</summary>
    /// <param name="acte">Who, from where and why: its nature and keys are completed here.</param>
    /// <exception cref="RefusDArchivageException">nothing was moved.</exception>
    /// <exception cref="ReconstructionEnCoursException">nothing was changed.</exception>
    /// <exception cref="JournalIndisponibleException">nothing was moved.</exception>
    public PlanDArchivage Executer(ExerciceAArchiver cible, Acte acte, IJournal journal)
    {
        var motif = acte.Motif is { } donne && !string.IsNullOrWhiteSpace(donne) ? donne.Trim() : throw new MotifDArchivageManquantException();
        ReconstructionEnCoursException.Verifier(entrepot);
        lock (entrepot.Ecriture)
        {
            new ImportJob(entrepot, horloge).Reprendre(CancellationToken.None);
            var plan = Prevoir(cible);
            if (plan.EstVide)
                return plan;
            if (entrepot.Archives.DefautDe(cible.Siret, cible.Exercice) is { } defaut)
                throw new ArchiveIllisibleException(defaut);
            journal.Ecrire(acte with
            {
                Nature = NatureDActe.Archivage, Motif = motif, Siret = cible.Siret,
                Cles = $"exercice={cible.Exercice}; budget={cible.Budget ?? "tous"}; bulletins={plan.Part.Bulletins}; mandats={plan.Part.Mandats}; pieces={plan.Part.Pieces}",
            });
            entrepot.Archivages.Decider(Decide(plan, acte.Utilisateur, motif));
            Fait(EtapeDArchivage.Decide);
            Reprendre();
            return plan;
        }
    }

    /// <summary>Does what was decided and not done to the end; true when there was something.</summary>
    public bool Reprendre()
    {
        lock (entrepot.Ecriture)
        {
            var inacheves = entrepot.Archivages.Inacheves();
            foreach (var archivage in inacheves)
                Tenter(archivage);
            return inacheves.Count > 0;
        }
    }

    private void Tenter(ArchivageDecide archivage)
    {
        try
        {
            Faire(archivage);
        }
        catch (ArchiveAbimeeException)
        {
            // The file to add to was altered meanwhile: what should have left is still in the tables, and a rebuild does it all.
        }
    }

    internal void Faire(ArchivageDecide archivage)
    {
        var ecrit = MiseEnArchive.Ecrire(entrepot, archivage);
        Fait(EtapeDArchivage.FichierEcrit);
        MiseEnArchive.Quitter(entrepot, ecrit);
        Fait(EtapeDArchivage.TablesQuittees);
        entrepot.Archivages.Conclure(archivage.Id);
        entrepot.Archives.RetirerLesVieuxFichiers();
    }

    private ArchivageDecide Decide(PlanDArchivage plan, string? par, string motif) => new()
    {
        Le = horloge.GetUtcNow(), Par = par, Motif = motif, Siret = plan.Cible.Siret, Exercice = plan.Cible.Exercice, Budget = plan.Cible.Budget,
        Bulletins = plan.Part.Bulletins, Lignes = plan.Part.Lignes, Mandats = plan.Part.Mandats, Pieces = plan.Part.Pieces, Elements = plan.Part.Elements,
        DerniereReception = entrepot.Receptions.Lister().Where(r => r.Etat != Reception.Recu).Select(r => r.Id).DefaultIfEmpty().Max(),
    };

    private void Exiger(ExerciceAArchiver cible)
    {
        var vises = Exercices().Where(e => e.Present.Siret == cible.Siret && e.Present.Exercice == cible.Exercice && (cible.Budget is null || e.Present.Budget == cible.Budget)).ToList();
        if (vises.Count == 0)
            throw new ExerciceInconnuException(cible);
        if (vises.FirstOrDefault(e => !e.EstDu) is { } reste)
            throw new ExerciceNonDuException(cible, cible.Budget is null ? reste.Present.Budget : null, reste.Empechement!);
    }
}
