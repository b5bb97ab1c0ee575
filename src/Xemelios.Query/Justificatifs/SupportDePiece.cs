namespace Xemelios.Query.Justificatifs;

/// <summary>The words for the support codes of the XHL (format page §6.3), which are not those of PES.</summary>
public static class SupportDePiece
{
    /// <summary>True for what was announced on paper: no file is to be waited for.</summary>
    public static bool EstPapier(string? code) => code?.Trim() == "02";

    public static string? Libelle(string? code) => code?.Trim() switch
    {
        null or "" => null,
        "00" => "électronique, en ligne",
        "01" or "10" => "électronique, accès local",
        "02" => "papier",
        "03" => "CD ou DVD",
        var autre => $"support {autre}",
    };
}
