using Xemelios.Query.Export;
using Xemelios.Query.Recherches;

namespace Xemelios.Cli.Sorties;

/// <summary>Results of searches as tables, for a person at a terminal.</summary>
internal static class TableauxDeRecherche
{
    /// <summary>Results have many columns: a terminal scrolls sideways better than it reads folded names.</summary>
    private const int Largeur = 320;

    public static void Rangees(PageDeResultat page, Execution execution)
    {
        var tableau = new Tableau([.. page.Colonnes.Select(Titre)]);
        foreach (var rangee in page.Rangees)
            tableau.Ligne([.. rangee.Cellules]);
        tableau.Ligne([.. page.Totaux.Cellules.Select((c, i) => i == 0 && c is null ? "Total" : c ?? "")]);
        tableau.Sur(execution.Sortie, Largeur);
        execution.Sortie.WriteLine($"{Tableau.Ecrire((int)page.Totaux.Nombre)} enregistrement(s) trouvé(s) en {Tableau.Ecrire((page.RechercheMs + page.AffichageMs) / 1000m)} s, page {page.Page} sur {page.Pages}.{Ou(page.Phrase)}");
    }

    public static void Groupes(Groupement groupement, Execution execution)
    {
        var tableau = new Tableau([.. groupement.Cles.Select(c => c.Titre), ">Nombre", .. groupement.Sommees.Select(c => ">" + c.Titre)]);
        foreach (var groupe in groupement.Groupes.Where(g => g.Fusion == 0))
            tableau.Ligne([.. groupe.Libelles, (int)groupe.Nombre, .. groupe.Sommes]);
        tableau.Ligne(["Total", .. groupement.Cles.Skip(1).Select(_ => ""), (int)groupement.Total.Nombre, .. groupement.Total.Sommes]);
        tableau.Sur(execution.Sortie);
        execution.Sortie.WriteLine($"{Tableau.Ecrire((int)groupement.Total.Nombre)} enregistrement(s).{Ou(groupement.Phrase)}");
    }

    private static string Ou(string phrase) => phrase.Length == 0 ? "" : $" Où {phrase}.";

    private static string Titre(Colonne colonne) => colonne.Type is TypeDeColonne.Montant or TypeDeColonne.Nombre or TypeDeColonne.Entier ? ">" + colonne.Titre : colonne.Titre;
}
