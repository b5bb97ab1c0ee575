using System.Globalization;
using System.Reflection;
using Xemelios.DuckDb;

namespace Xemelios.Query.Tests.Donnees;

/// <summary>A store under the embedded schema, filled by hand-written rows: in memory, or in a file of its own for a larger one.</summary>
public sealed class Entrepot : IDisposable
{
    private readonly DirectoryInfo? _dossier;
    private readonly DuckDbDatabase _base;
    private int _dernier;

    public Entrepot(bool dansUnFichier = false)
    {
        _dossier = dansUnFichier ? Directory.CreateTempSubdirectory("xemelios-query-") : null;
        _base = DuckDbDatabase.Open(_dossier is null ? DuckDbDatabase.InMemory : Path.Combine(_dossier.FullName, "paye.duckdb"), new DuckDbOptions(256, 1));
        Connexion = _base.Connect();
        var store = Assembly.Load("Xemelios.Store");
        foreach (var nom in store.GetManifestResourceNames().Where(n => n.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var lecteur = new StreamReader(store.GetManifestResourceStream(nom)!);
            Connexion.Execute(lecteur.ReadToEnd());
        }
    }

    public DuckDbConnection Connexion { get; }

    /// <summary>A number never given before.</summary>
    public int Id() => ++_dernier;

    /// <summary>Inserts one row, the columns named by the anonymous object's members.</summary>
    public void Inserer(string table, object ligne)
    {
        var colonnes = ligne.GetType().GetProperties();
        var valeurs = colonnes.Select(c => Ecrire(c.GetValue(ligne)));
        Connexion.Execute($"INSERT INTO {table} ({string.Join(", ", colonnes.Select(c => c.Name))}) VALUES ({string.Join(", ", valeurs)})");
    }

    /// <summary>A new content, whose fingerprint is made of its name.</summary>
    public int Contenu(string type, string nom, int? contenant = null, string? dossier = null)
    {
        var id = Id();
        Inserer("contenu", new { id, empreinte = Empreinte(nom), type, octets = 100 });
        Inserer("livraison", new { contenu = id, contenant, indice = 0, chemin = nom, nom, dossier });
        return id;
    }

    public static string Empreinte(string nom) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(nom)));

    public void Dispose()
    {
        Connexion.Dispose();
        _base.Dispose();
        _dossier?.Delete(recursive: true);
    }

    private static string Ecrire(object? valeur) => valeur switch
    {
        null => "NULL",
        bool b => b ? "true" : "false",
        string s => $"'{s.Replace("'", "''", StringComparison.Ordinal)}'",
        DateOnly d => $"'{d:yyyy-MM-dd}'",
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException(),
    };
}
