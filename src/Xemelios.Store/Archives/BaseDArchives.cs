using Xemelios.DuckDb;
using Xemelios.Store.Gestion;
using Xemelios.Store.Tables;

namespace Xemelios.Store.Archives;

/// <summary>The archive base: one file for each employer and exercice, attached read-only to the tables when somebody first reads it.</summary>
/// <remarks>
/// Those who may read it have a connection where each table of facts is that of the active base together with those of all archives,
/// and where every view is made over these: the same questions are asked there. Such a set of views, a reunion, is made once for each
/// set of files and stays until the process ends, since someone may be reading it.
/// </remarks>
public sealed class BaseDArchives
{
    private readonly string _dossier;
    private readonly Archivages _archivages;
    private readonly Func<DuckDbConnection> _connecter;
    private readonly Lock _ouverture = new();
    private readonly Dictionary<string, string> _catalogues = new(StringComparer.Ordinal);
    private int _reunions;
    private volatile Reunion? _reunion;

    internal BaseDArchives(string dossier, Archivages archivages, Func<DuckDbConnection> connecter) => (_dossier, _archivages, _connecter) = (dossier, archivages, connecter);

    /// <summary>A French sentence for each file that is missing, altered or cannot be read; what it holds is missing from answers.</summary>
    public IReadOnlyList<string> Defauts => Courante.Defauts;

    /// <summary>A connection in which the archives are part of the tables. Nothing is written by it.</summary>
    internal DuckDbConnection Connecter()
    {
        var connexion = _connecter();
        if (Courante.Catalogue is { } catalogue)
            connexion.Execute($"USE {catalogue}");
        return connexion;
    }

    /// <summary>Checks every file by its fingerprint, and what it says by its totals; a French sentence for each that is wrong.</summary>
    public (int Examines, IReadOnlyList<string> Defauts) Verifier()
    {
        var enVigueur = _archivages.EnVigueur();
        using var connexion = _connecter();
        return (enVigueur.Count, [.. enVigueur.Select(a => Defaut(a) ?? DefautDesOctets(a) ?? DefautDesTotaux(connexion, a)).OfType<string>()]);
    }

    /// <summary>Adds what <see cref="Depart.Nommer"/> named on this connection to the file of an employer and exercice.</summary>
    internal FichierDArchive Construire(DuckDbConnection connexion, string siret, int exercice)
    {
        if (DefautDe(siret, exercice) is { } defaut)
            throw new ArchiveAbimeeException(defaut);
        var ancienne = EnVigueur(siret, exercice);
        return ConstructionDArchive.Construire(connexion, _dossier, siret, exercice, ancienne is null ? null : Attacher(connexion, ancienne.Fichier!));
    }

    /// <summary>What is wrong, in French, with the file of an employer and exercice, read whole; null when it has none or it is as it was written.</summary>
    public string? DefautDe(string siret, int exercice) => EnVigueur(siret, exercice) is { } archivage ? Defaut(archivage) ?? DefautDesOctets(archivage) : null;

    /// <summary>The file holds exactly the bytes that were recorded.</summary>
    internal bool EstIntacte(ArchivageDecide archivage) => Defaut(archivage) is null && DefautDesOctets(archivage) is null;

    /// <summary>Makes ready what readers of the archives see once the tables have left what went; calling the result shows it to them.</summary>
    internal Action Preparer(ArchivageDecide archivage)
    {
        lock (_ouverture)
        {
            var suivante = Reunir([.. _archivages.EnVigueur().Where(a => a.Siret != archivage.Siret || a.Exercice != archivage.Exercice), archivage]);
            return () => _reunion = suivante;
        }
    }

    /// <summary>Removes the files that hold nothing that counts: an interrupted move, an exercice that another file holds since.</summary>
    public void RetirerLesVieuxFichiers()
    {
        if (!Directory.Exists(_dossier))
            return;
        var gardes = _archivages.Lister().Where(a => !a.Faite).Concat(_archivages.EnVigueur()).Select(a => a.Fichier?.Chemin).OfType<string>()
            .Select(c => Path.GetFullPath(Path.Combine(_dossier, c))).ToHashSet(StringComparer.Ordinal);
        foreach (var fichier in Directory.EnumerateFiles(_dossier, "*", SearchOption.AllDirectories).Where(f => !gardes.Contains(Path.GetFullPath(f))).ToList())
        {
            try
            {
                ConstructionDArchive.Effacer(fichier);
            }
            catch (Exception lu) when (lu is IOException or UnauthorizedAccessException)
            {
                // Windows keeps a file that someone reads: the next opening removes it.
            }
        }
    }

    private ArchivageDecide? EnVigueur(string siret, int exercice) => _archivages.EnVigueur().FirstOrDefault(a => a.Siret == siret && a.Exercice == exercice);

    private Reunion Courante
    {
        get
        {
            if (_reunion is { } faite)
                return faite;
            lock (_ouverture)
                return _reunion ??= Reunir(_archivages.EnVigueur());
        }
    }

    private Reunion Reunir(IReadOnlyList<ArchivageDecide> archivages)
    {
        if (archivages.Count == 0)
            return new Reunion(null, []);
        using var connexion = _connecter();
        var (catalogues, defauts) = (new List<string>(), new List<string>());
        foreach (var archivage in archivages)
        {
            if (Defaut(archivage) is { } defaut)
                defauts.Add(defaut);
            else if (TenterDAttacher(connexion, archivage.Fichier!) is { } catalogue)
                catalogues.Add(catalogue);
            else
                defauts.Add(Illisible(archivage));
        }

        return new Reunion(catalogues.Count == 0 ? null : CreerLesVues(connexion, catalogues), defauts);
    }

    private string CreerLesVues(DuckDbConnection connexion, List<string> catalogues)
    {
        var reunion = $"reunion_{++_reunions}";
        connexion.Execute($"ATTACH ':memory:' AS {reunion}");
        connexion.Execute($"USE {reunion}");
        foreach (var (table, _) in Depart.Tables)
        {
            // A piece that came back is in both, under one key.
            var union = table == "contenu" ? " UNION " : " UNION ALL ";
            connexion.Execute($"CREATE VIEW {table} AS {string.Join(union, catalogues.Prepend(TablesDArchive.Actives).Select(c => $"SELECT * FROM {c}.{table}"))}");
        }

        foreach (var table in TablesDArchive.Dictionnaires.Select(d => d.Table).Append("contenu_archive"))
            connexion.Execute($"CREATE VIEW {table} AS SELECT * FROM {TablesDArchive.Actives}.{table}");
        foreach (var vue in Schema.Vues())
            connexion.Execute(vue);
        return reunion;
    }

    private string? TenterDAttacher(DuckDbConnection connexion, FichierDArchive fichier)
    {
        try
        {
            return Attacher(connexion, fichier);
        }
        catch (DuckDbException)
        {
            return null;
        }
    }

    private string Attacher(DuckDbConnection connexion, FichierDArchive fichier)
    {
        lock (_ouverture)
        {
            if (_catalogues.TryGetValue(fichier.Chemin, out var connu))
                return connu;
            var catalogue = $"archive_{_catalogues.Count + 1}";
            connexion.Execute($"ATTACH '{ConstructionDArchive.EnSql(Place(fichier))}' AS {catalogue} (READ_ONLY)");
            _catalogues.Add(fichier.Chemin, catalogue);
            return catalogue;
        }
    }

    private string Place(FichierDArchive fichier) => Path.Combine(_dossier, fichier.Chemin);

    private string? Defaut(ArchivageDecide archivage)
    {
        if (archivage.Fichier is not { } fichier || !File.Exists(Place(fichier)))
            return $"ARC-0002 : l'archive {Nom(archivage)} a disparu : ce qu'elle contient n'est plus lu. Lancez « xemelios reconstruire », qui la refait.";
        return new FileInfo(Place(fichier)).Length == fichier.Octets ? null : Alteree(archivage);
    }

    private string? DefautDesOctets(ArchivageDecide archivage) =>
        ConstructionDArchive.EmpreinteDe(Place(archivage.Fichier!)) == archivage.Fichier!.Empreinte ? null : Alteree(archivage);

    private string? DefautDesTotaux(DuckDbConnection connexion, ArchivageDecide archivage)
    {
        if (TenterDAttacher(connexion, archivage.Fichier!) is not { } catalogue)
            return Illisible(archivage);
        var lus = TablesDArchive.Totaux(connexion, catalogue);
        return lus.FirstOrDefault(t => archivage.Fichier!.Totaux.GetValueOrDefault(t.Key) != t.Value) is { Key: { } table }
            ? $"ARC-0003 : l'archive {Nom(archivage)} ne dit plus ce qu'elle disait de la table « {table} ». Lancez « xemelios reconstruire », qui la refait."
            : null;
    }

    private static string Alteree(ArchivageDecide archivage) =>
        $"ARC-0003 : l'archive {Nom(archivage)} a été altérée : ses octets ne sont plus ceux qui ont été écrits. Lancez « xemelios reconstruire », qui la refait.";

    private static string Illisible(ArchivageDecide archivage) =>
        $"ARC-0003 : l'archive {Nom(archivage)} ne s'ouvre plus : ce qu'elle contient n'est plus lu. Lancez « xemelios reconstruire », qui la refait.";

    private static string Nom(ArchivageDecide archivage) => $"de {(archivage.Siret.Length == 0 ? "l'employeur sans SIRET" : archivage.Siret)}, exercice {archivage.Exercice}";

    /// <param name="Catalogue">Where the views are; null when no archive can be read.</param>
    private sealed record Reunion(string? Catalogue, IReadOnlyList<string> Defauts);
}

/// <summary>What must be added to an archive that is not what it was.</summary>
public sealed class ArchiveAbimeeException(string defaut) : Exception(defaut);
