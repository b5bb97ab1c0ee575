using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.Nomenclatures;

/// <summary>What the pay makes of the codes of a nomenclature: from the sums made at import, and the lines of one month for the agents.</summary>
internal static class EmploisDesCodes
{
    private const string DansLaPortee = "v.siret = $siret AND ($mois::INTEGER IS NULL OR v.periode = $mois)";

    public static Dictionary<string, EmploiDeCode> Lire(
        DbConnection connexion, Perimetre perimetre, string siret, SorteDeNomenclature sorte, MoisDePaye? mois, MoisDePaye moisDesAgents)
    {
        if (Sql(sorte) is not { } sql)
            return [];
        var agents = Agents(connexion, perimetre, siret, sorte, moisDesAgents);
        return new Requete(connexion, perimetre, sql).Avec("siret", siret).Avec("mois", mois?.Cle)
            .Lire(r => (Code: r.TexteSur(), Emploi: new EmploiDeCode(MoisDePaye.FromCle(r.Entier()), MoisDePaye.FromCle(r.Entier()), r.Entier(), r.Long(), r.MontantOuNul(), null)))
            .ToDictionary(x => x.Code, x => x.Emploi with { Agents = agents is null ? null : agents.GetValueOrDefault(x.Code) });
    }

    private static string? Sql(SorteDeNomenclature sorte) => sorte switch
    {
        SorteDeNomenclature.Rubrique => DesTotaux("upper(trim(t.code))", "t.code IS NOT NULL"),
        SorteDeNomenclature.Nature => DesTotaux("t.nature", "t.nature IS NOT NULL AND (t.est_brut OR t.est_cotisation)"),
        SorteDeNomenclature.Statut => DesTotaux("trim(s.texte)", "s.texte IS NOT NULL AND (t.est_brut OR t.est_cotisation)"),
        SorteDeNomenclature.Train => DesVolumes("v.train"),
        SorteDeNomenclature.Budget => DesVolumes("v.budget"),
        SorteDeNomenclature.Evenement => $"""
            SELECT trim(x.code) AS code, min(v.periode), max(v.periode), count(DISTINCT v.periode), count(*), NULL
            FROM evenement x JOIN paye_individuelle p ON p.id = x.bulletin JOIN volume_visible v ON v.contenu = p.contenu
            WHERE {DansLaPortee} AND nullif(trim(x.code), '') IS NOT NULL GROUP BY trim(x.code) ORDER BY code
            """,
        _ => null,
    };

    private static string DesTotaux(string code, string condition) => $"""
        SELECT {code} AS code, min(t.periode), max(t.periode), count(DISTINCT t.periode), sum(t.lignes)::BIGINT, sum(t.montant)
        FROM total_de_paye t LEFT JOIN mot s ON s.id = t.statut
        WHERE t.contenu IN (SELECT v.contenu FROM volume_visible v WHERE {DansLaPortee}) AND {condition} AND {code} <> ''
        GROUP BY {code} ORDER BY code
        """;

    private static string DesVolumes(string code) => $"""
        SELECT {code} AS code, min(v.periode), max(v.periode), count(DISTINCT v.periode), sum(v.lignes)::BIGINT, NULL
        FROM volume_visible v WHERE {DansLaPortee} AND {code} <> '' GROUP BY {code} ORDER BY code
        """;

    private static Dictionary<string, int>? Agents(DbConnection connexion, Perimetre perimetre, string siret, SorteDeNomenclature sorte, MoisDePaye mois)
    {
        if (sorte != SorteDeNomenclature.Rubrique)
            return null;
        return new Requete(connexion, perimetre, """
            , m AS (SELECT m.id, upper(trim(r.code)) AS code FROM modele_de_ligne m JOIN rubrique r ON r.id = m.rubrique WHERE r.code IS NOT NULL),
            x AS (
                SELECT m.code, l.bulletin FROM ligne l JOIN m ON m.id = l.modele
                WHERE l.contenu IN (SELECT v.contenu FROM volume_visible v WHERE v.siret = $siret AND v.periode = $mois) GROUP BY m.code, l.bulletin)
            SELECT code, count(*) FROM x GROUP BY code
            """).Avec("siret", siret).Avec("mois", mois.Cle).Lire(r => (Code: r.TexteSur(), Agents: r.Entier())).ToDictionary(x => x.Code, x => x.Agents);
    }
}
