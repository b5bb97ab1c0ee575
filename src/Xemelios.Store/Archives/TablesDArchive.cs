using Xemelios.DuckDb;
using Xemelios.Store.Tables;

namespace Xemelios.Store.Archives;

/// <summary>What an archive file holds: the rows that left, and copies of the words and people that they name.</summary>
internal static class TablesDArchive
{
    /// <summary>The tables, as catalogs name the active one.</summary>
    public const string Actives = "paye";

    /// <summary>The dictionaries in an order in which each is needed by those before, with what the archive needs of them; $ stands for its catalog.</summary>
    public static readonly (string Table, string Condition)[] Dictionnaires =
    [
        ("modele_de_ligne", "id IN (SELECT modele FROM $.ligne)"),
        ("rubrique", "id IN (SELECT rubrique FROM $.modele_de_ligne UNION SELECT rubrique FROM $.total_de_rubrique)"),
        ("agent", "id IN (SELECT agent FROM $.paye_individuelle)"),
        ("mot", "id IN (SELECT unnest([statut, emploi, grade, service]) FROM $.agent UNION SELECT caisse FROM $.modele_de_ligne UNION SELECT statut FROM $.total_de_rubrique)"),
        ("employeur", "id IN (SELECT employeur FROM $.volume)"),
    ];

    /// <summary>Tables whose rows bear a key of their own that others never take again.</summary>
    public static readonly string[] ACles = ["paye_individuelle", "piece", "bordereau", "mandat"];

    // What is summed besides the rows, where there are amounts.
    private static readonly Dictionary<string, string> Sommes = new(StringComparer.Ordinal)
    {
        ["paye_individuelle"] = "sum(coalesce(net_a_payer, 0) + coalesce(brut_lignes, 0))",
        ["ligne"] = "sum(montant)",
        ["total_de_rubrique"] = "sum(montant)",
        ["repartition"] = "sum(montant)",
        ["ligne_de_mandat"] = "sum(coalesce(montant_ht, 0) + coalesce(montant_tva, 0))",
        ["volume"] = "sum(net_a_payer)",
    };

    /// <summary>Rows and sums of each table of facts of an archive.</summary>
    public static SortedDictionary<string, string> Totaux(DuckDbConnection connexion, string catalogue) => Lire(connexion, t => [$"{catalogue}.{t.Table}"]);

    /// <summary>Rows and sums of what is going to leave, together with what an archive holds already.</summary>
    public static SortedDictionary<string, string> TotauxAttendus(DuckDbConnection connexion, string? ancienne) => Lire(connexion, t =>
        ancienne is null ? [$"{Actives}.{t.Table} WHERE {t.Condition}"] : [$"{Actives}.{t.Table} WHERE {t.Condition}", $"{ancienne}.{t.Table}"]);

    private static SortedDictionary<string, string> Lire(DuckDbConnection connexion, Func<(string Table, string Condition), string[]> sources)
    {
        var totaux = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in Depart.Tables)
        {
            var parties = sources(table).Select(s => $"SELECT count(*) AS n, {Sommes.GetValueOrDefault(table.Table, "0")} AS s FROM {s}");
            using var commande = connexion.CreateCommand(
                $"SELECT sum(n)::VARCHAR, coalesce(sum(s), 0)::DECIMAL(38,2)::VARCHAR FROM ({string.Join(" UNION ALL ", parties)})");
            using var lecteur = commande.ExecuteReader();
            lecteur.Read();
            totaux.Add(table.Table, Sommes.ContainsKey(table.Table) ? $"{lecteur.GetString(0)} {lecteur.GetString(1)}" : lecteur.GetString(0));
        }

        return totaux;
    }
}
