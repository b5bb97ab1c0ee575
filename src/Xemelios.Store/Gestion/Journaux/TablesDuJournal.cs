namespace Xemelios.Store.Gestion.Journaux;

/// <summary>The tables of the journal, and the triggers by which the base itself refuses to change them.</summary>
internal static class TablesDuJournal
{
    /// <summary>What an entry says, in the order in which it is sealed.</summary>
    public static readonly string[] Champs =
        ["le", "nature", "utilisateur", "depuis", "objet", "poste", "siret", "matricule", "cles", "motif", "avant", "apres"];

    /// <summary>How many tables there are.</summary>
    public const int Nombre = 4;

    /// <summary>The tables with their key; what is in one is written once, in the order of its key.</summary>
    private static readonly (string Table, string Cle)[] Tables = [("journal", "rang"), ("journal_tete", "numero"), ("journal_borne", "numero")];

    // AUTOINCREMENT keeps the last rank ever given in sqlite_sequence: a tail that is merely deleted shows.
    private const string Creation = """
        CREATE TABLE journal (
            rang INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, le TEXT NOT NULL, nature TEXT NOT NULL, utilisateur TEXT NULL, depuis TEXT NOT NULL,
            objet TEXT NOT NULL, poste TEXT NULL, siret TEXT NULL, matricule TEXT NULL, cles TEXT NULL, motif TEXT NULL, avant TEXT NULL, apres TEXT NULL,
            precedente BLOB NOT NULL, empreinte BLOB NOT NULL) STRICT;
        CREATE TABLE journal_tete (
            numero INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, jour TEXT NOT NULL, rang INTEGER NOT NULL, nombre INTEGER NOT NULL,
            empreinte BLOB NOT NULL, precedente BLOB NOT NULL, sceau BLOB NOT NULL) STRICT;
        CREATE TABLE journal_borne (
            numero INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, rang INTEGER NOT NULL, nombre INTEGER NOT NULL, premier TEXT NOT NULL, dernier TEXT NOT NULL,
            empreinte BLOB NOT NULL, precedente BLOB NOT NULL, sceau BLOB NOT NULL) STRICT;
        CREATE TABLE journal_conservation (unique_ INTEGER NOT NULL PRIMARY KEY CHECK (unique_ = 1), annees INTEGER NOT NULL CHECK (annees BETWEEN 1 AND 10)) STRICT;
        CREATE INDEX journal_par_agent ON journal (siret, matricule);
        CREATE INDEX journal_par_date ON journal (le);
        CREATE INDEX journal_par_utilisateur ON journal (utilisateur);

        """;

    /// <summary>Makes everything, in a base that has nothing of it.</summary>
    public static string Creer => Creation + string.Join('\n', Declencheurs.Values.Select(d => d + ";"));

    /// <summary>The triggers by name, as the base keeps them.</summary>
    public static IReadOnlyDictionary<string, string> Declencheurs { get; } =
        Tables.SelectMany(t => DeclencheursDe(t.Table, t.Cle)).ToDictionary(d => d.Nom, d => d.Sql, StringComparer.Ordinal);

    /// <summary>The trigger that the purge lifts inside its transaction.</summary>
    public const string RefusDeSuppression = "journal_sans_suppression";

    private static IEnumerable<(string Nom, string Sql)> DeclencheursDe(string table, string cle)
    {
        yield return Refus($"{table}_sans_modification", $"BEFORE UPDATE ON {table}", "");
        yield return Refus($"{table}_sans_suppression", $"BEFORE DELETE ON {table}", "");
        // A row goes after all others: neither between two of them, nor, by INSERT OR REPLACE, in place of one.
        yield return Refus($"{table}_a_la_suite", $"BEFORE INSERT ON {table}", $"WHEN NEW.{cle} <> (SELECT coalesce(max({cle}), 0) + 1 FROM {table}) ");

        static (string, string) Refus(string nom, string quand, string condition) =>
            (nom, $"CREATE TRIGGER {nom} {quand} {condition}BEGIN SELECT RAISE(ABORT, 'le journal ne se modifie pas'); END");
    }
}
