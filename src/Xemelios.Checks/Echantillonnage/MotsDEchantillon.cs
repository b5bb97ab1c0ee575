using Xemelios.Domain.Echantillons;
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
        SorteDeStrate.Toujours => "Évènements toujours contrôlés",
        SorteDeStrate.Seuil => "À partir du seuil",
        SorteDeStrate.Certaine => "Montants d'au moins l'intervalle",
        SorteDeStrate.HorsTirage => "Montants nuls ou négatifs, hors tirage",
        _ => strate.Nom.Length == 0 ? "Tirés au sort" : $"Tirés au sort : {strate.Nom}",
    };

    public static string Nommer(DecisionDePointage decision) => decision switch
    {
        DecisionDePointage.Conforme => "conforme",
        DecisionDePointage.Erreur => "erreur",
        _ => "non vérifiable",
    };

    /// <summary>The rule of a poste: "bulletins où …, par attributs, 5 % ; toujours : … ; seuil : …".</summary>
    public static string Dire(PosteDeControle poste)
    {
        var phrase = Phrase(poste.Criteres) is { Length: > 0 } ou ? $"bulletins où {ou}" : "tous les bulletins";
        return $"{phrase} ; {Nommer(poste.Methode)}{Strates(poste)}, {poste.Etendue}"
            + (poste.Seuil is { } seuil ? $" ; tous à partir de {Ecrire(seuil)}" : "")
            + (poste.Toujours is { } toujours ? $" ; toujours ceux où {Phrase(toujours)}" : "");
    }

    public static string Ecrire(Domain.Valeurs.Montant montant) => montant.ToDecimal().ToString("N2", System.Globalization.CultureInfo.GetCultureInfo("fr-FR")) + "\u00A0€";

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
