using Xemelios.DuckDb;
using Xemelios.Store.TextIndex;

namespace Xemelios.Store.Tables;

/// <summary>What the text index must know of the agents of a pay file.</summary>
internal static class LectureDesAgents
{
    public static IReadOnlyList<DocumentDAgent> De(DuckDbConnection connexion, int contenu)
    {
        using var commande = connexion.CreateCommand();
        commande.CommandText =
            """
            SELECT DISTINCT e.siret, coalesce(b.matricule, ''), coalesce(b.nom, ''), coalesce(b.prenom, ''),
                   coalesce(em.texte, ''), coalesce(g.texte, ''), coalesce(s.texte, '')
            FROM bulletin b JOIN employeur e ON e.id = b.employeur
            LEFT JOIN mot em ON em.id = b.emploi LEFT JOIN mot g ON g.id = b.grade LEFT JOIN mot s ON s.id = b.service
            WHERE b.contenu = $contenu ORDER BY ALL
            """;
        commande.Parameters.Add(new DuckDbParameter("contenu", contenu));
        using var lecteur = commande.ExecuteReader();
        var agents = new List<DocumentDAgent>();
        while (lecteur.Read())
        {
            agents.Add(new DocumentDAgent(
                lecteur.GetString(0), lecteur.GetString(1), lecteur.GetString(2), lecteur.GetString(3),
                lecteur.GetString(4), lecteur.GetString(5), lecteur.GetString(6)));
        }

        return agents;
    }
}
