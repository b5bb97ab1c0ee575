namespace Xemelios.Query.Export.Pdf;

/// <summary>Draws the rows of a table over as many pages as they need, under a head that each page repeats.</summary>
internal sealed class TablePdf(DocumentPdf document, TableDeReponse table, FormatDePage format)
{
    private const double Interligne = 1.25;
    private const double TailleDuTitre = 14;
    private const double TailleDuTexte = 8.5;
    private const double GrisDeLEnTete = 0.9;

    private readonly GrillePdf _grille = new(document,
        [.. table.Colonnes.Select((c, i) => new ColonneDeGrille(format.Colonnes[i], TexteDeCellule.EstADroite(c.Type)))], format.Taille);

    private PagePdf _page = null!;
    private double _y;

    private double Bas => format.Hauteur - FormatDePage.Marge - 6;

    private double LargeurUtile => format.Largeur - 2 * FormatDePage.Marge;

    /// <summary>Title, criteria, date and user, above the head of the table.</summary>
    public void Commencer(ProvenanceDeTable provenance)
    {
        Page();
        Paragraphe("H1", table.Titre, TailleDuTitre, gras: true);
        foreach (var (nom, valeur) in provenance.Dire(table.Titre).Skip(1))
            Paragraphe("P", $"{nom} : {valeur}", TailleDuTexte);
        _y += 6;
    }

    public void Ecrire(IEnumerable<IReadOnlyList<object?>> lignes)
    {
        using var tableau = document.Structure.Ouvrir("Table");
        EnTete(repete: false);
        foreach (var ligne in lignes)
            Ligne(ligne, total: false);
        if (table.LigneDeTotal() is { } totaux)
            Ligne(totaux, total: true);
    }

    /// <summary>The number of rows and the source files.</summary>
    public void Finir(long lignes, IReadOnlyList<FichierSource> sources)
    {
        _y += 8;
        Paragraphe("P", $"{TexteDeCellule.De(lignes)} {(lignes > 1 ? "lignes" : "ligne")}", TailleDuTexte);
        if (sources.Count > 0)
            Paragraphe("H2", sources.Count == 1 ? "Fichier source" : "Fichiers sources", TailleDuTexte, gras: true);
        foreach (var source in sources)
            Paragraphe("P", $"{source.Nom}, SHA-256 {source.Empreinte}", TailleDuTexte - 1.5);
    }

    private void Page()
    {
        _page = document.NouvellePage(format.Largeur, format.Hauteur);
        _y = FormatDePage.Marge;
    }

    private void Paragraphe(string role, string texte, double taille, bool gras = false)
    {
        using var element = document.Structure.Ouvrir(role);
        foreach (var ligne in TextePdf.Couper(TextePdf.Imprimable(texte), gras ? document.Grasse : document.Normale, taille, LargeurUtile))
        {
            if (_y + taille * Interligne > Bas)
                Page();
            _y += taille * Interligne;
            _page.Texte(ligne, FormatDePage.Marge, _y, taille, gras);
        }
    }

    private void EnTete(bool repete)
    {
        var cellules = _grille.Couper(table.Colonnes.Select(c => TextePdf.Imprimable(c.Titre)), HauteurDeCellule, gras: true);
        if (!repete && _y + 4 * _grille.Hauteur(cellules) > Bas)
            Page();
        _page.Rectangle(FormatDePage.Marge, _y, _grille.Largeur, _grille.Hauteur(cellules), GrisDeLEnTete, trait: false);
        _y = _grille.Dessiner(_page, FormatDePage.Marge, _y, cellules, repete ? null : "TH", gras: true);
    }

    private void Ligne(IReadOnlyList<object?> valeurs, bool total)
    {
        var cellules = _grille.Couper(valeurs.Select(TexteDeCellule.De), HauteurDeCellule, total);
        if (_y + _grille.Hauteur(cellules) > Bas)
        {
            Page();
            EnTete(repete: true);
        }

        if (total)
            Trait(epaisseur: 1);
        _y = _grille.Dessiner(_page, FormatDePage.Marge, _y, cellules, "TD", total);
        Trait(epaisseur: 0.2);
    }

    // Half a page: a row always fits under a head.
    private double HauteurDeCellule => format.Hauteur / 2;

    private void Trait(double epaisseur) => _page.Trait(FormatDePage.Marge, _y, FormatDePage.Marge + _grille.Largeur, _y, epaisseur);
}
