namespace Xemelios.Query.EtatsLiquidatifs;

/// <summary>Puts together the relations from which the rows of an état are summed: bulletins, lines, shares of budgets.</summary>
/// <param name="contenus">The files of the état, as they stand in a statement.</param>
/// <param name="axes">The axes on bulletins, in order.</param>
/// <param name="parStatut">The same rubrique goes to several rows according to the statut of the agent.</param>
internal sealed class SqlDEtat(string contenus, IReadOnlyList<AxeDEtat> axes, bool parStatut)
{
    private const string Sommes = """
        sum(x.lignes) AS lignes, sum(x.brut) AS brut, sum(x.retenues) AS retenues, sum(x.cotisations) AS cotisations,
        sum(x.avantages) AS avantages, sum(x.autres) AS autres, sum(x.arrondi) AS arrondi
        """;

    private bool Partage => axes.Contains(AxeDEtat.Budget);

    private string Cles => string.Concat(axes.Select((_, i) => $"b.k{i}, "));

    /// <summary>Rows whose every axis is on bulletins: those without lines are there too, with what they declare.</summary>
    public string ParBulletin(IReadOnlyList<string> conditions, bool avecLignes) => $"""
        , {(avecLignes ? $"{Lignes}, " : $"{Bulletins}, ")} choix AS (SELECT * FROM b {Ou(conditions)})
        SELECT {Cles} max(b.libelle), count(*), {(avecLignes ? Sommes : "0, NULL, NULL, NULL, NULL, NULL, NULL")},
               sum(b.brut), sum(b.net), sum(b.net_a_payer), max(b.nom), max(b.prenom)
        FROM choix b {(avecLignes ? $"LEFT JOIN x ON {Jointure}" : "")} GROUP BY {Cles.TrimEnd(' ', ',')}
        """;

    /// <summary>Rows of groups of rubriques, along bulletins.</summary>
    public string ParGroupe(IReadOnlyList<string> conditions) => $"""
        , {Lignes}, choix AS (SELECT * FROM b {Ou(conditions)})
        SELECT x.groupe, {Cles} max(b.libelle), count(*), {Sommes}
        FROM choix b JOIN x ON {Jointure} GROUP BY x.groupe{string.Concat(axes.Select((_, i) => $", b.k{i}"))}
        """;

    /// <summary>How many bulletins have lines of each group.</summary>
    public string Comptes => $"""
        , {(parStatut ? $"{Bulletins}, " : "")}{Modeles}
        SELECT groupe, count(*) FROM (SELECT m.groupe, l.bulletin {DepuisLesLignes()} AND m.groupe > 0 GROUP BY m.groupe, l.bulletin) GROUP BY groupe
        """;

    private string Jointure => Partage ? "x.bulletin = b.id AND x.budget = b.budget" : "x.bulletin = b.id";

    private string Bulletins => $"""
        {(Partage ? PartagesBudgetaires.Parts(contenus) + ", " : "")}b AS (
            SELECT p.id, coalesce(a.statut, -1) AS statut, a.nom, a.prenom, {string.Concat(axes.Select((a, i) => $"{a.CleSql()} AS k{i}, "))}
                   {(axes.Count == 0 ? "NULL" : axes[^1].LibelleSql())} AS libelle, {(Partage ? "coalesce(part.budget, v.budget) AS budget, " : "")}
                   {Declare("coalesce(p.brut, p.brut_lignes)")} AS brut, {Declare("p.net")} AS net, {Declare("p.net_a_payer")} AS net_a_payer
            FROM paye_individuelle p JOIN agent a ON a.id = p.agent JOIN volume_visible v ON v.contenu = p.contenu
            LEFT JOIN etablissement t ON t.contenu = p.contenu AND t.rang = p.etablissement
            LEFT JOIN mot statut ON statut.id = a.statut LEFT JOIN mot service ON service.id = a.service
            LEFT JOIN mot grade ON grade.id = a.grade LEFT JOIN mot emploi ON emploi.id = a.emploi
            {(Partage ? "LEFT JOIN part ON part.bulletin = p.id" : "")}
            WHERE p.contenu IN ({contenus}))
        """;

    // What a bulletin declares goes to its budgets as its lines do.
    private string Declare(string montant)
    {
        if (!Partage)
            return montant;
        var centimes = $"({montant} * 100)::BIGINT";
        var part = PartagesBudgetaires.Arrondi(centimes);
        var reste = $"CASE WHEN premier THEN {centimes} - sum({part}) OVER (PARTITION BY p.id) ELSE 0 END";
        return $"CASE WHEN coalesce(part.parts, 1) = 1 THEN {montant} ELSE {PartagesBudgetaires.EnEuros($"{part} + {reste}")} END";
    }

    private string Modeles => $"""
        cle AS (SELECT unnest($contenus) AS contenu, unnest($rubriques) AS rubrique, unnest($statuts) AS statut,
                       unnest($groupes) AS groupe, unnest($parts) AS part, unnest($signes) AS signe),
        m AS (SELECT c.*, q.id AS modele FROM cle c JOIN modele_de_ligne q ON q.rubrique = c.rubrique)
        """;

    private string DepuisLesLignes(string jointure = "") => $"""
        FROM ligne l {jointure} JOIN m ON m.modele = l.modele AND m.contenu = l.contenu
        {(parStatut ? $"JOIN {(Partage ? "(SELECT DISTINCT id, statut FROM b)" : "b")} s ON s.id = l.bulletin AND s.statut = m.statut" : "")}
        WHERE l.contenu IN ({contenus})
        """;

    private const string Signe = "CASE WHEN m.signe = -1 THEN -l.montant ELSE l.montant END";

    private string Lignes => Partage ? $"{Bulletins}, {Modeles}, {LignesPartagees}" : $"""
        {Bulletins}, {Modeles}, x AS (
            SELECT l.bulletin, m.groupe, count(*) AS lignes, {ParPart(Signe, "m.part")}, NULL AS arrondi
            {DepuisLesLignes()} AND m.groupe > 0 GROUP BY l.bulletin, m.groupe)
        """;

    // The lines of all the rubriques make the running sum, those of the rows asked for are kept after.
    private string LignesPartagees => $"""
        plusieurs AS (SELECT DISTINCT bulletin FROM part WHERE parts > 1),
        courue AS (
            SELECT l.bulletin, l.position, m.groupe, m.part AS sorte, (coalesce({Signe}, 0) * 100)::BIGINT AS centimes,
                   sum((coalesce({Signe}, 0) * 100)::BIGINT) OVER (PARTITION BY l.bulletin, m.part ORDER BY l.position ROWS UNBOUNDED PRECEDING) AS cumul
            {DepuisLesLignes()} AND l.bulletin IN (SELECT bulletin FROM plusieurs)),
        arrondie AS (
            SELECT c.*, part.budget, premier, {PartagesBudgetaires.Arrondi("c.cumul")} - {PartagesBudgetaires.Arrondi("(c.cumul - c.centimes)")} AS propre
            FROM courue c JOIN part ON part.bulletin = c.bulletin),
        portee AS (
            SELECT *, CASE WHEN premier THEN centimes - sum(propre) OVER (PARTITION BY bulletin, position) ELSE 0 END AS reste FROM arrondie),
        x AS (
            SELECT l.bulletin, coalesce(part.budget, v.budget) AS budget, m.groupe, count(*) AS lignes, {ParPart(Signe, "m.part")}, NULL::DECIMAL(38,2) AS arrondi
            {DepuisLesLignes("JOIN volume_visible v ON v.contenu = l.contenu LEFT JOIN part ON part.bulletin = l.bulletin")}
              AND m.groupe > 0 AND l.bulletin NOT IN (SELECT bulletin FROM plusieurs) GROUP BY ALL
            UNION ALL
            SELECT bulletin, budget, groupe, count(*), {ParPart(PartagesBudgetaires.EnEuros("propre + reste"), "sorte")},
                   sum({PartagesBudgetaires.EnEuros("reste")}) FILTER (sorte IN (1, 3))
            FROM portee WHERE groupe > 0 GROUP BY bulletin, budget, groupe)
        """;

    private static string ParPart(string montant, string part) => $"""
        sum({montant}) FILTER ({part} = 1) AS brut, sum({montant}) FILTER ({part} = 2) AS retenues, sum({montant}) FILTER ({part} = 3) AS cotisations,
        sum({montant}) FILTER ({part} = 4) AS avantages, sum({montant}) FILTER ({part} = 5) AS autres
        """;

    private static string Ou(IReadOnlyList<string> conditions) => conditions.Count == 0 ? "" : $"WHERE {string.Join(" AND ", conditions)}";
}
