using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Xemelios.Web.Tests;

/// <summary>Lets bunit find AngleSharp.Diffing: it asks for a later version than the one that can be had (see Bunit.targets).</summary>
internal static class BunitAssemblies
{
#pragma warning disable CA2255 // The runtime must know before any test class is loaded.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void AnswerWithTheOneBesideUs() => AssemblyLoadContext.Default.Resolving += (context, name) =>
        name.Name == "AngleSharp.Diffing"
            ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "AngleSharp.Diffing.dll"))
            : null;
}
