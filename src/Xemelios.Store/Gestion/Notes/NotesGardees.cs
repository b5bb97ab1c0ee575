using Microsoft.Data.Sqlite;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Store.Gestion.Notes;

/// <summary>The notes kept in gestion.db, beside the pay and never in it. The base itself refuses to change or to remove one.</summary>
/// <remarks>A kind of note more is a value more of <see cref="SorteDeNote"/>; an état is named by its employer, budget, month and train.</remarks>
public sealed class NotesGardees(string fichier) : TablesDeGestion(fichier, Tables)
{
    private const string Tables = """
        CREATE TABLE IF NOT EXISTS note (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, sorte TEXT NOT NULL,
            siret TEXT NOT NULL, budget TEXT NULL, mois INTEGER NULL, train TEXT NULL, matricule TEXT NULL, volume TEXT NULL, ordre INTEGER NULL,
            objet TEXT NOT NULL, texte TEXT NOT NULL, preuve TEXT NULL, auteur TEXT NOT NULL, le TEXT NOT NULL) STRICT;
        CREATE TABLE IF NOT EXISTS decision_de_note (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, note INTEGER NOT NULL REFERENCES note (id), etat TEXT NOT NULL, motif TEXT NOT NULL,
            auteur TEXT NOT NULL, le TEXT NOT NULL) STRICT;
        CREATE INDEX IF NOT EXISTS note_par_agent ON note (siret, matricule);
        CREATE INDEX IF NOT EXISTS note_par_bulletin ON note (volume, ordre);
        CREATE INDEX IF NOT EXISTS decision_par_note ON decision_de_note (note);
        CREATE TRIGGER IF NOT EXISTS note_sans_modification BEFORE UPDATE ON note BEGIN SELECT RAISE(ABORT, 'une note ne se modifie pas'); END;
        CREATE TRIGGER IF NOT EXISTS note_sans_suppression BEFORE DELETE ON note BEGIN SELECT RAISE(ABORT, 'une note ne se supprime pas'); END;
        CREATE TRIGGER IF NOT EXISTS decision_sans_modification BEFORE UPDATE ON decision_de_note BEGIN SELECT RAISE(ABORT, 'une décision ne se modifie pas'); END;
        CREATE TRIGGER IF NOT EXISTS decision_sans_suppression BEFORE DELETE ON decision_de_note BEGIN SELECT RAISE(ABORT, 'une décision ne se supprime pas'); END;
        """;

    // A note on an agent has neither budget nor month: whoever may see the agent reads it.
    private const string Visibles = $"""
        SELECT id, sorte, siret, matricule, volume, ordre, mois, budget, objet, texte, preuve, auteur, le
        FROM note n
        WHERE {PerimetreDeGestion.Condition}
        """;

    /// <summary>Keeps a new note; its key is given.</summary>
    internal Note Ajouter(Note note) => note with
    {
        Id = (long)Donner(
            """
            INSERT INTO note (sorte, siret, budget, mois, matricule, volume, ordre, objet, texte, preuve, auteur, le)
            VALUES ($sorte, $siret, $budget, $mois, $matricule, $volume, $ordre, $objet, $texte, $preuve, $auteur, $le) RETURNING id
            """,
            ("sorte", note.Sorte.ToString()), ("siret", note.Cible.Siret), ("budget", note.Cible.Budget), ("mois", note.Cible.Mois?.Cle),
            ("matricule", note.Cible.Matricule), ("volume", note.Cible.Volume), ("ordre", note.Cible.Ordre), ("objet", note.Objet), ("texte", note.Texte),
            ("preuve", note.Preuve), ("auteur", note.Auteur), ("le", EnTexte(note.Le)))!,
    };

    /// <summary>Adds what is decided to what was decided before.</summary>
    internal void Decider(long note, DecisionDeNote decision) => Executer(
        "INSERT INTO decision_de_note (note, etat, motif, auteur, le) VALUES ($note, $etat, $motif, $auteur, $le)",
        ("note", note), ("etat", decision.Etat.ToString()), ("motif", decision.Motif), ("auteur", decision.Auteur), ("le", EnTexte(decision.Le)));

    /// <summary>The notes on an agent and on his bulletins, those whose file was replaced too; the oldest first.</summary>
    public IReadOnlyList<Note> DeLAgent(string siret, string matricule, Perimetre perimetre) =>
        Lire("AND n.siret = $siret AND n.matricule = $matricule", perimetre, ("siret", siret), ("matricule", matricule));

    /// <summary>The notes on a bulletin, and those on its agent as a whole; the oldest first.</summary>
    /// <param name="matricule">Null for a bulletin that names none.</param>
    public IReadOnlyList<Note> DuBulletin(string siret, string? matricule, string volume, int ordre, Perimetre perimetre) => Lire(
        "AND n.siret = $siret AND ((n.volume = $volume AND n.ordre = $ordre) OR (n.volume IS NULL AND n.matricule = $matricule))", perimetre,
        ("siret", siret), ("matricule", matricule), ("volume", volume), ("ordre", ordre));

    private List<Note> Lire(string condition, Perimetre perimetre, params (string Nom, object? Valeur)[] valeurs)
    {
        var notes = Lire($"{Visibles} {condition} ORDER BY n.id", Note, [.. valeurs, ("permis", PerimetreDeGestion.EnJson(perimetre))]);
        return notes.ConvertAll(n => n with { Decisions = Decisions(n.Id) });
    }

    private List<DecisionDeNote> Decisions(long note) => Lire(
        "SELECT etat, motif, auteur, le FROM decision_de_note WHERE note = $note ORDER BY id",
        l => new DecisionDeNote(Enum.Parse<EtatDeNote>(l.GetString(0)), l.GetString(1), l.GetString(2), Date(l.GetString(3))), ("note", note));

    private static Note Note(SqliteDataReader l) => new(
        l.GetInt64(0), Enum.Parse<SorteDeNote>(l.GetString(1)),
        new CibleDeNote(l.GetString(2))
        {
            Matricule = Texte(l, 3), Volume = Texte(l, 4), Ordre = l.IsDBNull(5) ? null : l.GetInt32(5),
            Mois = l.IsDBNull(6) ? null : MoisDePaye.FromCle(l.GetInt32(6)), Budget = Texte(l, 7),
        },
        l.GetString(8), l.GetString(9), Texte(l, 10), l.GetString(11), Date(l.GetString(12)));
}
