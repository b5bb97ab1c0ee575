namespace Xemelios.DuckDb.Tests;

public sealed class TransactionTests : IDisposable
{
    private readonly TemporaryDatabase _temporary = new();
    private readonly DuckDbConnection _writer;

    public TransactionTests()
    {
        _writer = _temporary.Connect();
        _writer.Execute("CREATE TABLE t (n INTEGER)");
    }

    public void Dispose()
    {
        _writer.Dispose();
        _temporary.Dispose();
    }

    [Fact]
    public void Transaction_CommitGarde_RollbackEtDisposeDefont()
    {
        using (var kept = _writer.BeginTransaction())
        {
            Assert.Equal(2, _writer.Execute("INSERT INTO t VALUES (1), (2)"));
            kept.Commit();
            Assert.Throws<InvalidOperationException>(kept.Rollback);
        }

        using (var undone = _writer.BeginTransaction())
        {
            _writer.Execute("INSERT INTO t VALUES (3)");
            undone.Rollback();
        }

        using (_writer.BeginTransaction())
            _writer.Execute("DELETE FROM t");
        Assert.Equal(2L, _writer.Count("t"));
    }

    [Fact]
    public void Transaction_UneSeuleALaFoisParConnexion()
    {
        using var transaction = _writer.BeginTransaction();
        Assert.Same(_writer, transaction.Connection);
        Assert.Throws<InvalidOperationException>(() => _writer.BeginTransaction());
    }

    [Fact]
    public void Transaction_AbandonneeParUneFermetureDeConnexionEstDefaite()
    {
        using (var other = _temporary.Connect())
        {
            other.BeginTransaction();
            other.Execute("INSERT INTO t VALUES (1)");
        }

        Assert.Equal(0L, _writer.Count("t"));
    }

    [Fact]
    public void Appender_FermeHorsTransactionValideTout()
    {
        using var appender = _writer.CreateAppender("t");
        Fill(appender, 300_000);
        using var reader = _temporary.Connect();
        Assert.Equal(0L, reader.Count("t"));
        appender.Close();
        Assert.Equal(300_000L, reader.Count("t"));
    }

    [Fact]
    public void Appender_AbandonneHorsTransactionNeLaisseRien()
    {
        using (var appender = _writer.CreateAppender("t"))
            Fill(appender, 300_000);
        Assert.Equal(0L, _writer.Count("t"));
        _writer.Execute("INSERT INTO t VALUES (1)");
        Assert.Equal(1L, _writer.Count("t"));
    }

    [Fact]
    public void Appender_OuvertALaFermetureDeLaConnexionNeLaisseRien()
    {
        var other = _temporary.Connect();
        var appender = other.CreateAppender("t");
        Fill(appender, 3000);
        other.Dispose();
        appender.Dispose();
        appender.Dispose();
        Assert.Throws<ObjectDisposedException>(() => appender.Int32(1));
        Assert.Throws<ObjectDisposedException>(appender.Close);
        Assert.Equal(0L, _writer.Count("t"));
    }

    [Fact]
    public void Conflit_DeDeuxEcrituresEstDitAuSecondEtLaConnexionReste()
    {
        _writer.Execute("INSERT INTO t VALUES (1)");
        using var other = _temporary.Connect();
        using (var transaction = _writer.BeginTransaction())
        {
            _writer.Execute("UPDATE t SET n = 2");
            using var second = other.BeginTransaction();
            var refusal = Assert.Throws<DuckDbException>(() => other.Execute("UPDATE t SET n = 3"));
            Assert.Equal(DuckDbErrorType.Transaction, refusal.ErrorType);
            transaction.Commit();
        }

        Assert.Equal(2, other.Scalar("SELECT n FROM t"));
    }

    [Fact]
    public async Task Annulation_DansUneTransactionSeTermineParUnRollback()
    {
        using (var transaction = _writer.BeginTransaction())
        {
            _writer.Execute("INSERT INTO t VALUES (1)");
            using var source = new CancellationTokenSource();
            using var command = _writer.CreateCommand("INSERT INTO t SELECT range % 7 FROM range(100000000000)");
            var running = command.ExecuteNonQueryAsync(source.Token);
            await source.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
            await transaction.RollbackAsync();
        }

        Assert.Equal(0L, _writer.Count("t"));
    }

    [Fact]
    public void Appender_DansUneTransactionSuitSonSort()
    {
        using (var transaction = _writer.BeginTransaction())
        {
            using var appender = _writer.CreateAppender("t");
            Fill(appender, 3000);
            appender.Close();
            Assert.Equal(3000L, _writer.Count("t"));
            transaction.Rollback();
        }

        Assert.Equal(0L, _writer.Count("t"));
    }

    [Fact]
    public void Appender_AbandonneDansUneTransactionInterditDeLaValider()
    {
        using var transaction = _writer.BeginTransaction();
        using (var appender = _writer.CreateAppender("t"))
            Fill(appender, 300_000);
        Assert.Throws<InvalidOperationException>(transaction.Commit);
        transaction.Rollback();
        Assert.Equal(0L, _writer.Count("t"));
    }

    [Fact]
    public void Appender_DeuxTablesSeRemplissentDansUneMemeTransaction()
    {
        _writer.Execute("CREATE TABLE u (n INTEGER)");
        using (var alone = _writer.CreateAppender("t"))
            Assert.Throws<InvalidOperationException>(() => _writer.CreateAppender("u"));
        using var transaction = _writer.BeginTransaction();
        using var first = _writer.CreateAppender("t");
        using var second = _writer.CreateAppender("u");
        Fill(first, 10);
        Fill(second, 20);
        first.Close();
        second.Close();
        transaction.Commit();
        Assert.Equal(10L, _writer.Count("t"));
        Assert.Equal(20L, _writer.Count("u"));
    }

    [Fact]
    public void Appender_UneCleEnDoubleEchoueEtNeLaisseRien()
    {
        _writer.Execute("CREATE TABLE cle (n INTEGER PRIMARY KEY)");
        using (var appender = _writer.CreateAppender("cle"))
        {
            appender.Int32(1);
            appender.EndRow();
            appender.Int32(1);
            appender.EndRow();
            var refusal = Assert.Throws<DuckDbException>(appender.Close);
            Assert.Contains("PRIMARY KEY", refusal.Message, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal(0L, _writer.Count("cle"));
    }

    [Fact]
    public void Lecteurs_NeVoientQueCeQuiEstValide()
    {
        using var first = _temporary.Connect();
        using var second = _temporary.Connect();
        using var transaction = _writer.BeginTransaction();
        using var appender = _writer.CreateAppender("t");
        for (var part = 0; part < 3; part++)
        {
            Fill(appender, 100_000);
            appender.Flush();
            Assert.Equal(0L, first.Count("t"));
            Assert.Equal(0L, second.Count("t"));
        }

        appender.Close();
        Assert.Equal(0L, first.Count("t"));
        transaction.Commit();
        Assert.Equal(300_000L, first.Count("t"));
        Assert.Equal(300_000L, second.Count("t"));
    }

    private static void Fill(TableAppender appender, int rows)
    {
        for (var i = 0; i < rows; i++)
        {
            appender.Int32(i);
            appender.EndRow();
        }
    }
}
