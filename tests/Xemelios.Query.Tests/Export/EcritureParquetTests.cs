using Xemelios.DuckDb;
using Xemelios.Query.Export;

namespace Xemelios.Query.Tests.Export;

/// <summary>The Parquet files, read again by DuckDB.</summary>
public sealed class EcritureParquetTests : IDisposable
{
    private readonly DirectoryInfo _dossier = Directory.CreateTempSubdirectory("xemelios l'été ");

    public void Dispose() => _dossier.Delete(recursive: true);

    [Fact]
    public void CeQuiEstReluEstCeQuiEtaitEcrit()
    {
        for (var graine = 1; graine <= 10; graine++)
        {
            var table = TablesAleatoires.Creer(graine, lignes: graine * 60);
            using var lecture = new Lecture(_dossier, table);

            var relues = lecture.Lire($"SELECT * FROM read_parquet('{lecture.Fichier}')");

            Assert.Equal(table.Lignes.Select(l => l.Select((c, i) => Attendu(table.Colonnes[i].Type, c)).ToArray()), relues);
            Assert.Equal(
                table.Colonnes.Select(c => (c.Cle, Type(c.Type))),
                lecture.Lire($"DESCRIBE SELECT * FROM read_parquet('{lecture.Fichier}')").Select(r => (r[0]!, r[1]!)));
        }
    }

    [Fact]
    public void LaProvenanceEstDansLesMetadonnees()
    {
        using var lecture = new Lecture(_dossier, TablesAleatoires.Creer(2, lignes: 5));

        var metadonnees = lecture.Lire($"SELECT decode(key), decode(value) FROM parquet_kv_metadata('{lecture.Fichier}')").ToDictionary(r => r[0]!, r => r[1]);

        Assert.Equal("Bulletins de paye <&> 2", metadonnees["titre"]);
        Assert.Equal(TablesAleatoires.Provenance.Criteres, metadonnees["criteres"]);
        Assert.Equal("Mme D'Été", metadonnees["utilisateur"]);
        Assert.Contains(new string('b', 64), metadonnees["sources"], StringComparison.Ordinal);
    }

    [Fact]
    public void RienNeResteDansLeDossierTemporaire()
    {
        new EcritureParquet(_dossier.FullName).Ecrire(TablesAleatoires.Creer(1, lignes: 3), TablesAleatoires.Provenance, Stream.Null);

        Assert.Empty(_dossier.EnumerateFileSystemInfos());
    }

    private static string? Attendu(TypeDeColonne type, object? valeur) => valeur switch
    {
        null => null,
        "" => "",
        Domain.Valeurs.MoisDePaye m when type == TypeDeColonne.Mois => TablesAleatoires.Canonique(new DateOnly(m.Annee, m.Mois, 1)),
        _ => TablesAleatoires.Canonique(valeur),
    };

    private static string Type(TypeDeColonne type) => type switch
    {
        TypeDeColonne.Texte => "VARCHAR",
        TypeDeColonne.Entier => "BIGINT",
        TypeDeColonne.Nombre => "DECIMAL(18,4)",
        TypeDeColonne.Montant => "DECIMAL(18,2)",
        _ => "DATE",
    };

    /// <summary>A file written, and a database that may read its folder.</summary>
    private sealed class Lecture : IDisposable
    {
        private readonly DuckDbDatabase _base;
        private readonly DuckDbConnection _connexion;

        public Lecture(DirectoryInfo dossier, TableDeReponse table)
        {
            var chemin = Path.Combine(dossier.FullName, $"{Guid.NewGuid():N}.parquet");
            using (var sortie = File.Create(chemin))
                new EcritureParquet(dossier.FullName).Ecrire(table, TablesAleatoires.Provenance, sortie);
            Fichier = chemin.Replace("'", "''", StringComparison.Ordinal);
            _base = DuckDbDatabase.Open(DuckDbDatabase.InMemory, new DuckDbOptions(256, 1) { FilesIn = dossier.FullName });
            _connexion = _base.Connect();
        }

        public string Fichier { get; }

        public List<string?[]> Lire(string sql)
        {
            using var commande = _connexion.CreateCommand();
            commande.CommandText = sql;
            using var lecteur = commande.ExecuteReader();
            List<string?[]> rangees = [];
            while (lecteur.Read())
                rangees.Add([.. Enumerable.Range(0, lecteur.FieldCount).Select(i => lecteur.GetValue(i) is var v && v is string s ? s : v is DBNull ? null : TablesAleatoires.Canonique(v))]);
            return rangees;
        }

        public void Dispose()
        {
            _connexion.Dispose();
            _base.Dispose();
        }
    }
}
