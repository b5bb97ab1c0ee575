using System.Data;
using System.Data.Common;

namespace Xemelios.DuckDb.Tests;

public sealed class CommandTests : IDisposable
{
    private const string Endless = "SELECT count(*) FROM range(100000000000) a(x) WHERE hash(x) % 7 = 3";
    private readonly DuckDbConnection _connection = Sql.InMemory();

    public void Dispose() => _connection.Dispose();

    [Fact]
    public void Commande_ParLesFormesDeSystemDataCommon()
    {
        DbConnection connection = _connection;
        Assert.Equal(ConnectionState.Open, connection.State);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT $nom || ' ' || $n AS texte";
        var nom = command.CreateParameter();
        nom.ParameterName = "$nom";
        nom.Value = "Éléonore";
        command.Parameters.Add(nom);
        command.Parameters.Add(new DuckDbParameter("N", 3));
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read());
        Assert.Equal("Éléonore 3", reader["TEXTE"]);
        Assert.Equal(typeof(string), reader.GetFieldType("texte"));
    }

    [Fact]
    public void Commande_CompteLesLignesChangees()
    {
        Assert.Equal(0, _connection.Execute("CREATE TABLE t (n INTEGER)"));
        Assert.Equal(100, _connection.Execute("INSERT INTO t SELECT range FROM range(100)"));
        Assert.Equal(50, _connection.Execute("UPDATE t SET n = -n WHERE n >= 50"));
        Assert.Equal(51, _connection.Execute("DELETE FROM t WHERE n <= 0"));
        Assert.Equal(5, _connection.Execute("INSERT INTO t VALUES (1), (2); INSERT INTO t VALUES (3), (4), (5)"));
        Assert.Equal(0, _connection.Execute("SELECT * FROM t"));
    }

    [Fact]
    public void Commande_PlusieursInstructionsDonnentLaDerniere()
    {
        Assert.Equal(3, _connection.Scalar("CREATE TABLE t (n INTEGER); INSERT INTO t VALUES ($a), ($b); SELECT max(n) FROM t;", ("a", 3), ("b", 2)));
    }

    [Fact]
    public void Commande_PrepareeResertAvecDAutresValeurs()
    {
        _connection.Execute("CREATE TABLE t AS SELECT range::INTEGER AS n FROM range(10)");
        using var command = _connection.CreateCommand("SELECT count(*) FROM t WHERE n < $seuil");
        var seuil = command.Parameters.Add("seuil", 3);
        command.Prepare();
        Assert.Equal(3L, command.ExecuteScalar());
        seuil.Value = 7L;
        Assert.Equal(7L, command.ExecuteScalar());
        seuil.Value = 4.5m;
        Assert.Equal(5L, command.ExecuteScalar());
        _connection.Execute("ALTER TABLE t ADD COLUMN autre VARCHAR; INSERT INTO t VALUES (0, 'x')");
        Assert.Equal(6L, command.ExecuteScalar());
    }

    [Fact]
    public void Commande_ParametresParRang()
    {
        using var command = _connection.CreateCommand("SELECT ? - ?");
        command.Parameters.Add("", 10);
        command.Parameters.Add("", 4);
        Assert.Equal(6, command.ExecuteScalar());
    }

    [Fact]
    public void Commande_ListesEnParametres()
    {
        const string Count = "SELECT count(*) FROM range(100) r(n) WHERE list_contains($ids, n)";
        Assert.Equal(2L, _connection.Scalar(Count, ("ids", new long[] { 3, 50, 1000 })));
        Assert.Equal(1L, _connection.Scalar(Count, ("ids", new List<int> { 7 })));
        Assert.Equal(0L, _connection.Scalar(Count, ("ids", Array.Empty<long>())));
        Assert.Equal(2L, _connection.Scalar("SELECT count(*) FROM (SELECT unnest($noms)) ", ("noms", new[] { "é", "une valeur plus longue" })));
    }

    [Fact]
    public void Commande_UnParametreSansValeurEstRefuse()
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => _connection.Scalar("SELECT $a + $b", ("a", 1)));
        Assert.Contains("$b", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(() => _connection.Scalar("SELECT $a", ("a", new Uri("urn:x"))));
    }

    [Theory]
    [InlineData("SELEC 1", DuckDbErrorType.Parser, "syntax error")]
    [InlineData("SELECT * FROM absente", DuckDbErrorType.Catalog, "absente")]
    [InlineData("SELECT absente FROM range(1)", DuckDbErrorType.Binder, "absente")]
    [InlineData("SELECT 'x'::INTEGER", DuckDbErrorType.Conversion, "'x'")]
    [InlineData("SELECT error('refus voulu')", DuckDbErrorType.InvalidInput, "refus voulu")]
    public void Erreur_PorteLeMessageEtLaFamille(string sql, DuckDbErrorType type, string extract)
    {
        var refusal = Assert.Throws<DuckDbException>(() => _connection.Scalar(sql));
        Assert.Contains(extract, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(type, refusal.ErrorType);
        Assert.Equal(1, _connection.Scalar("SELECT 1"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("-- rien")]
    public void Commande_SansInstructionEstRefusee(string sql) =>
        Assert.Throws<InvalidOperationException>(() => _connection.Execute(sql));

    [Fact]
    public async Task Annulation_ParJetonInterromptEtLaConnexionReste()
    {
        using var source = new CancellationTokenSource();
        using var command = _connection.CreateCommand(Endless);
        var running = command.ExecuteReaderAsync(source.Token);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal(1, _connection.Scalar("SELECT 1"));
    }

    [Fact]
    public async Task Annulation_PendantLExecutionPorteLeJeton()
    {
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        using var command = _connection.CreateCommand(Endless);
        var refusal = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => command.ExecuteNonQueryAsync(source.Token));
        Assert.Equal(source.Token, refusal.CancellationToken);
        command.CommandText = "SELECT 2";
        Assert.Equal(2, await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task Annulation_ParCancelDepuisUnAutreFil()
    {
        using var command = _connection.CreateCommand(Endless);
        var running = Task.Run(command.ExecuteScalar);
        while (!running.IsCompleted)
        {
            command.Cancel();
            await Task.Delay(10);
        }

        await Assert.ThrowsAsync<OperationCanceledException>(() => running);
        command.Cancel();
        Assert.Equal(1, _connection.Scalar("SELECT 1"));
    }

    [Fact]
    public void Delai_DepasseInterromptLaCommande()
    {
        using var command = _connection.CreateCommand(Endless);
        command.CommandTimeout = 1;
        Assert.Throws<TimeoutException>(() => command.ExecuteScalar());
        Assert.Equal(1, _connection.Scalar("SELECT 1"));
    }

    [Fact]
    public void Flux_LitUnGrandResultatAuFurEtAMesureEtSInterrompt()
    {
        using var command = _connection.CreateCommand("SELECT range FROM range(100000000000)");
        using (var reader = command.ExecuteReader(CommandBehavior.SequentialAccess))
        {
            for (var i = 0L; i < 10_000; i++)
            {
                Assert.True(reader.Read());
                Assert.Equal(i, reader.GetInt64(0));
            }

            command.Cancel();
            Assert.Throws<OperationCanceledException>(() =>
            {
                while (reader.Read()) Assert.True(reader.GetInt64(0) >= 0);
            });
        }

        Assert.Equal(1, _connection.Scalar("SELECT 1"));
    }

    [Fact]
    public void Flux_UneErreurEnCoursDeRouteEstLevee()
    {
        using var command = _connection.CreateCommand("SELECT CASE WHEN range = 900000 THEN error('à la ligne 900000') ELSE range END FROM range(1000000)");
        Assert.Throws<DuckDbException>(() =>
        {
            using var reader = command.ExecuteReader(CommandBehavior.SequentialAccess);
            while (reader.Read()) Assert.False(reader.IsDBNull(0));
        });
    }
}
