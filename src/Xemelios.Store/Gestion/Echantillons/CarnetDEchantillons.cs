using Microsoft.Data.Sqlite;
using Xemelios.Domain.Echantillons;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Store.Gestion.Echantillons;

/// <summary>Plans de contrôle, samples and ticks, kept in gestion.db one after the other. The base itself refuses to change or to remove one.</summary>
public sealed class CarnetDEchantillons(string fichier) : TablesDeGestion(fichier, Tables)
{
    private const string Tables = """
        CREATE TABLE IF NOT EXISTS plan_de_controle (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, souche INTEGER NULL REFERENCES plan_de_controle (id),
            libelle TEXT NOT NULL, siret TEXT NOT NULL, budget TEXT NULL, mois INTEGER NULL, postes TEXT NOT NULL, retire INTEGER NOT NULL, auteur TEXT NOT NULL, le TEXT NOT NULL) STRICT;
        CREATE TABLE IF NOT EXISTS echantillon (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, plan INTEGER NOT NULL REFERENCES plan_de_controle (id), libelle TEXT NOT NULL,
            siret TEXT NOT NULL, budget TEXT NOT NULL, mois INTEGER NOT NULL, tire TEXT NOT NULL, auteur TEXT NOT NULL, le TEXT NOT NULL) STRICT;
        CREATE TABLE IF NOT EXISTS pointage (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, echantillon INTEGER NOT NULL REFERENCES echantillon (id), poste INTEGER NOT NULL, rang INTEGER NOT NULL,
            siret TEXT NOT NULL, budget TEXT NOT NULL, mois INTEGER NOT NULL, matricule TEXT NULL,
            decision TEXT NOT NULL, constate INTEGER NULL, note TEXT NULL, auteur TEXT NOT NULL, le TEXT NOT NULL) STRICT;
        CREATE INDEX IF NOT EXISTS pointage_par_echantillon ON pointage (echantillon, poste, rang);
        CREATE INDEX IF NOT EXISTS pointage_par_agent ON pointage (siret, matricule);
        CREATE TRIGGER IF NOT EXISTS plan_sans_modification BEFORE UPDATE ON plan_de_controle BEGIN SELECT RAISE(ABORT, 'un plan ne se modifie pas'); END;
        CREATE TRIGGER IF NOT EXISTS plan_sans_suppression BEFORE DELETE ON plan_de_controle BEGIN SELECT RAISE(ABORT, 'un plan ne se supprime pas'); END;
        CREATE TRIGGER IF NOT EXISTS echantillon_sans_modification BEFORE UPDATE ON echantillon BEGIN SELECT RAISE(ABORT, 'un échantillon ne se modifie pas'); END;
        CREATE TRIGGER IF NOT EXISTS echantillon_sans_suppression BEFORE DELETE ON echantillon BEGIN SELECT RAISE(ABORT, 'un échantillon ne se supprime pas'); END;
        CREATE TRIGGER IF NOT EXISTS pointage_sans_modification BEFORE UPDATE ON pointage BEGIN SELECT RAISE(ABORT, 'un pointage ne se modifie pas'); END;
        CREATE TRIGGER IF NOT EXISTS pointage_sans_suppression BEFORE DELETE ON pointage BEGIN SELECT RAISE(ABORT, 'un pointage ne se supprime pas'); END;
        """;

    private const string PlansLus = $"""
        SELECT id, coalesce(souche, id), libelle, siret, postes, retire, auteur, le FROM plan_de_controle p
        WHERE id IN (SELECT max(d.id) FROM plan_de_controle d GROUP BY coalesce(d.souche, d.id)) AND {PerimetreDeGestion.Condition}
        """;

    private const string EchantillonsLus = $"""
        SELECT id, plan, libelle, tire, auteur, le, (SELECT count(*) FROM (SELECT DISTINCT p.poste, p.rang FROM pointage p WHERE p.echantillon = e.id))
        FROM echantillon e WHERE {PerimetreDeGestion.Condition}
        """;

    /// <summary>The last version of each plan, retired ones apart.</summary>
    public IReadOnlyList<PlanDeControle> Plans(Perimetre perimetre) => Lire($"{PlansLus} AND retire = 0 ORDER BY libelle, id", Plan, perimetre);

    /// <summary>The last version of a plan, retired or not; null when there is none inside the perimeter.</summary>
    public PlanDeControle? Plan(long souche, Perimetre perimetre) => Lire($"{PlansLus} AND coalesce(souche, id) = $souche", Plan, perimetre, ("souche", souche)).FirstOrDefault();

    /// <summary>The samples, the last one first.</summary>
    public IReadOnlyList<EchantillonGarde> Echantillons(Perimetre perimetre) => Lire($"{EchantillonsLus} ORDER BY id DESC", Echantillon, perimetre);

    /// <summary>A sample; null when there is none inside the perimeter.</summary>
    public EchantillonGarde? Echantillon(long id, Perimetre perimetre) => Lire($"{EchantillonsLus} AND id = $id", Echantillon, perimetre, ("id", id)).FirstOrDefault();

    /// <summary>What was found of the units of a sample that was read before; the oldest first.</summary>
    public IReadOnlyList<Pointage> Pointages(EchantillonGarde echantillon) =>
        Lire("SELECT id, poste, rang, decision, constate, note, auteur, le FROM pointage WHERE echantillon = $id ORDER BY id", l => Pointage(l), ("id", echantillon.Id));

    /// <summary>What was found of the bulletins of an agent, in all samples; the oldest first.</summary>
    public IReadOnlyList<PointageDAgent> DeLAgent(string siret, string matricule, Perimetre perimetre) => Lire(
        $"SELECT id, poste, rang, decision, constate, note, auteur, le, mois FROM pointage WHERE siret = $siret AND matricule = $matricule AND {PerimetreDeGestion.Condition} ORDER BY id",
        l => new PointageDAgent(Pointage(l), MoisDePaye.FromCle(l.GetInt32(8))), perimetre, ("siret", siret), ("matricule", matricule));

    /// <summary>Keeps a plan, or a new version of one as long as nobody made another meanwhile.</summary>
    /// <returns>Null when somebody did.</returns>
    internal PlanDeControle? Garder(PlanDeControle plan)
    {
        const string garder = """
            INSERT INTO plan_de_controle (souche, libelle, siret, postes, retire, auteur, le)
            SELECT nullif($souche, 0), $libelle, $siret, $postes, $retire, $auteur, $le
            WHERE $souche = 0 OR (SELECT max(id) FROM plan_de_controle WHERE coalesce(souche, id) = $souche) = $version
            RETURNING id
            """;
        return Donner(garder, ("souche", plan.Souche), ("version", plan.Id), ("libelle", plan.Libelle), ("siret", plan.Siret),
            ("postes", FormeDEchantillon.Ecrire(plan.Postes)), ("retire", plan.Retire ? 1 : 0), ("auteur", plan.Auteur), ("le", EnTexte(plan.Le))) is long id
            ? plan with { Id = id, Souche = plan.Souche == 0 ? id : plan.Souche }
            : null;
    }

    /// <summary>Keeps a sample; its key is given.</summary>
    internal EchantillonGarde Garder(EchantillonGarde echantillon) => echantillon with
    {
        Id = (long)Donner(
            """
            INSERT INTO echantillon (plan, libelle, siret, budget, mois, tire, auteur, le) VALUES ($plan, $libelle, $siret, $budget, $mois, $tire, $auteur, $le) RETURNING id
            """,
            ("plan", echantillon.Plan), ("libelle", echantillon.Libelle), ("siret", echantillon.Tire.Siret), ("budget", echantillon.Tire.Budget), ("mois", echantillon.Tire.Mois.Cle),
            ("tire", FormeDEchantillon.Ecrire(echantillon.Tire)), ("auteur", echantillon.Auteur), ("le", EnTexte(echantillon.Le)))!,
    };

    /// <summary>Keeps a tick as long as nobody made another on the unit meanwhile; false when somebody did.</summary>
    internal bool Garder(EchantillonGarde echantillon, PointageDemande pointage, string auteur, DateTimeOffset le)
    {
        const string garder = """
            INSERT INTO pointage (echantillon, poste, rang, siret, budget, mois, matricule, decision, constate, note, auteur, le)
            SELECT $echantillon, $poste, $rang, $siret, $budget, $mois, $matricule, $decision, $constate, $note, $auteur, $le
            WHERE coalesce((SELECT max(id) FROM pointage WHERE echantillon = $echantillon AND poste = $poste AND rang = $rang), 0) = $vu
            """;
        return Executer(garder, ("echantillon", echantillon.Id), ("poste", pointage.Poste), ("rang", pointage.Rang), ("siret", echantillon.Tire.Siret), ("budget", echantillon.Tire.Budget),
            ("mois", echantillon.Tire.Mois.Cle), ("matricule", echantillon.Tire.Postes[pointage.Poste].Tirage.Unites[pointage.Rang].Matricule), ("decision", pointage.Decision.ToString()),
            ("constate", pointage.Constate?.Centimes), ("note", pointage.Note), ("vu", pointage.Vu), ("auteur", auteur), ("le", EnTexte(le))) == 1;
    }

    // Who does not read controls finds nothing.
    private List<T> Lire<T>(string sql, Func<SqliteDataReader, T> lire, Perimetre perimetre, params (string Nom, object? Valeur)[] valeurs) => !perimetre.Controles
        ? []
        : Lire(sql, lire, [.. valeurs, ("permis", PerimetreDeGestion.EnJson(perimetre))]);

    private static PlanDeControle Plan(SqliteDataReader l) => new(
        l.GetInt64(0), l.GetInt64(1), l.GetString(2), l.GetString(3), FormeDEchantillon.Lire<IReadOnlyList<PosteDeControle>>(l.GetString(4)), l.GetString(6), Date(l.GetString(7)))
    {
        Retire = l.GetInt32(5) == 1,
    };

    private static EchantillonGarde Echantillon(SqliteDataReader l) =>
        new(l.GetInt64(0), l.GetInt64(1), l.GetString(2), FormeDEchantillon.Lire<EchantillonTire>(l.GetString(3)), l.GetString(4), Date(l.GetString(5))) { Vus = l.GetInt32(6) };

    private static Pointage Pointage(SqliteDataReader l) => new(
        l.GetInt64(0), l.GetInt32(1), l.GetInt32(2), Enum.Parse<DecisionDePointage>(l.GetString(3)), l.IsDBNull(4) ? null : new Montant(l.GetInt64(4)), l.IsDBNull(5) ? null : l.GetString(5), l.GetString(6), Date(l.GetString(7)));
}
