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
using Xemelios.Store.Tables;
using Xemelios.Store.TextIndex;

namespace Xemelios.Store;

/// <summary>An open data folder: the originals, the columnar tables, the text index and the management base.</summary>
/// <remarks>One process owns it at a time; inside it, any number of readers and one importer.</remarks>
public sealed class Entrepot : IDisposable
{
    private readonly VerrouDeDossier _verrou;
    private readonly OptionsDEntrepot _options;
    private readonly DuckDbDatabase _base;
    private readonly RechercheDansLesTables _agents;
    private readonly Lazy<BaseDesComptes> _comptes;
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
        Archives = new BaseDArchives(DossierDArchives, Archivages, Connecter);
        Vider(DossierTemporaire);
        if (options.RepartirDeZero)
            SupprimerLesProjections();
        OublierUneBaseMortNee();
        _agents = new RechercheDansLesTables(Connecter);
        // The bases open side by side.
        var tables = Task.Run(OuvrirLaBase);
        try
        {
            using (Etapes.Commencer("ouverture de gestion.db"))
                Receptions = new Receptions(Path.Combine(dossier, "gestion.db"));
            Pieces = SqliteTextIndex.Ouvrir(Path.Combine(dossier, "recherche.db"));
            _base = tables.GetAwaiter().GetResult();
            if (options.RepartirDeZero)
                OublierLesArchives();
            Archives.RetirerLesVieuxFichiers();
        }
        catch
        {
            Pieces?.Dispose();
            if (Task.WhenAny(tables).Result.IsCompletedSuccessfully)
                tables.Result.Dispose();
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
    public BaseDArchives Archives { get; }

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

    /// <summary>An empty folder beside this one, with the same originals and the same receptions: there, a rebuild tells what this one should hold.</summary>
    public Entrepot OuvrirUnDouble()
    {
        var dossier = Path.Combine(DossierTemporaire, "double");
        Vider(dossier);
        var verrou = VerrouDeDossier.Prendre(dossier) ?? throw new DossierOccupeException(dossier);
        Receptions.Copier(Path.Combine(dossier, "gestion.db"));
        return new Entrepot(dossier, verrou, _options with { RepartirDeZero = false }, Originaux);
    }

    /// <summary>A new open connection on the pay tables. Readers see only what is committed.</summary>
    public DuckDbConnection Connecter() => _base.Connect();

    /// <summary>The same, where the archives are part of the tables for who may read them.</summary>
    public DuckDbConnection Connecter(bool archives) => archives ? Archives.Connecter() : Connecter();

    /// <summary>The archives are made again from the originals, like the tables. Files that someone reads go when the folder is opened again.</summary>
    public void OublierLesArchives()
    {
        Archivages.Recommencer();
        Archives.Oublier();
        NoterUnChangement();
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
        Pieces.Dispose();
        _agents.Dispose();
        _base.Dispose();
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

    private string DossierDArchives => Path.Combine(Dossier, "archives");

    private static bool EstUneProjection(string chemin) =>
        Path.GetFileName(chemin) is var nom &&
        (nom.StartsWith("paye.duckdb", StringComparison.Ordinal) || nom.StartsWith("recherche.db", StringComparison.Ordinal));

    private static void Vider(string dossier)
    {
        Jeter(dossier);
        Directory.CreateDirectory(dossier);
    }

    private DuckDbDatabase OuvrirLaBase()
    {
        using var etape = Etapes.Commencer("ouverture de paye.duckdb");
        var ouverte = DuckDbDatabase.Open(
            Path.Combine(Dossier, "paye.duckdb"),
            new DuckDbOptions(_options.MemoireMiB, _options.Fils, Path.Combine(DossierTemporaire, "tris")) { FilesIn = DossierDArchives });
        using var connexion = ouverte.Connect();
        Schema.Installer(connexion);
        return ouverte;
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

    private void SupprimerLesProjections()
    {
        foreach (var fichier in Directory.EnumerateFiles(Dossier).Where(EstUneProjection))
            File.Delete(fichier);
    }
}

/// <summary>How much of the machine the tables may use.</summary>
public sealed record OptionsDEntrepot
{
    /// <summary>Ceiling of DuckDB's memory, in MiB; beyond it spills to disk.</summary>
    public int MemoireMiB { get; init; } = 2048;

    /// <summary>Threads of DuckDB itself.</summary>
    public int Fils { get; init; } = Math.Clamp(Environment.ProcessorCount, 1, 8);

    /// <summary>For a process that does nothing but import: the readers of files keep the cores busy, and DuckDB's own threads, which
    /// wait for each other in a loop, would take them from them (measured: an eighth of the import).</summary>
    public static OptionsDEntrepot PourImporter => new() { Fils = 1 };

    /// <summary>Connection string of the PostgreSQL base that holds the accounts; null: gestion.db does.</summary>
    public string? Comptes { get; init; } = Environment.GetEnvironmentVariable("XEMELIOS_COMPTES");

    /// <summary>Delete both projections before opening: what <c>reconstruire</c> does.</summary>
    public bool RepartirDeZero { get; init; }
}
