using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.Comparaisons;

/// <summary>Finds what an agent was paid out of his own habits.</summary>
/// <remarks>
/// The range of an amount is the least and the greatest of the agent's monthly sums over the months given, those in which he had
/// none left out, when three of them at least hold one. An amount is out of it by more than 2 % of the bound and more than one euro.
/// Looked at first: the gross and the net à payer; then, for the agents for whom one of the two is out of range, each of their
/// rubriques but the employer's contributions, which follow their base. A rubrique that moves neither is not looked at: all the
/// lines of a year are not read again for each page. Reads what <see cref="SqlDeComparaison.Preparer"/> keeps.
/// </remarks>
internal static class PlagesDAgent
{
    /// <summary>Earlier months that must hold an amount before it has a range.</summary>
    public const int MoisMinimum = 3;

    private const string Dehors = "(valeur < minimum - greatest(1, 0.02 * abs(minimum)) OR valeur > maximum + greatest(1, 0.02 * abs(maximum)))";

    private const string Bornes = """
        max(brut) FILTER (apres) AS brut, min(brut) FILTER (NOT apres) AS brut1, max(brut) FILTER (NOT apres) AS brut2,
        max(net) FILTER (apres) AS net, min(net) FILTER (NOT apres) AS net1, max(net) FILTER (NOT apres) AS net2
        """;

    private const string BornesDeLigne = """
        max(montant) FILTER (apres) AS valeur, min(montant) FILTER (NOT apres) AS minimum, max(montant) FILTER (NOT apres) AS maximum
        """;

    private const string Porte = """
        porte_de_plage AS (
            SELECT v.contenu, v.periode = $apres AS apres, v.periode, 1 << (dense_rank() OVER (ORDER BY v.periode))::INTEGER AS bit FROM volume_visible v
            WHERE v.siret = $siret AND v.periode IN (SELECT unnest($periodes)) AND ($budget::VARCHAR IS NULL OR v.budget = $budget))
        """;

    private const string Hors = $"""
        , {Porte},
        payee AS (
            SELECT q.personne, o.periode, o.apres, o.bit, coalesce(p.brut, p.brut_lignes, 0) AS brut, coalesce(p.net_a_payer, 0) AS net
            FROM paye_individuelle p JOIN porte_de_plage o ON o.contenu = p.contenu JOIN personne q ON q.id = p.agent),
        simple AS MATERIALIZED (   -- as many bulletins as months: each is the sum of its month
            SELECT personne, {Bornes}, count(*) AS bulletins, bit_count(bit_or(bit)) AS mois FROM payee GROUP BY personne),
        total AS (
            SELECT personne, periode, any_value(apres) AS apres, sum(brut) AS brut, sum(net) AS net
            FROM payee WHERE personne IN (SELECT personne FROM simple WHERE bulletins > mois) GROUP BY personne, periode),
        plage AS MATERIALIZED (
            SELECT * EXCLUDE (bulletins, mois), mois - 1 AS mois FROM simple WHERE bulletins = mois AND brut IS NOT NULL AND mois > $minimum
            UNION ALL BY NAME
            SELECT personne, {Bornes}, count(*) - 1 AS mois FROM total GROUP BY personne HAVING count(*) > $minimum AND max(brut) FILTER (apres) IS NOT NULL),
        jugee AS (
            SELECT personne, 1 AS sorte, NULL::INTEGER AS rubrique, brut AS valeur, brut1 AS minimum, brut2 AS maximum, mois FROM plage
            UNION ALL SELECT personne, 2, NULL, net, net1, net2, mois FROM plage)
        SELECT * FROM jugee WHERE {Dehors}
        """;

    private const string Suivi = $"""
        , {Porte}
        SELECT p.id, p.contenu, q.personne, o.periode, o.apres, o.bit
        FROM personne q JOIN paye_individuelle p ON p.agent = q.id JOIN porte_de_plage o ON o.contenu = p.contenu
        WHERE q.personne IN (SELECT personne FROM hors_de_plage)
        """;

    // The bulletins followed say of themselves which files they are in: the lines need no other filter.
    private const string Sql = $"""
        {SqlDeComparaison.Modele},
        payee AS MATERIALIZED (
            SELECT b.personne, m.rubrique, b.periode, b.apres, b.bit, CASE WHEN s.contenu IS NULL THEN l.montant ELSE -l.montant END AS montant
            FROM ligne l JOIN bulletin_suivi b ON b.id = l.bulletin JOIN modele m ON m.id = l.modele AND m.categorie <> 11
            LEFT JOIN signe s ON s.contenu = b.contenu AND s.categorie = m.categorie
            WHERE l.montant <> 0),
        simple AS MATERIALIZED (   -- as many lines as months: each is the sum of its month
            SELECT personne, rubrique, {BornesDeLigne}, count(*) AS lignes, bit_count(bit_or(bit)) AS mois FROM payee GROUP BY personne, rubrique),
        total AS (
            SELECT p.personne, p.rubrique, p.periode, any_value(p.apres) AS apres, sum(p.montant) AS montant
            FROM payee p JOIN simple s ON s.personne = p.personne AND s.rubrique = p.rubrique AND s.lignes > s.mois
            GROUP BY p.personne, p.rubrique, p.periode),
        detail AS (
            SELECT personne, 3 AS sorte, rubrique, valeur, minimum, maximum, mois - 1 AS mois FROM simple
            WHERE lignes = mois AND valeur IS NOT NULL AND mois > $minimum
            UNION ALL BY NAME
            SELECT personne, 3 AS sorte, rubrique, {BornesDeLigne}, count(*) - 1 AS mois FROM total GROUP BY personne, rubrique
            HAVING count(*) > $minimum AND max(montant) FILTER (apres) IS NOT NULL),
        toutes AS (SELECT * FROM hors_de_plage UNION ALL SELECT * FROM detail WHERE {Dehors}),
        courant AS (SELECT personne, max(agent) AS agent FROM paye WHERE apres GROUP BY personne),
        rangee AS (
            SELECT t.*, c.agent, count(*) OVER () AS total,
                   row_number() OVER (ORDER BY greatest(t.minimum - t.valeur, t.valeur - t.maximum) DESC, c.agent, t.sorte, t.rubrique) AS rang
            FROM toutes t JOIN courant c ON c.personne = t.personne)
        SELECT t.total, t.agent, t.sorte, t.valeur, t.minimum, t.maximum, t.mois, r.categorie, r.code, r.libelle
        FROM rangee t LEFT JOIN rubrique r ON r.id = t.rubrique
        WHERE t.rang > $apres_rang AND t.rang <= $apres_rang + $limite ORDER BY t.rang
        """;

    /// <summary>The amounts of the month that are furthest out of their range first.</summary>
    /// <param name="anterieurs">The months that make the ranges.</param>
    /// <param name="delai">Milliseconds that a statement may take.</param>
    /// <exception cref="OperationCanceledException">it took longer.</exception>
    public static List<ChangementLu> Lire(
        DbConnection connexion, Perimetre perimetre, DemandeDeComparaison demande, IReadOnlyList<MoisDePaye> anterieurs, int? delai, int limite, int apresRang = 0)
    {
        if (anterieurs.Count < MoisMinimum)
            return [];
        Demander(Hors).Garder("hors_de_plage");
        Demander(Suivi).Garder("bulletin_suivi");
        return Demander(Sql).Avec("limite", limite).Avec("apres_rang", apresRang)
            .Lire(r =>
            {
                var lu = new ChangementLu(SorteDeChangement.HorsPlage, r.Entier(), r.Entier());
                var sorte = r.Entier();
                return lu with
                {
                    Apres = sorte switch { 1 => "brut", 2 => "net à payer", _ => null },
                    MontantApres = r.Somme(), Plage = new PlageDAgent(r.Somme(), r.Somme(), r.Entier()), Rubrique = ChangementLu.LireRubrique(r),
                };
            });

        Requete Demander(string sql) => SqlDeComparaison.Requete(connexion, perimetre, demande, sql).EnAuPlus(delai)
            .Avec("apres", demande.Mois.Cle).Avec("minimum", MoisMinimum)
            .Avec("periodes", anterieurs.Append(demande.Mois).Select(m => (long)m.Cle).ToArray());
    }
}
