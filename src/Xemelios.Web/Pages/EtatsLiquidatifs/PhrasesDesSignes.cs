using Xemelios.Domain.Paye;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Web.Components;

namespace Xemelios.Web.Pages.EtatsLiquidatifs;

/// <summary>The signs that were turned, told in sentences.</summary>
public static class PhrasesDesSignes
{
    private static readonly Dictionary<string, string> Motifs = new()
    {
        ["majorite"] = "décidé à la majorité des lignes",
        ["identite"] = "décidé par le net qui se retrouve ainsi",
        ["unanimite"] = "décidé par des lignes toutes de même signe",
        ["autres_categories"] = "décidé comme pour les autres catégories du fichier",
        ["employeur"] = "décidé comme dans les autres fichiers de l'employeur",
        ["minorite"] = "décidé sur peu de lignes",
    };

    /// <summary>"Retenues sur net écrites en négatif dans 2 fichiers, rétablies en positif (décidé à la majorité des lignes)."</summary>
    public static string Dire(SignesRetournes signes)
    {
        ArgumentNullException.ThrowIfNull(signes);
        return $"{Categorie(signes.Categorie)} écrites en négatif dans {Pluriel.Compter(signes.Fichiers, "fichier")}, rétablies en positif "
            + $"({Motifs.GetValueOrDefault(signes.Motif, signes.Motif)}).";
    }

    private static string Categorie(CategorieDeLigne categorie) => categorie switch
    {
        CategorieDeLigne.Deduction => "Déductions sur brut",
        CategorieDeLigne.Retenue => "Retenues sur net",
        _ => "Cotisations patronales",
    };
}
