using Microsoft.AspNetCore.WebUtilities;
using Xemelios.Query.Criteres;
using Xemelios.Query.ExportsConfigures;
using Xemelios.Web.Pages.Recherches;

namespace Xemelios.Web.Pages.ExportsConfigures;

/// <summary>The addresses of exports; those that run one go on with the search that was on the screen, when there is one.</summary>
public static class AdresseDExport
{
    public const string Liste = "/exports";

    public const string Configuration = "/exports/configuration";

    /// <summary>The file: <c>/exports/resultat/{code}?format=</c> with the query of a search.</summary>
    public const string Resultat = "/exports/resultat";

    private const string Origine = "de";

    /// <summary>The list of configurations, for a search.</summary>
    public static string Pour(RechercheDansLAdresse recherche) => Chemins.Avec(Liste, Parametres(recherche));

    /// <summary>The choice of what to export by a configuration.</summary>
    /// <param name="recherche">The search to export; null to choose an employer and a month.</param>
    public static string Executer(string code, RechercheDansLAdresse? recherche = null) =>
        Chemins.Avec($"/exports/executer/{code}", recherche is null ? [] : Parametres(recherche));

    public static string Modifier(string code) => $"{Configuration}/{code}";

    public static string Nouveau(Sujet sujet) => Chemins.Avec(Configuration, ("sujet", sujet.ToString()));

    /// <summary>The search that an address carries; null when it carries none.</summary>
    public static RechercheDansLAdresse? Recherche(string adresse) =>
        QueryHelpers.ParseQuery(new Uri(adresse).Query).ContainsKey(Origine) ? RechercheDansLAdresse.Lire(adresse) : null;

    /// <summary>The search of a subject that an address carries, whatever its path.</summary>
    public static RechercheDansLAdresse Recherche(string adresse, Sujet sujet)
    {
        var lue = RechercheDansLAdresse.Lire(new UriBuilder(adresse) { Path = "/" }.Uri.ToString());
        return lue with { Sujet = sujet };
    }

    private static (string, string?)[] Parametres(RechercheDansLAdresse recherche) =>
        [(Origine, recherche.Chemin.TrimStart('/')), .. (recherche with { Page = 1 }).Parametres()];
}

/// <summary>What is being written in the editor, as its address holds it: nothing typed is lost by ticking everything or by a refusal.</summary>
public sealed record SaisieDeConfiguration(Sujet Sujet, string Code, string Libelle, IReadOnlyCollection<string> Champs, string? Refus)
{
    /// <summary>Reads an address.</summary>
    /// <param name="gardee">What the address does not say.</param>
    public static SaisieDeConfiguration Lire(string adresse, SaisieDeConfiguration gardee)
    {
        var parametres = QueryHelpers.ParseQuery(new Uri(adresse).Query);
        string? Valeur(string nom) => parametres.TryGetValue(nom, out var valeurs) ? valeurs[^1] : null;
        var sujet = CodeDeConfiguration.LireSujet(Valeur("sujet")) ?? gardee.Sujet;
        IReadOnlyCollection<string> champs = Valeur("tout") switch
        {
            "oui" => [.. ChampsDExport.Toutes(sujet)],
            "non" => [],
            _ => parametres.TryGetValue("champ", out var ticks) ? [.. ticks.OfType<string>()] : gardee.Champs,
        };
        return new SaisieDeConfiguration(sujet, Valeur("code") ?? gardee.Code, Valeur("libelle") ?? gardee.Libelle, champs, Valeur("refus"));
    }

    /// <summary>The editor with this in it.</summary>
    public string Vers(string editeur) => Chemins.Avec(
        editeur, [("sujet", Sujet.ToString()), ("code", Code), ("libelle", Libelle), ("refus", Refus), .. Champs.Select(c => ("champ", (string?)c))]);
}
