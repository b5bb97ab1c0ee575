using System.Globalization;
using System.Text;

namespace Xemelios.Query.Export.Pdf;

/// <summary>One page being drawn, in points from its upper left corner.</summary>
internal sealed class PagePdf(DocumentPdf document, int id, double largeur, double hauteur)
{
    private readonly StringBuilder _dessin = new();
    private readonly List<int> _parents = [];

    public int Id => id;

    public double Largeur => largeur;

    public double Hauteur => hauteur;

    /// <summary>A text that belongs to the current element of the structure, or, as an artefact, to none (repeated heads and feet).</summary>
    /// <param name="y">Of the base line.</param>
    public void Texte(string texte, double x, double y, double taille, bool gras = false, bool artefact = false)
    {
        if (texte.Length == 0)
            return;
        if (artefact)
            _dessin.Append("/Artifact BMC\n");
        else
            Marquer();
        var code = (gras ? document.Grasse : document.Normale).Coder(texte, out var entier);
        if (!entier)
            _dessin.Append(CultureInfo.InvariantCulture, $"/Span <</ActualText {TextePdf.Chaine(texte)}>> BDC\n");
        _dessin.Append(CultureInfo.InvariantCulture, $"BT /{(gras ? "G" : "N")} {taille:0.##} Tf {x:0.##} {hauteur - y:0.##} Td <{code}> Tj ET\n");
        if (!entier)
            _dessin.Append("EMC\n");
        _dessin.Append("EMC\n");
    }

    /// <summary>A text that ends at <paramref name="droite"/>.</summary>
    public void TexteADroite(string texte, double droite, double y, double taille, bool gras = false, bool artefact = false) =>
        Texte(texte, droite - document.Mesurer(texte, taille, gras), y, taille, gras, artefact);

    public void Trait(double x1, double y1, double x2, double y2, double epaisseur = 0.5) => _dessin.Append(CultureInfo.InvariantCulture,
        $"/Artifact BMC {epaisseur:0.##} w {x1:0.##} {hauteur - y1:0.##} m {x2:0.##} {hauteur - y2:0.##} l S EMC\n");

    /// <param name="gris">From 0, black, to 1, white, for the inside; null leaves it empty.</param>
    public void Rectangle(double x, double y, double l, double h, double? gris = null, bool trait = true)
    {
        var fond = gris is { } g ? string.Create(CultureInfo.InvariantCulture, $"{g:0.##} g ") : "";
        _dessin.Append(CultureInfo.InvariantCulture,
            $"/Artifact BMC q 0.5 w {fond}{x:0.##} {hauteur - y - h:0.##} {l:0.##} {h:0.##} re {(gris is null ? "S" : trait ? "B" : "f")} Q EMC\n");
    }

    /// <summary>A drawing made later, such as the number of pages.</summary>
    public void Forme(string nom, double x, double y) => _dessin.Append(CultureInfo.InvariantCulture,
        $"/Artifact BMC q 1 0 0 1 {x:0.##} {hauteur - y:0.##} cm /{nom} Do Q EMC\n");

    /// <summary>Writes the page.</summary>
    /// <param name="ressources">Its fonts and its forms.</param>
    public void Fermer(ObjetsPdf objets, StructurePdf structure, int pages, string ressources)
    {
        var contenu = objets.Flux(objets.Reserver(), "", Encoding.ASCII.GetBytes(_dessin.ToString()));
        objets.Objet(id, string.Create(CultureInfo.InvariantCulture,
            $"<</Type /Page /Parent {pages} 0 R /MediaBox [0 0 {largeur:0.##} {hauteur:0.##}] /Resources <<{ressources}>> /Contents {contenu} 0 R /StructParents {structure.FermerLaPage(_parents)} /Tabs /S>>"));
    }

    private void Marquer()
    {
        var (role, numero) = document.Structure.Marquer(id, _parents);
        _dessin.Append(CultureInfo.InvariantCulture, $"/{role} <</MCID {numero}>> BDC\n");
    }
}
