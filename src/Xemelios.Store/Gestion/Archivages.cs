using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Xemelios.Store.Gestion;

/// <summary>One move to the archive base: who decided it and why, what went, and the file that holds it.</summary>
public sealed record ArchivageDecide
{
    public long Id { get; init; }

    public required DateTimeOffset Le { get; init; }

    /// <summary>The account.</summary>
    public required string? Par { get; init; }

    public required string Motif { get; init; }

    public required string Siret { get; init; }

    public required int Exercice { get; init; }

    /// <summary>Key of the budget, '' for files without one; null for all.</summary>
    public required string? Budget { get; init; }

    /// <summary>Last reception that it bears on: what arrives later is read after it.</summary>
    public required long DerniereReception { get; init; }

    public required int Bulletins { get; init; }

    public required int Lignes { get; init; }

    public required int Mandats { get; init; }

    public required int Pieces { get; init; }

    /// <summary>The file of this employer and exercice once this archivage is in it; null until it is built.</summary>
    public FichierDArchive? Fichier { get; init; }

    public bool Faite { get; init; }

    public IReadOnlyList<ElementSupprime> Elements { get; init; } = [];
}

/// <summary>A file of the archive base.</summary>
/// <param name="Chemin">Below the folder of the archives, with "/".</param>
/// <param name="Empreinte">SHA-256, 64 hexadecimal digits.</param>
/// <param name="Totaux">What it holds: rows and sums of each table.</param>
public sealed record FichierDArchive(string Chemin, string Empreinte, long Octets, IReadOnlyDictionary<string, string> Totaux);

/// <summary>The moves to the archive base, in gestion.db: decided in one transaction, then done, and taken up if something stopped them.
/// A rebuild does them again, each in its place among the arrivals.</summary>
public sealed class Archivages(string fichier) : TablesDeGestion(fichier, Tables)
{
    // Made with the table of receptions, which a copy takes along.
    internal const string Tables = """
        CREATE TABLE IF NOT EXISTS archivage (
            Id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, Le TEXT NOT NULL, Par TEXT NULL, Motif TEXT NOT NULL,
            Siret TEXT NOT NULL, Exercice INTEGER NOT NULL, Budget TEXT NULL, Derniere INTEGER NOT NULL,
            Bulletins INTEGER NOT NULL, Lignes INTEGER NOT NULL, Mandats INTEGER NOT NULL, Pieces INTEGER NOT NULL,
            Fichier TEXT NULL, Empreinte TEXT NULL, Octets INTEGER NULL, Totaux TEXT NULL, Faite INTEGER NOT NULL);
        CREATE TABLE IF NOT EXISTS element_archive (
            Archivage INTEGER NOT NULL REFERENCES archivage (Id), Empreinte TEXT NOT NULL, Sorte INTEGER NOT NULL, Rang INTEGER NOT NULL);
        """;

    private const string Colonnes =
        "Id, Le, Par, Motif, Siret, Exercice, Budget, Derniere, Bulletins, Lignes, Mandats, Pieces, Fichier, Empreinte, Octets, Totaux, Faite";

    /// <summary>Records the decision: from then on it holds, whatever happens.</summary>
    public void Decider(ArchivageDecide a) => Executer(
        """
        BEGIN IMMEDIATE;
        INSERT INTO archivage (Le, Par, Motif, Siret, Exercice, Budget, Derniere, Bulletins, Lignes, Mandats, Pieces, Faite)
            VALUES ($le, $par, $motif, $siret, $exercice, $budget, $derniere, $bulletins, $lignes, $mandats, $pieces, 0);
        INSERT INTO element_archive
            SELECT (SELECT max(Id) FROM archivage), value ->> 'Empreinte', value ->> 'Sorte', value ->> 'Rang' FROM json_each($elements);
        COMMIT
        """,
        ("le", EnTexte(a.Le)), ("par", a.Par), ("motif", a.Motif), ("siret", a.Siret), ("exercice", a.Exercice), ("budget", a.Budget),
        ("derniere", a.DerniereReception), ("bulletins", a.Bulletins), ("lignes", a.Lignes), ("mandats", a.Mandats), ("pieces", a.Pieces),
        ("elements", JsonSerializer.Serialize(a.Elements)));

    /// <summary>Its file is built, checked and in its place: from now on it is never built again from the tables, which it may have left.</summary>
    public void Noter(long id, FichierDArchive fichier) => Executer(
        "UPDATE archivage SET Fichier = $fichier, Empreinte = $empreinte, Octets = $octets, Totaux = $totaux WHERE Id = $id",
        ("id", id), ("fichier", fichier.Chemin), ("empreinte", fichier.Empreinte), ("octets", fichier.Octets), ("totaux", JsonSerializer.Serialize(fichier.Totaux)));

    /// <summary>The tables hold nothing of it any more.</summary>
    public void Conclure(long id) => Executer("UPDATE archivage SET Faite = 1 WHERE Id = $id", ("id", id));

    /// <summary>Nothing of them is done any more: the tables are going to be read again from the originals.</summary>
    public void Recommencer() => Executer("UPDATE archivage SET Faite = 0, Fichier = NULL, Empreinte = NULL, Octets = NULL, Totaux = NULL");

    /// <summary>All of them, the oldest first, without their elements.</summary>
    public IReadOnlyList<ArchivageDecide> Lister() => Lire($"SELECT {Colonnes} FROM archivage ORDER BY Id", l => Lu(l, []));

    /// <summary>Those that were decided and not done to the end, with their elements.</summary>
    public IReadOnlyList<ArchivageDecide> Inacheves() =>
        Lire($"SELECT {Colonnes} FROM archivage WHERE Faite = 0 ORDER BY Id", l => Lu(l, ElementsDe(l.GetInt64(0))));

    /// <summary>The files that hold what was archived: for each employer and exercice, that of the last move.</summary>
    public IReadOnlyList<ArchivageDecide> EnVigueur() => Lire(
        $"SELECT {Colonnes} FROM archivage WHERE Id IN (SELECT max(Id) FROM archivage WHERE Faite = 1 GROUP BY Siret, Exercice) ORDER BY Siret, Exercice", l => Lu(l, []));

    private List<ElementSupprime> ElementsDe(long id) => Lire(
        "SELECT Empreinte, Sorte, Rang FROM element_archive WHERE Archivage = $id",
        l => new ElementSupprime(l.GetString(0), (SorteDElement)l.GetInt32(1), l.GetInt32(2)), ("id", id));

    private static ArchivageDecide Lu(SqliteDataReader l, IReadOnlyList<ElementSupprime> elements) => new()
    {
        Id = l.GetInt64(0), Le = Date(l.GetString(1)), Par = l.IsDBNull(2) ? null : l.GetString(2), Motif = l.GetString(3),
        Siret = l.GetString(4), Exercice = l.GetInt32(5), Budget = l.IsDBNull(6) ? null : l.GetString(6), DerniereReception = l.GetInt64(7),
        Bulletins = l.GetInt32(8), Lignes = l.GetInt32(9), Mandats = l.GetInt32(10), Pieces = l.GetInt32(11),
        Fichier = l.IsDBNull(12) ? null : new FichierDArchive(l.GetString(12), l.GetString(13), l.GetInt64(14), JsonSerializer.Deserialize<Dictionary<string, string>>(l.GetString(15))!),
        Faite = l.GetBoolean(16), Elements = elements,
    };
}
