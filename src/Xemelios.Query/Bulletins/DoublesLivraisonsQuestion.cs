using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.Bulletins;

/// <summary>Two files of an état that hold identical bulletins of the same agents.</summary>
/// <param name="Volume">Fingerprint of the first file.</param>
/// <param name="Autre">Fingerprint of the second file.</param>
/// <param name="Matricules">The agents concerned.</param>
public sealed record DoubleLivraison(string Volume, string Autre, IReadOnlyList<string?> Matricules);

/// <summary>Finds probable double deliveries: same agent, same totals, same lines in two files of one état (format page §9).</summary>
public sealed record DoublesLivraisonsQuestion(string Siret, MoisDePaye Mois, string? Budget = null) : IQuestionNominative
{
    public IReadOnlyList<DoubleLivraison> Executer(DbConnection connexion, Perimetre perimetre)
    {
        this.Autoriser(perimetre);
        return new Requete(connexion, perimetre, """
        , porte AS (
            SELECT v.contenu, v.budget, v.train, v.numero, v.nom, c.empreinte FROM volume_visible v JOIN contenu c ON c.id = v.contenu
            WHERE v.siret = $siret AND v.periode = $periode AND ($budget::VARCHAR IS NULL OR v.budget = $budget)),
        tete AS (
            SELECT p.*, b.id, b.matricule, concat_ws('|', b.brut, b.net, b.net_a_payer, b.nom, b.prenom) AS totaux
            FROM porte p JOIN bulletin b ON b.contenu = p.contenu WHERE b.matricule IS NOT NULL),
        candidat AS (   -- the lines of a large état are many: only those of agents who are in two files with the same totals are read
            SELECT t.* FROM tete t JOIN (
                SELECT budget, train, matricule, totaux FROM tete GROUP BY ALL HAVING count(DISTINCT contenu) > 1) d
                ON d.budget = t.budget AND d.train = t.train AND d.matricule = t.matricule AND d.totaux = t.totaux),
        signe AS (
            SELECT c.*, string_agg(concat_ws('/', m.rubrique, l.base, coalesce(m.taux, l.taux), l.unites, l.montant), '|' ORDER BY l.position) AS lignes
            FROM candidat c JOIN ligne l ON l.contenu = c.contenu AND l.bulletin = c.id
            JOIN modele_de_ligne m ON m.id = l.modele GROUP BY ALL)
        SELECT a.empreinte, z.empreinte, list(DISTINCT a.matricule ORDER BY a.matricule)
        FROM signe a JOIN signe z ON z.budget = a.budget AND z.train = a.train AND z.matricule = a.matricule
             AND z.totaux = a.totaux AND z.lignes = a.lignes
             AND (coalesce(a.numero, 0), a.nom, a.empreinte) < (coalesce(z.numero, 0), z.nom, z.empreinte)
        GROUP BY a.empreinte, z.empreinte ORDER BY a.empreinte, z.empreinte
        """).Avec("siret", Siret).Avec("periode", Mois.Cle).Avec("budget", Budget is null ? null : CodeBudget.Cle(Budget))
        .Lire(r => new DoubleLivraison(r.TexteSur(), r.TexteSur(), r.Textes()));
    }
}
