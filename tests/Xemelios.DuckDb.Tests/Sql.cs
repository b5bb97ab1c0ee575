namespace Xemelios.DuckDb.Tests;

/// <summary>Shorthands that make the tests read as sentences.</summary>
internal static class Sql
{
    public static DuckDbConnection InMemory()
    {
        using var database = DuckDbDatabase.Open(DuckDbDatabase.InMemory, TemporaryDatabase.Options);
        return database.Connect();
    }

    public static object? Scalar(this DuckDbConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = connection.CreateCommand(sql);
        foreach (var (name, value) in parameters) command.Parameters.Add(name, value);
        return command.ExecuteScalar();
    }

    public static long Count(this DuckDbConnection connection, string table) => (long)connection.Scalar($"SELECT count(*) FROM {table}")!;

    public static T Single<T>(this DuckDbConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = connection.CreateCommand(sql);
        foreach (var (name, value) in parameters) command.Parameters.Add(name, value);
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read());
        return reader.GetFieldValue<T>(0);
    }
}
