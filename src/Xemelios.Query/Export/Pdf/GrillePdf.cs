namespace Xemelios.Query.Export.Pdf;

/// <summary>A column of a grid, in points.</summary>
internal sealed record ColonneDeGrille(double Largeur, bool ADroite = false);

/// <summary>Rows of cells under each other: cuts their texts, and draws them where it is told.</summary>
internal sealed class GrillePdf(DocumentPdf document, IReadOnlyList<ColonneDeGrille> colonnes, double taille)
{
    /// <summary>Space on each side of a cell.</summary>
    public const double Retrait = 3;

    private const double Interligne = 1.25;
    private const double Marge = 5;

    public double Largeur { get; } = colonnes.Sum(c => c.Largeur);

    /// <summary>The lines of each cell; a cell that is taller than <paramref name="hauteurMax"/> is cut there, and says so.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Couper(IEnumerable<string> cellules, double hauteurMax, bool gras = false)
    {
        var possibles = (int)(hauteurMax / (taille * Interligne));
        return [.. cellules.Select((texte, i) =>
        {
            var lignes = TextePdf.Couper(texte, gras ? document.Grasse : document.Normale, taille, colonnes[i].Largeur - 2 * Retrait);
            return lignes.Count <= possibles ? lignes : [.. lignes.Take(possibles - 1), "(…)"];
        })];
    }

    public double Hauteur(IReadOnlyList<IReadOnlyList<string>> cellules) =>
        Math.Max(1, cellules.Select(c => c.Count).DefaultIfEmpty().Max()) * taille * Interligne + Marge;

    /// <summary>Draws a row, its top at <paramref name="y"/>, and returns its bottom.</summary>
    /// <param name="role">TH or TD; null for a row repeated on a further page, which readers aloud need not hear again.</param>
    public double Dessiner(PagePdf page, double x, double y, IReadOnlyList<IReadOnlyList<string>> cellules, string? role, bool gras = false)
    {
        using var rangee = role is null ? null : document.Structure.Ouvrir("TR");
        for (var i = 0; i < cellules.Count; i++)
        {
            using (role is null ? null : document.Structure.Ouvrir(role))
                Cellule(page, x, y, cellules[i], colonnes[i], gras, artefact: role is null);
            x += colonnes[i].Largeur;
        }

        return y + Hauteur(cellules);
    }

    private void Cellule(PagePdf page, double x, double y, IReadOnlyList<string> lignes, ColonneDeGrille colonne, bool gras, bool artefact)
    {
        y += Marge / 3;
        foreach (var ligne in lignes)
        {
            y += taille * Interligne;
            if (colonne.ADroite) page.TexteADroite(ligne, x + colonne.Largeur - Retrait, y, taille, gras, artefact);
            else page.Texte(ligne, x + Retrait, y, taille, gras, artefact);
        }
    }
}
