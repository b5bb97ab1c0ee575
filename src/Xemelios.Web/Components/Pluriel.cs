namespace Xemelios.Web.Components;

/// <summary>Counts in French sentences: none and one are singular.</summary>
public static class Pluriel
{
    /// <summary>"3 bulletins": the count, and the noun with an <c>s</c> from two on.</summary>
    public static string Compter(long nombre, string singulier, string? pluriel = null) =>
        $"{FormatFrancais.Entier(nombre)} {(nombre < 2 ? singulier : pluriel ?? singulier + "s")}";
}
