using System.Globalization;

namespace Xemelios.Web.Pages.Echantillons;

/// <summary>Where plans and samples are seen.</summary>
public static class AdresseDEchantillon
{
    public const string Tous = "/echantillons";

    public static string Plan(long souche) => string.Create(CultureInfo.InvariantCulture, $"{Tous}/plans/{souche}");

    public static string De(long id) => string.Create(CultureInfo.InvariantCulture, $"{Tous}/{id}");

    public static string Feuille(long id) => $"{De(id)}/feuille";

    /// <summary>The sheet and its annexes to sign (pdf), or its rows.</summary>
    public static string Export(long id, string extension) => $"/exports{De(id)}.{extension}";
}
