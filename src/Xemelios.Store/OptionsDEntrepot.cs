namespace Xemelios.Store;

/// <summary>How much of the machine the tables may use.</summary>
public sealed record OptionsDEntrepot
{
    /// <summary>Ceiling of DuckDB's memory, in MiB; beyond it spills to disk.</summary>
    public int MemoireMiB { get; init; } = 2048;

    /// <summary>Threads of DuckDB itself.</summary>
    public int Fils { get; init; } = Math.Clamp(Environment.ProcessorCount, 1, 8);

    /// <summary>For a process that does nothing but import: the readers of files keep the cores busy, and DuckDB's own threads, which
    /// wait for each other in a loop, would take them from them (measured: an eighth of the import).</summary>
    public static OptionsDEntrepot PourImporter => new() { Fils = 1 };

    /// <summary>Connection string of the PostgreSQL base that holds the accounts; null: gestion.db does.</summary>
    public string? Comptes { get; init; } = Environment.GetEnvironmentVariable("XEMELIOS_COMPTES");

    /// <summary>Leave the tables and the text index closed, whatever state they are in: they are going to be made again.</summary>
    public bool SansTables { get; init; }

    /// <summary>Told after each step of the exchange of two bases, for whoever wants to interrupt it.</summary>
    public Action Fait { get; init; } = () => { };
}
