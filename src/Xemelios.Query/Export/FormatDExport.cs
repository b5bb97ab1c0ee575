namespace Xemelios.Query.Export;

/// <summary>The forms under which an answer leaves the program; their names in lower case are file extensions.</summary>
public enum FormatDExport
{
    Json,
    Csv,
    Xlsx,
    Pdf,
    Parquet,
}
