using Xemelios.DuckDb.Native;

namespace Xemelios.DuckDb;

/// <summary>The database files open in this process. Two instances on one file would not see each other and would corrupt it
/// (locks are per process), so one file has one instance: DuckDB's instance cache gives the same one as long as anything holds
/// it, and the options of the first opening bind the following ones.</summary>
internal static class OpenFiles
{
    private static readonly Lock Gate = new();
    private static readonly InstanceCacheHandle Cache = NativeMethods.CreateInstanceCache();
    private static readonly Dictionary<string, Entry> Entries = new(RealPath.Comparer);

    /// <summary>Opens or joins the file; each call is balanced by one <see cref="Release"/>.</summary>
    /// <exception cref="InvalidOperationException">The file is open with other options.</exception>
    public static DatabaseHandle Open(string realPath, DuckDbOptions options)
    {
        lock (Gate)
        {
            if (Entries.TryGetValue(realPath, out var entry) && entry.Options != options)
                throw new InvalidOperationException(
                    $"The database '{realPath}' is already open with other options ({entry.Options}, asked: {options}).");
            var handle = DatabaseOpening.Open(options,
                (config, out database, out error) => NativeMethods.GetOrCreateFromCache(Cache, realPath, out database, config, out error));
            if (entry is null)
            {
                try
                {
                    Restrict(handle, options);
                }
                catch
                {
                    handle.Dispose();
                    throw;
                }

                entry = Entries[realPath] = new Entry(options);
            }

            entry.Holders++;
            return handle;
        }
    }

    /// <summary>Adds a holder to a file that is open: a connection outlives the database object that made it.</summary>
    public static void Retain(string realPath)
    {
        lock (Gate)
            Entries[realPath].Holders++;
    }

    public static void Release(string realPath)
    {
        lock (Gate)
            if (--Entries[realPath].Holders == 0)
                Entries.Remove(realPath);
    }

    /// <summary>Those who join find an instance that is restricted already, and whose settings nothing can change.</summary>
    private static void Restrict(DatabaseHandle handle, DuckDbOptions options)
    {
        if (options.Restriction() is not { } restriction) return;
        if (NativeMethods.Connect(handle, out var native) == NativeState.Error)
            throw new DuckDbException("DuckDB could not connect to the database.");
        using var connection = new DuckDbConnection(native, DuckDbDatabase.InMemory, heldFile: null);
        connection.Execute(restriction);
    }

    private sealed class Entry(DuckDbOptions options)
    {
        public DuckDbOptions Options { get; } = options;

        public int Holders { get; set; }
    }
}
