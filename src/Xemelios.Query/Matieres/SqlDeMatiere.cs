using Xemelios.Query.Criteres;

namespace Xemelios.Query.Matieres;

/// <summary>The statements that lay out a month of an employer for the rules.</summary>
internal static class SqlDeMatiere
{
    public const string Mois = """
        SELECT DISTINCT v.siret, v.periode FROM volume_visible v
        WHERE NOT v.entete_seul AND ($siret::VARCHAR IS NULL OR v.siret = $siret) AND v.periode BETWEEN $du AND $au
          AND ($budget::VARCHAR IS NULL OR v.budget = $budget)
        ORDER BY v.siret, v.periode
        """;

    /// <summary>One row a file of the month. A hospital or a home of the elderly says so by its APE.</summary>
    public const string Fichiers = """
        SELECT v.contenu, c.empreinte, v.siret, v.budget, v.train, v.periode, v.nom, v.numero, v.ape, v.bulletins, v.lignes, v.brut, v.net, v.net_a_payer,
               CASE WHEN v.ape IS NULL THEN NULL ELSE regexp_matches(v.ape, '^8(61|71|73)') END AS fph
        FROM volume_visible v JOIN contenu c ON c.id = v.contenu
        WHERE v.siret = $siret AND v.periode = $periode AND NOT v.entete_seul AND ($budget::VARCHAR IS NULL OR v.budget = $budget)
        """;

    /// <summary>What a line repeats, with the regime that its words propose or that the employer's list gives.</summary>
    public static readonly string Modeles = $"""
        , nomme AS (
            SELECT upper(trim(n.code)) AS code, string_agg(DISTINCT n.libelle, ' ' ORDER BY n.libelle) AS libelle
            FROM nomenclature n JOIN volume_visible v ON v.contenu = n.contenu WHERE n.sorte = 2 AND v.siret = $siret GROUP BY ALL),
        mots AS (
            SELECT m.id AS modele, m.rubrique, r.categorie, r.code, coalesce(r.libelle, n.libelle) AS libelle, n.code IS NOT NULL AS nomme, m.taux, k.texte AS caisse,
                   year(coalesce(m.debut, m.fin)) * 100 + month(coalesce(m.debut, m.fin)) AS mois, r.categorie IN (7, 10, 11) AS retenue,
                   replace(upper(strip_accents(concat_ws(' ', coalesce(r.libelle, n.libelle), k.texte))), '.', '') AS mots
            FROM modele_de_ligne m JOIN rubrique r ON r.id = m.rubrique JOIN employeur e ON e.id = m.employeur
            LEFT JOIN mot k ON k.id = m.caisse LEFT JOIN nomme n ON n.code = upper(trim(r.code))
            WHERE e.siret = $siret)
        SELECT m.* EXCLUDE (mots), coalesce(f.regime, {RegimesDePaye.EnSql("mots", "retenue")}) AS regime
        FROM mots m LEFT JOIN fourni_regimes f ON upper(f.code) = upper(trim(m.code)) AND {CategoriesEnSql.Nom("m.categorie")} = f.categorie
        """;

    /// <summary>The lines of the month with the sign of their meaning. <c>mois</c> is the month that a line relates to, null when it is not said.</summary>
    public const string Lignes = """
        , signe AS (SELECT contenu, categorie FROM convention WHERE signe = -1 AND contenu IN (SELECT contenu FROM fichier_paye))
        SELECT l.contenu, l.bulletin, l.position, l.modele, m.categorie, m.rubrique, m.code, m.caisse, m.regime, l.base, coalesce(m.taux, l.taux) AS taux, l.unites,
               (CASE WHEN s.contenu IS NULL THEN l.montant ELSE -l.montant END)::DECIMAL(14,2) AS montant, m.mois
        FROM ligne l JOIN fichier_paye f ON f.contenu = l.contenu JOIN modele_paye m ON m.modele = l.modele
        LEFT JOIN signe s ON s.contenu = l.contenu AND s.categorie = m.categorie
        """;

    /// <summary>By bulletin and regime: rappels and lines dated of another month apart.</summary>
    public const string Regimes = """
        SELECT l.bulletin, l.regime, l.categorie IN (7, 10, 11) AS retenue,
               coalesce(sum(l.montant), 0)::DECIMAL(14,2) AS montant,
               coalesce(sum(l.montant) FILTER (NOT (l.categorie = 9 OR coalesce(l.mois, f.periode) <> f.periode)), 0)::DECIMAL(14,2) AS courant,
               count(*) FILTER (l.categorie = 9 AND l.mois IS NULL) AS sans_periode,
               list(l.position::BIGINT) AS lignes
        FROM ligne_payee l JOIN fichier_paye f ON f.contenu = l.contenu WHERE l.regime IS NOT NULL GROUP BY l.bulletin, l.regime, l.categorie IN (7, 10, 11)
        """;

    public const string Evenements = """
        SELECT v.bulletin, v.rang, trim(v.code) AS code, v.description
        FROM evenement v JOIN bulletin_paye b ON b.bulletin = v.bulletin
        """;

    /// <summary>What the reading of each file said, by code.</summary>
    public const string Anomalies = """
        SELECT a.contenu, a.code, a.gravite, count(*) AS nombre, min(a.octet) AS octet, min(a.ligne) AS ligne_xml
        FROM anomalie a JOIN fichier_paye f ON f.contenu = a.contenu GROUP BY a.contenu, a.code, a.gravite
        """;

    /// <summary>One row a bulletin: what its header says, and the sums of its lines by category. Zero and empty mean unknown where the format fills in zeros.</summary>
    public static readonly string Bulletins = $"""
        , somme AS (
            SELECT bulletin, count(*) AS lignes,
                   coalesce(sum(montant) FILTER (categorie = 1), 0) AS traitement, coalesce(sum(montant) FILTER (categorie = 2), 0) AS residence,
                   coalesce(sum(montant) FILTER (categorie = 3), 0) AS famille, coalesce(sum(montant) FILTER (categorie = 4), 0) AS nature,
                   coalesce(sum(montant) FILTER (categorie = 5), 0) AS indemnites, coalesce(sum(montant) FILTER (categorie = 6), 0) AS divers,
                   coalesce(sum(montant) FILTER (categorie = 7), 0) AS deductions, coalesce(sum(montant) FILTER (categorie = 8), 0) AS acomptes,
                   coalesce(sum(montant) FILTER (categorie = 9), 0) AS rappels, coalesce(sum(montant) FILTER (categorie = 10), 0) AS retenues,
                   coalesce(sum(montant) FILTER (categorie = 11), 0) AS cotisations,
                   count(*) FILTER (categorie = 11) AS lignes_de_cotisation, count(*) FILTER (categorie = 1 AND montant < 0) AS traitements_negatifs
            FROM ligne_payee GROUP BY bulletin),
        bonification AS (SELECT n.bulletin, count(*) AS nombre FROM nbi n GROUP BY n.bulletin),
        fait AS (SELECT v.bulletin, count(*) AS nombre FROM evenement v GROUP BY v.bulletin),
        part AS (SELECT r.bulletin, count(*) AS nombre, sum(r.taux) AS taux, sum(r.montant) AS montant FROM repartition_budget r GROUP BY r.bulletin),
        duree AS (SELECT d.bulletin, min(d.debut) AS debut, max(d.fin) AS fin FROM periode_de_paye d GROUP BY d.bulletin),
        tete AS (
            SELECT p.*, f.empreinte, f.siret, f.budget, f.train, f.fph, a.matricule, a.civilite, a.nom, a.prenom, regexp_replace(a.nir, '\s', '', 'g') AS nir, a.enfants,
                   a.statut, a.emploi, a.grade, a.service, a.ref_statutaire_code, a.echelon, nullif(a.indice, 0) AS indice, a.cp, a.ville,
                   a.code_etablissement, a.code_guichet, a.numero_compte, a.cle_rib, replace(upper(a.iban), ' ', '') AS iban
            FROM paye_individuelle p JOIN fichier_paye f ON f.contenu = p.contenu JOIN agent a ON a.id = p.agent),
        mots AS (   -- a month has few emplois, grades and services: their words are looked at once, not once an agent
            SELECT i.emploi AS cle_emploi, i.grade AS cle_grade, i.service AS cle_service, j.texte AS emploi, g.texte AS grade, w.texte AS service,
                   upper(strip_accents(coalesce(j.texte, ''))) AS mots_emploi, upper(strip_accents(coalesce(g.texte, ''))) AS mots_grade, upper(strip_accents(coalesce(w.texte, ''))) AS mots_service
            FROM (SELECT DISTINCT emploi, grade, service FROM tete) i LEFT JOIN mot j ON j.id = i.emploi LEFT JOIN mot g ON g.id = i.grade LEFT JOIN mot w ON w.id = i.service),
        fonction AS (
            SELECT *, regexp_matches(mots_emploi, '{MotsDeFonction.Elu}') OR regexp_matches(mots_service, '\bELUE?S?\b') OR regexp_matches(mots_grade, '{MotsDeFonction.Elu}') AS elu,
                   regexp_matches(mots_emploi || ' ' || mots_grade, '{MotsDeFonction.Vacataire}') AS vacataire, regexp_matches(mots_emploi, '{MotsDeFonction.AssistanteMaternelle}') AS assistante,
                   CASE WHEN regexp_matches(mots_emploi || ' ' || mots_grade, '{MotsDeFonction.DirecteurAdjoint}') THEN 'DGA'
                        WHEN regexp_matches(mots_emploi, '{MotsDeFonction.DirecteurGeneral}') OR regexp_matches(mots_grade, '{MotsDeFonction.DirecteurGeneral}') THEN 'DGS' END AS direction,
                   {MotsDeFonction.Categorie("mots_grade")} AS categorie
            FROM mots)
        SELECT t.id AS bulletin, t.contenu, t.empreinte, t.ordre, t.octet, t.siret, t.budget, t.train, t.periode, t.fph, e.siret AS etablissement, t.etablissement AS rang_etablissement,
               t.agent, t.matricule, t.civilite, t.nom, t.prenom, t.nir, t.enfants, replace(upper(trim(s.texte)), ' ', '_') AS statut, t.ref_statutaire_code, h.emploi, h.grade, h.service, t.echelon, t.indice, t.cp, t.ville,
               t.code_etablissement, t.code_guichet, t.numero_compte, t.cle_rib, t.iban,
               t.nbi, coalesce(b.nombre, 0) AS nbi_nombre, t.quotite,
               nullif(t.quotite * 0.01, 0)::DECIMAL(18,15) AS q,
               (CASE t.quotite WHEN 80 THEN 0.857142857142857 WHEN 90 THEN 0.914285714285714 ELSE nullif(t.quotite * 0.01, 0) END)::DECIMAL(18,15) AS q_partiel,
               t.heures_total, t.heures_sup, t.taux_horaire, t.brut, t.net, t.net_a_payer, t.date_paiement, t.imposable, t.cumul_imposable, t.cumul_brut, t.cumul_base_ss,
               coalesce(z.lignes, 0) AS lignes,
               {Sommes("traitement", "residence", "famille", "nature", "indemnites", "divers", "deductions", "acomptes", "rappels", "retenues", "cotisations")},
               coalesce(z.lignes_de_cotisation, 0) AS lignes_de_cotisation, coalesce(z.traitements_negatifs, 0) AS traitements_negatifs, coalesce(v.nombre, 0) AS evenements,
               d.debut, d.fin, coalesce(r.nombre, 0) AS parts, r.taux AS parts_taux, r.montant AS parts_montant,
               coalesce(x.sorte = 'ELU', h.elu) AS elu, coalesce(x.sorte = 'VACATAIRE', h.vacataire) AS vacataire, coalesce(x.sorte = 'ASSISTANTE', h.assistante) AS assistante,
               upper(trim(s.texte)) IN ('TITULAIRE', 'STAGIAIRE', 'EMPLOI_FONC', 'EMPLOI FONC') AS fonctionnaire,
               CASE WHEN x.sorte IS NULL THEN h.direction WHEN x.sorte IN ('DGS', 'DGA') THEN x.sorte END AS direction,
               coalesce(k.categorie, h.categorie) AS categorie
        FROM tete t LEFT JOIN mot s ON s.id = t.statut
        LEFT JOIN fonction h ON h.cle_emploi IS NOT DISTINCT FROM t.emploi AND h.cle_grade IS NOT DISTINCT FROM t.grade AND h.cle_service IS NOT DISTINCT FROM t.service
        LEFT JOIN fourni_personnes x ON x.matricule = t.matricule LEFT JOIN fourni_categories k ON upper(k.grade) = upper(trim(h.grade))
        LEFT JOIN somme z ON z.bulletin = t.id LEFT JOIN bonification b ON b.bulletin = t.id LEFT JOIN fait v ON v.bulletin = t.id
        LEFT JOIN duree d ON d.bulletin = t.id LEFT JOIN part r ON r.bulletin = t.id LEFT JOIN etablissement e ON e.contenu = t.contenu AND e.rang = t.etablissement
        """;

    private static string Sommes(params IReadOnlyList<string> noms) => string.Join(", ", noms.Select(n => $"coalesce(z.{n}, 0)::DECIMAL(14,2) AS {n}"));
}
