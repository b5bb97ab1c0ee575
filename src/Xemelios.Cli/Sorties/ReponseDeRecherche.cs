using Xemelios.Query.Recherches;

namespace Xemelios.Cli.Sorties;

/// <summary>Results of searches in the JSON of the command line: one object a row, under the keys of the columns.</summary>
internal static class ReponseDeRecherche
{
    public static object EnJson(PageDeResultat page) => new
    {
        Total = page.Totaux.Nombre, Page = page.Page, Pages = page.Pages, DureeMs = page.RechercheMs + page.AffichageMs, Criteres = page.Phrase,
        Colonnes = Titres(page.Colonnes),
        Resultats = page.Rangees.Select(r => Objet(page.Colonnes, r.Cellules, ("volume", r.Bulletin?.Volume), ("ordre", r.Bulletin?.Ordre), ("position", r.Position))),
        Totaux = Objet(page.Colonnes, page.Totaux.Cellules, ("lignes_trouvees", page.Totaux.LignesTrouvees), ("montant_trouve", page.Totaux.MontantTrouve)),
    };

    public static object EnJson(Groupement groupement) => new
    {
        Total = groupement.Total.Nombre, Criteres = groupement.Phrase, Par = Titres(groupement.Cles),
        Groupes = groupement.Groupes.Select(g => Objet([.. groupement.Cles, .. groupement.Sommees], [.. g.Cles, .. g.Sommes], ("niveau", groupement.Cles.Count - g.Fusion), ("nombre", g.Nombre))),
        Totaux = Objet(groupement.Sommees, groupement.Total.Sommes, ("nombre", groupement.Total.Nombre)),
    };

    private static object Titres(IEnumerable<Colonne> colonnes) => colonnes.Select(c => new { c.Cle, c.Titre });

    private static Dictionary<string, object?> Objet(IReadOnlyList<Colonne> colonnes, IReadOnlyList<object?> cellules, params (string Cle, object? Valeur)[] avant)
    {
        var objet = avant.ToDictionary(a => a.Cle, a => a.Valeur, StringComparer.Ordinal);
        for (var i = 0; i < colonnes.Count; i++)
            objet[colonnes[i].Cle] = cellules[i];
        return objet;
    }
}
