using Microsoft.Data.Sqlite;

namespace Xemelios.Store.Gestion;

/// <summary>Where a long work stands; written by name.</summary>
public enum EtatDeTravail
{
    /// <summary>It waits for somebody to say yes.</summary>
    AConfirmer,

    /// <summary>It waits for its turn, or runs: after a restart it is taken up.</summary>
    EnAttente,
    Termine,
    Annule,
    Echoue,
}

/// <summary>A work too long to wait for: an import, a large export, a reconstruction of the base.</summary>
/// <param name="Id">In order of creation.</param>
/// <param name="Sorte">What does it: <see cref="Import"/>, <see cref="Export"/>, <see cref="Reconstruction"/>.</param>
/// <param name="Libelle">In French, without any personal data.</param>
/// <param name="Parametres">What it needs to be begun again, as JSON; emptied once it is over.</param>
public sealed record Travail(string Id, string Sorte, string Libelle, string Parametres, DateTimeOffset CreeLe)
{
    public const string Import = "import";
    public const string Export = "export";
    public const string Reconstruction = "reconstruction";

    /// <summary>The account of whoever asked; null for the machine.</summary>
    public string? Compte { get; init; }

    /// <summary>Code of the poste in which he worked.</summary>
    public string? Poste { get; init; }

    public EtatDeTravail Etat { get; init; } = EtatDeTravail.EnAttente;

    /// <summary>What came of it, in French: sentences, one a line, or the name of the file to take.</summary>
    public string? Resultat { get; init; }

    public DateTimeOffset? FiniLe { get; init; }

    /// <summary>Whoever asked knows how it ended.</summary>
    public bool Vu { get; init; }

    public bool EstFini => Etat is EtatDeTravail.Termine or EtatDeTravail.Annule or EtatDeTravail.Echoue;
}

/// <summary>The long works, in gestion.db: a queue that outlives the process.</summary>
public sealed class Travaux(string fichier) : TablesDeGestion(fichier, Tables)
{
    private const string Tables = """
        CREATE TABLE IF NOT EXISTS travail (
            Id TEXT NOT NULL PRIMARY KEY, Sorte TEXT NOT NULL, Libelle TEXT NOT NULL, Parametres TEXT NOT NULL, CreeLe TEXT NOT NULL,
            Compte TEXT NULL, Poste TEXT NULL, Etat TEXT NOT NULL, Resultat TEXT NULL, FiniLe TEXT NULL, Vu INTEGER NOT NULL);
        CREATE INDEX IF NOT EXISTS travail_par_compte ON travail (Compte, Poste)
        """;

    private const string Colonnes = "Id, Sorte, Libelle, Parametres, CreeLe, Compte, Poste, Etat, Resultat, FiniLe, Vu";

    private const string DeLaPersonne = "Compte IS $compte AND Poste IS $poste";

    /// <summary>Writes a work, or what it has become.</summary>
    public void Poser(Travail t) => Executer(
        $"INSERT OR REPLACE INTO travail ({Colonnes}) VALUES ($id, $sorte, $libelle, $parametres, $cree, $compte, $poste, $etat, $resultat, $fini, $vu)",
        ("id", t.Id), ("sorte", t.Sorte), ("libelle", t.Libelle), ("parametres", t.Parametres), ("cree", EnTexte(t.CreeLe)), ("compte", t.Compte), ("poste", t.Poste),
        ("etat", t.Etat.ToString()), ("resultat", t.Resultat), ("fini", t.FiniLe is { } fini ? EnTexte(fini) : null), ("vu", t.Vu ? 1 : 0));

    /// <summary>A work that goes without a trace.</summary>
    public void Oublier(string id) => Executer("DELETE FROM travail WHERE Id = $id", ("id", id));

    public Travail? Trouver(string id) => Lire($"SELECT {Colonnes} FROM travail WHERE Id = $id", Lu, ("id", id)).SingleOrDefault();

    /// <summary>Those of a kind that are not over, in their order.</summary>
    public IReadOnlyList<Travail> Inacheves(string sorte) =>
        Lire($"SELECT {Colonnes} FROM travail WHERE Sorte = $sorte AND Etat IN ('AConfirmer', 'EnAttente') ORDER BY Id", Lu, ("sorte", sorte));

    /// <summary>Those that a person asked for in his poste, latest first.</summary>
    public IReadOnlyList<Travail> De(string? compte, string? poste, int nombre) =>
        Lire($"SELECT {Colonnes} FROM travail WHERE {DeLaPersonne} ORDER BY CreeLe DESC, Id DESC LIMIT {nombre}", Lu, ("compte", compte), ("poste", poste));

    /// <summary>Whoever asked has seen how it ended.</summary>
    public void MarquerVu(string id, string? compte, string? poste) =>
        Executer($"UPDATE travail SET Vu = 1 WHERE Id = $id AND FiniLe IS NOT NULL AND {DeLaPersonne}", ("id", id), ("compte", compte), ("poste", poste));

    /// <summary>Exports that ended before this moment: their files are kept no longer.</summary>
    public IReadOnlyList<Travail> ExportsFinisAvant(DateTimeOffset limite) =>
        Lire($"SELECT {Colonnes} FROM travail WHERE Sorte = '{Travail.Export}' AND FiniLe < $limite", Lu, ("limite", EnTexte(limite)));

    private static Travail Lu(SqliteDataReader l) => new(l.GetString(0), l.GetString(1), l.GetString(2), l.GetString(3), Date(l.GetString(4)))
    {
        Compte = Texte(l, 5), Poste = Texte(l, 6), Etat = Enum.Parse<EtatDeTravail>(l.GetString(7)), Resultat = Texte(l, 8),
        FiniLe = Texte(l, 9) is { } fini ? Date(fini) : null, Vu = l.GetBoolean(10),
    };
}
