using System.Security.Cryptography;
using Xemelios.Domain.Valeurs;
using Xemelios.DuckDb;
using Xemelios.Store.Gestion;
using Xemelios.Store.Tables;

namespace Xemelios.Store.Archives;

/// <summary>Writes an archive file beside the others: built under a name that nobody reads, checked, then given the name of what it holds.</summary>
/// <remarks>A file is never written again once it has its name: what is added to an exercice makes another file, so that those who
/// read the former go on.</remarks>
internal static class ConstructionDArchive
{
    private const string Nouvelle = "nouvelle";

    /// <summary>Builds the file of an employer and exercice from what is going to leave the tables, and from the file that it has already.</summary>
    /// <param name="connexion">Where <see cref="Depart.Nommer"/> was called.</param>
    /// <param name="ancienne">Catalog of the file that it has; null for none.</param>
    /// <exception cref="ArchiveInfideleException">it does not hold what leaves.</exception>
    public static FichierDArchive Construire(DuckDbConnection connexion, string dossier, string siret, int exercice, string? ancienne)
    {
        var place = Directory.CreateDirectory(Path.Combine(dossier, NomDeDossier(siret))).FullName;
        var enCours = Path.Combine(place, $"{exercice}.en-construction");
        Effacer(enCours);
        Effacer(enCours + ".wal");
        var attendus = TablesDArchive.TotauxAttendus(connexion, ancienne);
        Attacher(connexion, enCours, () => Remplir(connexion, ancienne), "BLOCK_SIZE 65536");
        Attacher(connexion, enCours, () => Comparer(attendus, TablesDArchive.Totaux(connexion, Nouvelle)), "READ_ONLY");
        using (var flux = new FileStream(enCours, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            flux.Flush(flushToDisk: true);
        var empreinte = EmpreinteDe(enCours);
        var nom = $"{exercice}-{empreinte[..16]}.duckdb";
        var fini = Path.Combine(place, nom);
        // Built again, it may be the same to the byte as one that someone reads.
        if (File.Exists(fini) && EmpreinteDe(fini) == empreinte)
            Effacer(enCours);
        else
            Mettre(enCours, fini);
        return new FichierDArchive($"{NomDeDossier(siret)}/{nom}", empreinte, new FileInfo(fini).Length, attendus);
    }

    /// <summary>SHA-256 of a file.</summary>
    public static string EmpreinteDe(string fichier)
    {
        using var flux = new FileStream(fichier, FileMode.Open, FileAccess.Read, FileShare.Read);
        return Empreinte.FromBytes(SHA256.HashData(flux)).Hexadecimal;
    }

    /// <summary>Removes a file, be it read-only.</summary>
    public static void Effacer(string fichier)
    {
        if (!File.Exists(fichier))
            return;
        File.SetAttributes(fichier, FileAttributes.Normal);
        File.Delete(fichier);
    }

    private static void Mettre(string enCours, string fini)
    {
        Effacer(fini);
        File.Move(enCours, fini);
        File.SetAttributes(fini, FileAttributes.ReadOnly);
    }

    public static string EnSql(string chemin) => chemin.Replace("'", "''", StringComparison.Ordinal);

    /// <summary>A SIRET comes from a file: only what it should be becomes a name on the disk.</summary>
    private static string NomDeDossier(string siret) => siret.Length is > 0 and <= 20 && siret.All(char.IsAsciiLetterOrDigit)
        ? siret
        : $"autre-{Empreinte.FromBytes(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(siret))).Hexadecimal[..16]}";

    private static void Attacher(DuckDbConnection connexion, string fichier, Action faire, string option)
    {
        connexion.Execute($"ATTACH '{EnSql(fichier)}' AS {Nouvelle} ({option})");
        try
        {
            faire();
        }
        finally
        {
            connexion.Execute($"USE {TablesDArchive.Actives}");
            connexion.Execute($"DETACH {Nouvelle}");
        }
    }

    private static void Remplir(DuckDbConnection connexion, string? ancienne)
    {
        connexion.Execute($"USE {Nouvelle}");
        Schema.Installer(connexion);
        connexion.Execute($"USE {TablesDArchive.Actives}");
        using (var transaction = connexion.BeginTransaction())
        {
            foreach (var (table, condition) in Depart.Tables)
            {
                if (ancienne is not null)
                    connexion.Execute($"INSERT INTO {Nouvelle}.{table} SELECT * FROM {ancienne}.{table}");
                connexion.Execute($"INSERT INTO {Nouvelle}.{table} SELECT * FROM {TablesDArchive.Actives}.{table} WHERE {condition}");
            }

            // The tables keep the words and people of the archives: all that either file needs is there.
            foreach (var (table, condition) in TablesDArchive.Dictionnaires)
                connexion.Execute($"INSERT INTO {Nouvelle}.{table} SELECT * FROM {TablesDArchive.Actives}.{table} WHERE {condition.Replace("$", Nouvelle, StringComparison.Ordinal)}");
            transaction.Commit();
        }

        connexion.Execute($"CHECKPOINT {Nouvelle}");
    }

    private static void Comparer(SortedDictionary<string, string> attendus, SortedDictionary<string, string> ecrits)
    {
        if (attendus.FirstOrDefault(a => ecrits[a.Key] != a.Value) is { Key: { } table })
            throw new ArchiveInfideleException(table);
    }
}

/// <summary>The file that was built does not hold what leaves the tables: nothing was archived.</summary>
public sealed class ArchiveInfideleException(string table)
    : Exception($"ARC-0001 : l'archive construite ne dit pas ce que dit la table « {table} » : rien n'a été archivé. Lancez « xemelios verifier ».");
