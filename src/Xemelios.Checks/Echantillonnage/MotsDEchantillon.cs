using System.Globalization;
using Xemelios.Domain.Echantillons;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Criteres;
using Xemelios.Query.Recherches;

namespace Xemelios.Checks.Echantillonnage;

/// <summary>Plans and draws in French.</summary>
public static class MotsDEchantillon
{
    public static string Nommer(MethodeDeTirage methode) => methode switch
    {
        MethodeDeTirage.Attributs => "par attributs (chaque bulletin a la même chance)",
        MethodeDeTirage.UnitesMonetaires => "par unités monétaires (chaque euro a la même chance)",
        _ => "stratifié (le même taux dans chaque strate)",
    };

    /// <summary>As addresses and the command line write it.</summary>
    public static string Cle(MethodeDeTirage methode) => methode switch
    {
        MethodeDeTirage.Attributs => "attributs",
        MethodeDeTirage.UnitesMonetaires => "unites-monetaires",
        _ => "stratifie",
    };

    /// <summary>The method of a key; null when there is none.</summary>
    public static MethodeDeTirage? Lire(string? cle) => Enum.GetValues<MethodeDeTirage>().Cast<MethodeDeTirage?>().FirstOrDefault(m => Cle(m!.Value) == cle);

    public static string Nommer(StrateTiree strate) => strate.Sorte switch
    {
        SorteDeStrate.Toujours => "Toujours contrôlés",
        SorteDeStrate.Seuil => "À partir du seuil",
        SorteDeStrate.Certaine => "Montants d'au moins l'intervalle",
        SorteDeStrate.HorsTirage => "Montants nuls ou négatifs, hors tirage",
        _ => strate.Nom.Length == 0 ? "Tirés au sort" : $"Tirés au sort : {strate.Nom}",
    };

    /// <summary>Why a unit is in the sample, in a word or two.</summary>
    public static string Raison(StrateTiree strate) => strate.Sorte switch
    {
        SorteDeStrate.Toujours => "évènement",
        SorteDeStrate.Seuil => "seuil",
        SorteDeStrate.Certaine => "grand montant",
        SorteDeStrate.HorsTirage => "hors tirage",
        _ => strate.Nom.Length == 0 ? "tiré" : $"tiré ({strate.Nom})",
    };

    /// <summary>The rule of a poste: "Bulletins où …, par attributs, 5 % ; toujours : … ; seuil : …".</summary>
    public static string Dire(PosteDeControle poste)
    {
        var phrase = Phrase(poste.Criteres) is { Length: > 0 } ou ? $"Bulletins où {ou}" : "Tous les bulletins";
        return $"{phrase} ; {Nommer(poste.Methode)}{Strates(poste)}, {poste.Etendue}"
            + (poste.Seuil is { } seuil ? $" ; tous à partir de {Ecrire(seuil)}" : "")
            + (poste.Toujours is { } toujours ? $" ; toujours ceux où {Phrase(toujours)}" : "");
    }

    /// <summary>French numbers, the same on every machine; their space is one that the fonts of the PDF have.</summary>
    public static IFormatProvider Nombres { get; } = NumberFormatInfo.ReadOnly(new NumberFormatInfo { NumberDecimalSeparator = ",", NumberGroupSeparator = "\u00A0", NumberGroupSizes = [3], NegativeSign = "-" });

    public static string Ecrire(Montant montant) => montant.ToDecimal().ToString("N2", Nombres) + "\u00A0€";

    private static string Strates(PosteDeControle poste) =>
        poste is { Methode: MethodeDeTirage.Stratifie, Strates: { } cle } ? $" par {Colonnes.Trouver(Sujet.Bulletins, cle).Titre.ToLowerInvariant()}" : "";

    // What was written under an older grammar is shown as it is.
    private static string Phrase(string criteres)
    {
        try
        {
            return PhraseDeCriteres.Dire(Sujet.Bulletins.Lire(criteres));
        }
        catch (Query.QuestionRefuseeException)
        {
            return criteres;
        }
    }
}
