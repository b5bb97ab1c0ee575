namespace Xemelios.DuckDb;

/// <summary>One name for one file: absolute, with every symbolic link on the way followed.</summary>
internal static class RealPath
{
    /// <summary>Names differ by case alone on Linux only.</summary>
    public static StringComparer Comparer { get; } =
        OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;

    public static string Of(string path)
    {
        var full = Path.GetFullPath(path);
        var root = Path.GetPathRoot(full)!;
        var real = root;
        foreach (var part in full[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
            real = Follow(Path.Combine(real, part));
        return real;
    }

    private static string Follow(string path)
    {
        FileSystemInfo entry = Directory.Exists(path) ? new DirectoryInfo(path) : new FileInfo(path);
        return entry.LinkTarget is null ? path : Of(entry.ResolveLinkTarget(returnFinalTarget: true)!.FullName);
    }
}
