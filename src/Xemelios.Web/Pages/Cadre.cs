using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Filters;

namespace Xemelios.Web.Pages;

/// <summary>The collectivité, the budget and the month in which somebody works: part of every address, carried from screen to screen.</summary>
/// <param name="Budget">Its key; "" for what has no budget, null for all.</param>
public sealed record Cadre(string? Siret = null, string? Budget = null, MoisDePaye? Mois = null)
{
    private const string Sans = FiltresDeBulletins.Sans;

    // The screens whose path says where they are, by the first segment of it.
    private static readonly string[] DUnMois = ["justificatifs", "justificatifs-attendus", "heures-supplementaires"];
    private static readonly string[] DUnEmployeur = ["nomenclatures", "passage", "agents", "restitution", "rectifications", "rubriques"];

    /// <summary>Screens that no menu has and that keep their frame.</summary>
    public static IReadOnlyList<string> Ecrans { get; } = ["/nominatif", "/recapitulatif", "/rapport-de-controle", "/repartition", "/justificatifs-attendus", "/heures-supplementaires", "/passage", "/recherche"];

    /// <summary>What an address says; the parameters say what its path does not.</summary>
    public static Cadre Lire(string chemin, string? parametres)
    {
        var lus = QueryHelpers.ParseQuery(parametres);
        string? Lu(string nom) => lus.TryGetValue(nom, out var valeurs) && valeurs.ToString() is { Length: > 0 } valeur ? valeur : null;
        var duReste = new Cadre(Employeur(Lu("siret")), DeLAdresse(Lu("budget")), Periode(Lu("mois")));
        return chemin.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
        {
            ["etats", var siret, var budget, var mois, ..] => new(Employeur(siret), DeLAdresse(Uri.UnescapeDataString(budget)), Periode(mois)),
            [var ecran, var siret, var mois, ..] when DUnMois.Contains(ecran) => duReste with { Siret = Employeur(siret), Mois = Periode(mois) },
            ["mandats", var siret, var exercice, ..] => duReste with { Siret = Employeur(siret), Mois = duReste.Mois is { } m && m.Annee.ToString(CultureInfo.InvariantCulture) == exercice ? m : null },
            [var ecran, var siret, ..] when DUnEmployeur.Contains(ecran) => duReste with { Siret = Employeur(siret) },
            _ => duReste,
        };
    }

    /// <summary>The screen of an address, as <see cref="Vers"/> knows it: the path without what says where.</summary>
    public static string EcranDe(string chemin) => chemin.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
    {
        ["etats", _, _, _, var suite, ..] => "/" + suite,
        ["etats", _, _, _] => "/etat",
        ["bulletins" or "pieces" or "sources" or "agents" or "rubriques" or "restitution" or "rectifications", ..] => "/bulletins",
        ["comparer", ..] => "/comparaisons",
        [var ecran, ..] => "/" + ecran,
        _ => "/",
    };

    /// <summary>The same screen, in this frame.</summary>
    public string Vers(string ecran) => (ecran, this) switch
    {
        ("/etat", { Siret: { } siret, Budget: { } budget, Mois: { } mois }) => DeLEtat(siret, budget, mois, ""),
        ("/rapprochement" or "/nominatif" or "/recapitulatif" or "/rapport-de-controle", { Siret: { } siret, Budget: { } budget, Mois: { } mois }) => DeLEtat(siret, budget, mois, ecran),
        ("/etat" or "/rapprochement" or "/nominatif" or "/recapitulatif" or "/rapport-de-controle", _) => Avec("/etats"),
        ("/justificatifs" or "/justificatifs-attendus" or "/heures-supplementaires", { Siret: { } siret, Mois: { } mois }) => Chemins.Avec($"{ecran}/{siret}/{mois}", ("budget", DansLAdresse)),
        ("/justificatifs-attendus" or "/heures-supplementaires", _) => Avec("/justificatifs"),
        ("/mandats", { Siret: { } siret, Mois: { } mois }) => Chemins.Avec(Chemins.Mandats(siret, mois.Annee), ("budget", DansLAdresse), ("mois", mois.ToString())),
        ("/nomenclatures" or "/passage", { Siret: { } siret }) => Chemins.Avec($"{ecran}/{siret}", ("budget", DansLAdresse), ("mois", Mois?.ToString())),
        ("/passage", _) => Avec("/nomenclatures"),
        _ => Avec(ecran),
    };

    private string? DansLAdresse => Budget is "" ? Sans : Budget;

    // A comparison without budget is one of all budgets.
    private string Avec(string ecran) => Chemins.Avec(ecran, ("siret", Siret), ("budget", ecran is "/quoi-de-neuf" or "/comparaisons" && Budget is "" ? null : DansLAdresse), ("mois", Mois?.ToString()));

    private static string DeLEtat(string siret, string budget, MoisDePaye mois, string suite) => $"/etats/{siret}/{(budget.Length == 0 ? Sans : Uri.EscapeDataString(budget))}/{mois}{suite}";

    private static string? DeLAdresse(string? budget) => budget == Sans ? "" : budget is null ? null : CodeBudget.Cle(budget);

    // It becomes part of other addresses: what no SIRET looks like is none.
    private static string? Employeur(string? siret) => siret is { Length: > 0 and <= 20 } && siret.All(char.IsAsciiLetterOrDigit) ? siret : null;

    private static MoisDePaye? Periode(string? texte) => MoisDePaye.TryParse(texte, out var mois) ? mois : null;
}
