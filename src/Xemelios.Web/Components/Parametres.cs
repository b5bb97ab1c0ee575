using Microsoft.AspNetCore.WebUtilities;

namespace Xemelios.Web.Components;

/// <summary>Parameters of the current address: the address is the state of a screen.</summary>
public static class Parametres
{
    /// <summary>The last value of a parameter, or null when the address does not hold it.</summary>
    public static string? Lire(string adresse, string nom) =>
        QueryHelpers.ParseQuery(new Uri(adresse).Query).TryGetValue(nom, out var valeurs) ? valeurs[^1] : null;
}
