using System.Globalization;
using System.Text;
using Xemelios.DuckDb;
using Xemelios.Store.Agents;

namespace Xemelios.Benchmarks.Recherche;

/// <summary>DuckDB reads all rows: one more column holds the folded words of the identity, jobs are matched in their own table first.</summary>
internal sealed class ParBalayage : IManiere
{
    public string Nom => "balayage par DuckDB";

    public void Preparer(string dossier, IReadOnlyList<DocumentDAgent> lignes) =>
        Ecrire(Fichier(dossier), connexion => TableDEssai.Remplir(connexion, lignes, plies: true));

    /// <summary>The column alone: the others are there whatever the search.</summary>
    public void Nourrir(string dossier, IReadOnlyList<DocumentDAgent> lignes) => Ecrire(Colonne(dossier), connexion =>
    {
        connexion.Execute("CREATE TABLE colonne (mots VARCHAR)");
        using var ajout = connexion.CreateAppender("colonne");
        foreach (var agent in lignes)
        {
            ajout.Text(Plier($"{agent.Matricule} {agent.Nom} {agent.Prenom}"));
            ajout.EndRow();
        }

        ajout.Close();
    });

    public long Octets(string dossier) => new FileInfo(Colonne(dossier)).Length;

    public IRechercheDAgents Ouvrir(string dossier) =>
        new Recherche(DuckDbDatabase.Open(Fichier(dossier), new DuckDbOptions(2048, 2)).Connect());

    public static string Plier(string texte) => string.Concat(
        texte.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)).ToLowerInvariant();

    private static string Fichier(string dossier) => Path.Combine(dossier, "balayage.duckdb");

    private static string Colonne(string dossier) => Path.Combine(dossier, "colonne.duckdb");

    private static void Ecrire(string fichier, Action<DuckDbConnection> ecrire)
    {
        using var ouverte = DuckDbDatabase.Open(fichier, new DuckDbOptions(2048, 2));
        using var connexion = ouverte.Connect();
        using (var transaction = connexion.BeginTransaction())
        {
            ecrire(connexion);
            transaction.Commit();
        }

        connexion.Execute("CHECKPOINT");
    }

    private sealed class Recherche(DuckDbConnection connexion) : IRechercheDAgents
    {
        public IReadOnlyList<AgentTrouve> Chercher(string texte, int limite, CancellationToken annulation)
        {
            var mots = Plier(texte).Split(' ');
            var strictes = mots.Select((mot, i) => Clause($"contains(' ' || mots || ' ', ' {mot}{(i < mots.Length - 1 ? " " : "")}')", $"contains(' ' || strip_accents(lower(texte)), ' {mot}')"));
            var trouves = Lire(string.Join(" AND ", strictes), limite);
            return trouves.Count > 0 ? trouves : Lire(string.Join(" AND ", mots.Select(Proche)), limite);
        }

        private static string Proche(string mot) => char.IsAsciiDigit(mot[0])
            ? $"ltrim(matricule, '0') = '{mot}'"
            : Clause($"len(list_filter(string_split(mots, ' '), m -> damerau_levenshtein(m, '{mot}') <= 1)) > 0", $"len(list_filter(string_split(strip_accents(lower(texte)), ' '), m -> damerau_levenshtein(m, '{mot}') <= 1)) > 0");

        private static string Clause(string identite, string mot)
        {
            var cles = $"(SELECT id FROM mot_essai WHERE {mot})";
            return $"({identite} OR emploi IN {cles} OR grade IN {cles} OR service IN {cles})";
        }

        private List<AgentTrouve> Lire(string condition, int limite)
        {
            using var commande = connexion.CreateCommand($"SELECT DISTINCT matricule, nom, prenom, emploi, grade, service FROM agent_essai WHERE {condition} LIMIT {limite}");
            using var lecteur = commande.ExecuteReader();
            var trouves = new List<AgentTrouve>();
            while (lecteur.Read())
                trouves.Add(new AgentTrouve(new DocumentDAgent("", lecteur.GetString(0), lecteur.GetString(1), lecteur.GetString(2), "", "", ""), 1));
            return trouves;
        }
    }
}
