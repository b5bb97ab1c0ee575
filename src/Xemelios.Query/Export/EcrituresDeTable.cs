using Xemelios.Query.Export.Pdf;
using Xemelios.Query.Export.Xlsx;

namespace Xemelios.Query.Export;

/// <summary>The writers, by format.</summary>
public static class EcrituresDeTable
{
    /// <summary>The writer of a format.</summary>
    /// <param name="dossierTemporaire">Where a writer that needs a file of its own puts it, and removes it: that of the data folder.</param>
    public static IEcritureDeTable Pour(FormatDExport format, string dossierTemporaire) => format switch
    {
        FormatDExport.Json => new EcritureJson(),
        FormatDExport.Csv => new EcritureCsv(),
        FormatDExport.Xlsx => new EcritureXlsx(),
        FormatDExport.Pdf => new EcriturePdf(),
        FormatDExport.Parquet => new EcritureParquet(dossierTemporaire),
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    /// <summary>The format of an extension, as in the end of an address; null when there is none.</summary>
    public static FormatDExport? Lire(string? extension) =>
        Enum.GetValues<FormatDExport>().Cast<FormatDExport?>().FirstOrDefault(f => string.Equals(f.ToString(), extension, StringComparison.OrdinalIgnoreCase));
}
