using Xemelios.DuckDb;
using Xemelios.Store.Gestion;
using Xemelios.Store.Tables;

namespace Xemelios.Store.Archives;

/// <summary>The two halves of a move to the archive base. Each can be done again.</summary>
public static class MiseEnArchive
{
    /// <summary>Writes the archive file, unless it is there already, and records it.</summary>
    public static ArchivageDecide Ecrire(Entrepot entrepot, ArchivageDecide archivage)
    {
        if (archivage.Fichier is not null && (entrepot.Archives.EstIntacte(archivage) || !EstEncoreDansLesTables(entrepot, archivage)))
            return archivage;
        using var connexion = entrepot.Connecter();
        Depart.Nommer(connexion, archivage.Elements);
        var fichier = entrepot.Archives.Construire(connexion, archivage.Siret, archivage.Exercice);
        entrepot.Archivages.Noter(archivage.Id, fichier);
        return archivage with { Fichier = fichier };
    }

    /// <summary>Takes out of the tables what the file holds.</summary>
    public static void Quitter(Entrepot entrepot, ArchivageDecide archivage)
    {
        var montrer = entrepot.Archives.Preparer(archivage);
        Effacement.EnUneFois(
            entrepot,
            connexion =>
            {
                Depart.Nommer(connexion, archivage.Elements);
                Retenir(connexion);
                Depart.Retirer(connexion);
            },
            montrer);
    }

    /// <summary>Keeps in the tables what later rows must know of those that go.</summary>
    private static void Retenir(DuckDbConnection connexion)
    {
        connexion.Execute("""
            INSERT INTO contenu_archive SELECT * FROM contenu
            WHERE id IN (SELECT contenu FROM part_contenu) AND id NOT IN (SELECT id FROM contenu_archive)
            """);
        foreach (var table in TablesDArchive.ACles)
        {
            var condition = Depart.Tables.First(t => t.Table == table).Condition;
            connexion.Execute($"INSERT INTO cle_archivee SELECT '{table}', max(id) FROM {table} WHERE {condition} HAVING max(id) IS NOT NULL");
        }

        // The rows that go are still there: what they name is found in the tables themselves.
        foreach (var (table, cles) in Nommes())
            connexion.Execute($"INSERT INTO cle_archivee SELECT DISTINCT '{table}', cle FROM ({cles}) WHERE cle IS NOT NULL AND cle NOT IN (SELECT cle FROM cle_archivee WHERE nom = '{table}')");
    }

    private static IEnumerable<(string Table, string Cles)> Nommes()
    {
        const string Part = "contenu IN (SELECT contenu FROM part_contenu)";
        const string Modeles = $"SELECT modele FROM ligne WHERE {Part}";
        const string Agents = $"SELECT agent FROM paye_individuelle WHERE {Part}";
        return
        [
            ("modele_de_ligne", $"SELECT modele AS cle FROM ligne WHERE {Part}"),
            ("rubrique", $"SELECT rubrique AS cle FROM modele_de_ligne WHERE id IN ({Modeles}) UNION SELECT rubrique FROM total_de_rubrique WHERE {Part}"),
            ("agent", $"SELECT agent AS cle FROM paye_individuelle WHERE {Part}"),
            ("mot", $"SELECT unnest([statut, emploi, grade, service]) AS cle FROM agent WHERE id IN ({Agents}) "
                + $"UNION SELECT caisse FROM modele_de_ligne WHERE id IN ({Modeles}) UNION SELECT statut FROM total_de_rubrique WHERE {Part}"),
            ("employeur", $"SELECT employeur AS cle FROM volume WHERE {Part}"),
        ];
    }

    private static bool EstEncoreDansLesTables(Entrepot entrepot, ArchivageDecide archivage)
    {
        using var connexion = entrepot.Connecter();
        Depart.Nommer(connexion, archivage.Elements);
        return Depart.Tables.Any(t =>
        {
            using var commande = connexion.CreateCommand($"SELECT EXISTS (FROM {t.Table} WHERE {t.Condition})");
            return (bool)commande.ExecuteScalar()!;
        });
    }
}
