namespace Xemelios.Domain.Valeurs;

/// <summary>The code of a budget. Two spellings that differ by case or spaces are the same budget (defect D41).</summary>
public static class CodeBudget
{
    /// <summary>The form under which codes are compared and stored as a key: no white space, upper case; empty when there is none.</summary>
    public static string Cle(string? code) =>
        code is null ? "" : string.Concat(code.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
}
