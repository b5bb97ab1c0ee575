using System.Text;

namespace Xemelios.DuckDb.Tests;

/// <summary>Seeded random tables: what is appended is read back, in order, and the sums agree.</summary>
public sealed class RoundTripProperties
{
    private const string Letters = "abcdeéèàçùôïœŒÆ ’«»€😀ZYX0123456789'\"\\\n";

    private sealed record Row(int Id, short? Small, long? Big, long? Cents, decimal? Rate, string? Text, DateOnly? Date, DateTime? Time, byte[]? Bytes);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void LignesAjoutees_SontRelues(int seed)
    {
        var random = new Random(seed);
        var rows = Enumerable.Range(0, random.Next(0, 7000)).Select(i => RandomRow(random, i)).ToList();
        using var connection = Sql.InMemory();
        connection.Execute("""
            CREATE TABLE t (id INTEGER, small SMALLINT, big BIGINT, cents DECIMAL(14,2), rate DECIMAL(18,4), texte VARCHAR, jour DATE,
              instant TIMESTAMP, octets BLOB)
            """);
        using (var appender = connection.CreateAppender("t"))
        {
            rows.ForEach(row => Append(appender, row));
            appender.Close();
        }

        AssertSameRows(rows, connection);
        var cents = rows.Sum(r => r.Cents ?? 0);
        Assert.Equal(cents / 100m, connection.Scalar("SELECT coalesce(sum(cents), 0) FROM t"));
        Assert.Equal(rows.Sum(r => r.Rate ?? 0), connection.Scalar("SELECT coalesce(sum(rate), 0) FROM t"));
        Assert.Equal((long)rows.Count(r => r.Text is null), connection.Count("t WHERE texte IS NULL"));
    }

    private static void AssertSameRows(List<Row> rows, DuckDbConnection connection)
    {
        using var command = connection.CreateCommand("SELECT * FROM t");
        using var reader = command.ExecuteReader();
        foreach (var row in rows)
        {
            Assert.True(reader.Read());
            Assert.Equal(row.Id, reader.GetInt32(0));
            Assert.Equal(row.Small, reader.GetFieldValue<short?>(1));
            Assert.Equal(row.Big, reader.GetFieldValue<long?>(2));
            Assert.Equal(row.Cents, reader.IsDBNull(3) ? null : reader.GetScaled(3, scale: 2));
            Assert.Equal(row.Rate, reader.GetFieldValue<decimal?>(4));
            Assert.Equal(row.Text, reader.IsDBNull(5) ? null : reader.GetString(5));
            Assert.Equal(row.Date, reader.GetFieldValue<DateOnly?>(6));
            Assert.Equal(row.Time, reader.GetFieldValue<DateTime?>(7));
            Assert.Equal(row.Bytes, reader.IsDBNull(8) ? null : reader.GetFieldValue<byte[]>(8));
        }

        Assert.False(reader.Read());
    }

    private static Row RandomRow(Random random, int id) => new(
        id,
        Maybe(random, (short?)random.Next(short.MinValue, short.MaxValue + 1)),
        Maybe<long?>(random, random.NextInt64(long.MinValue, long.MaxValue)),
        Maybe<long?>(random, random.NextInt64(-99_999_999_999_999, 100_000_000_000_000)),
        Maybe<decimal?>(random, random.NextInt64(-999_999_999_999_999_999, 1_000_000_000_000_000_000) / 10_000m),
        Maybe(random, RandomText(random)),
        Maybe<DateOnly?>(random, DateOnly.FromDayNumber(random.Next(DateOnly.MaxValue.DayNumber + 1))),
        Maybe<DateTime?>(random, new DateTime(random.NextInt64(DateTime.MaxValue.Ticks / 10) * 10)),
        Maybe(random, RandomBytes(random)));

    private static T? Maybe<T>(Random random, T value) => random.Next(5) == 0 ? default : value;

    private static string RandomText(Random random)
    {
        var runes = Letters.EnumerateRunes().ToArray();
        var text = new StringBuilder();
        for (var left = random.Next(40); left > 0; left--) text.Append(runes[random.Next(runes.Length)]);
        return text.ToString();
    }

    private static byte[] RandomBytes(Random random)
    {
        var bytes = new byte[random.Next(40)];
        random.NextBytes(bytes);
        return bytes;
    }

    private static void Append(TableAppender appender, Row row)
    {
        appender.Int32(row.Id);
        appender.Int16(row.Small);
        appender.Int64(row.Big);
        appender.Decimal18(row.Cents);
        appender.Decimal(row.Rate);
        appender.Text(row.Text);
        appender.Date(row.Date);
        appender.Timestamp(row.Time);
        if (row.Bytes is null) appender.Null();
        else appender.Blob(row.Bytes);
        appender.EndRow();
    }
}
