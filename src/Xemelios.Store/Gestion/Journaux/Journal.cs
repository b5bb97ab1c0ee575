using Xemelios.Domain.Habilitations;

namespace Xemelios.Store.Gestion.Journaux;

/// <summary>Who did what, in gestion.db: entries are added, sealed one to the next, and never changed.</summary>
/// <remarks>Nothing is opened before the first act.</remarks>
/// <param name="dossier">The data folder.</param>
/// <param name="horloge">What dates the acts. It may go back: ranks order, the instant is what the clock said.</param>
public sealed class Journal(string dossier, TimeProvider horloge) : IJournal, IDisposable
{
    /// <summary>The legal time, in years; contrôle interne keeps entries for three.</summary>
    public const int AnneesParDefaut = 1;

    public const int AnneesDeControleInterne = 3;

    internal const string NomDeLaBase = "gestion.db";

    internal const string NomDuFichierDesTetes = "journal-tetes.txt";

    private readonly Lock _ecriture = new();
    private EcritureDuJournal? _ouverte;

    /// <inheritdoc/>
    public void Ecrire(Acte acte) => Faire(e =>
    {
        e.Ajouter(acte, horloge.GetUtcNow());
        return true;
    });

    /// <summary>Seals the journal as it is now; null when it is empty.</summary>
    public TeteDuJournal? PoserUneTete() => Faire(e => e.PoserUneTete());

    /// <summary>The heads kept, in their order.</summary>
    public IReadOnlyList<TeteDuJournal> Tetes() => Faire(e => e.Tetes());

    /// <summary>Looks at everything: seals, order, heads, triggers.</summary>
    /// <param name="tetes">Heads that were kept elsewhere.</param>
    public RapportDuJournal Verifier(params IReadOnlyList<TeteDuJournal> tetes) => VerificationDuJournal.Verifier(dossier, tetes);

    /// <summary>Some entries, the last one first.</summary>
    public PageDuJournal Lire(DemandeDeJournal demande) => Lecture.Lire(demande);

    /// <summary>Who opened the data of an agent; of the demand, the poste, the dates and the page count.</summary>
    public AccesAUnAgent Acces(string siret, string matricule, DemandeDeJournal demande) => Lecture.Acces(siret, matricule, demande);

    /// <summary>The years for which entries are kept.</summary>
    public int Annees => Faire(e => new PurgeDuJournal(e).Annees);

    /// <summary>Changes them; the act of it is written.</summary>
    /// <param name="annees">1 to 10.</param>
    public void Conserver(int annees, Acte par)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(annees, AnneesParDefaut);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(annees, 10);
        Faire(e =>
        {
            new PurgeDuJournal(e).Conserver(annees, par, horloge.GetUtcNow());
            return true;
        });
    }

    /// <summary>Takes away the entries before a day; the act of it is written.</summary>
    /// <param name="avant">Null for all that is old enough.</param>
    /// <param name="par">Who does it.</param>
    /// <param name="anneesAuMoins">Keeps them longer than what is set, never less.</param>
    /// <param name="simuler">Only counts them.</param>
    /// <exception cref="PurgeTropRecenteException">some of what lies before that day must be kept.</exception>
    public ResultatDePurge Purger(DateOnly? avant, Acte par, int anneesAuMoins = AnneesParDefaut, bool simuler = false)
    {
        var maintenant = horloge.GetUtcNow();
        var annees = Math.Max(Annees, anneesAuMoins);
        var legale = maintenant.AddYears(-annees);
        var limite = avant is { } jour ? new DateTimeOffset(jour, TimeOnly.MinValue, TimeSpan.Zero) : legale;
        if (limite > legale)
            throw new PurgeTropRecenteException(annees, legale);
        return Faire(e => simuler ? new PurgeDuJournal(e).Compter(limite) : new PurgeDuJournal(e).Purger(limite, par, maintenant));
    }

    public void Dispose()
    {
        lock (_ecriture)
            Fermer();
    }

    private LectureDuJournal Lecture => new(Path.Combine(dossier, NomDeLaBase), horloge.LocalTimeZone);

    private T Faire<T>(Func<EcritureDuJournal, T> faire)
    {
        lock (_ecriture)
        {
            try
            {
                return faire(_ouverte ??= new EcritureDuJournal(dossier));
            }
            catch (Exception echec)
            {
                // The next act tries again with a new connection.
                Fermer();
                throw new JournalIndisponibleException(echec);
            }
        }
    }

    private void Fermer()
    {
        _ouverte?.Dispose();
        _ouverte = null;
    }
}
