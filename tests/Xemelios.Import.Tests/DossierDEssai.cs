using Xemelios.Import.Reconstructions;
using Xemelios.Store;
using Xemelios.Store.Tables;

namespace Xemelios.Import.Tests;

/// <summary>A data folder of one test, under the output folder, deleted after it.</summary>
public sealed class DossierDEssai : IDisposable
{
    private readonly string _racine;
    private Entrepot? _entrepot;

    public DossierDEssai()
    {
        _racine = Path.Combine(AppContext.BaseDirectory, "essais", Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(Depot);
    }

    public string Donnees => Path.Combine(_racine, "donnees");

    /// <summary>Where a test lays the files to import.</summary>
    public string Depot => Path.Combine(_racine, "depot");

    public Entrepot Entrepot => _entrepot ??= Entrepot.Ouvrir(Donnees, new OptionsDEntrepot { MemoireMiB = 512, Fils = 2 });

    public ImportReport Importer(params string[] chemins) =>
        new ImportJob(Entrepot, TimeProvider.System).Importer(chemins.Length == 0 ? [Depot] : chemins, null, default);

    /// <summary>Lays a file in the depot and returns its path.</summary>
    public string Poser(string nom, byte[] contenu)
    {
        var chemin = Path.Combine(Depot, nom);
        Directory.CreateDirectory(Path.GetDirectoryName(chemin)!);
        File.WriteAllBytes(chemin, contenu);
        return chemin;
    }

    public void Fermer()
    {
        _entrepot?.Dispose();
        _entrepot = null;
    }

    /// <summary>Closes, and rebuilds from the originals.</summary>
    public ImportReport Reconstruire()
    {
        Fermer();
        _entrepot = Entrepot.Ouvrir(Donnees, new OptionsDEntrepot { MemoireMiB = 512, Fils = 2, SansTables = true });
        return new Reconstruction(_entrepot, TimeProvider.System).Executer(null, default).Rapport;
    }

    public List<object?[]> Lire(string sql)
    {
        using var connexion = Entrepot.Connecter();
        using var commande = connexion.CreateCommand();
        commande.CommandText = sql;
        using var lecteur = commande.ExecuteReader();
        var lignes = new List<object?[]>();
        while (lecteur.Read())
        {
            var ligne = new object?[lecteur.FieldCount];
            lecteur.GetValues(ligne!);
            lignes.Add([.. ligne.Select(v => v is DBNull ? null : v)]);
        }

        return lignes;
    }

    public void Dispose()
    {
        Fermer();
        Directory.Delete(_racine, recursive: true);
    }
}
