using Xemelios.DuckDb;
using Xemelios.Store;
using Xemelios.Store.Agents;

namespace Xemelios.Benchmarks.Recherche;

/// <summary>The product's way: nothing at import; values and rows of numbers read from the tables when first asked.</summary>
internal sealed class EnMemoire : IManiere
{
    public string Nom => "index en mémoire";

    public void Nourrir(string dossier, IReadOnlyList<DocumentDAgent> lignes)
    {
    }

    public long Octets(string dossier) => 0;

    /// <summary>The tables as an import leaves them.</summary>
    public void Preparer(string dossier, IReadOnlyList<DocumentDAgent> lignes)
    {
        using var entrepot = Entrepot.Ouvrir(Donnees(dossier));
        using var connexion = entrepot.Connecter();
        TableDEssai.Remplir(connexion, lignes, plies: false);
        connexion.Execute("""
            INSERT INTO employeur BY NAME SELECT 1 AS id, '21990001200019' AS siret;
            INSERT INTO mot BY NAME SELECT id, 1 AS employeur, 2 AS sorte, texte FROM mot_essai;
            INSERT INTO agent BY NAME SELECT *, id AS empreinte1, id AS empreinte2 FROM agent_essai;
            DROP TABLE agent_essai; DROP TABLE mot_essai;
            CHECKPOINT
            """);
    }

    public IRechercheDAgents Ouvrir(string dossier) => Entrepot.Ouvrir(Donnees(dossier)).Agents;

    private static string Donnees(string dossier) => Path.Combine(dossier, "donnees");
}

/// <summary>Agents and the words of their jobs in two bare tables.</summary>
internal static class TableDEssai
{
    public static void Remplir(DuckDbConnection connexion, IReadOnlyList<DocumentDAgent> lignes, bool plies)
    {
        connexion.Execute($"""
            CREATE TABLE mot_essai (id INTEGER, texte VARCHAR);
            CREATE TABLE agent_essai (id INTEGER, employeur INTEGER, matricule VARCHAR, nom VARCHAR, prenom VARCHAR, emploi INTEGER, grade INTEGER, service INTEGER{(plies ? ", mots VARCHAR" : "")})
            """);
        var mots = new Dictionary<string, int>(StringComparer.Ordinal);
        using var ajout = connexion.CreateAppender("agent_essai");
        for (var i = 0; i < lignes.Count; i++)
        {
            var agent = lignes[i];
            ajout.Int32(i + 1);
            ajout.Int32(1);
            ajout.Text(agent.Matricule);
            ajout.Text(agent.Nom);
            ajout.Text(agent.Prenom);
            foreach (var mot in (ReadOnlySpan<string>)[agent.Emploi, agent.Grade, agent.Service])
            {
                mots.TryAdd(mot, mots.Count + 1);
                ajout.Int32(mots[mot]);
            }

            if (plies)
                ajout.Text(ParBalayage.Plier($"{agent.Matricule} {agent.Nom} {agent.Prenom}"));
            ajout.EndRow();
        }

        ajout.Close();
        using var ajoutDeMots = connexion.CreateAppender("mot_essai");
        foreach (var (texte, id) in mots)
        {
            ajoutDeMots.Int32(id);
            ajoutDeMots.Text(texte);
            ajoutDeMots.EndRow();
        }

        ajoutDeMots.Close();
    }
}
