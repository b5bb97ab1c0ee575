using System.Data.Common;
using Xemelios.Domain.Habilitations;

namespace Xemelios.Query.Suppressions;

/// <summary>A file as it was received, with what it brought, inside it too.</summary>
/// <param name="Sirets">Employers and collectivités of what it brought.</param>
/// <param name="Budgets">Keys of the budgets.</param>
public sealed record FichierDuDossier(
    string Empreinte, string Nom, string Type, long Octets, IReadOnlyList<string> Sirets, IReadOnlyList<string> Budgets, int Bulletins, int Mandats, int Pieces);

/// <summary>The received files all of whose content the reader may see.</summary>
public sealed record FichiersRecusQuestion(string? Type = null, string? Siret = null, string? Budget = null)
{
    private const string Sql = """
        , racine AS (SELECT contenu AS id, min(nom) AS nom FROM livraison WHERE contenant IS NULL GROUP BY contenu),
        porte AS (SELECT r.id, p.contenu FROM racine r JOIN contenu_porte p ON p.contenant = r.id),
        part AS (
            SELECT p.id, e.siret, v.budget, CASE WHEN v.remplace_par IS NULL THEN v.bulletins ELSE 0 END AS bulletins, 0 AS mandats, 0 AS pieces,
                   EXISTS (FROM volume_visible x WHERE x.contenu = coalesce(v.remplace_par, v.contenu)) OR v.remplace_par IS NOT NULL AS visible
            FROM porte p JOIN volume v ON v.contenu = p.contenu JOIN employeur e ON e.id = v.employeur
            UNION ALL
            SELECT p.id, trim(f.id_coll), coalesce(upper(regexp_replace(f.cod_bud, '\s', '', 'g')), ''), 0, (SELECT count(*) FROM mandat m WHERE m.contenu = f.contenu), 0,
                   EXISTS (FROM flux_visible x WHERE x.contenu = f.contenu)
            FROM porte p JOIN flux_pes f ON f.contenu = p.contenu
            UNION ALL
            SELECT p.id, i.siret, NULL, 0, 0, 1, EXISTS (FROM piece_visible x WHERE x.id = i.id)
            FROM porte p JOIN piece i ON coalesce(i.contenant, i.contenu) = p.contenu LEFT JOIN contenu k ON k.id = i.contenu WHERE coalesce(k.type, 'PIECE') = 'PIECE'),
        somme AS (
            SELECT id, list_sort(list(DISTINCT siret) FILTER (siret IS NOT NULL)) AS sirets, list_sort(list(DISTINCT budget) FILTER (budget IS NOT NULL)) AS budgets,
                   sum(bulletins) AS bulletins, sum(mandats) AS mandats, sum(pieces) AS pieces, bool_and(visible) AS visible
            FROM part GROUP BY id)
        SELECT c.empreinte, r.nom, c.type, c.octets, coalesce(array_to_string(s.sirets, ' '), ''), coalesce(array_to_string(s.budgets, ' '), ''),
               coalesce(s.bulletins, 0)::INTEGER, coalesce(s.mandats, 0)::INTEGER, coalesce(s.pieces, 0)::INTEGER
        FROM racine r JOIN contenu c ON c.id = r.id LEFT JOIN somme s ON s.id = r.id
        WHERE coalesce(s.visible, $tout) AND ($type::VARCHAR IS NULL OR c.type = $type)
          AND ($siret::VARCHAR IS NULL OR list_contains(s.sirets, $siret)) AND ($budget::VARCHAR IS NULL OR list_contains(s.budgets, $budget))
        ORDER BY r.nom, c.empreinte
        """;

    public IReadOnlyList<FichierDuDossier> Executer(DbConnection connexion, Perimetre perimetre) =>
        new Requete(connexion, perimetre, Sql).Avec("tout", perimetre.Budgets is null).Avec("type", Type).Avec("siret", Siret).Avec("budget", Budget).Lire(r => new FichierDuDossier(
            r.TexteSur(), r.TexteSur(), r.TexteSur(), r.Long() ?? 0, Mots(r.TexteSur()), Mots(r.TexteSur()), r.Entier(), r.Entier(), r.Entier()));

    private static string[] Mots(string texte) => texte.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
