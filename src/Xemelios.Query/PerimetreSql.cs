using System.Data.Common;
using Xemelios.Domain.Habilitations;

namespace Xemelios.Query;

/// <summary>The only place where a perimeter becomes SQL: four visible relations, from which every question reads.</summary>
/// <remarks>
/// <c>volume_visible</c> (active files, with the SIRET), <c>flux_visible</c> (PES flows) and <c>piece_visible</c> are what the reader
/// may see. A question never names volume, flux_pes or piece, except to say that something exists.
/// </remarks>
internal static class PerimetreSql
{
    private const string Tout = """
        WITH RECURSIVE volume_visible AS (
            SELECT v.*, e.siret FROM volume v JOIN employeur e ON e.id = v.employeur WHERE v.remplace_par IS NULL),
        flux_visible AS (SELECT f.* FROM flux_pes f),
        piece_visible AS (SELECT p.* FROM piece p)
        """;

    // A reader of one budget sees the pieces that its bulletins and mandats reference and those that came with its files; a
    // flow without a known budget is seen by the readers of an employer that has a single budget.
    private const string Limite = """
        WITH RECURSIVE permis AS (SELECT unnest($permis_siret) AS siret, unnest($permis_budget) AS budget),
        volume_visible AS (
            SELECT v.*, e.siret FROM volume v JOIN employeur e ON e.id = v.employeur
            WHERE v.remplace_par IS NULL
              AND EXISTS (SELECT 1 FROM permis p WHERE p.siret = e.siret AND (p.budget IS NULL OR p.budget = v.budget))),
        budget_unique AS (
            SELECT e.siret, min(v.budget) AS budget FROM volume v JOIN employeur e ON e.id = v.employeur
            WHERE v.remplace_par IS NULL GROUP BY e.siret HAVING count(DISTINCT v.budget) = 1),
        flux_visible AS (
            SELECT f.* FROM flux_pes f
            WHERE EXISTS (
                SELECT 1 FROM permis p LEFT JOIN budget_unique u ON u.siret = p.siret
                WHERE f.id_coll IN (p.siret, left(p.siret, 9))
                  AND (p.budget IS NULL OR p.budget = u.budget OR p.budget = upper(regexp_replace(f.cod_bud, '\s', '', 'g'))))),
        nom_visible AS (
            SELECT id_unique AS nom FROM reference_de_bulletin WHERE bulletin IN (SELECT b.id FROM paye_individuelle b JOIN volume_visible v ON v.contenu = b.contenu)
            UNION SELECT lower(nom) FROM reference_de_bulletin WHERE bulletin IN (SELECT b.id FROM paye_individuelle b JOIN volume_visible v ON v.contenu = b.contenu)
            UNION SELECT r.id_unique FROM reference_de_mandat r JOIN mandat m ON m.id = r.mandat JOIN flux_visible f ON f.contenu = m.contenu
            UNION SELECT lower(r.nom) FROM reference_de_mandat r JOIN mandat m ON m.id = r.mandat JOIN flux_visible f ON f.contenu = m.contenu),
        contenant_visible AS (
            SELECT l.contenant FROM livraison l JOIN volume_visible v ON v.contenu = l.contenu WHERE l.contenant IS NOT NULL),
        piece_visible AS (
            SELECT p.* FROM piece p
            WHERE EXISTS (SELECT 1 FROM permis x WHERE x.budget IS NULL AND p.siret IN (x.siret, left(x.siret, 9)))
               OR ((p.siret IS NULL OR EXISTS (SELECT 1 FROM permis x WHERE p.siret IN (x.siret, left(x.siret, 9))))
                   AND (p.id_unique IN (SELECT nom FROM nom_visible WHERE nom IS NOT NULL)
                        OR lower(p.nom) IN (SELECT lower(nom) FROM nom_visible WHERE nom IS NOT NULL)
                        OR regexp_replace(lower(p.nom), '\.[^.]*$', '') IN (SELECT lower(nom) FROM nom_visible WHERE nom IS NOT NULL)
                        OR p.contenant IN (SELECT contenant FROM contenant_visible))))
        """;

    /// <summary>Puts the visible relations before a statement, which goes on with ", other AS (…)" or with SELECT.</summary>
    public static void Poser(DbCommand commande, Perimetre perimetre, string sql)
    {
        if (perimetre.Budgets is null)
        {
            commande.CommandText = $"{Tout}\n{sql}";
            return;
        }

        commande.CommandText = $"{Limite}\n{sql}";
        Ajouter(commande, "permis_siret", perimetre.Budgets.Select(b => b.Siret).ToArray());
        Ajouter(commande, "permis_budget", perimetre.Budgets.Select(b => b.Budget).ToArray());
    }

    /// <summary>Binds a named value.</summary>
    public static void Ajouter(DbCommand commande, string nom, object? valeur)
    {
        var parametre = commande.CreateParameter();
        parametre.ParameterName = nom;
        parametre.Value = valeur ?? DBNull.Value;
        commande.Parameters.Add(parametre);
    }
}
