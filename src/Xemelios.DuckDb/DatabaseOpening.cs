using Xemelios.DuckDb.Native;

namespace Xemelios.DuckDb;

/// <summary>A native function that opens a database under a configuration.</summary>
internal delegate NativeState OpenFunction(ConfigHandle config, out DatabaseHandle database, out nint error);

/// <summary>Turns options into a native configuration and opens a database with it.</summary>
internal static class DatabaseOpening
{
    public static DatabaseHandle Open(DuckDbOptions options, OpenFunction open)
    {
        using var config = Configure(options);
        var state = open(config, out var database, out var error);
        var message = NativeMethods.TakeText(error);
        if (state == NativeState.Success) return database;
        database.Dispose();
        throw new DuckDbException(message ?? "DuckDB could not open the database.");
    }

    private static ConfigHandle Configure(DuckDbOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MemoryLimitMiB, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1, nameof(options));
        if (NativeMethods.CreateConfig(out var config) == NativeState.Error)
            throw new DuckDbException("DuckDB could not create a configuration.");
        foreach (var (name, value) in options.Settings())
        {
            if (NativeMethods.SetConfig(config, name, value) == NativeState.Success) continue;
            config.Dispose();
            throw new DuckDbException($"DuckDB refuses the setting {name} = '{value}'.", DuckDbErrorType.InvalidConfiguration);
        }

        return config;
    }
}
