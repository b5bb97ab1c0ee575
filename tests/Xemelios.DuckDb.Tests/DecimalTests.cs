using System.Globalization;
using System.Numerics;

namespace Xemelios.DuckDb.Tests;

public sealed class DecimalTests
{
    [Theory]
    [InlineData(4, 9_999)]
    [InlineData(9, 999_999_999)]
    [InlineData(14, 99_999_999_999_999)]
    [InlineData(18, 999_999_999_999_999_999)]
    public void Decimal18_PrendLaBorneEtRefuseAuDela(int width, long most)
    {
        using var connection = Sql.InMemory();
        connection.Execute($"CREATE TABLE t (m DECIMAL({width},2))");
        using var appender = connection.CreateAppender("t");
        Assert.Throws<OverflowException>(() => appender.Decimal18(most + 1));
        Assert.Throws<OverflowException>(() => appender.Decimal18(-most - 1));
        appender.Decimal18(most);
        appender.EndRow();
        appender.Decimal18(-most);
        appender.EndRow();
        appender.Close();
        Assert.Equal(0m, connection.Scalar("SELECT sum(m) FROM t"));
        Assert.Equal(most / 100m, connection.Scalar("SELECT max(m) FROM t"));
    }

    [Fact]
    public void Decimal_RefuseUneDecimaleDeTropMaisAccepteDesZeros()
    {
        using var connection = Sql.InMemory();
        connection.Execute("CREATE TABLE t (m DECIMAL(14,2))");
        using var appender = connection.CreateAppender("t");
        Assert.Throws<OverflowException>(() => appender.Decimal(1.001m));
        Assert.Throws<OverflowException>(() => appender.Decimal(1_000_000_000_000m));
        Assert.Throws<OverflowException>(() => appender.Decimal(decimal.MaxValue));
        appender.Decimal(1.5000m);
        appender.EndRow();
        appender.Close();
        Assert.Equal(1.50m, connection.Scalar("SELECT m FROM t"));
    }

    [Fact]
    public void Somme_DeDecimauxSeLitEnDecimalEtEnCentimes()
    {
        using var connection = Sql.InMemory();
        using var command = connection.CreateCommand("SELECT sum(v::DECIMAL(12,2)) FROM (VALUES (9999999999.99), (-0.01), (1850.10)) x(v)");
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read());
        Assert.Equal("Decimal(38,2)", reader.GetDataTypeName(0));
        Assert.Equal(10_000_001_850.08m, reader.GetDecimal(0));
        Assert.Equal(1_000_000_185_008L, reader.GetScaled(0, scale: 2));
        Assert.Throws<InvalidCastException>(() => reader.GetScaled(0, scale: 4));
        Assert.Throws<InvalidCastException>(() => reader.GetInt64(0));
    }

    [Fact]
    public void HugeInt_SeLitEnEntierEnDecimalOuEnGrandEntier()
    {
        using var connection = Sql.InMemory();
        const string Sum = "SELECT sum(v) FROM (VALUES (9223372036854775807), (9223372036854775807)) x(v)";
        Assert.Equal(18446744073709551614m, connection.Scalar(Sum));
        Assert.Equal((Int128)18446744073709551614UL, connection.Single<Int128>(Sum));
        Assert.Throws<OverflowException>(() => connection.Single<long>(Sum));
        Assert.Equal(6L, connection.Single<long>("SELECT sum(v) FROM range(4) x(v)"));
        var largest = BigInteger.Parse("170141183460469231731687303715884105727", CultureInfo.InvariantCulture);
        Assert.Equal(largest, connection.Scalar("SELECT 170141183460469231731687303715884105727::HUGEINT"));
        Assert.Equal(largest, connection.Single<BigInteger>("SELECT 170141183460469231731687303715884105727::HUGEINT"));
    }

    [Fact]
    public void Decimal_TropGrandPourDotnetEstRefuseEtNonTronque()
    {
        using var connection = Sql.InMemory();
        Assert.Throws<OverflowException>(() => connection.Scalar("SELECT 99999999999999999999999999999999999.99::DECIMAL(38,2)"));
        Assert.Equal(10000000000000000000000000000m, connection.Scalar("SELECT 10000000000000000000000000000::DECIMAL(38,9)"));
        Assert.Equal(0.5m, connection.Scalar("SELECT 0.5::DECIMAL(38,35)"));
    }

    [Theory]
    [InlineData("-99.99::DECIMAL(4,2)", "-99.99")]
    [InlineData("0.00::DECIMAL(4,2)", "0.00")]
    [InlineData("1234567.89::DECIMAL(9,2)", "1234567.89")]
    [InlineData("-12345678901234.5678::DECIMAL(18,4)", "-12345678901234.5678")]
    [InlineData("12345678901234567890.12::DECIMAL(38,2)", "12345678901234567890.12")]
    public void Decimal_DeChaqueLargeurPhysiqueRevient(string expression, string expected)
    {
        using var connection = Sql.InMemory();
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), connection.Scalar($"SELECT {expression}"));
    }
}
