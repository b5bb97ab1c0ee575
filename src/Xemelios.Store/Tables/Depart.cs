using Xemelios.DuckDb;
using Xemelios.Store.Gestion;

namespace Xemelios.Store.Tables;

/// <summary>Which rows of each table go with the elements that someone named: deleted, or moved to the archive base.</summary>
internal static class Depart
{
    private const string Retires = "(SELECT contenu FROM part_contenu)";

    private static readonly string[] Cibles =
    [
        "CREATE OR REPLACE TEMP TABLE part_contenu AS SELECT c.id AS contenu FROM contenu c JOIN element x ON x.empreinte = c.empreinte AND x.sorte = 1",
        "CREATE OR REPLACE TEMP TABLE part_piece AS SELECT p.id FROM piece p LEFT JOIN contenu c ON c.id = p.contenu LEFT JOIN contenu k ON k.id = p.contenant "
            + $"WHERE p.contenu IN {Retires} OR p.contenant IN {Retires} "
            + "OR EXISTS (FROM element x WHERE x.sorte = 2 AND p.contenant IS NULL AND x.empreinte = c.empreinte) "
            + "OR EXISTS (FROM element x WHERE x.sorte = 4 AND x.empreinte = k.empreinte AND x.rang = p.indice)",
        "CREATE OR REPLACE TEMP TABLE part_bordereau AS SELECT b.id FROM bordereau b JOIN contenu c ON c.id = b.contenu "
            + $"WHERE b.contenu IN {Retires} OR EXISTS (FROM element x WHERE x.sorte = 3 AND x.empreinte = c.empreinte AND x.rang = b.rang)",
        "CREATE OR REPLACE TEMP TABLE part_livraison AS "
            + $"SELECT rowid AS ligne FROM livraison WHERE contenu IN {Retires} OR contenant IN {Retires} "
            + "UNION SELECT l.rowid FROM livraison l JOIN contenu c ON c.id = l.contenu JOIN element x ON x.empreinte = c.empreinte AND x.sorte = 2 WHERE l.contenant IS NULL "
            + "UNION SELECT l.rowid FROM livraison l JOIN contenu c ON c.id = l.contenant JOIN element x ON x.empreinte = c.empreinte AND x.sorte = 4 AND x.rang = l.indice",
    ];

    /// <summary>Every table of facts with the condition on the rows that go, in an order in which they can be deleted.</summary>
    public static IReadOnlyList<(string Table, string Condition)> Tables { get; } =
    [
        .. DuBulletin("nbi", "periode_de_paye", "evenement", "repartition_budget", "donnee_brute", "reference_de_bulletin"),
        .. DuMandat("ligne_de_mandat", "reference_de_mandat"),
        ("mandat", "bordereau IN (SELECT id FROM part_bordereau)"),
        ("bordereau", "id IN (SELECT id FROM part_bordereau)"),
        ("reference_comptable", "piece IN (SELECT id FROM part_piece)"),
        ("piece", "id IN (SELECT id FROM part_piece)"),
        .. DuContenu(
            "ligne", "total_de_rubrique", "paye_individuelle", "etablissement", "nomenclature", "description_de_nomenclature", "repartition", "signes",
            "identite_du_net", "volume", "anomalie", "flux_pes", "acquit", "passage", "manifeste"),
        ("livraison", "rowid IN (SELECT ligne FROM part_livraison)"),
        ("contenu", $"id IN {Retires}"),
    ];

    /// <summary>Prepares on this connection what the conditions name.</summary>
    public static void Nommer(DuckDbConnection connexion, IReadOnlyList<ElementSupprime> elements)
    {
        connexion.Execute("CREATE OR REPLACE TEMP TABLE element (empreinte VARCHAR, sorte INTEGER, rang INTEGER)");
        using (var ajout = connexion.CreateAppender("element"))
        {
            foreach (var element in elements)
            {
                ajout.Text(element.Empreinte);
                ajout.Int32((int)element.Sorte);
                ajout.Int32(element.Rang);
                ajout.EndRow();
            }

            ajout.Close();
        }

        foreach (var cible in Cibles)
            connexion.Execute(cible);
    }

    /// <summary>Takes the rows out.</summary>
    public static void Retirer(DuckDbConnection connexion)
    {
        foreach (var (table, condition) in Tables)
            connexion.Execute($"DELETE FROM {table} WHERE {condition}");
    }

    private static IEnumerable<(string, string)> DuBulletin(params string[] tables) =>
        tables.Select(t => (t, $"bulletin IN (SELECT id FROM paye_individuelle WHERE contenu IN {Retires})"));

    private static IEnumerable<(string, string)> DuMandat(params string[] tables) =>
        tables.Select(t => (t, "mandat IN (SELECT m.id FROM mandat m WHERE m.bordereau IN (SELECT id FROM part_bordereau))"));

    private static IEnumerable<(string, string)> DuContenu(params string[] tables) => tables.Select(t => (t, $"contenu IN {Retires}"));
}
