using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.Comparaisons;

/// <summary>The relations that every comparison reads: the files of its months, their bulletins, and whose they are.</summary>
/// <remarks><see cref="Preparer"/> keeps them on the connection: all the statements of an answer read the same two months.</remarks>
internal static class SqlDeComparaison
{
    // The whole employer, so that every month numbers its agents alike: the number is a key, and shows nobody.
    private const string Personne = """
        , cle AS (   -- AgentCompare says who is the same agent
            SELECT a.id, CASE
                       WHEN a.matricule <> '' THEN 'M' || a.matricule
                       WHEN concat(a.nir, a.nom, a.prenom) <> '' THEN concat('N', a.nir, '|', a.nom, '|', a.prenom)
                       ELSE 'A' || a.id END AS cle
            FROM agent a WHERE a.employeur IN (SELECT v.employeur FROM volume_visible v WHERE v.siret = $siret))
        SELECT c.id, p.personne FROM cle c JOIN (SELECT cle, min(id) AS personne FROM cle GROUP BY cle) p ON p.cle = c.cle
        """;

    private const string Porte = """
        SELECT v.contenu, v.periode, v.periode = $apres AS apres FROM volume_visible v
        WHERE v.siret = $siret AND v.periode IN ($apres, $avant) AND ($budget::VARCHAR IS NULL OR v.budget = $budget)
        """;

    private const string Paye = """
        SELECT p.id, p.contenu, p.ordre, p.agent, q.personne, o.periode, o.apres, nullif(p.nbi, 0) AS nbi, p.quotite,
               coalesce(p.brut, p.brut_lignes, 0) AS brut, coalesce(p.net, 0) AS net, coalesce(p.net_a_payer, 0) AS net_a_payer
        FROM paye_individuelle p JOIN porte o ON o.contenu = p.contenu JOIN personne q ON q.id = p.agent
        """;

    private const string Face = """
        SELECT personne, coalesce(max(agent) FILTER (apres), max(agent)) AS agent,
               count(*) FILTER (apres) AS apres, count(*) FILTER (NOT apres) AS avant,
               sum(brut) FILTER (apres) AS brut_apres, sum(brut) FILTER (NOT apres) AS brut_avant,
               sum(net) FILTER (apres) AS net_apres, sum(net) FILTER (NOT apres) AS net_avant,
               min(agent) <> max(agent) OR min(coalesce(nbi, -1)) <> max(coalesce(nbi, -1))
                   OR min(coalesce(quotite, -1)) <> max(coalesce(quotite, -1)) AS decrit
        FROM paye GROUP BY personne
        """;

    /// <summary><c>signe</c>: the categories that a file writes turned round (view convention).</summary>
    public const string Signe = ", signe AS (SELECT c.contenu, c.categorie FROM convention c WHERE c.signe = -1)";

    /// <summary><c>modele</c>: the kind of each line, its rubrique being the category and the code; comments are none. With <c>signe</c>.</summary>
    public const string Modele = $"""
        {Signe},
        modele AS (
            SELECT m.id, r.categorie, max(m.rubrique) OVER (PARTITION BY r.categorie, r.code, CASE WHEN r.code IS NULL THEN coalesce(r.libelle, r.element) END) AS rubrique
            FROM modele_de_ligne m JOIN rubrique r ON r.id = m.rubrique
            WHERE r.categorie <> 12 AND m.employeur = (SELECT e.id FROM employeur e WHERE e.siret = $siret))
        """;

    /// <summary>The account of an agent: an IBAN of France is the RIB that it holds.</summary>
    public const string Rib = """
        nullif(CASE WHEN upper(replace(a.iban, ' ', '')) SIMILAR TO '(FR|MC)[0-9]{2}.{23}' THEN substr(upper(replace(a.iban, ' ', '')), 5)
                    WHEN a.iban <> '' THEN upper(replace(a.iban, ' ', ''))
                    ELSE concat(coalesce(a.code_etablissement, a.compte_banque), a.code_guichet, upper(a.numero_compte), a.cle_rib) END, '')
        """;

    /// <summary>
    /// Keeps on the connection: <c>personne</c>, a number for each agent; <c>porte</c>, the files of the two months; <c>paye</c>, their bulletins;
    /// <c>face</c>, each agent once, with what he was and what he is (<c>decrit</c> says that a description changed).
    /// </summary>
    public static void Preparer(DbConnection connexion, Perimetre perimetre, DemandeDeComparaison demande)
    {
        Requete(connexion, perimetre, demande, Personne).Garder("personne");
        Requete(connexion, perimetre, demande, Porte).Avec("apres", demande.Mois.Cle).Avec("avant", demande.Avec.Cle).Garder("porte");
        Requete(connexion, perimetre, demande, Paye).Garder("paye");
        Requete(connexion, perimetre, demande, Face).Garder("face");
    }

    /// <summary>A statement on the employer of a comparison, which reads what was kept.</summary>
    public static Requete Requete(DbConnection connexion, Perimetre perimetre, DemandeDeComparaison demande, string sql) =>
        new Requete(connexion, perimetre, sql).Avec("siret", demande.Siret).Avec("budget", demande.Budget is null ? null : CodeBudget.Cle(demande.Budget));

    /// <summary>The months of the employer that hold bulletins, the latest first.</summary>
    public static List<MoisDePaye> MoisPayes(DbConnection connexion, Perimetre perimetre, string siret, string? budget) =>
        new Requete(connexion, perimetre, """
            SELECT DISTINCT v.periode FROM volume_visible v
            WHERE v.siret = $siret AND NOT v.entete_seul AND ($budget::VARCHAR IS NULL OR v.budget = $budget) ORDER BY v.periode DESC
            """).Avec("siret", siret).Avec("budget", budget is null ? null : CodeBudget.Cle(budget)).Lire(r => MoisDePaye.FromCle(r.Entier()));

    /// <exception cref="EtatIntrouvableException">one of the two months holds nothing that the reader may see.</exception>
    public static void Exiger(DbConnection connexion, Perimetre perimetre, DemandeDeComparaison demande)
    {
        var payes = MoisPayes(connexion, perimetre, demande.Siret, demande.Budget);
        if (!payes.Contains(demande.Mois) || !payes.Contains(demande.Avec) || demande.Mois == demande.Avec)
            throw new EtatIntrouvableException();
    }
}
