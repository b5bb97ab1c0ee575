using System.Reflection;

namespace Xemelios.Web;

/// <summary>Which program made a document.</summary>
public static class VersionDuProgramme
{
    /// <summary>"1.0.0", without what the build adds after it.</summary>
    public static string Dite { get; } =
        typeof(VersionDuProgramme).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "sans version";
}
