namespace Xemelios.Query.Export.Pdf;

/// <summary>The page that a table asks for: its size, that of its text, and the width of its columns, in points.</summary>
internal sealed record FormatDePage(double Largeur, double Hauteur, double Taille, IReadOnlyList<double> Colonnes)
{
    public const double Marge = 28;

    public const double A4Petit = 595.28;
    public const double A4Grand = 841.89;

    /// <summary>A text wider than this goes to the next line.</summary>
    private const double TexteLePlusLarge = 190;

    /// <summary>Beyond, columns stand too far apart to be read together.</summary>
    private const double PlusGrandEtirement = 1.5;

    private static readonly (double Largeur, double Hauteur, double Taille, double Texte)[] Essais =
    [
        (A4Petit, A4Grand, 8, 1), (A4Grand, A4Petit, 8, 1), (A4Grand, A4Petit, 7, 0.8), (A4Grand, A4Petit, 6, 0.5),
    ];

    /// <summary>A4 upright, else lying, else in smaller letters; a still wider table takes a larger page of the same shape.</summary>
    public static FormatDePage Choisir(DocumentPdf document, TableDeReponse table, IReadOnlyList<IReadOnlyList<object?>> lignes)
    {
        foreach (var (largeur, hauteur, taille, texte) in Essais)
        {
            var colonnes = Mesurer(document, table, lignes, taille, TexteLePlusLarge * texte);
            if (colonnes.Sum() <= largeur - 2 * Marge)
                return new FormatDePage(largeur, hauteur, taille, Etirer(colonnes, largeur - 2 * Marge));
        }

        var dernier = Essais[^1];
        var necessaires = Mesurer(document, table, lignes, dernier.Taille, TexteLePlusLarge * dernier.Texte);
        var grande = necessaires.Sum() + 2 * Marge;
        return new FormatDePage(grande, grande * A4Petit / A4Grand, dernier.Taille, necessaires);
    }

    /// <summary>Columns that fit a width whatever they hold: figures keep theirs, texts share what is left and go to the next line.</summary>
    public static IReadOnlyList<double> Tenir(DocumentPdf document, TableDeReponse table, IReadOnlyList<IReadOnlyList<object?>> lignes, double taille, double largeur)
    {
        var voulues = Mesurer(document, table, lignes, taille, largeur);
        var textes = table.Colonnes.Select(c => c.Type == TypeDeColonne.Texte).ToList();
        var chiffres = voulues.Where((_, i) => !textes[i]).Sum();
        var demandee = voulues.Where((_, i) => textes[i]).Sum();
        if (chiffres + demandee <= largeur || demandee <= 0)
            return Etirer(voulues, largeur);
        // Short texts keep their width, long ones give way.
        var part = (largeur - chiffres) / textes.Count(t => t);
        var courts = voulues.Where((v, i) => textes[i] && v <= part).Sum();
        var longs = voulues.Where((v, i) => textes[i] && v > part).Sum();
        return [.. voulues.Select((v, i) => !textes[i] || v <= part ? v : v * (largeur - chiffres - courts) / longs)];
    }

    private static double[] Mesurer(DocumentPdf document, TableDeReponse table, IReadOnlyList<IReadOnlyList<object?>> lignes, double taille, double plusLarge) =>
        [.. table.Colonnes.Select((colonne, i) =>
        {
            var contenu = lignes.Select(l => document.Mesurer(TexteDeCellule.De(l[i]), taille)).DefaultIfEmpty().Max();
            var total = table.LigneDeTotal() is { } totaux ? document.Mesurer(TexteDeCellule.De(totaux[i]), taille, gras: true) : 0;
            var mot = TextePdf.Imprimable(colonne.Titre).Split(' ').Max(m => document.Mesurer(m, taille, gras: true));
            var voulue = Math.Max(Math.Max(contenu, total), Math.Min(mot, plusLarge));
            return (colonne.Type == TypeDeColonne.Texte ? Math.Min(voulue, plusLarge) : voulue) + 2 * GrillePdf.Retrait;
        })];

    private static double[] Etirer(double[] colonnes, double disponible)
    {
        var facteur = Math.Min(disponible / Math.Max(colonnes.Sum(), 1), PlusGrandEtirement);
        return [.. colonnes.Select(c => c * facteur)];
    }
}
