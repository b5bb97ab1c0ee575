using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.EtatsLiquidatifs;

/// <summary>Reads the facts of all the états of a scope, with one statement for each kind of fact whatever their number.</summary>
internal sealed class LectureDesFaits(DbConnection connexion, Perimetre perimetre, string? siret, MoisDePaye? mois)
{
    private const string DansLaPortee =
        "($siret::VARCHAR IS NULL OR v.siret = $siret) AND ($periode::INTEGER IS NULL OR v.periode = $periode)";

    private Requete Requete(string sql) =>
        new Requete(connexion, perimetre, sql).Avec("siret", siret).Avec("periode", mois?.Cle);

    /// <summary>One row a train, and one for all trains together (null train).</summary>
    public List<TotauxDEtat> Totaux() => Requete($"""
        , porte AS (SELECT v.* FROM volume_visible v WHERE {DansLaPortee}),
        fichiers AS (
            SELECT v.employeur, v.periode, v.budget, v.train, grouping(v.train) AS tous, v.siret,
                   max(v.employeur_nom) AS nom, max(v.budget_code) AS budget_code, max(v.budget_libelle) AS budget_libelle,
                   count(*) FILTER (NOT v.entete_seul) AS volumes, sum(v.bulletins)::BIGINT AS bulletins, sum(v.lignes)::BIGINT AS lignes,
                   max(v.agents) AS agents, sum(v.brut) AS brut, sum(v.net) AS net, sum(v.net_a_payer) AS net_a_payer
            FROM porte v GROUP BY GROUPING SETS (
                (v.employeur, v.siret, v.periode, v.budget, v.train), (v.employeur, v.siret, v.periode, v.budget))
            HAVING count(*) FILTER (NOT v.entete_seul) > 0),
        -- agents paid by several files count once: these bulletins only are read again
        partages AS (
            SELECT v.* FROM porte v
            WHERE (v.employeur, v.periode, v.budget) IN (SELECT (employeur, periode, budget) FROM fichiers WHERE tous = 1 AND volumes > 1)),
        agents AS (
            SELECT v.employeur, v.periode, v.budget, v.train, grouping(v.train) AS tous, count(DISTINCT a.matricule) AS agents
            FROM partages v JOIN paye_individuelle p ON p.contenu = v.contenu JOIN agent a ON a.id = p.agent
            GROUP BY GROUPING SETS ((v.employeur, v.periode, v.budget, v.train), (v.employeur, v.periode, v.budget)))
        SELECT f.employeur, f.periode, f.budget, CASE WHEN f.tous = 0 THEN f.train END, f.siret, f.nom, f.budget_code, f.budget_libelle,
               f.volumes, f.bulletins, coalesce(a.agents, f.agents), f.lignes, f.brut, f.net, f.net_a_payer
        FROM fichiers f
        LEFT JOIN agents a ON a.employeur = f.employeur AND a.periode = f.periode AND a.budget = f.budget
              AND a.tous = f.tous AND a.train IS NOT DISTINCT FROM f.train
        ORDER BY f.siret, f.periode, f.budget, f.tous, f.train
        """).Lire(r =>
        {
            var cle = new CleDEtat(r.Entier(), r.Entier(), r.TexteSur(), r.Texte());
            return new TotauxDEtat(cle, r.TexteSur(), r.Texte(), r.Texte(), r.Texte(), cle.Train is "" ? null : cle.Train,
                r.Entier(), r.Entier(), r.Entier(), r.Entier(), r.Somme(), r.Somme(), r.Somme());
        });

    /// <summary>Gross and contributions of each file by nature, and by rubrique where there is none, from the totals made at import.</summary>
    public List<SommeDeVolume> Sommes() => Requete($"""
        SELECT t.contenu, t.nature,
               CASE WHEN t.nature IS NULL THEN t.categorie ELSE 0 END AS categorie,
               CASE WHEN t.nature IS NULL THEN t.code END AS code, CASE WHEN t.nature IS NULL THEN t.libelle END AS libelle,
               sum(t.montant) FILTER (t.est_brut), sum(t.montant) FILTER (t.est_cotisation),
               sum(t.lignes)::BIGINT, sum(t.non_nulles)::BIGINT
        FROM total_de_paye t
        WHERE (t.est_brut OR t.est_cotisation) AND t.contenu IN (SELECT v.contenu FROM volume_visible v WHERE {DansLaPortee})
        GROUP BY ALL ORDER BY t.contenu, t.nature, categorie, code, libelle
        """).Lire(r => new SommeDeVolume(r.Entier(), r.Texte(), (byte)r.Entier(), r.Texte(), r.Texte(), r.Somme(), r.Somme(), r.Entier(), r.Entier()));

    /// <summary>The files of each état in volume order, with their répartition.</summary>
    public List<VolumeDEtat> Volumes()
    {
        var rangs = Requete($"""
            SELECT r.contenu, r.code, r.libelle, r.fonction, r.budget, r.montant
            FROM repartition r JOIN volume_visible v ON v.contenu = r.contenu
            WHERE {DansLaPortee} ORDER BY r.contenu, r.rang
            """).Lire(r => (Contenu: r.Entier(), Rang: new RangDeRepartition(r.Texte(), r.Texte(), r.Texte(), r.Texte(), r.Somme())))
            .ToLookup(x => x.Contenu, x => x.Rang);
        return Requete($"""
            SELECT v.contenu, v.employeur, v.periode, v.budget, v.train, v.entete_seul
            FROM volume_visible v JOIN contenu c ON c.id = v.contenu
            WHERE {DansLaPortee} ORDER BY v.siret, v.periode, v.budget, v.train, v.entete_seul, v.numero NULLS LAST, v.nom, c.empreinte
            """).Lire(r =>
            {
                var contenu = r.Entier();
                return new VolumeDEtat(contenu, new CleDEtat(r.Entier(), r.Entier(), r.TexteSur(), r.TexteSur()), r.Booleen(), [.. rangs[contenu]]);
            });
    }

    /// <summary>What the employers' own tables call natures, over all their months: the latest label first.</summary>
    public List<NatureConnue> Natures() => Requete($"""
        , concerne AS (SELECT DISTINCT v.employeur, v.siret FROM volume_visible v WHERE {DansLaPortee}),
        nomme AS (
            SELECT v.employeur, trim(n.code) AS code, arg_max(n.libelle, (v.periode, -n.rang, n.libelle)) AS libelle
            FROM nomenclature n JOIN volume_visible v ON v.contenu = n.contenu JOIN concerne c ON c.employeur = v.employeur
            WHERE n.sorte = 5 AND nullif(trim(n.code), '') IS NOT NULL GROUP BY v.employeur, trim(n.code)),
        employe AS (
            SELECT v.employeur, unnest([n.nature_salarie, n.nature_employeur]) AS code
            FROM nomenclature n JOIN volume_visible v ON v.contenu = n.contenu JOIN concerne c ON c.employeur = v.employeur WHERE n.sorte = 2
            UNION SELECT c.employeur, unnest([p.nature_salariale, p.nature_patronale]) FROM passage_en_vigueur p JOIN concerne c ON c.siret = p.siret
            UNION SELECT employeur, code FROM nomme)
        SELECT DISTINCT e.employeur, trim(e.code) AS code, m.libelle
        FROM employe e LEFT JOIN nomme m ON m.employeur = e.employeur AND m.code = trim(e.code)
        WHERE nullif(trim(e.code), '') IS NOT NULL ORDER BY e.employeur, code, m.libelle
        """).Lire(r => new NatureConnue(r.Entier(), r.TexteSur(), r.Texte()));
}
