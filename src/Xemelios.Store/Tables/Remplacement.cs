using Xemelios.DuckDb;

namespace Xemelios.Store.Tables;

/// <summary>Takes a pay file out of the tables: its row in volume stays as history, its original stays on disk, its data go.</summary>
internal static class Remplacement
{
    private static readonly string[] TablesDeBulletin =
        ["nbi", "periode_de_paye", "evenement", "repartition_budget", "donnee_brute", "reference_de_bulletin"];

    private static readonly string[] TablesDeFichier =
        ["ligne", "total_de_rubrique", "paye_individuelle", "etablissement", "nomenclature", "description_de_nomenclature", "repartition", "signes", "identite_du_net"];

    /// <summary>The new file takes the place of the old one.</summary>
    public static void Remplacer(DuckDbConnection connexion, int ancien, int nouveau)
    {
        Retirer(connexion, ancien);
        Executer(connexion, "UPDATE volume SET remplace_par = $autre WHERE contenu = $contenu", ancien, nouveau);
    }

    /// <summary>Removes every trace of a file that was replaced, so that it can be imported again.</summary>
    public static void Oublier(DuckDbConnection connexion, int contenu)
    {
        Retirer(connexion, contenu);
        foreach (var table in (ReadOnlySpan<string>)["volume", "anomalie"])
            Executer(connexion, $"DELETE FROM {table} WHERE contenu = $contenu", contenu);
        Executer(connexion, "DELETE FROM contenu WHERE id = $contenu", contenu);
    }

    private static void Retirer(DuckDbConnection connexion, int contenu)
    {
        foreach (var table in TablesDeBulletin)
            Executer(connexion, $"DELETE FROM {table} WHERE bulletin IN (SELECT id FROM paye_individuelle WHERE contenu = $contenu)", contenu);
        foreach (var table in TablesDeFichier)
            Executer(connexion, $"DELETE FROM {table} WHERE contenu = $contenu", contenu);
    }

    private static void Executer(DuckDbConnection connexion, string sql, int contenu, int? autre = null)
    {
        using var commande = connexion.CreateCommand();
        commande.CommandText = sql;
        commande.Parameters.Add(new DuckDbParameter("contenu", contenu));
        if (autre is not null)
            commande.Parameters.Add(new DuckDbParameter("autre", autre));
        commande.ExecuteNonQuery();
    }
}
