using Xemelios.Domain.Habilitations;
using Xemelios.Import.Archivages;
using Xemelios.Store.Tables;

namespace Xemelios.Import.Tests.Archivages;

/// <summary>A folder with <see cref="QuatreAns"/> in it, on a day of June 2026: 2022 and 2023 are to be archived, 2024 and 2025 are not.</summary>
internal sealed class DossierArchive : IDisposable
{
    public static readonly TimeProvider Juin2026 = new HorlogeArretee(new DateTimeOffset(2026, 6, 15, 10, 0, 0, TimeSpan.Zero));

    public DossierArchive(ulong graine = 1)
    {
        Univers = new QuatreAns(graine);
        Univers.Importer(Dossier);
    }

    public DossierDEssai Dossier { get; } = new();

    public QuatreAns Univers { get; }

    public string Siret => Univers.Sirets[0];

    public JournalTenu Journal { get; } = new();

    public Archivage Archivage => new(Dossier.Entrepot, Juin2026);

    public static Acte Acte(string motif = "essai") => new(NatureDActe.Archivage, "comptable", "essai", "archiver") { Motif = motif };

    public PlanDArchivage Archiver(ExerciceAArchiver cible) => Archivage.Executer(cible, Acte(), Journal);

    public void ToutArchiver()
    {
        foreach (var du in Archivage.Exercices().Where(e => e.EstDu).Select(e => e.Present).ToList())
            Archiver(new ExerciceAArchiver(du.Siret, du.Exercice, du.Budget));
    }

    /// <summary>Rows of every table of facts, in the active base or with the archives.</summary>
    public SortedDictionary<string, long> Comptes(bool archives)
    {
        using var connexion = Dossier.Entrepot.Connecter(archives);
        var comptes = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in Tables(connexion))
        {
            using var commande = connexion.CreateCommand($"SELECT count(*) FROM {table}");
            comptes.Add(table, (long)commande.ExecuteScalar()!);
        }

        return comptes;
    }

    public List<object?[]> Lire(string sql, bool archives)
    {
        using var connexion = Dossier.Entrepot.Connecter(archives);
        using var commande = connexion.CreateCommand(sql);
        using var lecteur = commande.ExecuteReader();
        var lignes = new List<object?[]>();
        while (lecteur.Read())
            lignes.Add([.. Enumerable.Range(0, lecteur.FieldCount).Select(i => lecteur.IsDBNull(i) ? null : lecteur.GetValue(i))]);
        return lignes;
    }

    public string[] FichiersDArchive() => [.. Directory.EnumerateFiles(Path.Combine(Dossier.Donnees, "archives"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    public void Dispose() => Dossier.Dispose();

    private static List<string> Tables(DuckDb.DuckDbConnection connexion)
    {
        using var commande = connexion.CreateCommand(
            "SELECT table_name FROM duckdb_tables() WHERE NOT temporary AND database_name = 'paye' AND table_name NOT IN ('version_du_schema', 'contenu_archive', 'cle_archivee')");
        using var lecteur = commande.ExecuteReader();
        var tables = new List<string>();
        while (lecteur.Read())
            tables.Add(lecteur.GetString(0));
        return tables;
    }

    internal sealed class JournalTenu : IJournal
    {
        public bool EnPanne { get; set; }

        public List<Acte> Ecrits { get; } = [];

        public void Ecrire(Acte acte)
        {
            if (EnPanne)
                throw new JournalIndisponibleException();
            Ecrits.Add(acte);
        }
    }

    private sealed class HorlogeArretee(DateTimeOffset instant) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => instant;
    }
}
