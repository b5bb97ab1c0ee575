namespace Xemelios.DuckDb.Tests;

public sealed class ReaderTests : IDisposable
{
    private readonly DuckDbConnection _connection = Sql.InMemory();

    public void Dispose() => _connection.Dispose();

    public static TheoryData<string, object> Expressions => new()
    {
        { "true", true },
        { "(-128)::TINYINT", sbyte.MinValue },
        { "32767::SMALLINT", short.MaxValue },
        { "1::INTEGER", 1 },
        { "1::BIGINT", 1L },
        { "255::UTINYINT", byte.MaxValue },
        { "65535::USMALLINT", ushort.MaxValue },
        { "4294967295::UINTEGER", uint.MaxValue },
        { "18446744073709551615::UBIGINT", ulong.MaxValue },
        { "0.25::DOUBLE", 0.25 },
        { "0.25::FLOAT", 0.25f },
        { "'Hôpital de Sète'", "Hôpital de Sète" },
        { "DATE '0001-01-01'", DateOnly.MinValue },
        { "TIMESTAMP '2026-02-28 23:59:59.999999'", new DateTime(2026, 2, 28, 23, 59, 59).AddMicroseconds(999_999) },
        { "TIMESTAMPTZ '2026-02-28 12:00:00+00'", new DateTime(2026, 2, 28, 12, 0, 0, DateTimeKind.Utc) },
        { "'\\x00\\xFF'::BLOB", new byte[] { 0, 255 } },
        { "NULL", DBNull.Value },
        { "['court', NULL, 'bien plus long que douze octets']", new[] { "court", null, "bien plus long que douze octets" } },
        { "[1::INTEGER, NULL, 3]", new long?[] { 1, null, 3 } },
        { "[1::BIGINT]", new long?[] { 1 } },
        { "[]::INTEGER[]", Array.Empty<long?>() },
        { "[1.50, 2.25]", new decimal?[] { 1.50m, 2.25m } },
        { "[DATE '2026-03-01']", new DateOnly?[] { new DateOnly(2026, 3, 1) } },
        { "[true, NULL]", new bool?[] { true, null } },
    };

    [Theory]
    [MemberData(nameof(Expressions))]
    public void Lecture_DonneLaValeurEtSonType(string expression, object expected)
    {
        using var command = _connection.CreateCommand($"SELECT {expression}");
        using var reader = command.ExecuteReader();
        Assert.True(reader.HasRows);
        Assert.True(reader.Read());
        Assert.Equal(expected, reader.GetValue(0));
        if (expected is not DBNull) Assert.Equal(expected.GetType(), reader.GetFieldType(0));
    }

    [Fact]
    public void Lecture_DesListesParGroupeSurPlusieursBlocs()
    {
        using var command = _connection.CreateCommand("""
            SELECT n % 3000 AS g, list(n ORDER BY n), list('valeur numéro ' || n ORDER BY n)
            FROM range(9000) r(n) GROUP BY g ORDER BY g
            """);
        using var reader = command.ExecuteReader();
        for (var g = 0L; g < 3000; g++)
        {
            Assert.True(reader.Read());
            Assert.Equal([g, g + 3000, g + 6000], reader.GetFieldValue<long?[]>(1));
            string?[] texts = [$"valeur numéro {g}", $"valeur numéro {g + 3000}", $"valeur numéro {g + 6000}"];
            Assert.Equal(texts, reader.GetFieldValue<string?[]>(2));
        }
    }

    [Fact]
    public void Lecture_TypeeSansPerteOuRefusee()
    {
        using var command = _connection.CreateCommand("SELECT 3000000000::BIGINT, NULL::INTEGER, 'x', 12.50::DECIMAL(14,2), DATE '2026-03-01'");
        using var reader = command.ExecuteReader();
        Assert.Throws<InvalidOperationException>(() => reader.GetInt64(0));
        Assert.True(reader.Read());
        Assert.Throws<OverflowException>(() => reader.GetInt32(0));
        Assert.Equal(3_000_000_000m, reader.GetDecimal(0));
        Assert.Throws<InvalidCastException>(() => reader.GetInt32(1));
        Assert.Null(reader.GetFieldValue<int?>(1));
        Assert.Throws<InvalidCastException>(() => reader.GetInt32(2));
        Assert.Equal("x"u8, reader.GetUtf8(2));
        Assert.Equal(12.50m, reader.GetFieldValue<decimal?>(3));
        Assert.Equal(1250, reader.GetScaled(3, scale: 2));
        Assert.Equal(new DateOnly(2026, 3, 1), reader.GetFieldValue<DateOnly>(4));
        Assert.False(reader.Read());
        Assert.False(reader.Read());
        Assert.False(reader.NextResult());
    }

    [Fact]
    public void Lecture_ParMorceauxDOctetsEtDeCaracteres()
    {
        using var command = _connection.CreateCommand("SELECT '\\x01\\x02\\x03'::BLOB, 'rémunération', 5 AS cinq");
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read());
        var bytes = new byte[4];
        Assert.Equal(3, reader.GetBytes(0, 0, buffer: null, 0, 0));
        Assert.Equal(2, reader.GetBytes(0, 1, bytes, 1, 10));
        Assert.Equal(new byte[] { 0, 2, 3, 0 }, bytes);
        var chars = new char[4];
        Assert.Equal(4, reader.GetChars(1, 1, chars, 0, 4));
        Assert.Equal("émun", new string(chars));
        Assert.Equal(5, reader[2]);
        Assert.Equal("Integer", reader.GetDataTypeName(2));
        Assert.Equal(2, reader.GetOrdinal("CINQ"));
        Assert.Throws<NotSupportedException>(() => reader.GetGuid(2));
    }

    [Fact]
    public void Lecture_SansLigneNiApresFermeture()
    {
        using var command = _connection.CreateCommand("SELECT 1 AS n WHERE false");
        var reader = command.ExecuteReader();
        Assert.False(reader.HasRows);
        Assert.False(reader.Read());
        Assert.Equal(1, reader.FieldCount);
        Assert.Equal("n", reader.GetName(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => reader.GetOrdinal("m"));
        reader.Dispose();
        Assert.Throws<ObjectDisposedException>(() => reader.Read());
        Assert.Null(command.ExecuteScalar());
    }

    [Fact]
    public void Lecture_DUnTypeInconnuEstRefuseeClairement()
    {
        var refusal = Assert.Throws<NotSupportedException>(() => _connection.Scalar("SELECT INTERVAL 1 DAY AS duree"));
        Assert.Contains("duree", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<OverflowException>(() => _connection.Scalar("SELECT DATE 'infinity'"));
    }

    [Fact]
    public void Lecture_SansBoiteNAlloueRienParLigne()
    {
        using var command = _connection.CreateCommand("SELECT n, n::INTEGER, (n / 100)::DECIMAL(14,2), DATE '2026-03-01' FROM range(2000) r(n)");
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read());
        ReadRow(reader);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 1; i < 2000 && reader.Read(); i++) ReadRow(reader);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void ReadRow(DuckDbDataReader reader)
    {
        reader.GetFieldValue<long>(0);
        reader.GetFieldValue<int>(1);
        reader.GetFieldValue<decimal>(2);
        reader.GetFieldValue<DateOnly>(3);
        reader.GetScaled(2, scale: 2);
    }
}
