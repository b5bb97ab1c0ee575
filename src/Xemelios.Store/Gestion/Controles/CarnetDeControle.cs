using System.Text.Json;
using Microsoft.Data.Sqlite;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Store.Gestion.Controles;

/// <summary>What the poste writes of its control, kept in gestion.db beside the pay and never in it: visas, notes, answers, attributions, one after
/// the other. The base itself refuses to change or to remove one.</summary>
public sealed class CarnetDeControle(string fichier) : TablesDeGestion(fichier, Tables)
{
    private const string Tables = """
        CREATE TABLE IF NOT EXISTS ecrit_de_controle (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, sorte TEXT NOT NULL,
            siret TEXT NOT NULL, budget TEXT NULL, mois INTEGER NULL, train TEXT NULL, nature TEXT NULL,
            matricule TEXT NULL, volume TEXT NULL, ordre INTEGER NULL, piece TEXT NULL, mandat TEXT NULL,
            decision TEXT NULL, vues TEXT NULL, texte TEXT NULL, personne TEXT NULL, repond INTEGER NULL REFERENCES ecrit_de_controle (id), clot INTEGER NOT NULL,
            auteur TEXT NOT NULL, le TEXT NOT NULL) STRICT;
        CREATE INDEX IF NOT EXISTS ecrit_par_etat ON ecrit_de_controle (siret, mois);
        CREATE INDEX IF NOT EXISTS ecrit_par_bulletin ON ecrit_de_controle (volume, ordre);
        CREATE INDEX IF NOT EXISTS ecrit_par_agent ON ecrit_de_controle (siret, matricule);
        CREATE TRIGGER IF NOT EXISTS ecrit_sans_modification BEFORE UPDATE ON ecrit_de_controle BEGIN SELECT RAISE(ABORT, 'un écrit du carnet ne se modifie pas'); END;
        CREATE TRIGGER IF NOT EXISTS ecrit_sans_suppression BEFORE DELETE ON ecrit_de_controle BEGIN SELECT RAISE(ABORT, 'un écrit du carnet ne se supprime pas'); END;
        """;

    private const string Lus = $"""
        SELECT id, sorte, siret, budget, mois, train, nature, matricule, volume, ordre, piece, mandat, decision, vues, texte, personne, repond, clot, auteur, le
        FROM ecrit_de_controle e
        WHERE {PerimetreDeGestion.Condition}
        """;

    // A visa on a bulletin is superseded by the next one on it.
    private const string DerniersVisasDeBulletins = """
        AND sorte = 'Visa' AND volume IS NOT NULL
        AND id IN (SELECT max(d.id) FROM ecrit_de_controle d WHERE d.sorte = 'Visa' AND d.volume IS NOT NULL GROUP BY d.volume, d.ordre)
        """;

    /// <summary>Keeps a new entry; its key is given.</summary>
    internal Ecrit Ajouter(Ecrit ecrit) => ecrit with
    {
        Id = (long)Donner(
            """
            INSERT INTO ecrit_de_controle (sorte, siret, budget, mois, train, nature, matricule, volume, ordre, piece, mandat, decision, vues, texte, personne, repond, clot, auteur, le)
            VALUES ($sorte, $siret, $budget, $mois, $train, $nature, $matricule, $volume, $ordre, $piece, $mandat, $decision, $vues, $texte, $personne, $repond, $clot, $auteur, $le)
            RETURNING id
            """,
            ("sorte", ecrit.Sorte.ToString()), ("siret", ecrit.Cible.Siret), ("budget", ecrit.Cible.Budget), ("mois", ecrit.Cible.Mois?.Cle), ("train", ecrit.Cible.Train),
            ("nature", ecrit.Cible.Nature), ("matricule", ecrit.Cible.Matricule), ("volume", ecrit.Cible.Volume), ("ordre", ecrit.Cible.Ordre), ("piece", ecrit.Cible.Piece),
            ("mandat", ecrit.Cible.Mandat), ("decision", ecrit.Decision?.ToString()), ("vues", ecrit.Vues is null ? null : JsonSerializer.Serialize(ecrit.Vues)),
            ("texte", ecrit.Texte), ("personne", ecrit.Personne), ("repond", ecrit.Repond), ("clot", ecrit.Clot ? 1 : 0), ("auteur", ecrit.Auteur), ("le", EnTexte(ecrit.Le)))!,
    };

    /// <summary>What is written of the états and of their natures, the oldest first; of all employers and months when none is named.</summary>
    public IReadOnlyList<Ecrit> DesEtats(Perimetre perimetre, string? siret = null, string? budget = null, MoisDePaye? mois = null) => Lire(
        """
        AND volume IS NULL AND matricule IS NULL AND piece IS NULL AND mandat IS NULL AND mois IS NOT NULL
        AND ($siret IS NULL OR siret = $siret) AND ($budget IS NULL OR budget = $budget) AND ($mois IS NULL OR mois = $mois)
        """, perimetre, ("siret", siret), ("budget", budget), ("mois", mois?.Cle));

    /// <summary>What is written of a bulletin, of those of the same agent in the same état (their files may be gone), and of the agent; the oldest first.</summary>
    /// <param name="bulletin">Its file and rank, employer, budget, month, and agent if it names one.</param>
    public IReadOnlyList<Ecrit> DuBulletin(CibleDeControle bulletin, Perimetre perimetre) => Lire(
        """
        AND siret = $siret AND ((volume = $volume AND ordre = $ordre)
            OR (matricule = $matricule AND (volume IS NULL OR (budget = $budget AND mois = $mois AND train IS $train))))
        """, perimetre,
        ("siret", bulletin.Siret), ("volume", bulletin.Volume), ("ordre", bulletin.Ordre), ("matricule", bulletin.Matricule), ("budget", bulletin.Budget), ("mois", bulletin.Mois?.Cle), ("train", bulletin.Train));

    /// <summary>The last visa of each bulletin of some files.</summary>
    public IReadOnlyList<Ecrit> VisasDesBulletins(IReadOnlyCollection<string> volumes, Perimetre perimetre) => Lire(
        $"{DerniersVisasDeBulletins} AND volume IN (SELECT value FROM json_each($volumes))", perimetre, ("volumes", JsonSerializer.Serialize(volumes)));

    /// <summary>The last visa of each of these bulletins that has one.</summary>
    public IReadOnlyList<Ecrit> VisasDesBulletins(IEnumerable<(string Volume, int Ordre)> bulletins, Perimetre perimetre) => Lire(
        $"{DerniersVisasDeBulletins} AND (volume, ordre) IN (SELECT value ->> 'volume', value ->> 'ordre' FROM json_each($bulletins))", perimetre,
        ("bulletins", JsonSerializer.Serialize(bulletins.Select(b => new { volume = b.Volume, ordre = b.Ordre }))));

    /// <summary>The last visas of bulletins that leave something to do: those to be put right, and those on other files than these.</summary>
    /// <param name="actifs">Fingerprints of the files that count now.</param>
    public IReadOnlyList<Ecrit> VisasARevoir(IReadOnlyCollection<string> actifs, Perimetre perimetre, string? siret = null, MoisDePaye? mois = null) => Lire(
        $"""
        {DerniersVisasDeBulletins} AND ($siret IS NULL OR siret = $siret) AND ($mois IS NULL OR mois = $mois)
        AND (decision = 'ARegulariser' OR volume NOT IN (SELECT value FROM json_each($actifs)))
        AND NOT EXISTS (
            SELECT 1 FROM ecrit_de_controle s
            WHERE s.sorte = 'Visa' AND s.id > e.id AND s.siret = e.siret AND s.matricule = e.matricule AND s.mois = e.mois AND s.budget = e.budget AND s.train IS e.train
              AND e.volume NOT IN (SELECT value FROM json_each($actifs)))
        """, perimetre, ("actifs", JsonSerializer.Serialize(actifs)), ("siret", siret), ("mois", mois?.Cle));

    /// <summary>The notes of an employer, on whatever, with their answers; the oldest first.</summary>
    public IReadOnlyList<Ecrit> Notes(Perimetre perimetre, string? siret = null, MoisDePaye? mois = null) => Lire(
        "AND sorte IN ('Note', 'Reponse') AND ($siret IS NULL OR siret = $siret) AND ($mois IS NULL OR mois = $mois)", perimetre, ("siret", siret), ("mois", mois?.Cle));

    /// <summary>All that names an agent; the oldest first.</summary>
    public IReadOnlyList<Ecrit> DeLAgent(string siret, string matricule, Perimetre perimetre) =>
        Lire("AND siret = $siret AND matricule = $matricule", perimetre, ("siret", siret), ("matricule", matricule));

    /// <summary>What is written of a piece; the oldest first.</summary>
    public IReadOnlyList<Ecrit> DeLaPiece(string piece, Perimetre perimetre) => Lire("AND piece = $piece", perimetre, ("piece", piece));

    // Who does not read controls finds an empty carnet.
    private List<Ecrit> Lire(string condition, Perimetre perimetre, params (string Nom, object? Valeur)[] valeurs) => !perimetre.Controles
        ? []
        : Lire($"{Lus} {condition} ORDER BY id", Ecrit, [.. valeurs, ("permis", PerimetreDeGestion.EnJson(perimetre))]);

    private static Ecrit Ecrit(SqliteDataReader l) => new(
        l.GetInt64(0), Enum.Parse<SorteDEcrit>(l.GetString(1)),
        new CibleDeControle(l.GetString(2))
        {
            Budget = Texte(l, 3), Mois = l.IsDBNull(4) ? null : MoisDePaye.FromCle(l.GetInt32(4)), Train = Texte(l, 5), Nature = Texte(l, 6),
            Matricule = Texte(l, 7), Volume = Texte(l, 8), Ordre = l.IsDBNull(9) ? null : l.GetInt32(9), Piece = Texte(l, 10), Mandat = Texte(l, 11),
        },
        l.GetString(18), Date(l.GetString(19)))
    {
        Decision = Texte(l, 12) is { } decision ? Enum.Parse<DecisionDeVisa>(decision) : null,
        Vues = Texte(l, 13) is { } vues ? JsonSerializer.Deserialize<DonneesVues>(vues) : null,
        Texte = Texte(l, 14), Personne = Texte(l, 15), Repond = l.IsDBNull(16) ? null : l.GetInt64(16), Clot = l.GetInt32(17) == 1,
    };
}
