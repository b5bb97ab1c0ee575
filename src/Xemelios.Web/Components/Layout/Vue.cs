using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Xemelios.Web.Components.Layout;

/// <summary>How somebody likes to see the application on this machine: kept in a cookie that says nothing of who he is.</summary>
public sealed class Vue(IHttpContextAccessor requete)
{
    /// <summary>Holds the choices, as the parameters of an address are written.</summary>
    public const string Cookie = "xemelios-vue";

    private static readonly Dictionary<string, (string Valeur, string Libelle)[]> Reglages = new(StringComparer.Ordinal)
    {
        ["theme"] = [("auto", "Thème de la machine"), ("light", "Thème clair"), ("dark", "Thème sombre")],
        ["densite"] = [("dense", "Tableaux denses"), ("aeree", "Tableaux aérés")],
        ["incognito"] = [("non", "Montrer les noms et les montants"), ("oui", "Masquer les noms et les montants (démonstration)")],
        ["touches"] = [("oui", "Raccourcis d'une seule touche"), ("non", "Sans raccourci d'une seule touche")],
    };

    /// <summary>What each setting is now; the first value of each when nothing was chosen.</summary>
    public string this[string nom]
    {
        get
        {
            var choisie = QueryHelpers.ParseQuery(requete.HttpContext?.Request.Cookies[Cookie]).TryGetValue(nom, out var valeurs) ? valeurs.ToString() : null;
            return Array.Exists(Reglages[nom], v => v.Valeur == choisie) ? choisie! : Reglages[nom][0].Valeur;
        }
    }

    /// <summary>What could be chosen instead of what is.</summary>
    public IEnumerable<(string Libelle, string Nom, string Valeur)> Choix =>
        from reglage in Reglages from valeur in reglage.Value where valeur.Valeur != this[reglage.Key] select (valeur.Libelle, reglage.Key, valeur.Valeur);

    /// <summary>The cookie once this is chosen; null when there is no such choice.</summary>
    public string? Avec(string nom, string valeur) =>
        Reglages.TryGetValue(nom, out var valeurs) && Array.Exists(valeurs, v => v.Valeur == valeur)
            ? string.Join('&', Reglages.Keys.Select(cle => $"{cle}={(cle == nom ? valeur : this[cle])}"))
            : null;
}
