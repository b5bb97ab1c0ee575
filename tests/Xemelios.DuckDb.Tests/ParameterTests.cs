namespace Xemelios.DuckDb.Tests;

public sealed class ParameterTests
{
    public static TheoryData<object, string> Values => new()
    {
        { true, "BOOLEAN" },
        { false, "BOOLEAN" },
        { byte.MaxValue, "UTINYINT" },
        { sbyte.MinValue, "TINYINT" },
        { short.MinValue, "SMALLINT" },
        { ushort.MaxValue, "USMALLINT" },
        { int.MinValue, "INTEGER" },
        { int.MaxValue, "INTEGER" },
        { uint.MaxValue, "UINTEGER" },
        { long.MinValue, "BIGINT" },
        { long.MaxValue, "BIGINT" },
        { ulong.MaxValue, "UBIGINT" },
        { 0m, "DECIMAL(1,0)" },
        { 1850.10m, "DECIMAL(6,2)" },
        { -0.0001m, "DECIMAL(4,4)" },
        { decimal.MaxValue, "DECIMAL(29,0)" },
        { decimal.MinValue, "DECIMAL(29,0)" },
        { 0.0000000000000000000000000001m, "DECIMAL(28,28)" },
        { "", "VARCHAR" },
        { "Prénom éà", "VARCHAR" },
        { "douze octets", "VARCHAR" },
        { "L'indemnité de résidence « à taux plein » 😀", "VARCHAR" },
        { new DateOnly(2026, 3, 31), "DATE" },
        { DateOnly.MinValue, "DATE" },
        { DateOnly.MaxValue, "DATE" },
        { new DateTime(2026, 3, 31, 23, 59, 58).AddMicroseconds(123456), "TIMESTAMP" },
        { DateTime.MinValue, "TIMESTAMP" },
        { Array.Empty<byte>(), "BLOB" },
        { new byte[] { 0, 1, 2, 255, 0, 128, 7, 8, 9, 10, 11, 12, 13, 14 }, "BLOB" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Parametre_RevientTelQuelAvecSonType(object value, string type)
    {
        using var connection = Sql.InMemory();
        Assert.Equal(value, connection.Scalar("SELECT $v", ("v", value)));
        Assert.Equal(type, connection.Scalar("SELECT typeof($v)", ("v", value)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("DBNull")]
    public void Parametre_NulRevientNul(string? kind)
    {
        using var connection = Sql.InMemory();
        Assert.Equal(DBNull.Value, connection.Scalar("SELECT $v::INTEGER", ("$v", kind is null ? null : DBNull.Value)));
    }
}
