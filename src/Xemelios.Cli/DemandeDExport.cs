using Xemelios.Query.Export;

namespace Xemelios.Cli;

/// <summary>An answer that is to be written to a file.</summary>
/// <param name="Fichier">As given; a relative path is read from the folder where the command was typed.</param>
public sealed record DemandeDExport(FormatDExport Format, string Fichier);
