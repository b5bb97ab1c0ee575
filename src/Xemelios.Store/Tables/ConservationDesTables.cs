using System.Globalization;

namespace Xemelios.Store.Tables;

/// <summary>What the tables owe each other: no orphan, no count that a sum denies.</summary>
public static class ConservationDesTables
{
    // Each statement lists what is wrong as one sentence a row; the second counts what was looked at.
    private static readonly (string Nom, string Defauts, string Examines)[] Controles =
    [
        ("contenants", "SELECT 'Le contenu ' || empreinte || ' n''a pas été lu jusqu''au bout.' FROM contenu WHERE type = 'EN_COURS'", "SELECT count(*) FROM contenu"),
        ("volumes", """
            SELECT 'Le volume ' || c.empreinte || ' annonce ' || v.bulletins || ' bulletins et ' || v.lignes || ' lignes ; les tables en ont '
                   || coalesce(b.n, 0) || ' et ' || coalesce(l.n, 0) || '.'
            FROM volume v LEFT JOIN contenu c ON c.id = v.contenu
            LEFT JOIN (SELECT contenu, count(*) AS n FROM paye_individuelle GROUP BY 1) b ON b.contenu = v.contenu
            LEFT JOIN (SELECT contenu, count(*) AS n FROM ligne GROUP BY 1) l ON l.contenu = v.contenu
            WHERE v.remplace_par IS NULL AND (v.bulletins <> coalesce(b.n, 0) OR v.lignes <> coalesce(l.n, 0))
            """, "SELECT count(*) FROM volume"),
        ("bulletins", "SELECT 'Le bulletin ' || b.id || ' n''a pas de volume.' FROM paye_individuelle b ANTI JOIN volume v ON v.contenu = b.contenu AND v.remplace_par IS NULL", "SELECT count(*) FROM paye_individuelle"),
        ("agents", "SELECT 'Le bulletin ' || b.id || ' n''a pas d''agent.' FROM paye_individuelle b ANTI JOIN agent a ON a.id = b.agent AND a.employeur = b.employeur", "SELECT count(*) FROM agent"),
        ("lignes", """
            SELECT 'La ligne ' || l.position || ' du bulletin ' || l.bulletin || ' ' || CASE WHEN b.id IS NULL OR r.id IS NULL THEN 'n''a pas de bulletin ou de rubrique.' ELSE 'porte un taux en plus de celui de son modèle.' END
            FROM ligne l LEFT JOIN paye_individuelle b ON b.id = l.bulletin AND b.contenu = l.contenu
            LEFT JOIN modele_de_ligne m ON m.id = l.modele LEFT JOIN rubrique r ON r.id = m.rubrique
            WHERE b.id IS NULL OR r.id IS NULL OR (m.taux IS NOT NULL AND l.taux IS NOT NULL)
            """, "SELECT count(*) FROM ligne"),
        ("montants", """
            SELECT 'Le bulletin ' || b.id || ' porte un total de lignes brutes de ' || b.brut_lignes || ' pour ' || coalesce(s.total, 0) || ' de lignes.'
            FROM paye_individuelle b LEFT JOIN (
                SELECT l.bulletin, sum(l.montant) AS total, sum(l.montant) FILTER (r.categorie = 1) AS traitement
                FROM ligne l JOIN modele_de_ligne m ON m.id = l.modele JOIN rubrique r ON r.id = m.rubrique
                WHERE r.categorie IN (1, 2, 3, 5, 6, 9) GROUP BY 1) s ON s.bulletin = b.id
            WHERE b.brut_lignes IS DISTINCT FROM coalesce(s.total, 0) OR b.traitement IS DISTINCT FROM s.traitement
            """, "SELECT count(*) FROM paye_individuelle"),
        ("totaux des volumes", """
            SELECT 'Le volume ' || c.empreinte || ' porte des totaux que ses bulletins n''ont pas.'
            FROM volume v JOIN contenu c ON c.id = v.contenu LEFT JOIN (
                SELECT p.contenu, count(DISTINCT a.matricule) AS agents, sum(coalesce(p.brut, p.brut_lignes)) AS brut, sum(p.net) AS net, sum(p.net_a_payer) AS net_a_payer
                FROM paye_individuelle p JOIN agent a ON a.id = p.agent GROUP BY 1) b ON b.contenu = v.contenu
            WHERE v.remplace_par IS NULL
              AND (v.agents, v.brut, v.net, v.net_a_payer) <> (coalesce(b.agents, 0), coalesce(b.brut, 0), coalesce(b.net, 0), coalesce(b.net_a_payer, 0))
            """, "SELECT count(*) FROM volume"),
        ("totaux des rubriques", """
            SELECT 'Le volume ' || c.empreinte || ' porte pour la rubrique ' || coalesce(r.code, r.element, '') || ' un total que ses lignes n''ont pas.'
            FROM total_de_rubrique t
            FULL JOIN (
                SELECT l.contenu, m.rubrique, a.statut, count(*) AS lignes, count(*) FILTER (l.montant <> 0) AS non_nulles, coalesce(sum(l.montant), 0) AS montant
                FROM ligne l JOIN modele_de_ligne m ON m.id = l.modele JOIN paye_individuelle p ON p.id = l.bulletin JOIN agent a ON a.id = p.agent GROUP BY ALL) s
              ON s.contenu = t.contenu AND s.rubrique = t.rubrique AND coalesce(s.statut, 0) = coalesce(t.statut, 0)
            LEFT JOIN contenu c ON c.id = coalesce(t.contenu, s.contenu) LEFT JOIN rubrique r ON r.id = coalesce(t.rubrique, s.rubrique)
            WHERE (t.lignes, t.non_nulles, t.montant) IS DISTINCT FROM (s.lignes, s.non_nulles, s.montant)
            """, "SELECT count(*) FROM total_de_rubrique"),
        ("natures", """
            SELECT 'L''état ' || e.siret || ' ' || v.periode || ' ne conserve pas ses montants : ' || sum(l.montant) || ' écrits, ' || sum(n.montant) || ' répartis.'
            FROM ligne l JOIN volume v ON v.contenu = l.contenu JOIN employeur e ON e.id = v.employeur
            LEFT JOIN (SELECT contenu, bulletin, position, sum(montant_ecrit) AS montant FROM ligne_de_paye GROUP BY ALL) n
              ON n.contenu = l.contenu AND n.bulletin = l.bulletin AND n.position = l.position
            WHERE v.remplace_par IS NULL GROUP BY e.siret, v.periode HAVING sum(l.montant) IS DISTINCT FROM sum(n.montant)
            """, "SELECT count(DISTINCT (employeur, periode)) FROM volume"),
        ("mandats", "SELECT 'La ligne de mandat ' || l.mandat || '/' || l.rang || ' n''a pas de mandat.' FROM ligne_de_mandat l ANTI JOIN mandat m ON m.id = l.mandat", "SELECT count(*) FROM ligne_de_mandat"),
        ("pieces", """
            SELECT 'La pièce ' || p.id || ' n''a plus de contenu ou de contenant.' FROM piece p
            WHERE p.contenu IS NOT NULL AND NOT EXISTS (SELECT 1 FROM contenu c WHERE c.id = p.contenu)
               OR p.contenant IS NOT NULL AND NOT EXISTS (SELECT 1 FROM contenu c WHERE c.id = p.contenant)
            """, "SELECT count(*) FROM piece"),
        ("unicite", "SELECT 'Le contenu ' || empreinte || ' est enregistré ' || count(*) || ' fois.' FROM contenu GROUP BY empreinte HAVING count(*) > 1", "SELECT count(*) FROM contenu"),
    ];

    /// <summary>Runs every check.</summary>
    public static IEnumerable<(string Nom, long Examines, IReadOnlyList<string> Defauts)> Controler(Entrepot entrepot)
    {
        using var connexion = entrepot.Connecter(archives: true);
        foreach (var (nom, defauts, examines) in Controles)
        {
            using var commande = connexion.CreateCommand();
            commande.CommandText = examines;
            var nombre = Convert.ToInt64(commande.ExecuteScalar(), CultureInfo.InvariantCulture);
            commande.CommandText = $"{defauts} ORDER BY 1 LIMIT 100";
            using var lecteur = commande.ExecuteReader();
            var trouves = new List<string>();
            while (lecteur.Read())
                trouves.Add(lecteur.GetString(0));
            yield return (nom, nombre, trouves);
        }
    }
}
