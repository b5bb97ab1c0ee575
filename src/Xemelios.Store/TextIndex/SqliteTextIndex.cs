using System.Data;
using Microsoft.Data.Sqlite;

namespace Xemelios.Store.TextIndex;

/// <summary>The text index in one SQLite file with FTS5.</summary>
/// <remarks>One connection writes, under a lock; each search has its own read-only connection, and WAL lets them go on while
/// pages are added.</remarks>
public sealed class SqliteTextIndex : ITextIndex
{
    private readonly Lock ecriture = new();
    private readonly TermesConnus termes = new();
    private readonly string chemin;
    private readonly SqliteConnection ecrivain;
    private bool ferme;

    private SqliteTextIndex(string chemin)
    {
        this.chemin = chemin;
        ecrivain = Connecter(chemin, SqliteOpenMode.ReadWriteCreate);
    }

    /// <summary>Opens the index, or creates it in a folder that exists.</summary>
    /// <exception cref="IndexDeRechercheIllisibleException">The file is no index of this version.</exception>
    public static SqliteTextIndex Ouvrir(string chemin)
    {
        var index = new SqliteTextIndex(Path.GetFullPath(chemin));
        try
        {
            IndexSchema.Preparer(index.ecrivain, chemin);
            return index;
        }
        catch
        {
            index.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Ajouter(IEnumerable<DocumentDePiece> pages)
    {
        lock (ecriture)
        {
            ObjectDisposedException.ThrowIf(ferme, this);
            using var transaction = ecrivain.BeginTransaction();
            using (var ajout = new AjoutDePages(ecrivain))
            {
                foreach (var page in pages)
                    ajout.Ajouter(page);
            }

            transaction.Commit();
        }
    }

    /// <inheritdoc/>
    public bool ConnaitLaPiece(string empreinte) => Est("SELECT EXISTS (SELECT 1 FROM page WHERE empreinte = $empreinte)", empreinte);

    /// <inheritdoc/>
    public bool EstSansTexte(string empreinte) =>
        Est("SELECT count(*) > 0 AND max(length(texte)) = 0 FROM page WHERE empreinte = $empreinte", empreinte);

    /// <inheritdoc/>
    public void NeGarderQue(IReadOnlySet<string> empreintes)
    {
        lock (ecriture)
        {
            ObjectDisposedException.ThrowIf(ferme, this);
            if (RetraitDePages.NeGarderQue(ecrivain, empreintes))
                termes.Oublier();
        }
    }

    /// <inheritdoc/>
    public string EmpreinteLogique()
    {
        using var connexion = Lecteur();
        using var transaction = connexion.BeginTransaction(IsolationLevel.Serializable, deferred: true);
        return EmpreinteDesPages.Calculer(connexion);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (ecriture)
        {
            ferme = true;
            ecrivain.Dispose();
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<PageTrouvee> Chercher(string texte, int limite, Func<string, bool>? visible, CancellationToken annulation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limite);
        annulation.ThrowIfCancellationRequested();
        using var connexion = Lecteur();
        var pages = new RechercheDansLIndex(connexion, visible);
        using var arret = annulation.Register(() => SQLitePCL.raw.sqlite3_interrupt(connexion.Handle!));
        try
        {
            var cherche = TexteCherche.Lire(texte, parties => DecoupageFts.Decouper(connexion, parties));
            using var transaction = connexion.BeginTransaction(IsolationLevel.Serializable, deferred: true);
            var mots = new Vocabulaire(connexion, pages, termes, annulation);
            if (ExpressionFts.Stricte(cherche, mots) is not { } stricte)
                return [];
            var trouves = pages.Chercher(stricte, limite);
            if (trouves.Count > 0 || limite == 0)
                return trouves;
            var large = ExpressionFts.Large(cherche, mots)!;
            return large == stricte ? trouves : pages.Chercher(large, limite);
        }
        catch (SqliteException) when (annulation.IsCancellationRequested)
        {
            throw new OperationCanceledException(annulation);
        }
    }

    private bool Est(string question, string empreinte)
    {
        lock (ecriture)
        {
            ObjectDisposedException.ThrowIf(ferme, this);
            using var commande = ecrivain.CreateCommand();
            commande.CommandText = question;
            commande.Parameters.AddWithValue("$empreinte", empreinte);
            return (long)commande.ExecuteScalar()! == 1;
        }
    }

    private SqliteConnection Lecteur()
    {
        ObjectDisposedException.ThrowIf(ferme, this);
        var connexion = Connecter(chemin, SqliteOpenMode.ReadOnly);
        using var commande = connexion.CreateCommand();
        commande.CommandText = "PRAGMA temp_store = MEMORY";
        commande.ExecuteNonQuery();
        return connexion;
    }

    private static SqliteConnection Connecter(string chemin, SqliteOpenMode mode)
    {
        var connexion = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = chemin, Mode = mode, Pooling = false }.ConnectionString);
        connexion.Open();
        return connexion;
    }
}
