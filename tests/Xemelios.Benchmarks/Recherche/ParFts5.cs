using Microsoft.Data.Sqlite;
using Xemelios.Store.Agents;

namespace Xemelios.Benchmarks.Recherche;

/// <summary>SQLite FTS5 with one document per distinct description, as lean as it gets: contentless, no positions (so no quoted
/// phrases), one prepared statement, one transaction, no journal.</summary>
internal sealed class ParFts5 : IManiere
{
    public string Nom => "FTS5";

    public void Preparer(string dossier, IReadOnlyList<DocumentDAgent> lignes)
    {
    }

    public void Nourrir(string dossier, IReadOnlyList<DocumentDAgent> lignes)
    {
        using var connexion = new SqliteConnection($"Data Source={Fichier(dossier)};Pooling=False");
        connexion.Open();
        Executer(connexion, """
            PRAGMA page_size = 16384; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;
            CREATE VIRTUAL TABLE agent USING fts5(matricule, nom, prenom, autres, content = '', columnsize = 0, detail = column, tokenize = 'unicode61 remove_diacritics 2');
            CREATE VIRTUAL TABLE mot USING fts5vocab(agent, row);
            INSERT INTO agent(agent, rank) VALUES ('automerge', 0), ('hashsize', 33554432);
            """);
        using var transaction = connexion.BeginTransaction();
        using var ajout = connexion.CreateCommand();
        ajout.CommandText = "INSERT INTO agent(rowid, matricule, nom, prenom, autres) VALUES ($1, $2, $3, $4, $5)";
        for (var i = 1; i <= 5; i++)
            ajout.Parameters.Add(new SqliteParameter($"${i}", null));
        var connus = new HashSet<DocumentDAgent>();
        for (var i = 0; i < lignes.Count; i++)
        {
            var agent = lignes[i];
            if (!connus.Add(agent))
                continue;
            object[] valeurs = [i + 1, agent.Matricule, agent.Nom, agent.Prenom, $"{agent.Emploi} {agent.Grade} {agent.Service}"];
            for (var v = 0; v < valeurs.Length; v++)
                ajout.Parameters[v].Value = valeurs[v];
            ajout.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    public long Octets(string dossier) => new FileInfo(Fichier(dossier)).Length;

    public IRechercheDAgents Ouvrir(string dossier)
    {
        var connexion = new SqliteConnection($"Data Source={Fichier(dossier)};Pooling=False;Mode=ReadOnly");
        connexion.Open();
        return new Recherche(connexion);
    }

    private static string Fichier(string dossier) => Path.Combine(dossier, "fts5.db");

    private static void Executer(SqliteConnection connexion, string sql)
    {
        using var commande = connexion.CreateCommand();
        commande.CommandText = sql;
        commande.ExecuteNonQuery();
    }

    /// <summary>Row numbers only: the tables would give the rest.</summary>
    private sealed class Recherche(SqliteConnection connexion) : IRechercheDAgents
    {
        private List<string>? _mots;

        public IReadOnlyList<AgentTrouve> Chercher(string texte, int limite, CancellationToken annulation)
        {
            var mots = ParBalayage.Plier(texte).Split(' ');
            var trouves = Lire(string.Join(" AND ", mots.Select((mot, i) => i == mots.Length - 1 ? $"({mot} OR {mot}*)" : mot)), limite);
            if (trouves.Count > 0)
                return trouves;
            _mots ??= [.. Termes()];
            var proches = mots.Select(mot => string.Join(" OR ", _mots.Where(t => SontProches(mot, t)).Append(mot))).ToList();
            return Lire(string.Join(" AND ", proches.Select(p => $"({p})")), limite);
        }

        private static bool SontProches(string mot, string terme) =>
            char.IsAsciiDigit(mot[0]) ? terme.TrimStart('0') == mot : FauteDeFrappe.Distance(mot, terme) <= 1;

        private IEnumerable<string> Termes()
        {
            using var commande = connexion.CreateCommand();
            commande.CommandText = "SELECT term FROM mot";
            using var lecteur = commande.ExecuteReader();
            while (lecteur.Read())
                yield return lecteur.GetString(0);
        }

        private List<AgentTrouve> Lire(string expression, int limite)
        {
            using var commande = connexion.CreateCommand();
            commande.CommandText = "SELECT rowid FROM agent WHERE agent MATCH $expression LIMIT $limite";
            commande.Parameters.AddWithValue("$expression", expression);
            commande.Parameters.AddWithValue("$limite", limite);
            var trouves = new List<AgentTrouve>();
            using var lecteur = commande.ExecuteReader();
            while (lecteur.Read())
                trouves.Add(new AgentTrouve(new DocumentDAgent("", $"{lecteur.GetInt64(0)}", "", "", "", "", ""), 1));
            return trouves;
        }
    }
}

/// <summary>Stand-in of the product's own: true neighbours only.</summary>
internal static class FauteDeFrappe
{
    /// <summary>0, 1 or more than one replaced, added or removed letter.</summary>
    public static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 1)
            return 2;
        var debut = a.AsSpan().CommonPrefixLength(b);
        var reste = a.AsSpan(debut);
        var autre = b.AsSpan(debut);
        if (reste.Length == autre.Length)
            return reste.Length == 0 ? 0 : reste[1..].SequenceEqual(autre[1..]) ? 1 : 2;
        return (reste.Length > autre.Length ? reste[1..].SequenceEqual(autre) : reste.SequenceEqual(autre[1..])) ? 1 : 2;
    }
}
