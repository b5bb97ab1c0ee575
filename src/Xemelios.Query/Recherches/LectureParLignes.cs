using System.Globalization;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.Recherches;

/// <summary>A page of bulletins found by their lines, and its totals: one statement, which reads the lines once and keeps nothing of them.</summary>
internal static class LectureParLignes
{
    /// <summary>The totals of the whole result and the keys of a page, in the order asked for; what was found of each bulletin of the page
    /// is told to the perspective, which shows it.</summary>
    public static (TotauxDeResultat Totaux, List<long[]> Cles) Lire(
        PerspectiveDesBulletins perspective, RechercheQuestion question, IReadOnlyList<Colonne> colonnes, long debut, int taille)
    {
        perspective.SansGarder = true;
        var sommees = colonnes.Where(c => c.SeTotalise).ToList();
        var tri = question.Tri is null ? null : perspective.Trier(question.Tri);
        var (prealables, deTotaux) = perspective.Relations([.. sommees.SelectMany(c => c.Avec)]);
        var (_, dePage) = perspective.Relations(tri is null ? [] : [.. tri.Avec]);
        var sens = tri is null ? "" : $"o0 {(question.Decroissant ? "DESC" : "ASC")} NULLS LAST, ";
        // The totals come first: their row has no bulletin.
        var rangees = perspective.Demander($"""
            {prealables} {RechercheQuestion.RangsDAgents},
            page AS (
                SELECT b.id, b.lignes, b.montant_trouve, b.position, {(tri is null ? "NULL" : tri.Ordre ?? tri.Sql)} AS o0, rang_d_agent.rang AS o1, v.rang_du_fichier AS o2, b.ordre AS o3
                {dePage} JOIN rang_d_agent ON rang_d_agent.id = b.agent
                ORDER BY {sens}o1, o2, o3 LIMIT $taille OFFSET $debut)
            SELECT 0 AS rang, NULL AS id, sum(b.lignes) AS lignes, sum(b.montant_trouve) AS montant, NULL AS position, count(*) AS nombre{string.Concat(sommees.Select((c, i) => $", sum({c.Sql}) AS s{i}"))} {deTotaux}
            UNION ALL
            SELECT row_number() OVER (ORDER BY {sens}o1, o2, o3), id, lignes, montant_trouve, position, NULL{string.Concat(sommees.Select(_ => ", NULL"))} FROM page
            ORDER BY rang
            """).Avec("taille", taille).Avec("debut", debut).Lire(r =>
        {
            _ = r.Long();
            var trouve = new BulletinTrouve(r.Long() ?? 0, r.Long(), r.MontantOuNul(), r.Long());
            return (Trouve: trouve, Totaux: new TotauxDeResultat(r.Long() ?? 0, [.. colonnes.Select(c => c.SeTotalise ? r.Lire(c.Type) : null)])
            {
                LignesTrouvees = trouve.Lignes ?? 0, MontantTrouve = trouve.Montant,
            });
        });
        perspective.Retenir(rangees.Skip(1).Select(r => r.Trouve));
        return (rangees[0].Totaux, rangees.Skip(1).Select(r => new[] { r.Trouve.Id }).ToList());
    }
}

/// <summary>What was found of the lines of a bulletin; nothing when lines must not be there.</summary>
internal sealed record BulletinTrouve(long Id, long? Lignes, Montant? Montant, long? Position)
{
    /// <summary>A row of values.</summary>
    public string EnValeurs() => string.Create(
        CultureInfo.InvariantCulture,
        $"({Id}, {Ou(Lignes)}::INTEGER, {(Montant is { } m ? m.ToString() : "NULL")}::DECIMAL(18,2), {Ou(Position)}::INTEGER)");

    private static string Ou(long? nombre) => nombre?.ToString(CultureInfo.InvariantCulture) ?? "NULL";
}
