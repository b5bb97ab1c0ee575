using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.EtatsLiquidatifs;

namespace Xemelios.Query.Mandats;

/// <summary>Reads mandats and the links that files state, for some employers at once.</summary>
/// <param name="sirens">First nine digits of the employers; null for all.</param>
internal sealed class LectureDesMandats(DbConnection connexion, Perimetre perimetre, IReadOnlyCollection<string>? sirens)
{
    /// <summary>Natures of pay: chapter 012 and the indemnities of élus (PES page §19).</summary>
    private const string NatureDePaye = "^(621|631|633|641|642|645|647|648|653[1-5])";

    private const string DansLaPortee = "($sirens::VARCHAR[] IS NULL OR list_contains($sirens, left(trim(f.id_coll), 9)))";

    private Requete Requete(string sql) => new Requete(connexion, perimetre, sql).Avec("sirens", sirens?.ToArray());

    /// <summary>The mandats that may concern pay, or all.</summary>
    public IReadOnlyList<MandatLu> Lire(bool tous, IReadOnlyCollection<LienSur> liens)
    {
        var lies = liens.Select(l => l.Mandat).Distinct().ToArray();
        var lignes = Lignes(tous, lies).ToLookup(l => l.Mandat);
        return Requete($"""
            , {ConcerneLaPaye}
            SELECT m.id, m.id_coll, m.budget, f.cod_bud, m.exercice, m.type_bordereau, m.bordereau, m.date_emission,
                   m.numero, m.nature_piece, m.objet, m.date_echeance, m.courant, m.signe, m.rattachement, c.est_paye
            FROM concerne c JOIN mandat_compte m ON m.id = c.id JOIN flux_visible f ON f.contenu = m.contenu
            ORDER BY m.id_coll, m.exercice, m.date_emission NULLS LAST, m.type_bordereau, TRY_CAST(m.bordereau AS BIGINT) NULLS LAST, m.bordereau,
                     TRY_CAST(m.numero AS BIGINT) NULLS LAST, m.numero, m.empreinte, m.id
            """).Avec("tous", tous).Avec("lies", lies)
            .Lire(r =>
            {
                var id = r.Entier();
                return new MandatLu(id, r.Texte(), r.TexteSur(), r.Texte(), r.EntierOuNul(), r.TexteSur(), r.Texte(), r.Date(),
                    r.Texte(), r.Texte(), r.Texte(), r.Date(), r.Booleen(), r.Entier(), r.Booleen(), r.Booleen()) { Lignes = [.. lignes[id]] };
            });
    }

    /// <summary>References to an XHL (PJRef) and mandats named by an XHL (RefCompta).</summary>
    /// <remarks>IdUnique alone is the key of what a flow carries (PES page §9): names come back every month, so they only lead to files
    /// that were received on their own, without identifier.</remarks>
    public List<LienSur> LiensSurs() => Requete($"""
        , etat_visible AS (SELECT DISTINCT employeur, periode, budget, train, left(siret, 9) AS siren FROM volume_visible),
        porte AS (
            SELECT x.*, e.siren FROM xhl_de_piece x
            JOIN etat_visible e ON e.employeur = x.employeur AND e.periode = x.periode AND e.budget = x.budget AND e.train = x.train),
        nom_recu AS (
            SELECT DISTINCT lower(n.nom) AS nom, e.employeur, e.periode, e.budget, e.train, e.siren
            FROM (SELECT contenu, nom FROM volume UNION SELECT contenu, nom FROM livraison) n
            JOIN volume v ON v.contenu = n.contenu
                 AND v.contenu NOT IN (SELECT contenu FROM piece WHERE pes IS NOT NULL AND contenu IS NOT NULL AND id_unique IS NOT NULL)
            JOIN etat_visible e ON e.employeur = v.employeur AND e.periode = v.periode AND e.budget = v.budget AND e.train = v.train),
        fichier AS (SELECT * FROM nom_recu UNION SELECT regexp_replace(nom, '\.[^.]*$', ''), employeur, periode, budget, train, siren FROM nom_recu),
        mandat_vu AS (
            SELECT m.id, m.contenu, m.exercice, m.type_bordereau, ltrim(m.numero, '0') AS numero, m.budget, m.id_coll, left(m.id_coll, 9) AS siren
            FROM mandat_compte m JOIN flux_visible f ON f.contenu = m.contenu WHERE {DansLaPortee}),
        citee AS (
            SELECT m.id AS mandat, coalesce(r.ligne, 0) || '/' || r.rang AS reference, r.id_unique, lower(r.nom) AS nom, m.siren
            FROM reference_de_mandat r JOIN mandat_vu m ON m.id = r.mandat),
        trouve AS (
            SELECT c.mandat, c.reference, 1 AS regle, p.employeur, p.periode, p.budget, p.train
            FROM citee c JOIN porte p ON p.id_unique = c.id_unique WHERE p.siret IS NULL OR c.siren IS NULL OR left(p.siret, 9) = c.siren
            UNION SELECT c.mandat, c.reference, 2, p.employeur, p.periode, p.budget, p.train
            FROM citee c JOIN porte p ON p.nom = c.nom AND (c.id_unique IS NULL OR p.id_unique IS NULL) WHERE p.siret IS NULL OR c.siren IS NULL OR left(p.siret, 9) = c.siren
            UNION SELECT c.mandat, c.reference, 3, g.employeur, g.periode, g.budget, g.train
            FROM (SELECT mandat, reference, siren, unnest([nom, regexp_replace(nom, '\.[^.]*$', ''), lower(id_unique),
                         regexp_replace(lower(id_unique), '\.[^.]*$', '')]) AS nom FROM citee) c
            JOIN fichier g ON g.nom = c.nom WHERE c.siren IS NULL OR g.siren = c.siren
            UNION SELECT m.id, 'RefCompta', 4, p.employeur, p.periode, p.budget, p.train
            FROM reference_comptable rc JOIN porte p ON p.piece = rc.piece
            LEFT JOIN flux_pes fp ON fp.contenu = p.pes
            JOIN mandat_vu m ON m.exercice = rc.exercice AND m.type_bordereau = rc.type_objet AND m.numero = ltrim(rc.identifiant, '0')
            WHERE rc.domaine = '01' AND (fp.contenu IS NULL OR (trim(fp.id_coll) IS NOT DISTINCT FROM m.id_coll
                  AND coalesce(upper(regexp_replace(fp.cod_bud, '\s', '', 'g')), '') = m.budget)))
        SELECT mandat, reference, regle, employeur, periode, budget, train FROM trouve
        ORDER BY mandat, reference, regle, employeur, periode, budget, train
        """).Lire(r => new LienSur(r.Entier(), r.TexteSur(), r.Entier(), new CleDEtat(r.Entier(), r.Entier(), r.TexteSur(), r.TexteSur())));

    private const string ConcerneLaPaye = $"""
        candidat AS (
            SELECT m.id,
                   m.nature_piece IS NOT DISTINCT FROM '11' OR m.id IN (SELECT mandat FROM reference_de_mandat WHERE type_pj = '004')
                   OR coalesce(n.que_de_la_paye, false) AS est_paye
            FROM mandat m JOIN flux_visible f ON f.contenu = m.contenu
            LEFT JOIN (SELECT mandat, bool_and(regexp_matches(coalesce(nature, ''), '{NatureDePaye}')) AS que_de_la_paye
                       FROM ligne_de_mandat GROUP BY mandat) n ON n.mandat = m.id
            WHERE {DansLaPortee}),
        concerne AS (
            SELECT id, est_paye FROM candidat
            WHERE $tous OR est_paye OR list_contains($lies, id)
               OR id IN (SELECT mandat FROM ligne_de_mandat WHERE origine_mandat IS NOT NULL))
        """;

    private List<LigneLue> Lignes(bool tous, int[] lies) => Requete($"""
        , {ConcerneLaPaye}
        SELECT l.mandat, l.rang, l.numero, trim(l.nature), l.fonction,
               (coalesce(l.montant_ht, 0) + coalesce(l.montant_tva, 0)) * CASE WHEN m.signe = -1 THEN -1 ELSE 1 END,
               l.origine_exercice, ltrim(l.origine_mandat, '0'), l.tiers_nom
        FROM concerne c JOIN mandat_compte m ON m.id = c.id JOIN ligne_de_mandat l ON l.mandat = c.id
        ORDER BY l.mandat, l.rang
        """).Avec("tous", tous).Avec("lies", lies)
        .Lire(r => new LigneLue(r.Entier(), r.Entier(), r.Texte(), r.Texte(), r.Texte(), r.Somme(), r.EntierOuNul(), r.Texte(), r.Texte()));
}
