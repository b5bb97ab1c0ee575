namespace Xemelios.Web.Components.Layout;

/// <summary>A key that does something, as its reader sees it and as <c>clavier.js</c> does it.</summary>
/// <param name="Touches">The keys, one after the other.</param>
/// <param name="Si">What must be on the page for it to mean something, as a CSS selector; null everywhere.</param>
public sealed record Raccourci(IReadOnlyList<string> Touches, string Effet, string? Si = null)
{
    public static IReadOnlyList<Raccourci> Tous { get; } =
    [
        new(["/"], "Chercher un agent, une pièce, un mandat, une rubrique, un écran", "#chercher"),
        new(["Ctrl", "K"], "Toutes les commandes, par leur nom"),
        new(["?"], "Les raccourcis de cette page"),
        new(["Échap"], "Fermer ce qui est ouvert : propositions, fenêtre, pièce à côté du bulletin"),
        new(["Ctrl", "←"], "Enregistrement précédent de la liste", "a[rel~=prev]"),
        new(["Ctrl", "→"], "Enregistrement suivant de la liste", "a[rel~=next]"),
        new(["Alt", "Maj", "←"], "Mois précédent", "#mois-precedent"),
        new(["Alt", "Maj", "→"], "Mois suivant", "#mois-suivant"),
        new(["v"], "Aller au visa : conforme, à régulariser, observé", "#viser"),
        new(["s"], "Bulletin suivant à voir", "#suivant-a-voir"),
        new(["o"], "Garder cette page en onglet"),
        new(["t"], "Montrer ou cacher les chiffres des graphiques", "details.chiffres-du-graphique"),
        new(["1"], "Premier onglet gardé, et ainsi de suite jusqu'à 9", "onglets-gardes a"),
        .. Ecran.Tous.Select(e => new Raccourci(["g", e.Lettre.ToString()], e.Titre, $"#palette [data-lettre=\"{e.Lettre}\"]")),
    ];
}
