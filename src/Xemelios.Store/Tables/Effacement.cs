using Xemelios.DuckDb;
using Xemelios.Store.Gestion;

namespace Xemelios.Store.Tables;

/// <summary>Takes deleted things out of the pay tables, in one transaction. Done twice, it changes nothing.</summary>
public static class Effacement
{
    // Whatever described people who are no longer there, be it in the archives.
    private static readonly string[] Oublis =
    [
        $"DELETE FROM agent WHERE id NOT IN (SELECT agent FROM paye_individuelle) {NonArchive("agent")}",
        $"DELETE FROM modele_de_ligne WHERE id NOT IN (SELECT modele FROM ligne) {NonArchive("modele_de_ligne")}",
        $"DELETE FROM rubrique WHERE id NOT IN (SELECT rubrique FROM modele_de_ligne) AND id NOT IN (SELECT rubrique FROM total_de_rubrique) {NonArchive("rubrique")}",
        "DELETE FROM mot WHERE id NOT IN (SELECT mot FROM (SELECT unnest([statut, emploi, grade, service]) AS mot FROM agent) WHERE mot IS NOT NULL "
            + $"UNION SELECT caisse FROM modele_de_ligne WHERE caisse IS NOT NULL UNION SELECT statut FROM total_de_rubrique WHERE statut IS NOT NULL) {NonArchive("mot")}",
        $"DELETE FROM employeur WHERE id NOT IN (SELECT employeur FROM volume) {NonArchive("employeur")}",
    ];

    /// <summary>Removes all that a deletion names, then what nothing refers to any more.</summary>
    public static void Effacer(Entrepot entrepot, IReadOnlyList<ElementSupprime> elements) => EnUneFois(entrepot, connexion =>
    {
        Depart.Nommer(connexion, elements);
        Depart.Retirer(connexion);
        foreach (var oubli in Oublis)
            connexion.Execute(oubli);
    });

    /// <summary>The fingerprints of the contents that are stored, be it in the archives.</summary>
    public static IReadOnlySet<string> Restants(Entrepot entrepot)
    {
        using var connexion = entrepot.Connecter();
        return Textes(connexion, "SELECT empreinte FROM contenu UNION SELECT empreinte FROM contenu_archive").ToHashSet(StringComparer.Ordinal);
    }

    /// <param name="valide">Done right after the commit, before anybody is told of it.</param>
    internal static void EnUneFois(Entrepot entrepot, Action<DuckDbConnection> effacer, Action? valide = null)
    {
        using var connexion = entrepot.Connecter();
        using (var transaction = connexion.BeginTransaction())
        {
            effacer(connexion);
            transaction.Commit();
        }

        valide?.Invoke();
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

    private static List<string> Textes(DuckDbConnection connexion, string sql)
    {
        using var commande = connexion.CreateCommand(sql);
        using var lecteur = commande.ExecuteReader();
        var textes = new List<string>();
        while (lecteur.Read())
            textes.Add(lecteur.GetString(0));
        return textes;
    }

    private static string NonArchive(string table) => $"AND id NOT IN (SELECT cle FROM cle_archivee WHERE nom = '{table}')";
}
