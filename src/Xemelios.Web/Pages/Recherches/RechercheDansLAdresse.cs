using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Xemelios.Query.Bulletins;
using Xemelios.Query.Criteres;
using Xemelios.Query.Filters;
using Xemelios.Query.Recherches;

namespace Xemelios.Web.Pages.Recherches;

/// <summary>A search as its address holds it: filters, criteria, columns, groups, sort, page. Empty fields of a form are no filter.</summary>
/// <param name="Texte">Criteria joined by ET, OU and PAS, beside the filters.</param>
/// <param name="Colonnes">Keys between commas; null for the default ones.</param>
/// <param name="Grouper">One or two keys of columns, between commas.</param>
public sealed record RechercheDansLAdresse(
    Sujet Sujet, IReadOnlyList<CritereDeRecherche> Criteres, string Texte, string? Colonnes, string? Grouper, string? Tri, int Page, int Taille)
{
    /// <summary>Widths of columns in pixels, as <c>nom:200,net:120</c>; null for those that the browser chooses.</summary>
    public string? Largeurs { get; init; }

    public const int TailleParDefaut = 100;

    private const string Origine = "de";

    private static readonly (Sujet Sujet, string Chemin)[] Chemins =
        [(Sujet.Bulletins, "/bulletins"), (Sujet.Lignes, "/lignes"), (Sujet.Repartition, "/repartition")];

    /// <summary>True when filters or criteria bear on lines: what was found is then an amount.</summary>
    public bool SurDesLignes => Sujet == Sujet.Bulletins && (Criteres.Any(c => FiltresDeBulletins.Trouver(c.Cle)?.SurLigne == true) || Query.Recherches.Colonnes.ChercheDesLignes(Lue));

    public bool EstVide => Criteres.Count == 0 && Tri is null && Texte.Length == 0;

    /// <summary>The search that is asked, criteria as the address writes them.</summary>
    /// <exception cref="Query.QuestionRefuseeException">a filter or a criterion does not read.</exception>
    public RechercheQuestion Question => new(
        Sujet, EcritureDeCriteres.Ecrire(Condition.Toutes(FiltresDeBulletins.Condition(Criteres), Sujet.Lire(Texte))),
        Colonnes, Tri?.TrimStart('-'), Tri?.StartsWith('-') == true, Page, Taille);

    /// <summary>Reads the path and the query of an address; what is no part of a search is left to others.</summary>
    public static RechercheDansLAdresse Lire(string adresse)
    {
        var lue = new Uri(adresse);
        var parametres = QueryHelpers.ParseQuery(lue.Query);
        var criteres = FiltresDeBulletins.Tous
            .Select(f => new CritereDeRecherche(f.Cle, Valeur(parametres, f.Cle) ?? ""))
            .Where(c => !string.IsNullOrWhiteSpace(c.Valeur)).ToList();
        return new RechercheDansLAdresse(SujetDe(lue.AbsolutePath, Valeur(parametres, Origine)), criteres, Valeur(parametres, "q") ?? "",
            Liste(parametres, "col"), Liste(parametres, "grouper"), Valeur(parametres, "tri"), Entier(parametres, "page") ?? 1,
            Math.Clamp(Entier(parametres, "taille") ?? TailleParDefaut, 50, 500)) { Largeurs = Valeur(parametres, "larg") };
    }

    /// <summary>The value of a filter; empty when it is not set.</summary>
    public string this[string cle] => Criteres.FirstOrDefault(c => c.Cle == cle)?.Valeur ?? "";

    /// <summary>Where the search is shown, without what it asks.</summary>
    public string Chemin => Chemins[(int)Sujet].Chemin;

    /// <summary>The address of the list.</summary>
    public string Adresse => Pages.Chemins.Avec(Chemin, Parametres());

    /// <summary>The whole result as a file; the extension is a format of export.</summary>
    public string Export(string extension) => Pages.Chemins.Avec($"{Endpoints.ExportsDeRecherches.Racine}{Chemin}.{extension}", (this with { Page = 1 }).Parametres());

    /// <summary>The bulletins of the list, printed (pdf) or with their pieces (zip).</summary>
    public string Lot(string extension) => Pages.Chemins.Avec($"/exports/bulletins.{extension}", (this with { Page = 1 }).Parametres());

    /// <summary>The same, made while nobody waits.</summary>
    public string LotDiffere(string extension) => Pages.Chemins.Avec("/travaux/preparer", [("vers", $"/exports/bulletins.{extension}"), .. (this with { Page = 1 }).Parametres()]);

    /// <summary>The list without one of its filters, from its first page.</summary>
    public string Sans(string cle) => (this with { Criteres = [.. Criteres.Where(c => c.Cle != cle)], Page = 1 }).Adresse;

    /// <summary>The list with one more criterion, from its first page and row by row again.</summary>
    public string Avec(Condition condition) => (this with
    {
        Texte = EcritureDeCriteres.Ecrire(Condition.Toutes(Sujet.Lire(Texte), condition)), Grouper = null, Page = 1,
    }).Adresse;

    /// <summary>What is common to the three searches, asked of another one.</summary>
    public string Vers(Sujet sujet) => (this with
    {
        Sujet = sujet, Criteres = [.. Criteres.Where(c => c.Cle is "siret" or "budget" or "mois" or "train")], Texte = "", Colonnes = null, Largeurs = null, Grouper = null, Tri = null, Page = 1,
    }).Adresse;

    /// <summary>A bulletin of the list, which keeps the search so that one can go on to the next; and the line that was looked for.</summary>
    public string Bulletin(AdresseDeBulletin bulletin, int? ligne = null)
    {
        // A list without any filter still has an order: said in words, so that the bulletin knows that it comes from a list.
        var liste = EstVide ? this with { Tri = Sujet == Sujet.Bulletins ? "nom" : "montant" } : this;
        var adresse = Pages.Chemins.Avec(Pages.Chemins.Bulletin(bulletin.Volume, bulletin.Ordre),
            [.. liste.Parametres(), (Origine, Sujet == Sujet.Bulletins ? null : Chemin.TrimStart('/')), ("ligne", EnTexte(ligne))]);
        return ligne is null ? adresse : $"{adresse}#ligne-{EnTexte(ligne)}";
    }

    /// <summary>The parameters to write in an address, defaults left out.</summary>
    public (string, string?)[] Parametres() =>
    [
        .. Criteres.Select(c => (c.Cle, (string?)c.Valeur)), ("q", Texte.Length == 0 ? null : Texte), ("col", Colonnes), ("larg", Largeurs), ("grouper", Grouper), ("tri", Tri),
        ("page", Page == 1 ? null : EnTexte(Page)), ("taille", Taille == TailleParDefaut ? null : EnTexte(Taille)),
    ];

    /// <summary>The criteria, as far as they read.</summary>
    private Condition Lue
    {
        get
        {
            try
            {
                return Sujet.Lire(Texte);
            }
            catch (Query.QuestionRefuseeException)
            {
                return Condition.Tout;
            }
        }
    }

    private static Sujet SujetDe(string chemin, string? origine) =>
        Array.Find(Chemins, c => c.Chemin == chemin || c.Chemin == "/" + origine).Sujet;

    private static string? EnTexte(int? nombre) => nombre?.ToString(CultureInfo.InvariantCulture);

    private static string? Valeur(Dictionary<string, StringValues> parametres, string cle) =>
        parametres.TryGetValue(cle, out var valeurs) && !string.IsNullOrEmpty(valeurs[^1]) ? valeurs[^1] : null;

    /// <summary>A form of ticks gives the same name several times.</summary>
    private static string? Liste(Dictionary<string, StringValues> parametres, string cle) =>
        parametres.TryGetValue(cle, out var valeurs) && string.Join(',', valeurs.Where(v => !string.IsNullOrEmpty(v))) is { Length: > 0 } liste ? liste : null;

    private static int? Entier(Dictionary<string, StringValues> parametres, string cle) =>
        int.TryParse(Valeur(parametres, cle), NumberStyles.None, CultureInfo.InvariantCulture, out var nombre) && nombre > 0 ? nombre : null;
}
