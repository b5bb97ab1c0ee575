using System.Globalization;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Bulletins;
using Xemelios.Query.Filters;
using Xemelios.Web.Components;
using Xemelios.Web.Pages.EtatsLiquidatifs;

namespace Xemelios.Web.Pages.Recherches;

/// <summary>A filter read back in French: "de mars 2026", "ayant des lignes de nature 64118".</summary>
public static class PhraseDeFiltre
{
    private static readonly Dictionary<string, string> Absences = new()
    {
        ["budget"] = "sans budget", ["train"] = "du train principal", ["matricule"] = "sans matricule", ["statut"] = "sans statut",
        ["service"] = "sans service", ["grade"] = "sans grade", ["emploi"] = "sans emploi", ["rubrique"] = "ayant des lignes sans code de rubrique",
        ["nature_retenues"] = "ayant des retenues sans nature",
    };

    private static readonly Dictionary<string, string> Parts = new()
    {
        ["brut"] = "ayant du brut", ["retenues"] = "ayant des retenues", ["charges"] = "ayant des charges patronales", ["autres"] = "ayant des lignes hors brut, retenues et charges",
        ["mandat"] = "ayant du brut ou des charges patronales",
    };

    /// <param name="critere">A filter of an address.</param>
    /// <param name="employeur">The name of the employer, when it is known.</param>
    public static string Dire(CritereDeRecherche critere, string? employeur = null)
    {
        if (critere.Valeur == FiltresDeBulletins.Sans && Absences.TryGetValue(critere.Cle, out var absence))
            return absence;
        return critere.Cle switch
        {
            "siret" => $"de l'employeur {employeur ?? critere.Valeur}",
            "mois" => $"de {Mois(critere.Valeur)}",
            "statut" => $"de statut {LibellesDeStatut.ParDefaut(critere.Valeur)}",
            "part" => Parts.GetValueOrDefault(critere.Valeur, critere.Valeur),
            "avec_pj" => EstOui(critere.Valeur) ? "avec des pièces justificatives" : "sans pièce justificative",
            "sans_nature" => EstOui(critere.Valeur) ? "ayant des lignes sans nature" : "ayant des lignes dont la nature est connue",
            "categorie" => $"ayant des lignes de la catégorie {AxesDeLEtat.Categorie(critere.Valeur)}",
            _ => Modele(critere),
        };
    }

    private static string Modele(CritereDeRecherche critere)
    {
        var valeur = critere.Cle.StartsWith("mois", StringComparison.Ordinal) ? Mois(critere.Valeur) : critere.Valeur;
        return FiltresDeBulletins.Trouver(critere.Cle)?.Phrase.Replace("{0}", valeur, StringComparison.Ordinal)
            ?? string.Create(CultureInfo.InvariantCulture, $"{critere.Cle} {critere.Valeur}");
    }

    private static string Mois(string valeur) => MoisDePaye.TryParse(valeur, out var mois) ? FormatFrancais.Mois(mois.Annee, mois.Mois) : valeur;

    private static bool EstOui(string valeur) => valeur is "oui" or "true" or "1";
}
