using Microsoft.Data.Sqlite;

namespace Xemelios.Store.Gestion;

/// <summary>A file that was brought and that nobody has asked to read yet: its bytes are among the originals, it counts nowhere else.</summary>
public sealed record FichierDepose
{
    public long Id { get; init; }

    public required string Lot { get; init; }

    /// <summary>SHA-256 of the original.</summary>
    public required string Empreinte { get; init; }

    /// <inheritdoc cref="Reception.Chemin"/>
    public required string Chemin { get; init; }

    public required string Nom { get; init; }

    /// <inheritdoc cref="Reception.Dossier"/>
    public string? Dossier { get; init; }

    public required long Octets { get; init; }

    public required DateTimeOffset RecuLe { get; init; }

    /// <inheritdoc cref="Reception.Poste"/>
    public string? Poste { get; init; }

    /// <summary>What was recognised of it, as whoever looked at it wrote it.</summary>
    public string? Reconnu { get; init; }
}

/// <summary>The files of the batches that are not launched, in gestion.db. They become receptions when their batch is: a rebuild reads
/// files in the order in which they were read, not in that in which they came.</summary>
public sealed class Depots(string fichier) : TablesDeGestion(fichier, Tables)
{
    private const string Tables = """
        CREATE TABLE IF NOT EXISTS fichier_depose (
            Id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, Lot TEXT NOT NULL, Empreinte TEXT NOT NULL, Chemin TEXT NOT NULL, Nom TEXT NOT NULL,
            Dossier TEXT NULL, Octets INTEGER NOT NULL, RecuLe TEXT NOT NULL, Poste TEXT NULL, Reconnu TEXT NULL)
        """;

    /// <summary>Held while an original is taken away, and while a file is told of whose bytes were there already.</summary>
    public Lock Rangement { get; } = new();

    public void Ajouter(FichierDepose f) => Executer(
        "INSERT INTO fichier_depose (Lot, Empreinte, Chemin, Nom, Dossier, Octets, RecuLe, Poste, Reconnu) VALUES ($lot, $empreinte, $chemin, $nom, $dossier, $octets, $le, $poste, $reconnu)",
        ("lot", f.Lot), ("empreinte", f.Empreinte), ("chemin", f.Chemin), ("nom", f.Nom), ("dossier", f.Dossier), ("octets", f.Octets),
        ("le", EnTexte(f.RecuLe)), ("poste", f.Poste), ("reconnu", f.Reconnu));

    /// <summary>The files of a batch, in order of arrival.</summary>
    public IReadOnlyList<FichierDepose> DuLot(string lot) => Lire(
        "SELECT Id, Lot, Empreinte, Chemin, Nom, Dossier, Octets, RecuLe, Poste, Reconnu FROM fichier_depose WHERE Lot = $lot ORDER BY Id", Lu, ("lot", lot));

    /// <summary>The batches that have files here.</summary>
    public IReadOnlyList<string> Lots() => Lire("SELECT DISTINCT Lot FROM fichier_depose ORDER BY Lot", l => l.GetString(0));

    /// <summary>Some file that waits has this content.</summary>
    public bool Contient(string empreinte) => Lire("SELECT 1 FROM fichier_depose WHERE Empreinte = $empreinte LIMIT 1", _ => true, ("empreinte", empreinte)).Count > 0;

    /// <summary>The files of a batch have arrived, all together and in their order: they are to be read.</summary>
    /// <param name="budgets">What was answered for those that name no budget.</param>
    public void Lancer(string lot, BudgetsDonnes? budgets = null) => Executer(
        """
        BEGIN IMMEDIATE;
        INSERT INTO reception (Empreinte, Chemin, Nom, Dossier, Octets, RecuLe, Etat, Poste, Lot, Budgets)
            SELECT Empreinte, Chemin, Nom, Dossier, Octets, RecuLe, 'recu', Poste, Lot, $budgets FROM fichier_depose WHERE Lot = $lot ORDER BY Id;
        DELETE FROM fichier_depose WHERE Lot = $lot;
        COMMIT
        """, ("lot", lot), ("budgets", budgets?.Ecrire()));

    /// <summary>Forgets the files of a batch.</summary>
    public void Oublier(string lot) => Executer("DELETE FROM fichier_depose WHERE Lot = $lot", ("lot", lot));

    private static FichierDepose Lu(SqliteDataReader l) => new()
    {
        Id = l.GetInt64(0), Lot = l.GetString(1), Empreinte = l.GetString(2), Chemin = l.GetString(3), Nom = l.GetString(4), Dossier = Texte(l, 5),
        Octets = l.GetInt64(6), RecuLe = Date(l.GetString(7)), Poste = Texte(l, 8), Reconnu = Texte(l, 9),
    };
}
