using Xemelios.Domain.Habilitations;

namespace Xemelios.Store.Gestion.Journaux;

/// <summary>Who did what, in gestion.db: entries are added, sealed one to the next, and never changed.</summary>
/// <remarks>Nothing is opened before the first act.</remarks>
/// <param name="dossier">The data folder.</param>
/// <param name="horloge">What dates the acts. It may go back: ranks order, the instant is what the clock said.</param>
public sealed class Journal(string dossier, TimeProvider horloge) : IJournal, IDisposable
{
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

    public void Dispose()
    {
        lock (_ecriture)
            Fermer();
    }

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
