using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.DuckDb;

namespace Xemelios.Store.Tables;

/// <summary>The one writer of the pay tables: what it must know before writing, and its transactions.</summary>
public sealed class SessionDImport : IDisposable
{
    private readonly Entrepot _entrepot;
    private readonly DuckDbConnection _connexion;
    private int _prochaineCle;

    public SessionDImport(Entrepot entrepot)
    {
        _entrepot = entrepot;
        _connexion = entrepot.Connecter();
        _prochaineCle = LectureDeContenus.ProchaineCle(_connexion);
    }

    /// <summary>The content with this fingerprint, if it is stored.</summary>
    public ContenuConnu? Trouver(Empreinte empreinte) => LectureDeContenus.Trouver(_connexion, empreinte);

    /// <summary>Whether any stored content has this length.</summary>
    public bool AUnContenuDe(long octets) => LectureDeContenus.AUnContenuDe(_connexion, octets);

    /// <summary>A key for a new content.</summary>
    public int NouvelleCle() => _prochaineCle++;

    public TransactionDImport Commencer() => new(_entrepot, _connexion);

    /// <summary>Moves what was committed from the log to the base file, unless someone reads or writes right now: the next file will.</summary>
    /// <returns>False when it was put off; what was committed is safe in the log all the same.</returns>
    public bool Consolider()
    {
        using var commande = _connexion.CreateCommand();
        commande.CommandText = "CHECKPOINT";
        try
        {
            commande.ExecuteNonQuery();
            return true;
        }
        catch (DuckDbException enCours) when (enCours.ErrorType == DuckDbErrorType.Transaction)
        {
            return false;
        }
    }

    public void Dispose() => _connexion.Dispose();
}

/// <summary>All or nothing: disposed without <see cref="Valider"/>, it leaves no trace.</summary>
public sealed class TransactionDImport : IDisposable
{
    private readonly Entrepot _entrepot;
    private readonly DuckDbConnection _connexion;
    private readonly DuckDbTransaction _transaction;
    private EcrituresDePaye? _paye;

    internal TransactionDImport(Entrepot entrepot, DuckDbConnection connexion)
    {
        _entrepot = entrepot;
        _connexion = connexion;
        _transaction = connexion.BeginTransaction();
        Contenus = new EcritureDeContenus(connexion);
    }

    public EcritureDeContenus Contenus { get; }

    private EcrituresDePaye Paye => _paye ??= new EcrituresDePaye(_connexion);

    /// <summary>Begins to write a pay file. Another can be begun once this one was ended.</summary>
    public EcritureDeVolume Volume(VolumeAEcrire volume, EnTeteDePaye enTete) => Paye.Volume(volume, enTete);

    /// <summary>True when a pay file is certainly no correction of another, be it stored or written in this transaction.</summary>
    public bool EstSeulDeSonNom(VolumeAEcrire volume, EnTeteDePaye enTete) => Paye.EstSeulDeSonNom(volume, enTete);

    /// <summary>Hands the pay files over to the tables: what is asked afterwards takes them into account.</summary>
    public void Verser()
    {
        _paye?.Ajouts.Fermer();
        _paye?.Dispose();
        _paye = null;
    }

    public EcritureDePes Pes(int contenu) => new(_connexion, contenu);

    /// <inheritdoc cref="LectureDeContenus.Predecesseur"/>
    public (int Contenu, int MatriculesCommuns)? Predecesseur(int nouveau) => LectureDeContenus.Predecesseur(_connexion, nouveau);

    /// <inheritdoc cref="LectureDeContenus.EcritsEnNegatif"/>
    public IReadOnlySet<int> EcritsEnNegatif(int premier, int dernier) => LectureDeContenus.EcritsEnNegatif(_connexion, premier, dernier);

    /// <inheritdoc cref="Remplacement.Remplacer"/>
    public void Remplacer(int ancien, int nouveau) => Remplacement.Remplacer(_connexion, ancien, nouveau);

    /// <inheritdoc cref="Remplacement.Oublier"/>
    public void Oublier(int contenu) => Remplacement.Oublier(_connexion, contenu);

    public void Valider()
    {
        Verser();
        _transaction.Commit();
        _entrepot.NoterUnChangement();
    }

    public void Dispose()
    {
        _paye?.Dispose();
        _transaction.Dispose();
    }
}
