using Xemelios.DuckDb;
using Xemelios.Store.Gestion;

namespace Xemelios.Store.Tables;

/// <summary>Takes deleted things out of the pay tables, in one transaction. Done twice, it changes nothing.</summary>
public static class Effacement
{
    private const string Retires = "(SELECT contenu FROM efface)";

    private static readonly string[] Ordres =
    [
        "CREATE OR REPLACE TEMP TABLE efface AS SELECT c.id AS contenu FROM contenu c JOIN element x ON x.empreinte = c.empreinte AND x.sorte = 1",
        "CREATE OR REPLACE TEMP TABLE efface_piece AS SELECT p.id FROM piece p LEFT JOIN contenu c ON c.id = p.contenu LEFT JOIN contenu k ON k.id = p.contenant "
            + $"WHERE p.contenu IN {Retires} OR p.contenant IN {Retires} "
            + "OR EXISTS (FROM element x WHERE x.sorte = 2 AND p.contenant IS NULL AND x.empreinte = c.empreinte) "
            + "OR EXISTS (FROM element x WHERE x.sorte = 4 AND x.empreinte = k.empreinte AND x.rang = p.indice)",
        "CREATE OR REPLACE TEMP TABLE efface_bordereau AS SELECT b.id FROM bordereau b JOIN contenu c ON c.id = b.contenu "
            + $"WHERE b.contenu IN {Retires} OR EXISTS (FROM element x WHERE x.sorte = 3 AND x.empreinte = c.empreinte AND x.rang = b.rang)",
        .. DuBulletin("nbi", "periode_de_paye", "evenement", "repartition_budget", "donnee_brute", "reference_de_bulletin"),
        .. DuMandat("ligne_de_mandat", "reference_de_mandat"),
        "DELETE FROM mandat WHERE bordereau IN (SELECT id FROM efface_bordereau)",
        "DELETE FROM bordereau WHERE id IN (SELECT id FROM efface_bordereau)",
        "DELETE FROM reference_comptable WHERE piece IN (SELECT id FROM efface_piece)",
        "DELETE FROM piece WHERE id IN (SELECT id FROM efface_piece)",
        .. DuContenu(
            "ligne", "total_de_rubrique", "paye_individuelle", "etablissement", "nomenclature", "description_de_nomenclature", "repartition", "signes",
            "identite_du_net", "volume", "anomalie", "flux_pes", "acquit", "passage", "manifeste"),
        $"DELETE FROM livraison WHERE contenu IN {Retires} OR contenant IN {Retires}",
        "DELETE FROM livraison USING contenu c, element x WHERE c.id = livraison.contenu AND livraison.contenant IS NULL AND x.sorte = 2 AND x.empreinte = c.empreinte",
        "DELETE FROM livraison USING contenu c, element x WHERE c.id = livraison.contenant AND x.sorte = 4 AND x.empreinte = c.empreinte AND x.rang = livraison.indice",
        $"DELETE FROM contenu WHERE id IN {Retires}",
        // Whatever described people who are no longer there.
        "DELETE FROM agent WHERE id NOT IN (SELECT agent FROM paye_individuelle)",
        "DELETE FROM modele_de_ligne WHERE id NOT IN (SELECT modele FROM ligne)",
        "DELETE FROM rubrique WHERE id NOT IN (SELECT rubrique FROM modele_de_ligne) AND id NOT IN (SELECT rubrique FROM total_de_rubrique)",
        "DELETE FROM mot WHERE id NOT IN (SELECT mot FROM (SELECT unnest([statut, emploi, grade, service]) AS mot FROM agent) WHERE mot IS NOT NULL "
            + "UNION SELECT caisse FROM modele_de_ligne WHERE caisse IS NOT NULL UNION SELECT statut FROM total_de_rubrique WHERE statut IS NOT NULL)",
        "DELETE FROM employeur WHERE id NOT IN (SELECT employeur FROM volume)",
    ];

    /// <summary>Removes all that a deletion names, then what nothing refers to any more.</summary>
    public static void Effacer(Entrepot entrepot, IReadOnlyList<ElementSupprime> elements) => EnUneFois(entrepot, connexion =>
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

        foreach (var ordre in Ordres)
            connexion.Execute(ordre);
    });

    /// <summary>Empties the tables: they are going to be read again from the originals.</summary>
    public static void Vider(Entrepot entrepot) => EnUneFois(entrepot, connexion =>
    {
        foreach (var table in Tables(connexion))
            connexion.Execute($"DELETE FROM {table}");
    });

    /// <summary>The fingerprints of the contents that are stored.</summary>
    public static IReadOnlySet<string> Restants(Entrepot entrepot)
    {
        using var connexion = entrepot.Connecter();
        return Textes(connexion, "SELECT empreinte FROM contenu").ToHashSet(StringComparer.Ordinal);
    }

    private static void EnUneFois(Entrepot entrepot, Action<DuckDbConnection> effacer)
    {
        using var connexion = entrepot.Connecter();
        using (var transaction = connexion.BeginTransaction())
        {
            effacer(connexion);
            transaction.Commit();
        }

        entrepot.OublierLesAgents();
        entrepot.NoterUnChangement();
        try
        {
            // Deleted rows leave the log.
            connexion.Execute("CHECKPOINT");
        }
        catch (DuckDbException enCours) when (enCours.ErrorType == DuckDbErrorType.Transaction)
        {
            // Someone reads: the next import does it.
        }
    }

    private static List<string> Tables(DuckDbConnection connexion) =>
        Textes(connexion, "SELECT table_name FROM duckdb_tables() WHERE NOT temporary AND table_name <> 'version_du_schema'");

    private static List<string> Textes(DuckDbConnection connexion, string sql)
    {
        using var commande = connexion.CreateCommand(sql);
        using var lecteur = commande.ExecuteReader();
        var textes = new List<string>();
        while (lecteur.Read())
            textes.Add(lecteur.GetString(0));
        return textes;
    }

    private static IEnumerable<string> DuBulletin(params string[] tables) =>
        tables.Select(t => $"DELETE FROM {t} WHERE bulletin IN (SELECT id FROM paye_individuelle WHERE contenu IN {Retires})");

    private static IEnumerable<string> DuMandat(params string[] tables) =>
        tables.Select(t => $"DELETE FROM {t} WHERE mandat IN (SELECT m.id FROM mandat m WHERE m.bordereau IN (SELECT id FROM efface_bordereau))");

    private static IEnumerable<string> DuContenu(params string[] tables) => tables.Select(t => $"DELETE FROM {t} WHERE contenu IN {Retires}");
}
