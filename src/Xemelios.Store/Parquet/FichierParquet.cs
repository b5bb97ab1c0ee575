using Xemelios.DuckDb;

namespace Xemelios.Store.Parquet;

/// <summary>The type of a column of Parquet.</summary>
public enum TypeParquet
{
    /// <summary>UTF-8.</summary>
    Texte,

    /// <summary>64 bits.</summary>
    Entier,

    /// <summary>DECIMAL(18,4).</summary>
    Nombre,

    /// <summary>DECIMAL(18,2).</summary>
    Montant,

    Date,
}

/// <summary>Makes a Parquet file: rows go into a database of its own, in memory, which writes the file and is forgotten.</summary>
/// <remarks>That database alone may reach files, in a folder made for it; beyond its memory, rows spill there.</remarks>
public sealed class FichierParquet : IDisposable
{
    private const int MemoireMiB = 256;

    private readonly string _dossier;
    private readonly DuckDbDatabase _base;
    private readonly DuckDbConnection _connexion;

    /// <param name="dossierTemporaire">Where the folder of the file is made, and removed.</param>
    public FichierParquet(string dossierTemporaire, IReadOnlyList<(string Nom, TypeParquet Type)> colonnes)
    {
        _dossier = Directory.CreateDirectory(Path.Combine(Path.GetFullPath(dossierTemporaire), "parquet-" + Guid.NewGuid().ToString("N"))).FullName;
        _base = DuckDbDatabase.Open(DuckDbDatabase.InMemory, new DuckDbOptions(MemoireMiB, 1, Path.Combine(_dossier, "tris")) { FilesIn = _dossier });
        _connexion = _base.Connect();
        _connexion.Execute($"CREATE TABLE export ({string.Join(", ", colonnes.Select(c => $"{Identifiant(c.Nom)} {Sql(c.Type)}"))})");
        Lignes = _connexion.CreateAppender("export");
    }

    /// <summary>Takes the rows, column by column in their order.</summary>
    public TableAppender Lignes { get; }

    /// <summary>Ends the rows and copies the file.</summary>
    /// <param name="metadonnees">Kept in the file beside the columns; NUL characters become U+FFFD.</param>
    public void Ecrire(IReadOnlyDictionary<string, string> metadonnees, Stream sortie)
    {
        Lignes.Close();
        var fichier = Path.Combine(_dossier, "export.parquet");
        var paires = string.Join(", ", metadonnees.Select(m => $"{Identifiant(m.Key)}: {Texte(m.Value)}"));
        _connexion.Execute($"COPY export TO {Texte(fichier)} (FORMAT parquet, COMPRESSION zstd, KV_METADATA {{{paires}}})");
        using var ecrit = File.OpenRead(fichier);
        ecrit.CopyTo(sortie);
    }

    public void Dispose()
    {
        Lignes.Dispose();
        _connexion.Dispose();
        _base.Dispose();
        Directory.Delete(_dossier, recursive: true);
    }

    private static string Sql(TypeParquet type) => type switch
    {
        TypeParquet.Texte => "VARCHAR",
        TypeParquet.Entier => "BIGINT",
        TypeParquet.Nombre => "DECIMAL(18,4)",
        TypeParquet.Montant => "DECIMAL(18,2)",
        TypeParquet.Date => "DATE",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    // COPY and CREATE take no bound value: what stands in their text is quoted here. A NUL would end the statement.
    private static string Identifiant(string nom) => $"\"{SansNul(nom).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Texte(string valeur) => $"'{SansNul(valeur).Replace("'", "''", StringComparison.Ordinal)}'";

    private static string SansNul(string texte) => texte.Replace('\0', '\uFFFD');
}
