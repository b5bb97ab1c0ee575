using System.Data.Common;
using Xemelios.Domain.Habilitations;

namespace Xemelios.Query.Suppressions;

/// <summary>Of these files, those that hold pay, mandats or pieces, all of which the reader may see.</summary>
public sealed record FichiersEntiersQuestion(IReadOnlyCollection<string> Empreintes)
{
    // A file that another replaced is still of its état; a document that two employers sent is seen by both.
    private const string Sql = """
        , porte AS (SELECT c.empreinte, p.contenu FROM contenu c JOIN contenu_porte p ON p.contenant = c.id WHERE list_contains($empreintes, c.empreinte)),
        part AS (
            SELECT p.empreinte, EXISTS (FROM volume_visible x WHERE x.employeur = v.employeur AND x.budget = v.budget AND x.periode = v.periode) AS visible
            FROM porte p JOIN volume v ON v.contenu = p.contenu
            UNION ALL
            SELECT p.empreinte, EXISTS (FROM flux_visible x WHERE x.contenu = f.contenu) FROM porte p JOIN flux_pes f ON f.contenu = p.contenu
            UNION ALL
            SELECT p.empreinte, x.id IS NOT NULL FROM porte p JOIN piece i ON i.contenant = p.contenu LEFT JOIN piece_visible x ON x.id = i.id
            UNION ALL
            SELECT p.empreinte, bool_or(x.id IS NOT NULL) FROM porte p JOIN piece i ON i.contenu = p.contenu LEFT JOIN piece_visible x ON x.id = i.id GROUP BY p.empreinte, p.contenu)
        SELECT empreinte FROM part GROUP BY empreinte HAVING bool_and(visible) ORDER BY empreinte
        """;

    public IReadOnlyList<string> Executer(DbConnection connexion, Perimetre perimetre) =>
        new Requete(connexion, perimetre, Sql).Avec("empreintes", Empreintes.ToArray()).Lire(r => r.TexteSur());
}
