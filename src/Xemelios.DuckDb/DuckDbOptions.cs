using System.Globalization;

namespace Xemelios.DuckDb;

/// <summary>How a database is opened. The settings are frozen at opening: no SQL changes them afterwards, and SQL reaches no
/// other file than those of <see cref="FilesIn"/>, no network and no extension.</summary>
/// <param name="MemoryLimitMiB">Ceiling of DuckDB's buffers in MiB; beyond it, operators spill to <paramref name="TempDirectory"/>.</param>
/// <param name="Threads">Worker threads of the database, at least 1.</param>
/// <param name="TempDirectory">Where operators spill; null leaves DuckDB's choice, a folder beside the file.</param>
/// <param name="ReadOnly">Open without the right to write; the file must exist.</param>
public sealed record DuckDbOptions(int MemoryLimitMiB, int Threads, string? TempDirectory = null, bool ReadOnly = false)
{
    // Each month ends in blocks that are not full: with blocks of 64 KiB instead of 256, twelve months weigh 30 % less (measured).
    private const int BlockSize = 1 << 16;

    /// <summary>Lets SQL read files all the same: for measures that compare with DuckDB's own readers, never for a data folder.</summary>
    internal bool ReadsFiles { get; init; }

    /// <summary>The only folder whose files SQL may read, write and attach, besides the database's own; null for none.</summary>
    public string? FilesIn { get; init; }

    /// <summary>The settings as DuckDB names them.</summary>
    internal IEnumerable<KeyValuePair<string, string>> Settings()
    {
        yield return new("access_mode", ReadOnly ? "READ_ONLY" : "AUTOMATIC");
        yield return new("memory_limit", MemoryLimitMiB.ToString(CultureInfo.InvariantCulture) + "MiB");
        yield return new("threads", Threads.ToString(CultureInfo.InvariantCulture));
        if (TempDirectory is not null) yield return new("temp_directory", TempDirectory);
        yield return new("storage_compatibility_version", "latest");
        yield return new("default_block_size", BlockSize.ToString(CultureInfo.InvariantCulture));
        yield return new("preserve_insertion_order", "true");
        yield return new("autoinstall_known_extensions", "false");
        yield return new("autoload_known_extensions", "false");
        yield return new("enable_external_access", ReadsFiles || FilesIn is not null ? "true" : "false");
        yield return new("lock_configuration", FilesIn is null ? "true" : "false");
    }

    /// <summary>What SQL alone can set, before anything else runs: DuckDB's configuration takes no list.</summary>
    internal string? Restriction() => FilesIn is null
        ? null
        : $"SET allowed_directories = ['{FilesIn.Replace("'", "''", StringComparison.Ordinal)}']; SET enable_external_access = false; SET lock_configuration = true";
}
