using Xemelios.Domain.Valeurs;
using Xemelios.Query.Rapprochements;
using Xemelios.Web.Components;

namespace Xemelios.Web.Pages.Rapprochements;

/// <summary>A rapprochement told in sentences.</summary>
public static class PhrasesDeRapprochement
{
    private const int EcartsNommes = 3;

    /// <summary>"3 volumes, 300 bulletins, 12 natures conformes, 1 écart de 12,34 € (64118)."</summary>
    public static string Resume(Rapprochement r)
    {
        ArgumentNullException.ThrowIfNull(r);
        List<string> parts = [Pluriel.Compter(r.Etat.Volumes, "volume"), Pluriel.Compter(r.Etat.Bulletins, "bulletin")];
        if (r.Mandats.Count == 0)
            parts.Add("aucun mandat");
        else
            parts.AddRange([Pluriel.Compter(r.Lignes.Count(EstConforme), "nature conforme", "natures conformes"), Ecarts(r)]);
        if (r.StatutRepartition == StatutDeRepartition.Ecart)
            parts.Add($"{Pluriel.Compter(r.Lignes.Count(l => l.EcartRepartition is { Centimes: not 0 }), "écart")} de répartition");
        if (r.NonAttribue.Montant != Montant.Zero)
            parts.Add($"{Euros(r.NonAttribue.Montant)} sans nature");
        return string.Join(", ", parts) + ".";
    }

    /// <summary>What the mandats are compared with.</summary>
    public static string Reference(Rapprochement r) => r.Reference == Query.Rapprochements.Reference.Repartition
        ? "Des lignes n'ont pas de nature : les mandats sont comparés à la répartition par nature donnée par l'employeur."
        : "Les mandats sont comparés au montant recalculé depuis les lignes de paye.";

    /// <summary>How a mandat was found.</summary>
    public static string Lien(LienDeMandat lien) => lien switch
    {
        LienDeMandat.Pjref => "le mandat référence le fichier de paye",
        LienDeMandat.Refcompta => "le fichier de paye nomme le mandat",
        _ => "à confirmer : même employeur, même mois, natures de paye",
    };

    /// <summary>The account, or words for a line of a mandat that names none.</summary>
    public static string Nature(LigneRapprochee ligne) => ligne.Nature.Length == 0 ? "Sans nature" : ligne.Nature;

    private static string Ecarts(Rapprochement r)
    {
        var ecarts = r.Lignes.Where(l => !EstConforme(l)).ToList();
        if (ecarts.Count == 0)
            return "aucun écart";
        var nommes = ecarts.Take(EcartsNommes).Select(l => $"{Euros(l.EcartMandat)} ({Nature(l)})");
        return $"{Pluriel.Compter(ecarts.Count, "écart")} de {string.Join(", ", nommes)}{(ecarts.Count > EcartsNommes ? "…" : "")}";
    }

    private static bool EstConforme(LigneRapprochee ligne) => ligne.Statut == StatutDeLigne.Conforme;

    private static string Euros(Montant montant) => FormatFrancais.Montant(montant.ToDecimal());
}
