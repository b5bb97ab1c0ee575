using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.JustificatifsAttendus;

namespace Xemelios.Query.HeuresSupplementaires;

/// <summary>What the bulletins of a month declare for one agent: a matricule, or a bulletin without one.</summary>
internal sealed record HeuresDeclareesDUnAgent(
    string? Matricule, int? Cle, string? Nom, string? Prenom, string? Service, decimal Heures, IReadOnlyList<int> Bulletins, IReadOnlyList<LieuDeBulletin> Lieux);

/// <summary>Reads overtime: the rubriques are chosen first, then their models, and the lines last.</summary>
internal sealed class LectureDesHeures(DbConnection connexion, Perimetre perimetre, string siret, MoisDePaye mois, string? budget)
{
    // Complementary hours are another right: they stay below the legal duration of a part-time agent.
    // Labels are compared without accents nor dots: "I.H.T.S.", "H. SUPP", "Hres sup." are all written.
    public const string EstHeureSup = @"\bIHTS\b|\bH(EURES?|RES?)? ?SUP|\bHS ?\d|TRAVAUX SUPPL";
    private const string EstComplementaire = "HEURES? COMPL";

    private static string Lignes(string modeles) => $$"""
        , porte AS (
            SELECT v.contenu, v.periode FROM volume_visible v
            WHERE v.siret = $siret AND v.periode BETWEEN $depuis AND $jusque AND ($budget::VARCHAR IS NULL OR v.budget = $budget)),
        nomme AS (
            SELECT n.contenu, upper(trim(n.code)) AS code, string_agg(n.libelle, ' ' ORDER BY n.rang) AS libelle
            FROM nomenclature n WHERE n.sorte = 2 AND n.contenu IN (SELECT contenu FROM porte) GROUP BY ALL),
        rubriques AS (
            SELECT DISTINCT p.contenu, p.periode, r.id, r.categorie, r.code, coalesce(r.libelle, n.libelle) AS libelle
            FROM porte p JOIN total_de_rubrique t ON t.contenu = p.contenu JOIN rubrique r ON r.id = t.rubrique
            LEFT JOIN nomme n ON n.contenu = p.contenu AND n.code = upper(trim(r.code))
            WHERE r.categorie IN (1, 2, 3, 5, 6, 9)
              AND regexp_matches(replace(upper(strip_accents(concat_ws(' ', r.code, r.libelle, n.libelle))), '.', ''), $est)
              AND NOT regexp_matches(replace(upper(strip_accents(concat_ws(' ', r.code, r.libelle, n.libelle))), '.', ''), $complementaire)),
        modeles AS (
            SELECT m.id, m.rubrique, m.taux, m.debut, m.fin, year(coalesce(m.debut, m.fin)) * 100 + month(coalesce(m.debut, m.fin)) AS premier
            FROM modele_de_ligne m WHERE m.rubrique IN (SELECT id FROM rubriques) {{modeles}})
        SELECT q.periode, b.id, a.matricule, CASE WHEN a.matricule IS NULL THEN b.id END, q.id, q.categorie, q.code, q.libelle,
               coalesce(m.taux, l.taux), l.unites, l.base, l.montant, m.debut, m.fin
        FROM ligne l JOIN modeles m ON m.id = l.modele
        JOIN rubriques q ON q.contenu = l.contenu AND q.id = m.rubrique
        JOIN paye_individuelle b ON b.id = l.bulletin JOIN agent a ON a.id = b.agent
        """;

    /// <summary>The lines of the month's files.</summary>
    public List<LigneDHeures> DuMois() => Lire(Requete($"{Lignes("")} WHERE l.contenu IN (SELECT contenu FROM porte) ORDER BY b.id, l.position", mois.Cle, mois.Cle));

    /// <summary>The lines of other files for the month itself, and for these months of these agents.</summary>
    /// <remarks>Nearly always no model is dated so, and then nothing is scanned.</remarks>
    public List<LigneDHeures> DesAutresMois(IReadOnlyCollection<MoisDePaye> rappeles, IReadOnlyCollection<string> matricules)
    {
        var depuis = Math.Min(mois.Cle, rappeles.Select(m => m.Cle).DefaultIfEmpty(mois.Cle).Min());
        return Lire(Requete($"""
            {Lignes("AND (premier = $periode OR len($rappeles) > 0)")}
            WHERE l.contenu IN (SELECT contenu FROM porte) AND q.periode <> $periode
              AND (m.premier = $periode
                   OR (coalesce(m.premier, q.periode) IN (SELECT unnest($rappeles)) AND a.matricule IN (SELECT unnest($matricules))))
            ORDER BY b.id, l.position
            """, depuis, 999_912).Avec("periode", mois.Cle)
            .Avec("rappeles", rappeles.Select(m => m.Cle).ToArray()).Avec("matricules", matricules.ToArray()));
    }

    /// <summary>The agents who declare hours, and those of these bulletins, by name.</summary>
    public List<HeuresDeclareesDUnAgent> Agents(IReadOnlyCollection<int> payes) => new Requete(connexion, perimetre, """
        , b AS (
            SELECT p.id, c.empreinte, p.ordre, a.matricule, a.nom, a.prenom, s.texte AS service, p.heures_sup
            FROM paye_individuelle p JOIN volume_visible v ON v.contenu = p.contenu JOIN contenu c ON c.id = p.contenu
            JOIN agent a ON a.id = p.agent LEFT JOIN mot s ON s.id = a.service
            WHERE v.siret = $siret AND v.periode = $periode AND ($budget::VARCHAR IS NULL OR v.budget = $budget)
              AND (coalesce(p.heures_sup, 0) <> 0 OR p.id IN (SELECT unnest($payes))))
        SELECT matricule, CASE WHEN matricule IS NULL THEN id END AS cle, min(nom), min(prenom), min(service), coalesce(sum(heures_sup), 0),
               list(id::BIGINT ORDER BY empreinte, ordre), list(ordre::BIGINT ORDER BY empreinte, ordre), list(empreinte ORDER BY empreinte, ordre)
        FROM b GROUP BY ALL ORDER BY min(nom), min(prenom), matricule, cle
        """).Avec("siret", siret).Avec("periode", mois.Cle).Avec("budget", budget).Avec("payes", payes.Select(p => (long)p).ToArray())
        .Lire(r => new HeuresDeclareesDUnAgent(r.Texte(), r.EntierOuNul(), r.Texte(), r.Texte(), r.Texte(), r.Nombre() ?? 0, r.Entiers(),
            [.. r.Entiers().Zip(r.Textes(), (ordre, volume) => new LieuDeBulletin(volume!, ordre))]));

    private Requete Requete(string sql, int depuis, int jusque) => new Requete(connexion, perimetre, sql)
        .Avec("siret", siret).Avec("budget", budget).Avec("depuis", depuis).Avec("jusque", jusque)
        .Avec("est", EstHeureSup).Avec("complementaire", EstComplementaire);

    private static List<LigneDHeures> Lire(Requete requete) => requete.Lire(r => new LigneDHeures(
        MoisDePaye.FromCle(r.Entier()), r.Entier(), r.Texte(), r.EntierOuNul(), r.Entier(), (CategorieDeLigne)r.Entier(), r.Texte(), r.Texte(),
        r.Nombre(), r.Nombre(), r.Nombre(), r.MontantOuNul(), r.Date(), r.Date()));
}
