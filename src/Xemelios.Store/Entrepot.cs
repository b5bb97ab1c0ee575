using Xemelios.Domain.Valeurs;
using Xemelios.DuckDb;
using Xemelios.Store.Agents;
using Xemelios.Store.Archives;
using Xemelios.Store.Gestion;
using Xemelios.Store.Gestion.Comptes;
using Xemelios.Store.Gestion.Controles;
using Xemelios.Store.Gestion.Echantillons;
using Xemelios.Store.Gestion.Journaux;
using Xemelios.Store.Gestion.Notes;
using Xemelios.Store.Originals;
using Xemelios.Store.Reconstructions;
using Xemelios.Store.TextIndex;

namespace Xemelios.Store;

/// <summary>An open data folder: the originals, the columnar tables, the text index and the management base.</summary>
/// <remarks>One process owns it at a time; inside it, any number of readers and one importer.</remarks>
public sealed class Entrepot : IDisposable
{
    private readonly VerrouDeDossier _verrou;
    private readonly OptionsDEntrepot _options;
    private readonly RechercheDansLesTables _agents;
    private readonly Lazy<BaseDesComptes> _comptes;
    private volatile Projections? _projections;
    private long _version;

    private Entrepot(string dossier, VerrouDeDossier verrou, OptionsDEntrepot options, IOriginaux? originaux = null)
    {
        Dossier = dossier;
        _verrou = verrou;
        _options = options;
        Originaux = originaux ?? new OriginauxSurDisque(Path.Combine(dossier, "originaux"));
        Compaction = new Compaction(Path.Combine(dossier, "originaux"));
        DossierTemporaire = Path.Combine(dossier, "temporaire");
        Recherches = new RecherchesGardees(Path.Combine(dossier, "gestion.db"));
        Exports = new ConfigurationsDExport(Path.Combine(dossier, "gestion.db"));
        Notes = new NotesGardees(Path.Combine(dossier, "gestion.db"));
        Carnet = new CarnetDeControle(Path.Combine(dossier, "gestion.db"));
        Echantillons = new CarnetDEchantillons(Path.Combine(dossier, "gestion.db"));
        _comptes = new Lazy<BaseDesComptes>(() => new BaseDesComptes(dossier, options.Comptes));
        Journal = new Journal(dossier, TimeProvider.System);
        Suppressions = new Suppressions(Path.Combine(dossier, "gestion.db"));
        Archivages = new Archivages(Path.Combine(dossier, "gestion.db"));
        Depots = new Depots(Path.Combine(dossier, "gestion.db"));
        BudgetsRetenus = new BudgetsRetenus(Path.Combine(dossier, "gestion.db"));
        Travaux = new Travaux(Path.Combine(dossier, "gestion.db"));
        Pieces = new IndexCourant(this);
        _agents = new RechercheDansLesTables(Connecter);
        Vider(DossierTemporaire);
        BaseRefaite.Emmenager(dossier, options.Fait);
        // The bases open side by side.
        var projections = options.SansTables ? Task.FromResult<Projections?>(null) : Task.Run<Projections?>(OuvrirLesProjections);
        try
        {
            using (Etapes.Commencer("ouverture de gestion.db"))
                Receptions = new Receptions(Path.Combine(dossier, "gestion.db"));
            _projections = projections.GetAwaiter().GetResult();
            _projections?.Archives.RetirerLesVieuxFichiers();
        }
        catch
        {
            if (Task.WhenAny(projections).Result.IsCompletedSuccessfully)
                projections.Result?.Rendre();
            throw;
        }
    }

    public string Dossier { get; }

    /// <summary>Where spooled entries and spilled sorts live; emptied at opening.</summary>
    public string DossierTemporaire { get; }

    /// <summary>Held while the tables are written: one importer at a time for a folder.</summary>
    public Lock Ecriture { get; } = new();

    /// <summary>Someone is writing the tables at this moment.</summary>
    public bool EstEnEcriture
    {
        get
        {
            if (!Ecriture.TryEnter())
                return true;
            Ecriture.Exit();
            return false;
        }
    }

    /// <summary>Grows each time the tables say something else, right after they do; it means nothing beyond this process.</summary>
    public long Version => Interlocked.Read(ref _version);

    public IOriginaux Originaux { get; }

    /// <summary>The arrivals of the originals.</summary>
    public Receptions Receptions { get; }

    /// <summary>What was brought and is not to be read yet.</summary>
    public Depots Depots { get; }

    /// <summary>What was answered for the files that name no budget.</summary>
    public BudgetsRetenus BudgetsRetenus { get; }

    /// <summary>The long works: a queue that outlives the process.</summary>
    public Travaux Travaux { get; }

    /// <summary>Saved and recent searches.</summary>
    public RecherchesGardees Recherches { get; }

    /// <summary>Named choices of what exports hold.</summary>
    public ConfigurationsDExport Exports { get; }

    /// <summary>What is noted beside the pay, which is never altered.</summary>
    public NotesGardees Notes { get; }

    /// <summary>Visas, notes of control and attributions.</summary>
    public CarnetDeControle Carnet { get; }

    /// <summary>Plans de contrôle, samples and their ticks.</summary>
    public CarnetDEchantillons Echantillons { get; }

    /// <summary>Accounts, postes and habilitations; nothing of them is opened before it is asked for.</summary>
    public BaseDesComptes Comptes => _comptes.Value;

    /// <summary>Who consulted what.</summary>
    public Journal Journal { get; }

    /// <summary>What was deleted, by whom and why.</summary>
    public Suppressions Suppressions { get; }

    /// <summary>What was moved to the archive base, by whom and why.</summary>
    public Archivages Archivages { get; }

    /// <summary>The files of the archive base.</summary>
    public BaseDArchives Archives => Ouvertes.Archives;

    /// <summary>Makes the originals smaller while nothing else is to be done.</summary>
    public Compaction Compaction { get; }

    /// <summary>The words of people, as committed.</summary>
    public IRechercheDAgents Agents => _agents;

    /// <summary>The words of pieces.</summary>
    public ITextIndex Pieces { get; }

    /// <summary>Loads the library of the tables, which is large, while the program does something else.</summary>
    public static Task Preparer() => Task.Run(() => DuckDbDatabase.LibraryVersion);

    /// <summary>Opens or creates a data folder.</summary>
    /// <exception cref="DossierOccupeException">another process owns it.</exception>
    public static Entrepot Ouvrir(string dossier, OptionsDEntrepot? options = null)
    {
        dossier = Path.GetFullPath(dossier);
        var verrou = VerrouDeDossier.Prendre(dossier) ?? throw new DossierOccupeException(dossier);
        try
        {
            return new Entrepot(dossier, verrou, options ?? new OptionsDEntrepot());
        }
        catch
        {
            verrou.Dispose();
            throw;
        }
    }

    /// <summary>The tables are open: they are not when they are going to be made again.</summary>
    public bool ALesTables => _projections is not null;

    /// <summary>An empty folder beside this one, with the same originals and the same receptions: there, a rebuild tells what this one should hold.</summary>
    public Entrepot OuvrirUnDouble() => OuvrirUnDouble(Path.Combine(DossierTemporaire, "double"), _options);

    /// <summary>The same, to be made the base of this folder by <see cref="Adopter"/>. Its threads are left to those who read.</summary>
    public Entrepot OuvrirUneBaseARefaire() => OuvrirUnDouble(BaseRefaite.EnCours(Dossier), OptionsDEntrepot.PourImporter with { MemoireMiB = _options.MemoireMiB });

    /// <summary>What the tables, the text index and the archives weigh on the disk.</summary>
    public long OctetsDesTables => Lire(p => Projections.Octets(p.Dossier));

    /// <summary>A base is being made aside.</summary>
    public bool EstEnReconstruction => Directory.Exists(BaseRefaite.EnCours(Dossier));

    /// <summary>Removes what is left of a base that was not made to its end.</summary>
    public void OublierLaBaseARefaire() => Jeter(BaseRefaite.EnCours(Dossier));

    /// <summary>A base that was made aside becomes the one of this folder, in one step on the disk. Those who read the former end on it,
    /// then it goes; whatever fails leaves it in its place.</summary>
    /// <param name="refaite">From <see cref="OuvrirUneBaseARefaire"/>; closed here. Nobody else may write meanwhile: <see cref="Ecriture"/> is held.</param>
    public void Adopter(Entrepot refaite)
    {
        refaite.Dispose();
        var finie = BaseRefaite.Nommer(Dossier, _options.Fait);
        if (_projections is { } anciennes)
        {
            _projections = Succeder(anciennes, finie);
            anciennes.Quitter(() => BaseRefaite.Retirer(Dossier, anciennes.Dossier));
        }
        else
        {
            BaseRefaite.Emmenager(Dossier, _options.Fait);
            _projections = OuvrirLesProjections();
        }

        OublierLesAgents();
        NoterUnChangement();
    }

    private Projections Succeder(Projections anciennes, string finie)
    {
        // Whoever looks at them a moment longer is told what he would have been told before.
        _ = anciennes.Archives.Defauts;
        Projections? nouvelles = null;
        try
        {
            nouvelles = Projections.Ouvrir(finie, Path.Combine(DossierTemporaire, Path.GetFileName(finie)), _options, Archivages);
            BaseRefaite.ReprendreLaGestion(Dossier, finie);
            return nouvelles;
        }
        catch
        {
            nouvelles?.Rendre();
            BaseRefaite.Renoncer(Dossier, finie);
            throw;
        }
    }

    private Entrepot OuvrirUnDouble(string dossier, OptionsDEntrepot options)
    {
        Vider(dossier);
        var verrou = VerrouDeDossier.Prendre(dossier) ?? throw new DossierOccupeException(dossier);
        try
        {
            Receptions.Copier(Path.Combine(dossier, "gestion.db"));
            var double_ = new Entrepot(dossier, verrou, options with { SansTables = false }, Originaux);
            double_.Archivages.Recommencer();
            return double_;
        }
        catch
        {
            verrou.Dispose();
            throw;
        }
    }

    /// <summary>A new open connection on the pay tables. Readers see only what is committed.</summary>
    public DuckDbConnection Connecter() => Lire(p => p.Connecter());

    /// <summary>The same, where the archives are part of the tables for who may read them.</summary>
    public DuckDbConnection Connecter(bool archives) => Lire(p => archives ? p.Archives.Connecter() : p.Connecter());

    /// <summary>Reads what everybody reads at this moment, which stays open until it is read.</summary>
    internal T Lire<T>(Func<Projections, T> lire)
    {
        while (true)
        {
            var projections = Ouvertes;
            if (!projections.Tenir())
                continue;
            try
            {
                return lire(projections);
            }
            finally
            {
                projections.Rendre();
            }
        }
    }

    internal void NoterUnChangement() => Interlocked.Increment(ref _version);

    /// <summary>Removes the bytes of an original for good: no reception refers to it any more. Those that wait in a batch stay.</summary>
    public void RetirerLOriginal(Empreinte empreinte)
    {
        lock (Depots.Rangement)
        {
            if (!Depots.Contient(empreinte.Hexadecimal))
                Compaction.EnAttente(() => Originaux.Retirer(empreinte));
        }
    }

    /// <summary>People may have gone from the tables: their words are read again.</summary>
    internal void OublierLesAgents() => _agents.Oublier();

    public void Dispose()
    {
        if (_comptes.IsValueCreated)
            _comptes.Value.Fermer();
        _agents.Dispose();
        Interlocked.Exchange(ref _projections, null)?.Rendre();
        Journal.Dispose();
        _verrou.Dispose();
    }

    /// <summary>Removes a folder with all that it holds, be it read-only.</summary>
    public static void Jeter(string dossier)
    {
        if (!Directory.Exists(dossier))
            return;
        foreach (var fichier in Directory.EnumerateFiles(dossier, "*.duckdb", SearchOption.AllDirectories))
            File.SetAttributes(fichier, FileAttributes.Normal);
        Directory.Delete(dossier, recursive: true);
    }

    private Projections Ouvertes => _projections ?? throw new InvalidOperationException("Les tables ne sont pas ouvertes.");

    private static void Vider(string dossier)
    {
        Jeter(dossier);
        Directory.CreateDirectory(dossier);
    }

    private Projections OuvrirLesProjections()
    {
        OublierUneBaseMortNee();
        return Projections.Ouvrir(Dossier, Path.Combine(DossierTemporaire, "tris"), _options, Archivages);
    }

    /// <summary>A process killed while it created the base leaves a file without its headers, which DuckDB refuses: nothing was ever
    /// received then. Where something was, a base so short was damaged, and its refusal stands.</summary>
    private void OublierUneBaseMortNee()
    {
        const int enTetes = 3 * 4096;
        var fichier = new FileInfo(Path.Combine(Dossier, "paye.duckdb"));
        if (fichier is { Exists: true, Length: < enTetes } && new Receptions(Path.Combine(Dossier, "gestion.db")).Lister().Count == 0)
            fichier.Delete();
    }
}
