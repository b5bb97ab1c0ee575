using Xemelios.DuckDb;
using Xemelios.Store.Archives;
using Xemelios.Store.Gestion;
using Xemelios.Store.Tables;
using Xemelios.Store.TextIndex;

namespace Xemelios.Store.Reconstructions;

/// <summary>What is drawn from the originals, in one folder: the tables, the text index and the archives. All of it can be made again.</summary>
/// <remarks>Whoever reads holds it: once others have taken its place, it closes behind its last reader.</remarks>
internal sealed class Projections
{
    private readonly DuckDbDatabase _base;
    private int _porteurs = 1;
    private Action _ensuite = () => { };

    private Projections(string dossier, DuckDbDatabase tables, ITextIndex pieces, Archivages archivages)
    {
        Dossier = dossier;
        _base = tables;
        Pieces = pieces;
        Archives = new BaseDArchives(DossierDArchives(dossier), archivages, tables.Connect);
    }

    public string Dossier { get; }

    public ITextIndex Pieces { get; }

    public BaseDArchives Archives { get; }

    /// <summary>Opens or creates those of a folder.</summary>
    /// <param name="tris">Where sorts spill: no other base may spill there.</param>
    public static Projections Ouvrir(string dossier, string tris, OptionsDEntrepot options, Archivages archivages)
    {
        var pieces = SqliteTextIndex.Ouvrir(Path.Combine(dossier, "recherche.db"));
        try
        {
            return new Projections(dossier, OuvrirLaBase(dossier, tris, options), pieces, archivages);
        }
        catch
        {
            pieces.Dispose();
            throw;
        }
    }

    /// <summary>A new connection; it may outlive this object.</summary>
    public DuckDbConnection Connecter() => _base.Connect();

    /// <summary>Holds it until <see cref="Rendre"/>; false once it is closed.</summary>
    public bool Tenir()
    {
        for (var porteurs = Volatile.Read(ref _porteurs); porteurs > 0; porteurs = Volatile.Read(ref _porteurs))
        {
            if (Interlocked.CompareExchange(ref _porteurs, porteurs + 1, porteurs) == porteurs)
                return true;
        }

        return false;
    }

    /// <summary>One holder less; the last one closes it.</summary>
    public void Rendre()
    {
        if (Interlocked.Decrement(ref _porteurs) > 0)
            return;
        Pieces.Dispose();
        _base.Dispose();
        _ensuite();
    }

    /// <summary>Lets it go, for something to be done once it is closed. Connections on it go on until they are.</summary>
    public void Quitter(Action ensuite)
    {
        _ensuite = ensuite;
        Rendre();
    }

    /// <summary>What those of a folder weigh on the disk.</summary>
    public static long Octets(string dossier) => Fichiers(dossier, "paye.duckdb").Concat(Fichiers(dossier, "recherche.db"))
        .Concat(Directory.Exists(DossierDArchives(dossier)) ? Directory.EnumerateFiles(DossierDArchives(dossier), "*", SearchOption.AllDirectories) : [])
        .Select(f => new FileInfo(f)).Sum(f => f.Exists ? f.Length : 0);

    /// <summary>Removes those of a folder, with the logs beside them.</summary>
    public static void Effacer(string dossier)
    {
        EffacerLesFichiers(dossier, "paye.duckdb");
        EffacerLesFichiers(dossier, "recherche.db");
        Entrepot.Jeter(DossierDArchives(dossier));
    }

    /// <summary>Moves those of a folder in the place of those of another. Stopped anywhere, it is only to be done again: what is moved
    /// already is no longer at its source, and is left alone.</summary>
    /// <param name="fait">Told after each file.</param>
    public static void Deplacer(string source, string destination, Action fait)
    {
        foreach (var nom in (ReadOnlySpan<string>)["paye.duckdb", "recherche.db"])
        {
            // The log of one base never lies beside another: it leaves before, and comes after.
            if (File.Exists(Path.Combine(source, nom)))
                EffacerLesFichiers(destination, nom);
            fait();
            foreach (var fichier in Fichiers(source, nom))
            {
                File.Move(fichier, Path.Combine(destination, Path.GetFileName(fichier)));
                fait();
            }
        }

        if (!Directory.Exists(DossierDArchives(source)))
            return;
        Entrepot.Jeter(DossierDArchives(destination));
        fait();
        Directory.Move(DossierDArchives(source), DossierDArchives(destination));
    }

    private static string DossierDArchives(string dossier) => Path.Combine(dossier, "archives");

    // The base itself comes first, then its logs.
    private static IEnumerable<string> Fichiers(string dossier, string nom) => Directory.GetFiles(dossier, nom + "*").Order(StringComparer.Ordinal);

    private static void EffacerLesFichiers(string dossier, string nom)
    {
        foreach (var fichier in Fichiers(dossier, nom))
            File.Delete(fichier);
    }

    private static DuckDbDatabase OuvrirLaBase(string dossier, string tris, OptionsDEntrepot options)
    {
        using var etape = Etapes.Commencer("ouverture de paye.duckdb");
        var ouverte = DuckDbDatabase.Open(
            Path.Combine(dossier, "paye.duckdb"), new DuckDbOptions(options.MemoireMiB, options.Fils, tris) { FilesIn = DossierDArchives(dossier) });
        try
        {
            using var connexion = ouverte.Connect();
            Schema.Installer(connexion);
            return ouverte;
        }
        catch
        {
            ouverte.Dispose();
            throw;
        }
    }
}
