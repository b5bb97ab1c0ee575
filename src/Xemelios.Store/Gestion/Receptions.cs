using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Xemelios.Store.Gestion;

/// <summary>The arrivals of files, in gestion.db: the queue of the imports, and what a rebuild replays.</summary>
/// <remarks>Two statements on the way of every file: plain SQL, since building the model of an object mapper costs more than the
/// import of a small file (0.25 s of processor at each start).</remarks>
public sealed class Receptions
{
    private const string Table = """
        CREATE TABLE IF NOT EXISTS reception (
            Id INTEGER NOT NULL CONSTRAINT PK_reception PRIMARY KEY AUTOINCREMENT,
            Empreinte TEXT NOT NULL, Chemin TEXT NOT NULL, Nom TEXT NOT NULL, Dossier TEXT NULL, Octets INTEGER NOT NULL,
            RecuLe TEXT NOT NULL, Etat TEXT NOT NULL, Motif TEXT NULL, Poste TEXT NULL, Lot TEXT NULL, Budgets TEXT NULL);
        CREATE INDEX IF NOT EXISTS IX_reception_Empreinte ON reception (Empreinte);
        """;

    private readonly Lock _ecriture = new();
    private readonly string _connexion;

    internal Receptions(string fichier)
    {
        _connexion = new SqliteConnectionStringBuilder { DataSource = fichier, Pooling = false }.ConnectionString;
        Executer(Table + Suppressions.Tables + Archivages.Tables);
        // In this order: a copy takes the columns as they come.
        foreach (var colonne in (ReadOnlySpan<string>)["Poste", "Lot", "Budgets"])
        {
            if (!AUneColonne(colonne))
                Executer($"ALTER TABLE reception ADD COLUMN {colonne} TEXT NULL");
        }
    }

    /// <summary>Records arrivals, all together and in this order, and returns them with their keys.</summary>
    public IReadOnlyList<Reception> Ajouter(IReadOnlyList<Reception> receptions)
    {
        if (receptions.Count == 0)
            return [];
        lock (_ecriture)
            return Inserer(receptions);
    }

    /// <summary>Writes what became of files, all together.</summary>
    public void Conclure(params IReadOnlyList<(long Id, string Etat, string? Motif)> sorts)
    {
        lock (_ecriture)
            Modifier(sorts);
    }

    /// <summary>All arrivals, in their order.</summary>
    public IReadOnlyList<Reception> Lister() => Lire("");

    /// <summary>Those that were received and never read to the end, in their order.</summary>
    public IReadOnlyList<Reception> Inachevees() => Lire($"WHERE Etat = '{Reception.Recu}'");

    /// <summary>Forgets arrivals of files that were never read.</summary>
    public void Oublier(IReadOnlyCollection<long> jamaisLues)
    {
        lock (_ecriture)
            Executer($"DELETE FROM reception WHERE Etat = '{Reception.Recu}' AND Id IN ({string.Join(',', jamaisLues)})");
    }

    /// <summary>A copy of the arrivals, of the deletions and of the archivages in a new base: the journal beside them may weigh gigabytes.</summary>
    internal void Copier(string fichier)
    {
        _ = new Receptions(fichier);
        using var connexion = Ouvrir();
        using var commande = connexion.CreateCommand();
        commande.CommandText = "ATTACH $fichier AS double; INSERT INTO double.reception SELECT * FROM main.reception; INSERT INTO double.suppression SELECT * FROM main.suppression; "
            + "INSERT INTO double.element_supprime SELECT * FROM main.element_supprime; INSERT INTO double.archivage SELECT * FROM main.archivage; "
            + "INSERT INTO double.element_archive SELECT * FROM main.element_archive; DETACH double";
        commande.Parameters.AddWithValue("$fichier", fichier);
        commande.ExecuteNonQuery();
    }

    /// <summary>What became of the files, and of the archivages, in a copy where they were read again. Done twice, it changes nothing.</summary>
    internal void Reprendre(string copie)
    {
        using var connexion = Ouvrir();
        using var commande = connexion.CreateCommand();
        commande.CommandText = $"""
            ATTACH $copie AS refaite;
            BEGIN IMMEDIATE;
            UPDATE reception SET Etat = r.Etat, Motif = r.Motif FROM refaite.reception r
                WHERE r.Id = reception.Id AND reception.Etat NOT IN ('{Reception.Recu}', '{Reception.Supprime}');
            UPDATE archivage SET Faite = a.Faite, Fichier = a.Fichier, Empreinte = a.Empreinte, Octets = a.Octets, Totaux = a.Totaux
                FROM refaite.archivage a WHERE a.Id = archivage.Id;
            COMMIT;
            DETACH refaite
            """;
        commande.Parameters.AddWithValue("$copie", copie);
        commande.ExecuteNonQuery();
    }

    private List<Reception> Inserer(IReadOnlyList<Reception> receptions)
    {
        using var connexion = Ouvrir();
        using var transaction = connexion.BeginTransaction();
        var inserees = receptions.Select(r => r with { Id = Inserer(connexion, r) }).ToList();
        transaction.Commit();
        return inserees;
    }

    private static long Inserer(SqliteConnection connexion, Reception reception)
    {
        using var commande = connexion.CreateCommand();
        commande.CommandText = """
            INSERT INTO reception (Empreinte, Chemin, Nom, Dossier, Octets, RecuLe, Etat, Motif, Poste, Lot, Budgets)
            VALUES ($empreinte, $chemin, $nom, $dossier, $octets, $recuLe, $etat, $motif, $poste, $lot, $budgets) RETURNING Id
            """;
        commande.Parameters.AddWithValue("$empreinte", reception.Empreinte);
        commande.Parameters.AddWithValue("$chemin", reception.Chemin);
        commande.Parameters.AddWithValue("$nom", reception.Nom);
        commande.Parameters.AddWithValue("$dossier", (object?)reception.Dossier ?? DBNull.Value);
        commande.Parameters.AddWithValue("$octets", reception.Octets);
        commande.Parameters.AddWithValue("$recuLe", reception.RecuLe);
        commande.Parameters.AddWithValue("$etat", reception.Etat);
        commande.Parameters.AddWithValue("$motif", (object?)reception.Motif ?? DBNull.Value);
        commande.Parameters.AddWithValue("$poste", (object?)reception.Poste ?? DBNull.Value);
        commande.Parameters.AddWithValue("$lot", (object?)reception.Lot ?? DBNull.Value);
        commande.Parameters.AddWithValue("$budgets", (object?)reception.Budgets?.Ecrire() ?? DBNull.Value);
        return (long)commande.ExecuteScalar()!;
    }

    private void Modifier(IReadOnlyList<(long Id, string Etat, string? Motif)> sorts)
    {
        using var connexion = Ouvrir();
        using var transaction = connexion.BeginTransaction();
        using var commande = connexion.CreateCommand();
        commande.CommandText = "UPDATE reception SET Etat = $etat, Motif = $motif WHERE Id = $id";
        foreach (var (id, etat, motif) in sorts)
        {
            commande.Parameters.Clear();
            commande.Parameters.AddWithValue("$id", id);
            commande.Parameters.AddWithValue("$etat", etat);
            commande.Parameters.AddWithValue("$motif", (object?)motif ?? DBNull.Value);
            commande.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private List<Reception> Lire(string condition)
    {
        using var connexion = Ouvrir();
        using var commande = connexion.CreateCommand();
        commande.CommandText = $"SELECT Id, Empreinte, Chemin, Nom, Dossier, Octets, RecuLe, Etat, Motif, Poste, Lot, Budgets FROM reception {condition} ORDER BY Id";
        using var lecteur = commande.ExecuteReader();
        var lues = new List<Reception>();
        while (lecteur.Read())
        {
            lues.Add(new Reception
            {
                Id = lecteur.GetInt64(0), Empreinte = lecteur.GetString(1), Chemin = lecteur.GetString(2), Nom = lecteur.GetString(3),
                Dossier = lecteur.IsDBNull(4) ? null : lecteur.GetString(4), Octets = lecteur.GetInt64(5),
                RecuLe = DateTime.SpecifyKind(DateTime.Parse(lecteur.GetString(6), CultureInfo.InvariantCulture), DateTimeKind.Utc),
                Etat = lecteur.GetString(7), Motif = lecteur.IsDBNull(8) ? null : lecteur.GetString(8),
                Poste = lecteur.IsDBNull(9) ? null : lecteur.GetString(9), Lot = lecteur.IsDBNull(10) ? null : lecteur.GetString(10),
                Budgets = BudgetsDonnes.Lire(lecteur.IsDBNull(11) ? null : lecteur.GetString(11)),
            });
        }

        return lues;
    }

    // A folder made before arrivals knew it.
    private bool AUneColonne(string nom)
    {
        using var connexion = Ouvrir();
        using var commande = connexion.CreateCommand();
        commande.CommandText = "SELECT count(*) FROM pragma_table_info('reception') WHERE name = $nom";
        commande.Parameters.AddWithValue("$nom", nom);
        return (long)commande.ExecuteScalar()! > 0;
    }

    private void Executer(string ordres)
    {
        using var connexion = Ouvrir();
        using var commande = connexion.CreateCommand();
        commande.CommandText = ordres;
        commande.ExecuteNonQuery();
    }

    private SqliteConnection Ouvrir()
    {
        var connexion = new SqliteConnection(_connexion);
        connexion.Open();
        return connexion;
    }
}
