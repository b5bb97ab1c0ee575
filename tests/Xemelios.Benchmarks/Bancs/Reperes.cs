using System.Security.Cryptography;
using System.Xml;
using Microsoft.Data.Sqlite;
using Xemelios.Benchmarks.Donnees;
using Xemelios.DuckDb;

namespace Xemelios.Benchmarks.Bancs;

/// <summary>What the import is compared with: each does one part of its work, bare.</summary>
internal sealed class Reperes(Atelier atelier, FichiersDePaye fichiers)
{
    public void Hacher()
    {
        using var flux = File.OpenRead(fichiers.Gros);
        SHA256.HashData(flux);
    }

    public void ParcourirLeXml()
    {
        using var flux = File.OpenRead(fichiers.Gros);
        using var lecteur = XmlReader.Create(flux, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, IgnoreWhitespace = true });
        while (lecteur.Read())
        {
        }
    }

    /// <summary>The pay lines, from text that DuckDB reads by itself to a table on disk.</summary>
    public void LireLeCsvParDuckDb()
    {
        var csv = fichiers.LignesEnCsv;
        var options = new DuckDbOptions(2048, Environment.ProcessorCount) { ReadsFiles = true };
        using var tables = DuckDbDatabase.Open(Path.Combine(atelier.DossierNeuf("repere-duckdb"), "lignes.duckdb"), options);
        using var connexion = tables.Connect();
        connexion.Execute($$"""
            CREATE TABLE ligne AS SELECT * FROM read_csv('{{csv}}', header = true, columns = {
                'bulletin': 'INTEGER', 'position': 'INTEGER', 'categorie': 'UTINYINT', 'code': 'VARCHAR', 'libelle': 'VARCHAR', 'caisse': 'VARCHAR',
                'base': 'DECIMAL(18,4)', 'taux': 'DECIMAL(18,4)', 'unites': 'DECIMAL(18,4)', 'montant': 'DECIMAL(14,2)',
                'debut': 'DATE', 'fin': 'DATE', 'ordre': 'VARCHAR'})
            """);
        connexion.Execute("CHECKPOINT");
    }

    /// <summary>One document for each distinct agent, in one transaction.</summary>
    public void IndexerParFts5()
    {
        using var connexion = new SqliteConnection($"Data Source={Path.Combine(atelier.DossierNeuf("repere-fts5"), "agents.db")};Pooling=False");
        connexion.Open();
        Executer(connexion, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
        Executer(connexion, "CREATE VIRTUAL TABLE agent USING fts5(matricule, nom, prenom, emploi, grade, service, tokenize = 'unicode61 remove_diacritics 2')");
        using var transaction = connexion.BeginTransaction();
        using var ajout = connexion.CreateCommand();
        ajout.CommandText = "INSERT INTO agent VALUES ($0, $1, $2, $3, $4, $5)";
        var valeurs = Enumerable.Range(0, 6).Select(i => ajout.Parameters.Add($"${i}", SqliteType.Text)).ToArray();
        foreach (var agent in File.ReadLines(fichiers.Agents))
        {
            var mots = agent.Split('\t');
            for (var i = 0; i < valeurs.Length; i++)
                valeurs[i].Value = mots[i];
            ajout.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private static void Executer(SqliteConnection connexion, string sql)
    {
        using var commande = connexion.CreateCommand();
        commande.CommandText = sql;
        commande.ExecuteNonQuery();
    }
}
