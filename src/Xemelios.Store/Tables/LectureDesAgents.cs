using System.Data;
using Xemelios.DuckDb;
using Xemelios.Store.Agents;

namespace Xemelios.Store.Tables;

/// <summary>What the search over people must know of the agents.</summary>
internal static class LectureDesAgents
{
    /// <summary>The distinct descriptions among keys greater than the first and up to the last, as they are read.</summary>
    public static IEnumerable<DocumentDAgent> Entre(DuckDbConnection connexion, int premier, int dernier, CancellationToken annulation)
    {
        // Their texts are looked up here: joined, each would be read from DuckDB as many times as it is borne.
        var employeurs = Textes(connexion, "SELECT id, siret FROM employeur");
        var mots = Textes(connexion, "SELECT id, texte FROM mot");
        using var commande = connexion.CreateCommand();
        commande.CommandText =
            """
            SELECT DISTINCT employeur, coalesce(matricule, ''), coalesce(nom, ''), coalesce(prenom, ''),
                   coalesce(emploi, 0), coalesce(grade, 0), coalesce(service, 0)
            FROM agent WHERE id > $premier AND id <= $dernier
            """;
        commande.Parameters.Add(new DuckDbParameter("premier", premier));
        commande.Parameters.Add(new DuckDbParameter("dernier", dernier));
        using var lecteur = commande.ExecuteReader(CommandBehavior.SequentialAccess);
        while (lecteur.Read())
        {
            annulation.ThrowIfCancellationRequested();
            yield return new DocumentDAgent(
                employeurs[lecteur.GetInt32(0)], lecteur.GetString(1), lecteur.GetString(2), lecteur.GetString(3),
                Mot(4), Mot(5), Mot(6));
        }

        string Mot(int colonne) => mots.GetValueOrDefault(lecteur.GetInt32(colonne), "");
    }

    private static Dictionary<int, string> Textes(DuckDbConnection connexion, string sql)
    {
        using var commande = connexion.CreateCommand(sql);
        using var lecteur = commande.ExecuteReader();
        var textes = new Dictionary<int, string> { [0] = "" };
        while (lecteur.Read())
            textes.Add(lecteur.GetInt32(0), lecteur.GetString(1));
        return textes;
    }
}
