namespace Xemelios.Query.Export.Pdf;

/// <summary>Titles, sentences and tables one under the other, over as many upright A4 pages as they need.</summary>
internal sealed class FluxPdf
{
    private const double Interligne = 1.25;
    private const double TailleDuTexte = 8.5;
    private const double TailleDeTable = 7.5;
    private const double GrisDeLEnTete = 0.9;

    private readonly DocumentPdf _document;
    private PagePdf _page;
    private double _y;

    public FluxPdf(DocumentPdf document)
    {
        _document = document;
        _page = Page();
    }

    private static double Largeur => FormatDePage.A4Petit - 2 * FormatDePage.Marge;

    private static double Bas => FormatDePage.A4Grand - FormatDePage.Marge - 6;

    public void Titre(string role, string texte, double taille)
    {
        // A title is not left alone at the foot of a page.
        Tenir(taille + 6 * TailleDuTexte);
        _y += 8;
        Paragraphe(role, texte, taille, gras: true);
    }

    public void Phrase(string texte) => Paragraphe("P", texte, TailleDuTexte, gras: false);

    public void Table(TableDeReponse table)
    {
        IReadOnlyList<IReadOnlyList<object?>> lignes = [.. table.LignesVerifiees()];
        var colonnes = FormatDePage.Tenir(_document, table, lignes, TailleDeTable, Largeur);
        var grille = new GrillePdf(_document, [.. table.Colonnes.Select((c, i) => new ColonneDeGrille(colonnes[i], TexteDeCellule.EstADroite(c.Type)))], TailleDeTable);
        _y += 4;
        using var tableau = _document.Structure.Ouvrir("Table");
        EnTete(grille, table, repete: false);
        foreach (var ligne in lignes)
            Ligne(grille, table, ligne, total: false);
        if (table.LigneDeTotal() is { } totaux)
            Ligne(grille, table, totaux, total: true);
    }

    /// <summary>An empty frame, where one signs.</summary>
    public void Cadre(double hauteur)
    {
        Tenir(hauteur + 6);
        _page.Rectangle(FormatDePage.Marge, _y + 4, Largeur, hauteur);
        _y += hauteur + 6;
    }

    private void Paragraphe(string role, string texte, double taille, bool gras)
    {
        using var element = _document.Structure.Ouvrir(role);
        foreach (var ligne in TextePdf.Couper(TextePdf.Imprimable(texte), gras ? _document.Grasse : _document.Normale, taille, Largeur))
        {
            Tenir(taille * Interligne);
            _y += taille * Interligne;
            _page.Texte(ligne, FormatDePage.Marge, _y, taille, gras);
        }
    }

    private void EnTete(GrillePdf grille, TableDeReponse table, bool repete)
    {
        var cellules = grille.Couper(table.Colonnes.Select(c => TextePdf.Imprimable(c.Titre)), FormatDePage.A4Grand / 2, gras: true);
        if (!repete)
            Tenir(4 * grille.Hauteur(cellules));
        _page.Rectangle(FormatDePage.Marge, _y, grille.Largeur, grille.Hauteur(cellules), GrisDeLEnTete, trait: false);
        _y = grille.Dessiner(_page, FormatDePage.Marge, _y, cellules, repete ? null : "TH", gras: true);
    }

    private void Ligne(GrillePdf grille, TableDeReponse table, IReadOnlyList<object?> valeurs, bool total)
    {
        var cellules = grille.Couper(valeurs.Select(TexteDeCellule.De), FormatDePage.A4Grand / 2, total);
        if (_y + grille.Hauteur(cellules) > Bas)
        {
            _page = Page();
            EnTete(grille, table, repete: true);
        }

        if (total)
            Trait(grille, 1);
        _y = grille.Dessiner(_page, FormatDePage.Marge, _y, cellules, "TD", total);
        Trait(grille, 0.2);
    }

    private void Trait(GrillePdf grille, double epaisseur) => _page.Trait(FormatDePage.Marge, _y, FormatDePage.Marge + grille.Largeur, _y, epaisseur);

    private void Tenir(double hauteur)
    {
        if (_y + hauteur > Bas)
            _page = Page();
    }

    private PagePdf Page()
    {
        _y = FormatDePage.Marge;
        return _document.NouvellePage(FormatDePage.A4Petit, FormatDePage.A4Grand);
    }
}
