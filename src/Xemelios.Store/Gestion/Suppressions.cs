using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Xemelios.Store.Gestion;

/// <summary>One deletion: who decided it, why, and what of the receptions up to then is never to be read again.</summary>
public sealed record SuppressionDecidee
{
    public long Id { get; init; }

    public required DateTimeOffset Le { get; init; }

    /// <summary>The account.</summary>
    public required string? Par { get; init; }

    public required string Motif { get; init; }

    /// <summary>What was asked, in French, by keys.</summary>
    public required string Objet { get; init; }

    /// <summary>Last reception that it bears on: what arrives later is new.</summary>
    public required long DerniereReception { get; init; }

    /// <summary>What is left depends on what goes: the tables are read again from the originals that stay.</summary>
    public required bool Relire { get; init; }

    public required IReadOnlyList<ElementSupprime> Elements { get; init; }
}

/// <summary>A thing that a deletion takes away, by the fingerprint of the content that it is or lies in.</summary>
/// <param name="Rang">Of the bordereau, of the PJ or of the entry; 0 otherwise.</param>
public sealed record ElementSupprime(string Empreinte, SorteDElement Sorte, int Rang = 0);

public enum SorteDElement
{
    /// <summary>A content, wherever it lies.</summary>
    Contenu = 1,

    /// <summary>A file as it was received; the same content may stay inside another.</summary>
    Fichier = 2,

    /// <summary>One bordereau of a PES flow.</summary>
    Bordereau = 3,

    /// <summary>One PJ of a PES flow, or one piece of an archive.</summary>
    Piece = 4,

    /// <summary>A container that stays without all that it carried: received again, it is read again.</summary>
    Incomplet = 5,
}

/// <summary>The deletions, in gestion.db: decided in one transaction with what becomes of the receptions, then done, and done again if
/// something stopped it. A rebuild leaves out what they name.</summary>
public sealed class Suppressions(string fichier) : TablesDeGestion(fichier, Tables)
{
    // Made with the table of receptions: every import asks what was deleted.
    internal const string Tables = """
        CREATE TABLE IF NOT EXISTS suppression (
            Id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, Le TEXT NOT NULL, Par TEXT NULL, Motif TEXT NOT NULL, Objet TEXT NOT NULL,
            Derniere INTEGER NOT NULL, Relire INTEGER NOT NULL, Faite INTEGER NOT NULL);
        CREATE TABLE IF NOT EXISTS element_supprime (
            Suppression INTEGER NOT NULL REFERENCES suppression (Id), Empreinte TEXT NOT NULL, Sorte INTEGER NOT NULL, Rang INTEGER NOT NULL);
        """;

    private const string Colonnes = "Id, Le, Par, Motif, Objet, Derniere, Relire";

    /// <summary>Records the decision: from then on it holds, whatever happens.</summary>
    public void Decider(SuppressionDecidee s) => Executer(
        """
        BEGIN IMMEDIATE;
        INSERT INTO suppression (Le, Par, Motif, Objet, Derniere, Relire, Faite) VALUES ($le, $par, $motif, $objet, $derniere, $relire, 0);
        INSERT INTO element_supprime
            SELECT (SELECT max(Id) FROM suppression), value ->> 'Empreinte', value ->> 'Sorte', value ->> 'Rang' FROM json_each($elements);
        UPDATE reception SET Etat = 'supprime', Motif = NULL
            WHERE Id <= $derniere AND Empreinte IN (SELECT value ->> 'Empreinte' FROM json_each($elements) WHERE value ->> 'Sorte' IN (1, 2));
        COMMIT
        """,
        ("le", EnTexte(s.Le)), ("par", s.Par), ("motif", s.Motif), ("objet", s.Objet), ("derniere", s.DerniereReception),
        ("relire", s.Relire ? 1 : 0), ("elements", JsonSerializer.Serialize(s.Elements)));

    /// <summary>Every trace that it had to remove is removed.</summary>
    public void Conclure(long id) => Executer("UPDATE suppression SET Faite = 1 WHERE Id = $id", ("id", id));

    /// <summary>All deletions, the oldest first, without what they took away.</summary>
    public IReadOnlyList<SuppressionDecidee> Lister() => Lire($"SELECT {Colonnes} FROM suppression ORDER BY Id", l => Lue(l, []));

    /// <summary>Those that were decided and not done to the end.</summary>
    public IReadOnlyList<SuppressionDecidee> Inachevees() =>
        Lire($"SELECT {Colonnes} FROM suppression WHERE Faite = 0 ORDER BY Id", l => Lue(l, ElementsDe(l.GetInt64(0))));

    /// <summary>Everything that was ever taken away, each with the last reception for which it holds.</summary>
    public IReadOnlyDictionary<ElementSupprime, long> Ecartes() => Lire(
        "SELECT e.Empreinte, e.Sorte, e.Rang, max(s.Derniere) FROM element_supprime e JOIN suppression s ON s.Id = e.Suppression GROUP BY 1, 2, 3",
        l => (Element: Element(l), Derniere: l.GetInt64(3))).ToDictionary(e => e.Element, e => e.Derniere);

    private List<ElementSupprime> ElementsDe(long id) =>
        Lire("SELECT Empreinte, Sorte, Rang FROM element_supprime WHERE Suppression = $id", Element, ("id", id));

    private static ElementSupprime Element(SqliteDataReader l) => new(l.GetString(0), (SorteDElement)l.GetInt32(1), l.GetInt32(2));

    private static SuppressionDecidee Lue(SqliteDataReader l, IReadOnlyList<ElementSupprime> elements) => new()
    {
        Id = l.GetInt64(0), Le = Date(l.GetString(1)), Par = l.IsDBNull(2) ? null : l.GetString(2), Motif = l.GetString(3),
        Objet = l.GetString(4), DerniereReception = l.GetInt64(5), Relire = l.GetBoolean(6), Elements = elements,
    };
}
