using Xemelios.Domain.Valeurs;
using Xemelios.Query.Bulletins;
using Xemelios.Query.Comparaisons;
using Xemelios.Web.Components;

namespace Xemelios.Web.Pages.Comparaisons;

/// <summary>What comparisons say to their readers.</summary>
public static class MotsDeComparaison
{
    public static string Mois(MoisDePaye mois) => FormatFrancais.Mois(mois.Annee, mois.Mois);

    /// <summary>An attribute as a reader expects it; null is what the files do not give.</summary>
    public static string? Valeur(SorteDeChangement sorte, string? valeur) => sorte switch
    {
        _ when valeur is null => null,
        SorteDeChangement.Statut => string.Join(" / ", valeur.Split(" / ").Select(v => LibellesDeStatut.ParDefaut(v) ?? v)),
        SorteDeChangement.Quotite => valeur.Replace('.', ',') + " %",
        SorteDeChangement.Nbi => valeur.Replace('.', ','),
        _ => valeur,
    };

    /// <summary>The question of a predefined search as a sentence.</summary>
    public static string Phrase(RecherchePredefinieQuestion question)
    {
        var (mois, avec) = (Mois(question.Demande.Mois), Mois(question.Demande.Avec));
        return question.Recherche switch
        {
            RecherchePredefinie.Entrants => $"Agents qui ont un bulletin en {mois} et n'en avaient pas en {avec}.",
            RecherchePredefinie.Sortants => $"Agents qui avaient un bulletin en {avec} et n'en ont pas en {mois}.",
            RecherchePredefinie.EntrantsEtSortants => $"Agents qui n'ont un bulletin que dans l'un des deux mois, {avec} ou {mois}.",
            RecherchePredefinie.VariationsDeRevenu =>
                $"Agents payés en {avec} et en {mois} dont le {(question.Sur == RevenuCompare.Brut ? "brut" : "net")} {Ecart(question, "€")}.",
            RecherchePredefinie.VariationsDIndice => $"Agents payés en {avec} et en {mois} dont l'indice {Ecart(question, "points")}.",
            RecherchePredefinie.VariationDeRib => $"Agents payés en {avec} et en {mois} dont le compte bancaire n'est pas le même.",
            _ => $"Agents imputés sur plus d'un budget en {mois}.",
        };
    }

    private static string Ecart(RecherchePredefinieQuestion question, string unite) => question.Seuil == 0
        ? "diffère"
        : $"diffère d'au moins {FormatFrancais.Nombre(question.Seuil)} {(question.Unite == UniteDeSeuil.Pourcent ? "%" : unite)}";
}
