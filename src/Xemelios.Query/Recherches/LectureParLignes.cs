using System.Globalization;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.Recherches;

/// <summary>A page of bulletins found by their lines, and its totals: one statement, which reads the lines once and keeps nothing of them.</summary>
internal static class LectureParLignes
{
    private const string Lignes = "lignes_trouvees";
    private const string Montant = "montant_trouve";

    /// <summary>How many descriptions of agents are looked at for each row up to the end of the page, before all of them are.</summary>
    private const long DescriptionsParRangee = 4;

    /// <summary>The lines found, their sum, and the page with what was found of each bulletin: as counted for every bulletin, or from the lines.</summary>
    private static readonly (string Lignes, string Montant, string Page) DejaComptees = ("sum(b.lignes)", "sum(b.montant_trouve)", "page t");

    private static readonly (string Lignes, string Montant, string Page) CompteesApresCoup = (
        $"(SELECT count(*) FROM {PerspectiveDesBulletins.Lue})", $"(SELECT sum(montant) FROM {PerspectiveDesBulletins.Lue})", $"""
        page JOIN (SELECT bulletin, count(*) AS lignes, sum(montant) AS montant, min(position) AS position
                   FROM {PerspectiveDesBulletins.Lue} WHERE bulletin IN (SELECT id FROM page) GROUP BY bulletin) t ON t.bulletin = page.id
        """);

    /// <summary>The totals of the whole result and the keys of a page, in the order asked for; what was found of each bulletin of the page
    /// is told to the perspective, which shows it.</summary>
    public static (TotauxDeResultat Totaux, List<long[]> Cles) Lire(
        PerspectiveDesBulletins perspective, RechercheQuestion question, IReadOnlyList<Colonne> colonnes, long debut, int taille)
    {
        perspective.SansGarder = true;
        // Counting lines by bulletin costs as much as finding them: where no order needs it, it is done for the page alone.
        perspective.SansCompter = perspective.CompteApresCoup && question.Tri is not (Lignes or Montant);
        var parmiLesPremiers = perspective.SansCompter && question.Tri is null;
        var (totaux, page) = Lire(perspective, question, colonnes, debut, taille, parmiLesPremiers);
        if (parmiLesPremiers && page.Count < Math.Min(taille, totaux.Nombre - debut))
            (totaux, page) = Lire(perspective, question, colonnes, debut, taille, parmiLesPremiers: false);
        perspective.Retenir(page);
        return (totaux, page.ConvertAll(t => new[] { t.Id }));
    }

    private static (TotauxDeResultat Totaux, List<BulletinTrouve> Page) Lire(
        PerspectiveDesBulletins perspective, RechercheQuestion question, IReadOnlyList<Colonne> colonnes, long debut, int taille, bool parmiLesPremiers)
    {
        var sommees = colonnes.Where(c => c.SeTotalise).ToList();
        var tri = question.Tri is null ? null : perspective.Trier(question.Tri);
        var (prealables, deTotaux) = perspective.Relations([.. sommees.SelectMany(c => c.Avec)]);
        var dePage = PerspectiveDesBulletins.Depuis(tri is null ? [] : [.. tri.Avec], parmiLesPremiers ? "premiers" : "resultat");
        var sens = tri is null ? "" : $"o0 {(question.Decroissant ? "DESC" : "ASC")} NULLS LAST, ";
        var (nombre, montant, page) = perspective.SansCompter ? CompteesApresCoup : DejaComptees;
        string Somme(Colonne colonne) => colonne.Cle switch { Lignes => nombre, Montant => montant, _ => $"sum({colonne.Sql})" };
        // The totals come first: their row has no bulletin.
        var rangees = perspective.Demander($"""
            {prealables} {RechercheQuestion.RangsDAgents},
            {(parmiLesPremiers ? perspective.Premiers((debut + taille) * DescriptionsParRangee) + "," : "")}
            page AS MATERIALIZED (
                SELECT b.id, b.lignes, b.montant_trouve AS montant, b.position, {(tri is null ? "NULL" : tri.Ordre ?? tri.Sql)} AS o0, rang_d_agent.rang AS o1, v.rang_du_fichier AS o2, b.ordre AS o3
                {dePage} JOIN rang_d_agent ON rang_d_agent.id = b.agent
                ORDER BY {sens}o1, o2, o3 LIMIT $taille OFFSET $debut)
            SELECT 0 AS rang, NULL AS id, {nombre} AS lignes, {montant} AS montant, NULL AS position, count(*) AS nombre{string.Concat(sommees.Select((c, i) => $", {Somme(c)} AS s{i}"))} {deTotaux}
            UNION ALL
            SELECT row_number() OVER (ORDER BY {sens}o1, o2, o3), id, t.lignes, t.montant, t.position, NULL{string.Concat(sommees.Select(_ => ", NULL"))} FROM {page}
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
        return (rangees[0].Totaux, [.. rangees.Skip(1).Select(r => r.Trouve)]);
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
