using BenchmarkDotNet.Attributes;
using Xemelios.DuckDb;

namespace Xemelios.Benchmarks.Boucles;

/// <summary>Rows of small keys and amounts, as pay lines are, appended to a table in memory and dropped.</summary>
public class BoucleDeLAjout
{
    private const int Lignes = 100_000;

    [Benchmark(Description = "100 000 lignes ajoutées à une table")]
    public long Ajouter()
    {
        using var tables = DuckDbDatabase.Open(DuckDbDatabase.InMemory, new DuckDbOptions(512, 1));
        using var connexion = tables.Connect();
        connexion.Execute("CREATE TABLE ligne (bulletin INTEGER, position INTEGER, rubrique INTEGER, base DECIMAL(18,4), taux DECIMAL(18,4), montant DECIMAL(14,2))");
        using var ajout = connexion.CreateAppender("ligne");
        for (var i = 0; i < Lignes; i++)
        {
            ajout.Int32(i / 37);
            ajout.Int32(i % 37);
            ajout.Int32(i % 90);
            ajout.Decimal18(i % 7 == 0 ? null : 1_850_000L + i);
            ajout.Decimal18(i % 3 == 0 ? 111_000 : null);
            ajout.Decimal18(i * 13L);
            ajout.EndRow();
        }

        ajout.Close();
        return ajout.RowCount;
    }
}
