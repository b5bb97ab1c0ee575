namespace Xemelios.Web.Pages.Restitutions;

/// <summary>Where the data held on an agent are given to him, and where what he contests is noted.</summary>
public static class AdresseDeRestitution
{
    public static string DeLAgent(string siret, string matricule) => $"/restitution/{siret}/{Uri.EscapeDataString(matricule)}";

    /// <summary>The rectifications of an agent; of one bulletin when it is named.</summary>
    /// <param name="matricule">Null for a bulletin that names none.</param>
    public static string Rectifications(string siret, string? matricule, string? volume = null, int? ordre = null) =>
        Chemins.Avec($"/rectifications/{siret}/{Uri.EscapeDataString(matricule ?? "")}", ("volume", volume), ("ordre", ordre?.ToString(System.Globalization.CultureInfo.InvariantCulture)));
}
