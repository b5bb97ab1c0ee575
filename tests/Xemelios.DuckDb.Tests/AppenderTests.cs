using System.Text;

namespace Xemelios.DuckDb.Tests;

public sealed class AppenderTests
{
    private const string AllTypes = """
        CREATE TABLE tout (b BOOLEAN, u8 UTINYINT, i16 SMALLINT, i32 INTEGER, i64 BIGINT, u64 UBIGINT, h HUGEINT, f DOUBLE,
          d4 DECIMAL(4,2), d9 DECIMAL(9,3), d18 DECIMAL(18,4), d38 DECIMAL(38,2), t VARCHAR, j DATE, h2 TIMESTAMP, o BLOB)
        """;

    [Fact]
    public void Appender_ChaqueTypeEtChaqueNulReviennent()
    {
        using var connection = Sql.InMemory();
        connection.Execute(AllTypes);
        using (var appender = connection.CreateAppender("tout"))
        {
            AppendExtremes(appender);
            for (var i = 0; i < 16; i++) appender.Null();
            appender.EndRow();
            appender.Close();
        }

        using var command = connection.CreateCommand("SELECT * FROM tout");
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read());
        var values = new object[16];
        Assert.Equal(16, reader.GetValues(values));
        Assert.Equal(Extremes(), values);
        Assert.True(reader.Read());
        Assert.All(Enumerable.Range(0, 16), i => Assert.True(reader.IsDBNull(i)));
        Assert.False(reader.Read());
    }

    [Fact]
    public void Appender_UnNulTypeVautNul()
    {
        using var connection = Sql.InMemory();
        connection.Execute("CREATE TABLE t (a INTEGER, b DECIMAL(14,2), c VARCHAR, d DATE, e BOOLEAN, f TIMESTAMP, g HUGEINT)");
        using var appender = connection.CreateAppender("t");
        appender.Int32(null);
        appender.Decimal18(null);
        appender.Text((string?)null);
        appender.Date(null);
        appender.Bool(null);
        appender.Timestamp(null);
        appender.Int128(null);
        appender.EndRow();
        appender.Close();
        Assert.Equal(1L, connection.Count("t WHERE coalesce(a::VARCHAR, b::VARCHAR, c, d::VARCHAR, e::VARCHAR, f::VARCHAR, g::VARCHAR) IS NULL"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("douze octets")]
    [InlineData("treize octets")]
    [InlineData("Éléments à")]
    [InlineData("Indemnité de résidence — région Île-de-France 😀")]
    [InlineData("avec\0zéro")]
    public void Appender_LesTextesCourtsEtLongsReviennent(string texte)
    {
        using var connection = Sql.InMemory();
        connection.Execute("CREATE TABLE t (a VARCHAR, b VARCHAR)");
        using var appender = connection.CreateAppender("t", schema: "main");
        appender.Text(texte);
        appender.Text(Encoding.UTF8.GetBytes(texte));
        appender.EndRow();
        appender.Close();
        Assert.Equal(texte, connection.Single<string>("SELECT a FROM t"));
        Assert.Equal(1L, connection.Scalar("SELECT count(*) FROM t WHERE a = b AND b = $v", ("v", texte)));
    }

    [Fact]
    public void Appender_DesLignesAuDelaDUnBlocGardentLeurOrdreEtLeursNuls()
    {
        using var connection = Sql.InMemory();
        connection.Execute("CREATE TABLE t (n INTEGER, texte VARCHAR)");
        using (var appender = connection.CreateAppender("t"))
        {
            for (var i = 0; i < 5000; i++)
            {
                appender.Int32(i);
                appender.Text(i % 3 == 0 ? null : $"ligne numéro {i}");
                appender.EndRow();
            }

            appender.Close();
            Assert.Equal(5000, appender.RowCount);
        }

        using var command = connection.CreateCommand("SELECT n, texte FROM t");
        using var reader = command.ExecuteReader();
        for (var i = 0; i < 5000; i++)
        {
            Assert.True(reader.Read());
            Assert.Equal(i, reader.GetInt32(0));
            Assert.Equal(i % 3 == 0 ? DBNull.Value : $"ligne numéro {i}", reader.GetValue(1));
        }

        Assert.False(reader.Read());
    }

    [Fact]
    public void Appender_TroisCentMilleLignesDansUnFichierGardentLeurSomme()
    {
        using var temporary = new TemporaryDatabase();
        using var connection = temporary.Connect();
        connection.Execute("CREATE TABLE ligne (rubrique INTEGER, libelle VARCHAR, montant DECIMAL(14,2))");
        using (var appender = connection.CreateAppender("ligne"))
        {
            for (var i = 1; i <= 300_000; i++)
            {
                appender.Int32(i % 400);
                appender.Text("Traitement brut indiciaire"u8);
                appender.Decimal18(i);
                appender.EndRow();
            }

            appender.Close();
        }

        connection.Execute("CHECKPOINT");
        Assert.Equal(300_000L, connection.Count("ligne"));
        Assert.Equal(450_001_500.00m, connection.Scalar("SELECT sum(montant) FROM ligne"));
        Assert.Equal(400L, connection.Scalar("SELECT count(DISTINCT rubrique) FROM ligne"));
    }

    [Fact]
    public void Appender_PrendDesColonnesEntieres()
    {
        using var connection = Sql.InMemory();
        connection.Execute("CREATE TABLE t (n INTEGER, montant DECIMAL(14,2))");
        using var appender = connection.CreateAppender("t");
        appender.Int32(-1);
        appender.Decimal18(1);
        appender.EndRow();
        for (var start = 0; start < 5000;)
        {
            var count = Math.Min(appender.Room, 5000 - start);
            var numbers = appender.Int32s(count);
            var amounts = new long[count];
            for (var i = 0; i < count; i++)
                (numbers[i], amounts[i]) = (start + i, (start + i) % 3 == 0 ? TableAppender.NoDecimal : start + i);
            appender.Decimals18(amounts);
            appender.EndRows(count);
            start += count;
        }

        appender.Close();
        Assert.Equal(5001L, appender.RowCount);
        Assert.Equal(1667L, connection.Scalar("SELECT count(*) FROM t WHERE montant IS NULL AND n % 3 = 0"));
        Assert.Equal(0L, connection.Scalar("SELECT count(*) FROM t WHERE montant * 100 <> n AND n >= 0"));
    }

    [Fact]
    public void Appender_RefuseUneColonneTropLongueOuTropGrande()
    {
        using var connection = Sql.InMemory();
        connection.Execute("CREATE TABLE t (n INTEGER, montant DECIMAL(14,2))");
        using var appender = connection.CreateAppender("t");
        Assert.Throws<ArgumentOutOfRangeException>(() => appender.Int32s(appender.Room + 1));
        Assert.Throws<InvalidOperationException>(() => appender.Decimals18([1]));
        appender.Int32s(1).Clear();
        Assert.Throws<InvalidOperationException>(() => appender.EndRows(1));
        Assert.Throws<OverflowException>(() => appender.Decimals18([100_000_000_000_000]));
        appender.Decimals18([-99_999_999_999_999]);
        appender.EndRows(1);
        appender.Close();
        Assert.Equal(-999_999_999_999.99m, connection.Scalar("SELECT montant FROM t"));
    }

    [Fact]
    public void Appender_RefuseUneValeurDUnAutreTypePuisPrendLaBonne()
    {
        using var connection = Sql.InMemory();
        connection.Execute("CREATE TABLE t (n INTEGER)");
        using var appender = connection.CreateAppender("t");
        var refusal = Assert.Throws<InvalidOperationException>(() => appender.Int64(1));
        Assert.Contains("Column 1 is Integer", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(appender.EndRow);
        appender.Int32(7);
        Assert.Throws<InvalidOperationException>(() => appender.Int32(8));
        Assert.Throws<InvalidOperationException>(appender.Flush);
        appender.EndRow();
        appender.Close();
        Assert.Equal(7, connection.Scalar("SELECT n FROM t"));
    }

    [Fact]
    public void Appender_RefuseCeQuiNEstPasDuTexte()
    {
        using var connection = Sql.InMemory();
        connection.Execute("CREATE TABLE t (a VARCHAR)");
        using var appender = connection.CreateAppender("t");
        Assert.Throws<ArgumentException>(() => appender.Text([0xE9, 0x74, 0xE9]));
        Assert.Throws<EncoderFallbackException>(() => appender.Text("\ud83d seul"));
    }

    [Fact]
    public void Appender_RefuseUneTableInconnueEtLaisseLaConnexionLibre()
    {
        using var connection = Sql.InMemory();
        var refusal = Assert.Throws<DuckDbException>(() => connection.CreateAppender("absente"));
        Assert.Contains("absente", refusal.Message, StringComparison.Ordinal);
        using var transaction = connection.BeginTransaction();
        transaction.Commit();
    }

    private static void AppendExtremes(TableAppender appender)
    {
        appender.Bool(true);
        appender.Byte(byte.MaxValue);
        appender.Int16(short.MinValue);
        appender.Int32(int.MinValue);
        appender.Int64(long.MaxValue);
        appender.UInt64(ulong.MaxValue);
        appender.Int128((Int128)decimal.MinValue);
        appender.Double(0.5);
        appender.Decimal(-99.99m);
        appender.Decimal18(999_999_999);
        appender.Decimal18(-999_999_999_999_999_999);
        appender.Decimal(123456789012345678901234567.89m);
        appender.Text("Vétérinaire principal de 2e classe");
        appender.Date(DateOnly.MaxValue);
        appender.Timestamp(new DateTime(2026, 3, 31, 12, 0, 0).AddMicroseconds(1));
        appender.Blob([0, 255, 1]);
        appender.EndRow();
    }

    private static object[] Extremes() =>
    [
        true, byte.MaxValue, short.MinValue, int.MinValue, long.MaxValue, ulong.MaxValue, decimal.MinValue, 0.5,
        -99.99m, 999_999.999m, -99_999_999_999_999.9999m, 123456789012345678901234567.89m,
        "Vétérinaire principal de 2e classe", DateOnly.MaxValue, new DateTime(2026, 3, 31, 12, 0, 0).AddMicroseconds(1),
        new byte[] { 0, 255, 1 },
    ];
}
