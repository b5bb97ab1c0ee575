using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Xemelios.Query.Bulletins;
using Xemelios.Query.Filters;

namespace Xemelios.Web.Pages.Bulletins;

/// <summary>A search of bulletins as its address holds it: filters, sort, page. Empty fields of a form are no filter.</summary>
public sealed record RechercheDansLAdresse(IReadOnlyList<CritereDeRecherche> Criteres, string? Tri, int Page, int Taille)
{
    public const int TailleParDefaut = 100;

    private static readonly string[] Reserves = ["tri", "page", "taille"];

    /// <summary>True when filters bear on lines: what was found is then an amount.</summary>
    public bool SurDesLignes => Criteres.Any(c => FiltresDeBulletins.Trouver(c.Cle)?.SurLigne == true);

    public bool EstVide => Criteres.Count == 0 && Tri is null;

    public RechercheDeBulletinsQuestion Question => new(
        Criteres, Tri?.TrimStart('-'), Tri?.StartsWith('-') == true, Page, Taille);

    /// <summary>Reads the query of an address; what is no filter of bulletins is left to others.</summary>
    public static RechercheDansLAdresse Lire(string adresse)
    {
        var parametres = QueryHelpers.ParseQuery(new Uri(adresse).Query);
        var criteres = FiltresDeBulletins.Tous
            .Select(f => new CritereDeRecherche(f.Cle, Valeur(parametres, f.Cle) ?? ""))
            .Where(c => !string.IsNullOrWhiteSpace(c.Valeur)).ToList();
        return new RechercheDansLAdresse(criteres, Valeur(parametres, "tri"), Entier(parametres, "page") ?? 1,
            Math.Clamp(Entier(parametres, "taille") ?? TailleParDefaut, 50, 500));
    }

    /// <summary>The value of a filter; empty when it is not set.</summary>
    public string this[string cle] => Criteres.FirstOrDefault(c => c.Cle == cle)?.Valeur ?? "";

    /// <summary>The address of the list.</summary>
    public string Adresse => Chemins.Avec("/bulletins", Parametres());

    /// <summary>The list without one of its filters, from its first page.</summary>
    public string Sans(string cle) => (this with { Criteres = [.. Criteres.Where(c => c.Cle != cle)], Page = 1 }).Adresse;

    /// <summary>A bulletin of the list, which keeps the search so that one can go on to the next; and the line that was looked for.</summary>
    public string Bulletin(AdresseDeBulletin bulletin, int? ligne = null)
    {
        // A list without any filter still has an order: said in words, so that the bulletin knows that it comes from a list.
        var liste = EstVide ? this with { Tri = "nom" } : this;
        var adresse = Chemins.Avec(Chemins.Bulletin(bulletin.Volume, bulletin.Ordre), [.. liste.Parametres(), ("ligne", Texte(ligne))]);
        return ligne is null ? adresse : $"{adresse}#ligne-{Texte(ligne)}";
    }

    /// <summary>The parameters to write in an address, defaults left out.</summary>
    public (string, string?)[] Parametres() =>
    [
        .. Criteres.Select(c => (c.Cle, (string?)c.Valeur)), (Reserves[0], Tri),
        (Reserves[1], Page == 1 ? null : Texte(Page)), (Reserves[2], Taille == TailleParDefaut ? null : Texte(Taille)),
    ];

    private static string? Texte(int? nombre) => nombre?.ToString(CultureInfo.InvariantCulture);

    private static string? Valeur(Dictionary<string, StringValues> parametres, string cle) =>
        parametres.TryGetValue(cle, out var valeurs) && !string.IsNullOrEmpty(valeurs[^1]) ? valeurs[^1] : null;

    private static int? Entier(Dictionary<string, StringValues> parametres, string cle) =>
        int.TryParse(Valeur(parametres, cle), NumberStyles.None, CultureInfo.InvariantCulture, out var nombre) && nombre > 0 ? nombre : null;
}
