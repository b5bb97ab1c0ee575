using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Xemelios.Architecture.Tests;

/// <summary>The domain computes; it neither reads nor writes anything.</summary>
public sealed class DomaineTests
{
    private static readonly string[] EspacesInterdits =
        ["System.Net", "System.Data", "System.Xml", "System.IO.Compression", "System.IO.Pipes", "System.IO.MemoryMappedFiles", "Microsoft.Data", "Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore"];

    private static readonly string[] TypesInterdits =
        ["System.Console", "System.Environment", "System.Diagnostics.Process", "System.Diagnostics.ProcessStartInfo"];

    /// <summary>Of System.IO, only what lives in memory or is handed in by the caller.</summary>
    private static readonly string[] TypesDeSystemIoPermis =
        ["Stream", "MemoryStream", "TextReader", "TextWriter", "StringReader", "StringWriter"];

    [Fact]
    public void LeDomaineNeFaitAucuneEntreeSortie()
    {
        using var assembly = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Xemelios.Domain.dll")));
        var metadata = assembly.GetMetadataReader();
        var types = metadata.TypeReferences.Select(metadata.GetTypeReference)
            .Select(t => (Espace: metadata.GetString(t.Namespace), Nom: metadata.GetString(t.Name)))
            .ToList();

        Assert.NotEmpty(types);
        Assert.Empty(types.Where(t => EstInterdit(t.Espace, t.Nom)).Select(t => $"{t.Espace}.{t.Nom}"));
    }

    private static bool EstInterdit(string espace, string nom) =>
        EspacesInterdits.Any(interdit => espace == interdit || espace.StartsWith(interdit + ".", StringComparison.Ordinal))
        || TypesInterdits.Contains($"{espace}.{nom}")
        || (espace == "System.IO" && !TypesDeSystemIoPermis.Contains(nom));
}
