using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Xemelios.Store;
using Xemelios.Web.Imports;
using Xemelios.Web.Travaux;

namespace Xemelios.Web.Tests.Security;

/// <summary>Everything that a request could have changed, as it stands: tables of gestion.db, tables of pay, batches of files.</summary>
internal static class EtatDuDossier
{
    /// <summary>What is written whoever asks, and even to refuse.</summary>
    private static readonly string[] DeToutesFacons = ["journal", "journal_tete", "journal_borne", "sqlite_sequence", "recherche_recente"];

    public static async Task<IReadOnlyDictionary<string, string>> LireAsync(DeuxPostes postes)
    {
        var file = postes.Service<FileDImports>();
        while (file.Travaille || postes.Service<FileDeReconstructions>().EstEnCours || postes.Service<Entrepot>().Travaux.Inacheves(Store.Gestion.Travail.Export).Count > 0)
            await Task.Delay(10);
        var etat = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["lots"] = string.Join(',', file.Derniers(3, _ => true).Select(s => $"{s.Lot} {s.Etat} {s.Recus}")),
            ["rapports"] = $"{new DirectoryInfo(Path.Combine(postes.Donnees, "imports")).GetFiles().Length}",
            ["tables de paye"] = $"{postes.Service<Entrepot>().Version}",
        };
        using var connexion = new SqliteConnection($"Data Source={Path.Combine(postes.Donnees, "gestion.db")};Pooling=False");
        connexion.Open();
        foreach (var table in Lire(connexion, "SELECT name FROM sqlite_master WHERE type = 'table'").Except(DeToutesFacons))
        {
            if (Lire(connexion, $"SELECT * FROM \"{table}\"", sauf: "VueLe") is { Count: > 0 } rangees)
                etat[table] = Empreinte(rangees);
        }

        etat["données remises"] = Lire(connexion, "SELECT count(*) FROM journal WHERE nature IN ('Revelation', 'Restitution')").Single();
        return etat;
    }

    private static List<string> Lire(SqliteConnection connexion, string sql, string? sauf = null)
    {
        using var commande = connexion.CreateCommand();
        commande.CommandText = sql;
        using var lecteur = commande.ExecuteReader();
        var lues = new List<string>();
        while (lecteur.Read())
            lues.Add(string.Join('|', Enumerable.Range(0, lecteur.FieldCount).Where(i => lecteur.GetName(i) != sauf).Select(i => lecteur.GetValue(i))));
        return lues;
    }

    private static string Empreinte(List<string> rangees) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rangees.Order(StringComparer.Ordinal)))));
}
