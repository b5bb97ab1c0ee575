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
        using var commande = connexion.CreateCommand();
        commande.CommandText =
            """
            WITH a AS (
                SELECT DISTINCT employeur, matricule, nom, prenom, emploi, grade, service
                FROM bulletin WHERE id > $premier AND id <= $dernier)
            SELECT e.siret, coalesce(a.matricule, ''), coalesce(a.nom, ''), coalesce(a.prenom, ''),
                   coalesce(em.texte, ''), coalesce(g.texte, ''), coalesce(s.texte, '')
            FROM a JOIN employeur e ON e.id = a.employeur
            LEFT JOIN mot em ON em.id = a.emploi LEFT JOIN mot g ON g.id = a.grade LEFT JOIN mot s ON s.id = a.service
            """;
        commande.Parameters.Add(new DuckDbParameter("premier", premier));
        commande.Parameters.Add(new DuckDbParameter("dernier", dernier));
        using var lecteur = commande.ExecuteReader(CommandBehavior.SequentialAccess);
        while (lecteur.Read())
        {
            annulation.ThrowIfCancellationRequested();
            yield return new DocumentDAgent(
                lecteur.GetString(0), lecteur.GetString(1), lecteur.GetString(2), lecteur.GetString(3),
                lecteur.GetString(4), lecteur.GetString(5), lecteur.GetString(6));
        }
    }
}
