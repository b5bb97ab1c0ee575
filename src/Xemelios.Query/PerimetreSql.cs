using System.Data.Common;
using Xemelios.Domain.Habilitations;

namespace Xemelios.Query;

/// <summary>The only place where a perimeter becomes SQL: the visible relations, from which every question reads.</summary>
/// <remarks>
/// <c>volume_visible</c> (active files, with the SIRET), <c>flux_visible</c> (PES flows) and <c>piece_visible</c> are what the reader
/// may see. A question never names volume, flux_pes or piece, except to say that something exists.
/// </remarks>
internal static class PerimetreSql
{
    /// <summary>Bounds of a right that has none; the statement knows them too.</summary>
    private const int PremierMois = 0;
    private const int DernierMois = 999_912;

    private const string Tout = """
        WITH RECURSIVE volume_visible AS (
            SELECT v.*, e.siret FROM volume v JOIN employeur e ON e.id = v.employeur WHERE v.remplace_par IS NULL),
        flux_visible AS (SELECT f.* FROM flux_pes f),
        piece_visible AS (SELECT p.* FROM piece p)
        """;

    // What belongs to whom does not depend on who asks: a SIREN alone is one employer's when no other has it, a flow whose budget
    // is not known is of an employer's only budget. A flow is seen whole or not at all: each exercice that it holds must hold a
    // permitted month. Pieces are seen by those who see what cites them, or the flow that carries them, or every pay file that came
    // in the same container, or all of an employer without any bound of time.
    private const string Limite = """
        WITH RECURSIVE permis AS (
            SELECT unnest($permis_siret) AS siret, unnest($permis_budget) AS budget, unnest($permis_du) AS du, unnest($permis_au) AS au),
        siren_partage AS (SELECT left(siret, 9) AS siren FROM employeur GROUP BY left(siret, 9) HAVING count(*) > 1),
        volume_permis AS (
            SELECT v.*, e.siret FROM volume v JOIN employeur e ON e.id = v.employeur
            WHERE EXISTS (SELECT 1 FROM permis p
                          WHERE (p.siret = e.siret OR (length(p.siret) = 9 AND p.siret = left(e.siret, 9)))
                            AND (p.budget IS NULL OR p.budget = v.budget) AND v.periode BETWEEN p.du AND p.au)),
        volume_visible AS (SELECT * FROM volume_permis WHERE remplace_par IS NULL),
        collectivite AS (   -- what flows and pieces write, and the rights that hold it
            SELECT c.siret, p.siret AS permise, p.budget, p.du, p.au
            FROM (SELECT trim(id_coll) AS siret FROM flux_pes WHERE id_coll IS NOT NULL UNION SELECT siret FROM piece WHERE siret IS NOT NULL) c
            JOIN permis p ON p.siret = c.siret OR (length(p.siret) = 9 AND p.siret = left(c.siret, 9))
                 OR (c.siret = left(p.siret, 9) AND c.siret NOT IN (SELECT siren FROM siren_partage))),
        budget_unique AS (
            SELECT e.siret, min(v.budget) AS budget FROM volume v JOIN employeur e ON e.id = v.employeur
            WHERE v.remplace_par IS NULL GROUP BY e.siret HAVING count(DISTINCT v.budget) = 1),
        budget_connu AS (
            SELECT siret, budget FROM budget_unique
            UNION SELECT left(siret, 9), budget FROM budget_unique WHERE left(siret, 9) NOT IN (SELECT siren FROM siren_partage)),
        exercice_de_flux AS (
            SELECT DISTINCT f.contenu, trim(f.id_coll) AS siret, upper(regexp_replace(f.cod_bud, '\s', '', 'g')) AS budget,
                   coalesce(b.exercice, year(b.date_emission), year(f.date_structure), 0) AS annee
            FROM flux_pes f LEFT JOIN bordereau b ON b.contenu = f.contenu),
        exercice_permis AS (
            SELECT DISTINCT x.contenu, x.annee
            FROM exercice_de_flux x JOIN collectivite c ON c.siret = x.siret
            LEFT JOIN budget_connu u ON u.siret = x.siret
            WHERE (c.budget IS NULL OR c.budget = u.budget OR c.budget = x.budget)
              AND ((c.du = 0 AND c.au = 999912) OR (x.annee > 0 AND c.du <= x.annee * 100 + 12 AND c.au >= x.annee * 100 + 1))),
        flux_visible AS (
            SELECT f.* FROM flux_pes f
            WHERE f.contenu IN (SELECT x.contenu FROM exercice_de_flux x LEFT JOIN exercice_permis p ON p.contenu = x.contenu AND p.annee = x.annee
                                GROUP BY x.contenu HAVING bool_and(p.contenu IS NOT NULL))),
        mandat_cite AS (
            SELECT r.id_unique, lower(r.nom) AS nom, left(trim(f.id_coll), 9) AS siren
            FROM reference_de_mandat r JOIN mandat m ON m.id = r.mandat JOIN flux_visible f ON f.contenu = m.contenu),
        piece_citee AS (
            SELECT x.piece FROM reference_resolue x JOIN (
                SELECT DISTINCT r.employeur, r.id_unique, r.nom
                FROM reference_de_bulletin r JOIN paye_individuelle b ON b.id = r.bulletin JOIN volume_visible v ON v.contenu = b.contenu) r
                ON r.employeur = x.employeur AND r.id_unique IS NOT DISTINCT FROM x.id_unique AND r.nom IS NOT DISTINCT FROM x.nom
            UNION SELECT p.id FROM piece p JOIN mandat_cite c ON c.id_unique = p.id_unique WHERE p.siret IS NULL OR left(p.siret, 9) = c.siren
            UNION SELECT p.id FROM piece p JOIN mandat_cite c ON c.nom = lower(p.nom) AND (c.id_unique IS NULL OR p.id_unique IS NULL)
                  WHERE p.siret IS NULL OR left(p.siret, 9) = c.siren
            UNION SELECT rc.piece
                  FROM reference_comptable rc JOIN piece p ON p.id = rc.piece JOIN flux_pes q ON q.contenu = p.pes
                  JOIN flux_visible f ON trim(f.id_coll) = trim(q.id_coll)
                       AND upper(regexp_replace(f.cod_bud, '\s', '', 'g')) IS NOT DISTINCT FROM upper(regexp_replace(q.cod_bud, '\s', '', 'g'))
                  JOIN mandat m ON m.contenu = f.contenu AND ltrim(m.numero, '0') = ltrim(rc.identifiant, '0')
                  JOIN bordereau b ON b.id = m.bordereau AND b.exercice = rc.exercice AND coalesce(b.type, '01') = rc.type_objet
                  WHERE rc.domaine = '01'),
        contenant_visible AS (
            SELECT c.contenant FROM contenu_porte c JOIN volume v ON v.contenu = c.contenu LEFT JOIN volume_permis p ON p.contenu = v.contenu
            GROUP BY c.contenant HAVING bool_and(p.contenu IS NOT NULL) AND bool_or(v.remplace_par IS NULL)),
        piece_visible AS (
            SELECT p.* FROM piece p
            WHERE p.id IN (SELECT piece FROM piece_citee)
               OR p.pes IN (SELECT contenu FROM flux_visible)
               OR p.siret IN (SELECT siret FROM collectivite WHERE budget IS NULL AND du = 0 AND au = 999912)
               OR ((p.siret IS NULL OR p.siret IN (SELECT siret FROM collectivite))
                   AND (p.contenu IN (SELECT contenu FROM volume_visible) OR p.contenant IN (SELECT contenant FROM contenant_visible))))
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
        Ajouter(commande, "permis_du", perimetre.Budgets.Select(b => (long)(b.Du?.Cle ?? PremierMois)).ToArray());
        Ajouter(commande, "permis_au", perimetre.Budgets.Select(b => (long)(b.Au?.Cle ?? DernierMois)).ToArray());
    }

    /// <summary>Binds a named value.</summary>
    public static void Ajouter(DbCommand commande, string nom, object? valeur)
    {
        var parametre = commande.CreateParameter();
        parametre.ParameterName = nom;
        parametre.Value = valeur switch
        {
            null => DBNull.Value,
            string texte => DemiCaracteres.Remplacer(texte),
            IEnumerable<string?> textes => textes.Select(t => t is null ? null : DemiCaracteres.Remplacer(t)).ToArray(),
            _ => valeur,
        };
        commande.Parameters.Add(parametre);
    }
}
