using System.Data.Common;
using System.Globalization;
using System.Text.Json.Nodes;
using Xemelios.Benchmarks.Donnees;
using Xemelios.Benchmarks.Mesures;
using Xemelios.Benchmarks.Rapports;
using Xemelios.DuckDb;
using Xemelios.Import;
using Xemelios.Import.Xhl;
using Xemelios.Store;
using Xemelios.Store.Tables;

namespace Xemelios.Benchmarks.Bancs;

/// <summary>The large file imported by the product and by the general reader alone: to the cent, both must say the same.</summary>
internal sealed class BancDeTotaux(Atelier atelier, int bulletins)
{
    private const string Ou = "processus de mesure";

    // Kept in full in the result, or compared whole where they are many rows.
    private static readonly (string Nom, bool EnEntier, string Sql)[] Totaux =
    [
        ("volumes", true, "SELECT e.siret, v.periode, v.budget, v.train, v.bulletins, v.lignes, v.agents, v.brut, v.net, v.net_a_payer FROM volume v JOIN employeur e ON e.id = v.employeur"),
        ("bulletins", true, "SELECT count(*), sum(brut), sum(net), sum(net_a_payer), sum(imposable), sum(cumul_imposable), sum(cumul_brut), sum(cumul_base_ss), sum(brut_lignes), sum(traitement), sum(heures_total), sum(heures_sup) FROM bulletin"),
        ("lignes", true, "SELECT count(*), count(montant_ecrit), sum(montant_ecrit), sum(montant), sum(base), sum(taux), sum(unites) FROM ligne_de_paye"),
        ("repartition", true, "SELECT count(*), sum(montant) FROM repartition"),
        ("totaux par rubrique et statut", false, "SELECT r.categorie, r.code, r.libelle, r.element, s.texte, t.lignes, t.non_nulles, t.montant FROM total_de_rubrique t JOIN rubrique r ON r.id = t.rubrique LEFT JOIN mot s ON s.id = t.statut"),
        ("lignes par rubrique et statut", false, "SELECT l.categorie, l.code, l.libelle, s.texte, count(*), sum(l.montant_ecrit), sum(l.montant), sum(l.base) FROM ligne_de_paye l LEFT JOIN mot s ON s.id = l.statut GROUP BY ALL"),
        ("lignes par nature", false, "SELECT nature, est_brut, est_retenue, est_cotisation, count(*), sum(montant) FROM ligne_de_paye GROUP BY ALL"),
    ];

    public void Mesurer()
    {
        var fichier = new FichiersDePaye(atelier, bulletins).Gros;
        var (produit, duProduit) = Importer("produit", fichier, null);
        var (general, duGeneral) = Importer("general", fichier, new XmlXhlReader());
        var ecarts = produit.Where(p => !JsonNode.DeepEquals(p.Value, general[p.Key])).Select(p => p.Key).ToList();
        var identiques = ecarts.Count == 0;
        atelier.Publier(
            "totaux", new Dictionary<string, long> { ["bulletins"] = bulletins, ["octets"] = new FileInfo(fichier).Length },
            [new("totaux du produit et du lecteur général, au centime près", identiques ? "identiques" : "différents", "identiques", identiques)],
            [Statistiques.EnMesure("import par le produit", Ou, [duProduit]), Statistiques.EnMesure("import par le lecteur général", Ou, [duGeneral], duProduit.Secondes)],
            new JsonObject { ["identiques"] = identiques, ["ecarts"] = new JsonArray([.. ecarts.Select(e => JsonValue.Create(e))]), ["produit"] = produit, ["lecteurGeneral"] = general });
        if (!identiques)
            throw new InvalidOperationException($"Les deux lecteurs ne disent pas la même chose : {string.Join(", ", ecarts)}.");
    }

    private (JsonObject Dits, Releve Releve) Importer(string nom, string fichier, IXhlReader? lecteur)
    {
        Console.WriteLine($"Import : {nom}");
        using var entrepot = Entrepot.Ouvrir(atelier.DossierNeuf($"donnees-totaux-{nom}"));
        var releve = DansLeProcessus.Mesurer(() => new ImportJob(entrepot, TimeProvider.System) { SeulLecteur = lecteur }.Importer([fichier], null, CancellationToken.None));
        return (Relever(entrepot), releve);
    }

    private static JsonObject Relever(Entrepot entrepot)
    {
        using var connexion = entrepot.Connecter();
        var dits = new JsonObject();
        foreach (var (nom, enEntier, sql) in Totaux)
        {
            var rangees = Lire(connexion, sql);
            dits[nom] = enEntier
                ? new JsonArray([.. rangees.Select(r => new JsonArray([.. r.Select(v => JsonValue.Create(v))]))])
                : new JsonObject { ["rangees"] = rangees.Count, ["empreinte"] = Empreinte(rangees) };
        }

        var empreintes = EmpreinteLogique.Calculer(entrepot);
        dits["tables"] = new JsonObject(empreintes.Select(e => KeyValuePair.Create(e.Key.Length == 0 ? "ensemble" : e.Key, (JsonNode?)e.Value)));
        return dits;
    }

    private static List<string?[]> Lire(DuckDbConnection connexion, string sql)
    {
        using var commande = connexion.CreateCommand($"SELECT * FROM ({sql}) ORDER BY ALL");
        using DbDataReader lecteur = commande.ExecuteReader();
        var rangees = new List<string?[]>();
        while (lecteur.Read())
            rangees.Add([.. Enumerable.Range(0, lecteur.FieldCount).Select(i => lecteur.IsDBNull(i) ? null : Convert.ToString(lecteur.GetValue(i), CultureInfo.InvariantCulture))]);
        return rangees;
    }

    private static string Empreinte(List<string?[]> rangees) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(
        System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(rangees)));
}
